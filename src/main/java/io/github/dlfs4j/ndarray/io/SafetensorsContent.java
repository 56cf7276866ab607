package io.github.dlfs4j.ndarray.io;

import static io.github.dlfs4j.ndarray.io.ElementType.BOOL;
import static io.github.dlfs4j.ndarray.io.ElementType.FLOAT16;
import static io.github.dlfs4j.ndarray.io.ElementType.FLOAT32;
import static io.github.dlfs4j.ndarray.io.ElementType.FLOAT64;
import static io.github.dlfs4j.ndarray.io.ElementType.INT64;
import static io.github.dlfs4j.ndarray.io.ElementType.UINT8;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The bytes of a safetensors file, as the reference writer makes them: wide types come first, then names decide. */
final class SafetensorsContent {
    private static final List<ElementType> ORDER = List.of(INT64, FLOAT64, FLOAT32, FLOAT16, UINT8, BOOL);

    private static final int ALIGNMENT = 8;

    private final List<NDArray> arrays = new ArrayList<>();
    private final boolean isNarrow;
    private final byte[] header;

    /**
     * @param metadata null for none
     * @param isNarrow whether floats become float16
     * @throws IllegalArgumentException if a name or an array is null, or beyond what {@link Safetensors#read} accepts,
     *     or has numbers beyond float16
     */
    SafetensorsContent(Map<String, NDArray> arrays, Map<String, String> metadata, boolean isNarrow) {
        this.isNarrow = isNarrow;
        List<String> fields = new ArrayList<>();
        if (metadata != null) {
            metadata.keySet().forEach(SafetensorsContent::check);
            metadata.values().forEach(SafetensorsContent::check);
            fields.add("\"%s\":%s".formatted(SafetensorsHeader.METADATA, JsonWriter.write(MapOrder.of(metadata))));
        }
        arrays.forEach(EntryNames::checkNamed);
        List<String> names = new ArrayList<>(arrays.keySet());
        names.sort(Comparator.comparingInt((String name) -> ORDER.indexOf(type(arrays.get(name))))
                .thenComparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        long end = 0;
        for (String name : names) {
            check(name);
            if (name.equals(SafetensorsHeader.METADATA) || name.length() > Extent.MAX_NAME) {
                throw new IllegalArgumentException("cannot name an array '%s'".formatted(Excerpt.of(name)));
            }
            NDArray array = arrays.get(name);
            ElementType type = type(array);
            if (type == FLOAT16) {
                array = narrow(name, array);
            }
            String shape = Arrays.toString(array.shape().toArray()).replace(" ", "");
            long begin = end;
            end += (long) array.size() * type.size();
            fields.add("%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%s,%s]}"
                    .formatted(JsonWriter.write(name), type.safetensors(), shape, begin, end));
            this.arrays.add(array);
        }
        byte[] text = ("{" + String.join(",", fields) + "}").getBytes(StandardCharsets.UTF_8);
        header = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(header, text.length, header.length, (byte) ' ');
        if (arrays.size() > NpzLimits.DEFAULT.entries() || header.length > SafetensorsHeader.MAX_LENGTH) {
            throw new IllegalArgumentException("a safetensors file holds at most %s arrays and %s bytes of names"
                    .formatted(NpzLimits.DEFAULT.entries(), SafetensorsHeader.MAX_LENGTH));
        }
    }

    private ElementType type(NDArray array) {
        return isNarrow && array.dtype().isFloating() ? FLOAT16 : ElementType.of(array.dtype());
    }

    private static NDArray narrow(String name, NDArray array) {
        NDArray rounded = array.roundToFloat16();
        if (Logic.isInfinite(rounded).ne(Logic.isInfinite(array)).any().asBoolean()) {
            throw new IllegalArgumentException(
                    "cannot write '%s' as float16, whose largest number is 65504".formatted(Excerpt.of(name)));
        }
        return rounded;
    }

    private static void check(String text) {
        if (text == null || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("cannot write metadata that is null or has half a character");
        }
    }

    void writeTo(OutputStream out) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (NDArray array : arrays) {
            NpyContent.writeElements(array, type(array), out);
        }
    }
}
