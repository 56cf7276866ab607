package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.ndarray.NDArray;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One call.
 *
 * @param what the constructor or method
 * @param receiver the object whose method it is, or null
 * @param arguments its arguments
 */
@SuppressWarnings("ArrayRecordComponent") // filled by who makes the call
record Call(Executable what, Object receiver, Object[] arguments) {
    private static final int MAX_TEXT = 60;
    private static final int MAX_ELEMENTS = 9;

    Call(Executable what, Object receiver) {
        this(what, receiver, new Object[what.getParameterCount()]);
    }

    /** The call that prints an object. */
    static Call toString(Object object) {
        try {
            return new Call(Object.class.getMethod("toString"), object);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls it. */
    Object result() throws InvocationTargetException {
        try {
            if (what instanceof Method method) {
                return method.invoke(receiver, arguments);
            }
            return ((Constructor<?>) what).newInstance(arguments);
        } catch (IllegalAccessException | InstantiationException e) {
            throw new IllegalStateException(what.toString(), e);
        }
    }

    @Override
    public String toString() {
        String given = Arrays.stream(arguments).map(Call::text).collect(Collectors.joining(", "));
        return PublicCalls.name(what) + (receiver == null ? "" : " of " + text(receiver)) + " with (" + given + ")";
    }

    private static String text(Object value) {
        String text;
        if (value instanceof NDArray array) {
            text = array.dtype() + " " + array.shape() + (array.size() < MAX_ELEMENTS ? " " + array : "");
        } else if (value != null && value.getClass().isArray()) {
            int length = Array.getLength(value);
            Object[] elements = new Object[Math.min(length, MAX_ELEMENTS)];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = text(Array.get(value, i));
            }
            text = length + " of " + List.of(elements);
        } else if (value == null || value instanceof Number || value instanceof Enum || value instanceof Boolean) {
            text = String.valueOf(value);
        } else {
            text = value.getClass().getSimpleName() + (value instanceof String ? " '" + value + "'" : "");
        }
        String line = text.replaceAll("[^\\x20-\\x7e]+", " ");
        return line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) + "…" : line;
    }
}
