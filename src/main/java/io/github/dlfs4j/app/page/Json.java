package io.github.dlfs4j.app.page;

import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes maps, collections, texts, numbers, booleans and {@code null} as JSON (RFC 8259). */
final class Json {
    private final StringBuilder text = new StringBuilder();

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
        Json json = new Json();
        json.append(value);
        return json.text.toString();
    }

    private void append(Object value) {
        if (value instanceof Map<?, ?> object) {
            append(object);
        } else if (value instanceof Collection<?> array) {
            append(array);
        } else if (value instanceof String string) {
            append(string);
        } else if (value instanceof Number number) {
            // JSON has no infinity and no NaN.
            text.append(Double.isFinite(number.doubleValue()) ? number.toString() : "null");
        } else if (value == null || value instanceof Boolean) {
            text.append(value);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass());
        }
    }

    private void append(Map<?, ?> object) {
        text.append('{');
        Iterator<? extends Map.Entry<?, ?>> fields = object.entrySet().iterator();
        while (fields.hasNext()) {
            Map.Entry<?, ?> field = fields.next();
            append((String) field.getKey());
            text.append(':');
            append(field.getValue());
            text.append(fields.hasNext() ? "," : "");
        }
        text.append('}');
    }

    private void append(Collection<?> array) {
        text.append('[');
        Iterator<?> values = array.iterator();
        while (values.hasNext()) {
            append(values.next());
            text.append(values.hasNext() ? "," : "");
        }
        text.append(']');
    }

    /** Escapes control characters, so that the text is one line, and surrogates, which may be unpaired. */
    private void append(String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
