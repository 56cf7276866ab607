package io.github.dlfs4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a compiled class names: the part of a class file that the Java Virtual Machine Specification calls the constant
 * pool.
 *
 * @param texts its string constants and names
 * @param classes the classes it names, with slashes
 * @param methods the methods that it calls or refers to, {@code package/Class.method}
 */
public record ConstantPool(Set<String> texts, Set<String> classes, Set<String> methods) {
    private static final int MAGIC = 0xcafebabe;

    public static ConstantPool of(Path classFile) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(classFile)))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConstantPool read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.readInt(); // the version
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, int[]> classes = new HashMap<>();
        Map<Integer, int[]> methods = new HashMap<>();
        Map<Integer, int[]> names = new HashMap<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.put(i, in.readUTF());
                case 3, 4 -> in.readInt();
                case 5, 6 -> {
                    in.readLong();
                    i++; // a number of 64 bits takes two places
                }
                case 7 -> classes.put(i, pair(in.readUnsignedShort(), 0));
                case 8, 16, 19, 20 -> in.readUnsignedShort();
                case 9, 17, 18 -> in.readInt();
                case 10, 11 -> methods.put(i, pair(in.readUnsignedShort(), in.readUnsignedShort()));
                case 12 -> names.put(i, pair(in.readUnsignedShort(), in.readUnsignedShort()));
                case 15 -> in.skipNBytes(3);
                default -> throw new IOException("unknown constant: " + tag);
            }
        }
        ConstantPool pool = new ConstantPool(new TreeSet<>(texts.values()), new TreeSet<>(), new TreeSet<>());
        classes.values().forEach(type -> pool.classes.add(texts.get(type[0])));
        for (int[] method : methods.values()) {
            String type = texts.get(classes.get(method[0])[0]);
            pool.methods.add(type + "." + texts.get(names.get(method[1])[0]));
        }
        return pool;
    }

    private static int[] pair(int first, int second) {
        return new int[] {first, second};
    }
}
