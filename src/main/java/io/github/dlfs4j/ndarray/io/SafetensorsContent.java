package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
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
    private static final List<DType> ORDER =
            List.of(DType.INT64, DType.FLOAT64, DType.FLOAT32, DType.UINT8, DType.BOOL);

    private static final int ALIGNMENT = 8;

    private final List<NDArray> arrays = new ArrayList<>();
    private final byte[] header;

    /**
     * @param metadata null for none
     * @throws IllegalArgumentException if a name or an array is null, or beyond what {@link Safetensors#read} accepts
     */
    SafetensorsContent(Map<String, NDArray> arrays, Map<String, String> metadata) {
        StringBuilder json = new StringBuilder("{");
        if (metadata != null) {
            json.append("\"__metadata__\":{");
            metadata.forEach((name, text) -> field(json, name).append(quoted(text)));
            json.append('}');
        }
        arrays.forEach(SafetensorsContent::check);
        List<Map.Entry<String, NDArray>> entries = new ArrayList<>(arrays.entrySet());
        entries.sort(Comparator.comparingInt((Map.Entry<String, NDArray> entry) ->
                        ORDER.indexOf(entry.getValue().dtype()))
                .thenComparing(entry -> entry.getKey().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        long end = 0;
        for (Map.Entry<String, NDArray> entry : entries) {
            NDArray array = entry.getValue();
            ElementType type = ElementType.of(array.dtype());
            long begin = end;
            end += (long) array.size() * type.size();
            field(json, entry.getKey())
                    .append("{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":[%s,%s]}"
                            .formatted(
                                    type.safetensors(),
                                    Arrays.toString(array.shape().toArray()).replace(" ", ""),
                                    begin,
                                    end));
            this.arrays.add(array);
        }
        json.append('}');
        byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
        header = Arrays.copyOf(text, (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(header, text.length, header.length, (byte) ' ');
        if (arrays.size() > NpzLimits.DEFAULT.entries() || header.length > SafetensorsHeader.MAX_LENGTH) {
            throw new IllegalArgumentException("a safetensors file holds at most %s arrays and %s bytes of names"
                    .formatted(NpzLimits.DEFAULT.entries(), SafetensorsHeader.MAX_LENGTH));
        }
    }

    private static void check(String name, NDArray array) {
        if (name == null || array == null) {
            throw new IllegalArgumentException(
                    name == null ? "cannot name an array null" : "array '%s' is null".formatted(Excerpt.of(name)));
        }
        if (name.equals(SafetensorsHeader.METADATA) || name.length() > Extent.MAX_NAME) {
            throw new IllegalArgumentException("cannot name an array '%s'".formatted(Excerpt.of(name)));
        }
    }

    private static StringBuilder field(StringBuilder json, String name) {
        char last = json.charAt(json.length() - 1);
        return json.append(last == '{' ? "" : ",").append(quoted(name)).append(':');
    }

    private static String quoted(String text) {
        if (text == null || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("cannot write a text that is null or has half a character");
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            int escape = "\"\\\b\f\n\r\t".indexOf(c);
            if (escape >= 0) {
                quoted.append('\\').append("\"\\bfnrt".charAt(escape));
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    void writeTo(OutputStream out) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        for (NDArray array : arrays) {
            NpyContent.writeElements(array, out);
        }
    }
}
