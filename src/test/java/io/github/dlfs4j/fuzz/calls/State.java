package io.github.dlfs4j.fuzz.calls;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** All that can be read of objects as a text, to see whether a call has changed one. */
final class State {
    /** Fields in which objects note that somebody has asked for arrays that must not be shared. */
    private static final Set<String> NOTES = Set.of("constancy", "given");

    private final StringBuilder text = new StringBuilder();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private State() {}

    static String of(Object... objects) throws IOException, IllegalAccessException {
        State state = new State();
        for (Object each : objects) {
            state.add(each);
        }
        return state.text.toString();
    }

    private void add(Object object) throws IOException, IllegalAccessException {
        if (object == null || object instanceof Enum || object instanceof CharSequence || isNumber(object)) {
            text.append(object).append(' ');
        } else if (!seen.add(object)) {
            text.append("again ");
        } else if (object instanceof Path file) {
            text.append(Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) : Files.exists(file));
        } else if (object instanceof InputStream in) {
            text.append(in.available()).append(' ');
        } else if (object instanceof DataOutputStream out) {
            text.append(out.size()).append(' ');
        } else if (object instanceof Map<?, ?> map) {
            add(map.keySet());
            add(map.values());
        } else if (object instanceof Collection<?> all) {
            for (Object each : all) {
                add(each);
            }
        } else if (object instanceof double[] numbers) {
            text.append(Arrays.hashCode(numbers)).append(' ');
        } else if (object instanceof float[] numbers) {
            text.append(Arrays.hashCode(numbers)).append(' ');
        } else if (object.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                add(Array.get(object, i));
            }
        } else if (Factories.isOurs(object.getClass()) && !object.getClass().isHidden()) {
            for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
                addFields(object, type);
            }
        }
    }

    private static boolean isNumber(Object object) {
        return object instanceof Number || object instanceof Boolean || object instanceof Character;
    }

    private void addFields(Object object, Class<?> type) throws IOException, IllegalAccessException {
        for (Field field : type.getDeclaredFields()) {
            boolean isStatic = Modifier.isStatic(field.getModifiers());
            if (Factories.isOurs(type) && !isStatic && !NOTES.contains(field.getName())) {
                field.setAccessible(true);
                add(field.get(object));
            }
        }
    }
}
