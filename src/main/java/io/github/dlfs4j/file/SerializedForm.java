package io.github.dlfs4j.file;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Java's serialisation writes in the place of an object of this library: its class, a line and named parts, much
 * as a file has them, and of an array its bytes. When it is read, it goes to the static method {@code unpacked} of the
 * class or of a superclass, which calls a constructor or the reader of files. So a stream cannot contain anything that
 * these refuse. The parts are objects of the stream: what else refers to them still does so when they arrive.
 */
public final class SerializedForm implements Serializable {
    private static final long serialVersionUID = 1;

    /** The reader has the bytes and what is made of them in memory at once. */
    private static final int MAX_BYTES = (int) (MemoryBudget.DEFAULT / 2);

    /** Names in a stream, which messages quote, may have 65,535 bytes. */
    private static final int MAX_MESSAGE = 300;

    private transient Class<?> type;
    private transient String line;
    private transient Map<String, Object> parts = new LinkedHashMap<>();
    private transient Stream<byte[]> blocks = Stream.empty();
    private transient ByteBuffer bytes;

    /**
     * Creates a form without parts.
     *
     * @param type the class of the object, which has a static method {@code unpacked}, or whose superclass has it
     * @param line a text, or null
     */
    public SerializedForm(Class<?> type, String line) {
        this.type = type;
        this.line = line;
    }

    /**
     * Adds a part.
     *
     * @param name the name, also for messages
     * @param part the part
     * @return this form
     */
    public SerializedForm with(String name, Object part) {
        parts.put(name, part);
        return this;
    }

    /**
     * Adds parts.
     *
     * @param others the parts by name
     * @return this form
     */
    public SerializedForm with(Map<String, ?> others) {
        parts.putAll(others);
        return this;
    }

    /**
     * Sets the bytes.
     *
     * @param content the bytes, in blocks
     * @return this form
     */
    public SerializedForm with(Stream<byte[]> content) {
        blocks = content;
        return this;
    }

    /** {@return the class of the object, which the stream names} */
    public Class<?> type() {
        return type;
    }

    /** {@return the line, or null} */
    public String line() {
        return line;
    }

    /** {@return the bytes that the stream has, however few} */
    public ByteBuffer bytes() {
        return bytes;
    }

    /**
     * Takes a part out of this form.
     *
     * @param <T> the class of the part
     * @param name the name
     * @param kind the class of the part
     * @return the part
     * @throws IllegalArgumentException {@code W of this Linear is missing or another one}, if it has another class
     */
    public <T> T part(String name, Class<T> kind) {
        Object part = parts.remove(name);
        if (!kind.isInstance(part)) {
            throw wrong(name);
        }
        return kind.cast(part);
    }

    /**
     * Takes a part that may be missing out of this form.
     *
     * @param <T> the class of the part
     * @param name the name
     * @param kind the class of the part
     * @return the part, or null
     * @throws IllegalArgumentException as for {@link #part part}
     */
    public <T> T partIfThere(String name, Class<T> kind) {
        return parts.containsKey(name) ? part(name, kind) : null;
    }

    /**
     * Takes all parts of a kind out of this form.
     *
     * @param <T> the class of the parts
     * @param kind the class of the parts
     * @return a new map of the parts by name
     */
    public <T> Map<String, T> parts(Class<T> kind) {
        Map<String, T> found = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (kind.isInstance(part)) {
                found.put(name, kind.cast(part));
            }
        });
        parts.keySet().removeAll(found.keySet());
        return found;
    }

    private IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException(
                "%s of this %s is missing or another one".formatted(Excerpt.of(name), type.getSimpleName()));
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeObject(type);
        out.writeObject(line);
        write(out, parts);
        for (Iterator<byte[]> left = blocks.iterator(); left.hasNext(); ) {
            out.write(left.next());
        }
    }

    /**
     * Writes parts without a class of Java's, so that a filter may refuse those.
     *
     * @param out the stream
     * @param parts the parts by name
     * @throws NotSerializableException {@code layer 2 of 3, com.example.Doubling, cannot be serialised: it is not
     *     Serializable}
     * @throws IOException if the stream cannot be written
     */
    public static void write(ObjectOutputStream out, Map<String, ?> parts) throws IOException {
        out.writeInt(parts.size());
        for (Map.Entry<String, ?> part : parts.entrySet()) {
            out.writeUTF(part.getKey());
            try {
                out.writeObject(part.getValue());
            } catch (NotSerializableException e) {
                throw e.getCause() == null ? explained(part.getKey(), part.getValue(), e) : e;
            }
        }
    }

    private static NotSerializableException explained(String name, Object part, NotSerializableException cause) {
        String reason =
                part instanceof Serializable ? cause.getMessage() + " is not Serializable" : "it is not Serializable";
        String message = "%s, %s, cannot be serialised: %s"
                .formatted(name, part.getClass().getName(), reason);
        return (NotSerializableException) new NotSerializableException(message).initCause(cause);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        try {
            type = (Class<?>) in.readObject();
            line = (String) in.readObject();
        } catch (ClassCastException e) {
            throw refused(e);
        }
        parts = read(in);
        bytes = ByteBuffer.wrap(in.readNBytes(MAX_BYTES));
        if (in.read() >= 0) {
            throw new InvalidObjectException(
                    "serialised form: expected at most %s bytes, found more".formatted(MAX_BYTES));
        }
    }

    /**
     * Reads what {@link #write} has written. A stream that claims too many parts does not take memory for them.
     *
     * @param in the stream
     * @return a new map of the parts by name, which may be null or of any class
     * @throws IOException if the stream cannot be read
     * @throws ClassNotFoundException if the class of a part is not there
     */
    public static Map<String, Object> read(ObjectInputStream in) throws IOException, ClassNotFoundException {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            parts.put(in.readUTF(), in.readObject());
        }
        return parts;
    }

    private Object readResolve() throws InvalidObjectException {
        try {
            Object unpacked = unpacking().invoke(null, this);
            if (!parts.isEmpty()) {
                throw wrong(parts.keySet().iterator().next());
            }
            return type.cast(unpacked);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw refused((Exception) e.getCause());
        } catch (IllegalAccessException | RuntimeException e) {
            throw refused(e);
        }
    }

    /** Returns the method that makes the object. A stranger chose the class, so nothing of it runs before. */
    private Method unpacking() throws InvalidObjectException {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            try {
                Method unpacked = each.getDeclaredMethod("unpacked", SerializedForm.class);
                unpacked.setAccessible(true);
                return unpacked;
            } catch (NoSuchMethodException | LinkageError e) {
                // The superclass may have it.
            }
        }
        throw new InvalidObjectException(type.getSimpleName() + " has no serialised form");
    }

    /**
     * Creates the exception for a damaged form.
     *
     * @param cause the exception that says what is wrong
     * @return an exception with the same message, or for null and wrong classes, one that says so
     */
    public static InvalidObjectException refused(Exception cause) {
        // Java's words for these name variables and classes of this program.
        String message = cause instanceof NullPointerException || cause instanceof ClassCastException
                ? "a part of the serialised form is missing or of another kind"
                : Excerpt.startOf(String.valueOf(cause.getMessage()), MAX_MESSAGE);
        return (InvalidObjectException) new InvalidObjectException(message).initCause(cause);
    }

    /**
     * Creates the exception for a stream that holds an object itself instead of its form.
     *
     * @param type the class of the object
     * @return an exception that names it
     */
    public static InvalidObjectException required(Class<?> type) {
        return new InvalidObjectException(type.getSimpleName() + " can be read only from its serialised form");
    }
}
