package io.github.dlfs4j.app.page;

import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, collections, texts, numbers, booleans and {@code null} as JSON (RFC 8259). */
final class Json {
    private Json() {}

    /** Makes an object from alternating names and values. Values may be {@code null}. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** Encodes bytes as text, since JSON has no bytes. */
    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Writes a value on one line.
     *
     * @throws IllegalArgumentException if the value is or contains an object of another class
     */
    static String write(Object value) {
        if (value instanceof Map<?, ?> object) {
            return object.entrySet().stream()
                    .map(field -> quoted((String) field.getKey()) + ":" + write(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> array) {
            return array.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Number number) {
            // JSON has no infinity and no NaN.
            return Double.isFinite(number.doubleValue()) ? number.toString() : "null";
        }
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        throw new IllegalArgumentException("JSON has no " + value.getClass());
    }

    /** Escapes control characters, so that the text is one line, and surrogates, which may be unpaired. */
    private static String quoted(String string) {
        StringBuilder text = new StringBuilder("\"");
        string.chars().forEach(c -> {
            if (c < ' ' || Character.isSurrogate((char) c)) {
                text.append("\\u%04x".formatted(c));
            } else {
                text.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return text.append('"').toString();
    }
}
