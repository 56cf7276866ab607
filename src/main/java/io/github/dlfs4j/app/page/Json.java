package io.github.dlfs4j.app.page;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@link io.github.dlfs4j.file.JsonWriter} writes: objects, and bytes as texts. */
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
}
