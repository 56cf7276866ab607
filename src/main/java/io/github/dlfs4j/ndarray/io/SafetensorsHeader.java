package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.JsonReader;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The header of a safetensors file: a length in 8 bytes, then JSON that says where in the rest the arrays are. */
final class SafetensorsHeader {
    static final String METADATA = "__metadata__";
    /** The largest length of the JSON, also for other readers. */
    static final int MAX_LENGTH = 100_000_000;
    /** A header may have one part in so many of what arrays may take: its names and places take more than its bytes. */
    private static final int MEMORY = 4;

    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    private final CheckedInput file;
    private final long start;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();

    /** What the header says of an array. */
    private record Entry(String name, String type, List<Long> shape, long begin, long end) {}

    /**
     * @param file the whole file
     * @throws FileFormatException if anything is wrong, except for types that are not known here
     */
    SafetensorsHeader(CheckedInput file) throws IOException {
        this.file = file;
        long length = file.readNumber(Long.BYTES, "the length of the header");
        long most = Math.min(MAX_LENGTH, MemoryBudget.DEFAULT / MEMORY);
        String found = "a header of %s bytes".formatted(Long.toUnsignedString(length));
        require(length >= 0 && length <= file.left(), 0, "a safetensors file", found + ", longer than the file");
        require(length <= most, 0, "a header of at most %s bytes".formatted(most), found);
        byte[] bytes = file.readBytes(length, "the header");
        start = file.position();
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean isUtf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        require(isUtf8, Long.BYTES, "a header in UTF-8", "other bytes");
        require(text.startsWith("{"), Long.BYTES, "a header that begins with {", text.isEmpty() ? "none" : text);
        int mostArrays = NpzLimits.DEFAULT.entries();
        try {
            for (Map.Entry<String, Object> field :
                    JsonReader.read(text, mostArrays + 1, ArrayHeader.MAX_NDIM).entrySet()) {
                add(field.getKey(), field.getValue());
            }
        } catch (ParseException e) {
            int place = text.substring(0, e.getErrorOffset()).getBytes(StandardCharsets.UTF_8).length;
            throw file.error(Long.BYTES + place, "a header of JSON", "JSON that " + e.getMessage());
        }
        require(entries.size() <= mostArrays, Long.BYTES, "at most %s arrays".formatted(mostArrays), "one more");
        checkOffsets(file.left());
    }

    Set<String> names() {
        return entries.keySet();
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private void add(String name, Object value) throws FileFormatException {
        if (name.equals(METADATA)) {
            boolean isOfTexts =
                    value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance);
            require(isOfTexts, Long.BYTES, "texts in " + METADATA, "others");
            ((Map<?, ?>) value).forEach((key, text) -> metadata.put((String) key, (String) text));
        } else {
            int most = Extent.MAX_NAME;
            require(name.length() <= most, Long.BYTES, "a name of at most %s characters".formatted(most), name);
            boolean isUnicode = StandardCharsets.UTF_8.newEncoder().canEncode(name);
            require(isUnicode, Long.BYTES, "a name in Unicode", "half a character");
            entries.put(name, entry(name, value));
        }
    }

    private Entry entry(String name, Object value) throws FileFormatException {
        if (value instanceof Map<?, ?> fields
                && fields.keySet().equals(FIELDS)
                && fields.get("dtype") instanceof String type
                && fields.get("shape") instanceof List<?> shape
                && fields.get("data_offsets") instanceof List<?> offsets
                && offsets.size() == 2
                && Stream.concat(shape.stream(), offsets.stream()).allMatch(Long.class::isInstance)) {
            List<Long> lengths = shape.stream().map(Long.class::cast).toList();
            return new Entry(name, type, lengths, (Long) offsets.get(0), (Long) offsets.get(1));
        }
        String expected = "%s with a dtype, a shape and two data_offsets".formatted(Excerpt.of(name));
        throw file.error(
                Long.BYTES,
                expected,
                value instanceof Map<?, ?> map ? Excerpt.of(map.keySet().toString()) : "another");
    }

    /** Checks that the arrays fill the rest of the file, without holes and overlaps, each with the bytes it needs. */
    private void checkOffsets(long length) throws FileFormatException {
        long end = 0;
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        for (Entry entry : inOrder) {
            String found = "%s to %s of %s".formatted(entry.begin(), entry.end(), Excerpt.of(entry.name()));
            boolean isNext = entry.begin() == end && entry.end() >= end && entry.end() <= length;
            require(isNext, start + end, "data_offsets from %s to at most %s".formatted(end, length), found);
            end = entry.end();
            ElementType type = ElementType.ofSafetensors(entry.type());
            long size = type == null
                    ? end - entry.begin()
                    : (long) header(type, entry).shape().size() * type.size();
            require(
                    size == end - entry.begin(),
                    start + entry.begin(),
                    "data_offsets of %s bytes".formatted(size),
                    found);
        }
        require(end == length, start + end, "the end after the last array", CheckedInput.bytes(length - end) + " more");
    }

    private ArrayHeader header(ElementType type, Entry entry) throws FileFormatException {
        return ArrayHeader.of(type, ByteOrder.LITTLE_ENDIAN, false, entry.shape(), file, start + entry.begin());
    }

    /** Reads an array that is there. */
    NDArray read(String name, MemoryBudget budget) throws IOException {
        Entry entry = entries.get(name);
        ElementType type = ElementType.ofSafetensors(entry.type());
        long place = start + entry.begin();
        require(type != null, place, "a type that an array can hold", entry.type() + " of " + name);
        long length = entry.end() - entry.begin();
        InputStream content = new BufferedInputStream(file.region(place, length), ZipReader.bufferFor(length));
        return header(type, entry).readElements(file.part(content, place, length), budget);
    }

    private void require(boolean valid, long place, String expected, String found) throws FileFormatException {
        file.refuseIf(!valid, place, expected, Excerpt.of(found));
    }
}
