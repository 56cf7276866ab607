package io.github.dlfs4j.file;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes maps, collections, arrays, texts, numbers, booleans, {@code null} and what supplies them as JSON (RFC 8259).
 */
public final class JsonWriter {
    private JsonWriter() {}

    /**
     * Makes an object.
     *
     * @param namesAndValues alternating names and values, which may be {@code null}
     * @return the fields in their order
     */
    public static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /**
     * Writes a value on one line.
     *
     * @param value the value; the keys of maps are texts
     * @return the JSON, in which infinity and NaN are {@code null}
     * @throws IllegalArgumentException if the value is or contains an object of another class
     */
    public static String write(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(field -> quoted((String) field.getKey()) + ":" + write(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> array) {
            return array.stream().map(JsonWriter::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value != null && value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> write(Array.get(value, i)))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Supplier<?> supplier) {
            return write(supplier.get());
        }
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Number number) {
            return Double.isFinite(number.doubleValue()) ? number.toString() : "null";
        }
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException("JSON has no " + value.getClass());
    }

    /** Escapes what JSON does not hold as it is, in the shortest form, and surrogates that are not in pairs. */
    private static String quoted(String string) {
        StringBuilder text = new StringBuilder("\"");
        string.codePoints().forEach(c -> {
            int known = c == '/' ? -1 : JsonReader.ESCAPED.indexOf(c);
            if (known >= 0) {
                text.append('\\').append(JsonReader.ESCAPES.charAt(known));
            } else if (c < ' ' || Character.getType(c) == Character.SURROGATE) {
                text.append("\\u%04x".formatted(c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.append('"').toString();
    }
}
