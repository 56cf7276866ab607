package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Objects as Java's serialisation carries them. */
public final class Journey {
    private Journey() {}

    /** An object at the end of its journey. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // what leaves is what arrives
    public static <T> T of(T traveller) throws IOException, ClassNotFoundException {
        return (T) end(beginning(traveller));
    }

    /** The classes of a package that are of such a kind and have objects: all of them are to travel. */
    public static List<Class<?>> kinds(Class<?> kind) throws IOException {
        Path folder =
                Path.of("src", "main", "java").resolve(kind.getPackageName().replace('.', '/'));
        try (Stream<Path> sources = Files.list(folder)) {
            return sources.map(source -> source.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.contains("-"))
                    .<Class<?>>map(name -> classNamed(kind.getPackageName() + "." + name))
                    .filter(type -> kind.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers()))
                    .toList();
        }
    }

    private static Class<?> classNamed(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The serialised form of an object. */
    public static byte[] beginning(Object traveller) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(traveller);
        }
        return bytes.toByteArray();
    }

    /** The object of a serialised form. */
    public static Object end(byte... serialised) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialised))) {
            return in.readObject();
        }
    }

    /** The same where a filter looks at each class. */
    public static Object filtered(String filter, byte... serialised) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(serialised))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(filter));
            return in.readObject();
        }
    }

    /**
     * A serialised form that no object has: of an object without fields, whose class writes such data by itself.
     *
     * @param data at most 255 bytes
     */
    public static byte[] crafted(Class<?> type, byte... data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
        out.writeShort(ObjectStreamConstants.STREAM_VERSION);
        out.writeByte(ObjectStreamConstants.TC_OBJECT);
        out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
        out.writeUTF(type.getName());
        out.writeLong(ObjectStreamClass.lookup(type).getSerialVersionUID());
        out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE | ObjectStreamConstants.SC_WRITE_METHOD);
        out.writeShort(0);
        out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
        out.writeByte(ObjectStreamConstants.TC_NULL);
        if (data.length > 0) {
            out.writeByte(ObjectStreamConstants.TC_BLOCKDATA);
            out.writeByte(data.length);
            out.write(data);
        }
        out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
        return bytes.toByteArray();
    }

    /** A serialised form in which one text is another of the same length. */
    public static byte[] replaced(byte[] serialised, String text, String other) {
        String bytes = new String(serialised, StandardCharsets.ISO_8859_1);
        assertThat(bytes).containsOnlyOnce(text);
        return bytes.replace(text, other).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A serialised form in which one number is another. */
    public static byte[] replaced(byte[] serialised, double number, double other) {
        ByteBuffer bytes = ByteBuffer.wrap(serialised.clone());
        int at = 0;
        while (Double.compare(bytes.getDouble(at), number) != 0) {
            at++;
        }
        return bytes.putDouble(at, other).array();
    }
}
