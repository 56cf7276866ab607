package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.JsonReader;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The header of a safetensors file: a length in 8 bytes, then JSON that says where in the rest the arrays are. */
final class SafetensorsHeader {
    static final String METADATA = "__metadata__";
    /** The largest length of the JSON, also for other readers. */
    static final int MAX_LENGTH = 100_000_000;
    /** How many bytes one byte of the header takes while it is read. */
    private static final int MEMORY = 4;

    private static final int MAX_ARRAYS = NpzLimits.DEFAULT.entries();
    private static final String LONGEST_NAME = "a name of at most " + Extent.MAX_NAME + " characters";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    private final CheckedInput file;
    private final String text;
    private final long start;
    private final JsonReader json;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    /** So many characters of the JSON, from its start, are so many bytes. */
    private int counted;

    private long countedBytes = Long.BYTES;

    /**
     * What the header says of an array.
     *
     * @param place the place of this in the file
     */
    private record Entry(long place, String type, List<Long> shape, long begin, long end) {}

    /**
     * @param file the whole file
     * @throws FileFormatException if anything is wrong, except for types that are not known here
     */
    SafetensorsHeader(CheckedInput file) throws IOException {
        this.file = file;
        long length = file.readNumber(Long.BYTES, "the length of the header");
        long most = Math.min(file.left(), Math.min(MAX_LENGTH, MemoryBudget.DEFAULT / MEMORY));
        if (length < 0 || length > most) {
            throw file.error(
                    0, "a header of at most %s bytes".formatted(most), Long.toUnsignedString(length) + " bytes");
        }
        byte[] bytes = file.readBytes(length, "the header");
        start = file.position();
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw file.error(Long.BYTES, "a header in UTF-8", "other bytes");
        }
        if (!text.startsWith("{")) {
            throw file.error(Long.BYTES, "a header that begins with {", text.isEmpty() ? "none" : Excerpt.of(text));
        }
        json = new JsonReader(text);
        try {
            read();
        } catch (JsonReader.Fault e) {
            throw error(e.place(), "JSON with what safetensors need", found(e.place()));
        }
        checkOffsets(file.left());
    }

    Set<String> names() {
        return entries.keySet();
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private void read() throws JsonReader.Fault, FileFormatException {
        boolean hasMetadata = false;
        for (json.open('{'); json.hasNext('}'); ) {
            int place = json.place();
            String name = name();
            if (name.equals(METADATA)) {
                require(!hasMetadata, place, "names that differ", METADATA + " twice");
                hasMetadata = true;
                readMetadata();
            } else {
                require(name.length() <= Extent.MAX_NAME, place, LONGEST_NAME, name);
                require(entries.put(name, entry(place)) == null, place, "names that differ", name + " twice");
                require(entries.size() <= MAX_ARRAYS, place, "at most " + MAX_ARRAYS + " arrays", "more");
            }
        }
        json.end();
    }

    private String name() throws JsonReader.Fault, FileFormatException {
        int place = json.place();
        String name = json.name();
        require(StandardCharsets.UTF_8.newEncoder().canEncode(name), place, "a name in Unicode", "half a character");
        return name;
    }

    private void readMetadata() throws JsonReader.Fault, FileFormatException {
        for (json.open('{'); json.hasNext('}'); ) {
            int place = json.place();
            String name = name();
            require(metadata.put(name, json.string()) == null, place, "names that differ", name + " twice");
            require(metadata.size() <= MAX_ARRAYS, place, "at most " + MAX_ARRAYS + " metadata", "more");
        }
    }

    private Entry entry(int place) throws JsonReader.Fault, FileFormatException {
        String type = null;
        List<Long> shape = null;
        List<Long> offsets = null;
        for (json.open('{'); json.hasNext('}'); ) {
            int field = json.place();
            String name = name();
            boolean isNew;
            switch (name) {
                case "dtype" -> {
                    isNew = type == null;
                    type = json.string();
                }
                case "shape" -> {
                    isNew = shape == null;
                    shape = numbers(ArrayHeader.MAX_NDIM);
                }
                case "data_offsets" -> {
                    isNew = offsets == null;
                    offsets = numbers(2);
                }
                default -> isNew = false;
            }
            require(isNew, field, "dtype, shape and data_offsets, once each", name);
        }
        boolean complete = type != null && shape != null && offsets != null && offsets.size() == 2;
        require(complete, place, "an array with dtype, shape and two data_offsets", "another");
        return new Entry(offset(place), type, shape, offsets.get(0), offsets.get(1));
    }

    private List<Long> numbers(int most) throws JsonReader.Fault, FileFormatException {
        List<Long> numbers = new ArrayList<>();
        for (json.open('['); json.hasNext(']'); ) {
            int place = json.place();
            String word = json.word();
            require(NUMBER.matcher(word).matches(), place, "a whole number", word);
            require(numbers.size() < most, place, "at most " + most + " numbers", "more");
            numbers.add(Long.parseLong(word));
        }
        return numbers;
    }

    /** Checks that the arrays fill the rest of the file, without holes and overlaps, each with the bytes it needs. */
    private void checkOffsets(long length) throws FileFormatException {
        long end = 0;
        List<Entry> inOrder = new ArrayList<>(entries.values());
        inOrder.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
        for (Entry entry : inOrder) {
            if (entry.begin() != end || entry.end() < end || entry.end() > length) {
                throw wrong(entry, "data_offsets from %s to at most %s".formatted(end, length));
            }
            end = entry.end();
            ElementType type = ElementType.ofSafetensors(entry.type());
            if (type != null) {
                long size = (long) header(type, entry).shape().size() * type.size();
                if (size != end - entry.begin()) {
                    throw wrong(entry, "data_offsets of %s bytes".formatted(size));
                }
            }
        }
        if (end != length) {
            throw file.error(start + end, "the end after the last array", CheckedInput.bytes(length - end) + " more");
        }
    }

    private FileFormatException wrong(Entry entry, String expected) {
        return file.error(entry.place(), expected, entry.begin() + " to " + entry.end());
    }

    private ArrayHeader header(ElementType type, Entry entry) throws FileFormatException {
        return ArrayHeader.of(type, ByteOrder.LITTLE_ENDIAN, false, entry.shape(), file, entry.place());
    }

    /** Reads an array that is there. */
    NDArray read(String name, MemoryBudget budget) throws IOException {
        Entry entry = entries.get(name);
        ElementType type = ElementType.ofSafetensors(entry.type());
        if (type == null) {
            throw file.error(entry.place(), "a type that an array can hold", Excerpt.of(entry.type() + " of " + name));
        }
        long length = entry.end() - entry.begin();
        InputStream content = file.region(start + entry.begin(), length);
        InputStream buffered = new BufferedInputStream(content, ZipReader.bufferFor(length));
        return header(type, entry).readElements(file.part(buffered, start + entry.begin(), length), budget);
    }

    private void require(boolean valid, int place, String expected, String found) throws FileFormatException {
        if (!valid) {
            throw error(place, expected, found);
        }
    }

    private FileFormatException error(int place, String expected, String found) {
        return file.error(offset(place), expected, Excerpt.of(found));
    }

    private String found(int place) {
        return place < text.length()
                ? text.substring(place, Math.min(text.length(), place + Excerpt.LENGTH))
                : "the end";
    }

    /** Returns the place in the file of a character of the JSON, of which no later one was asked for. */
    private long offset(int place) {
        countedBytes += text.substring(counted, place).getBytes(StandardCharsets.UTF_8).length;
        counted = place;
        return countedBytes;
    }
}
