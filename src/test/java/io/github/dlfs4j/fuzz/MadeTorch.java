package io.github.dlfs4j.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.zip.CRC32;

/** An archive of tensors, as {@code torch.save} writes it. Its pickle is made of right and wrong instructions. */
final class MadeTorch {
    /** How many parts are right for each wrong one. */
    private static final int RIGHT = 100;

    private static final String[] TYPES = {"Float", "Double", "Half", "BFloat16", "Long", "Int", "Short", "Byte", "Bool"
    };
    private static final int[] SIZES = {4, 8, 2, 2, 8, 4, 2, 1, 1};

    private final Parts parts;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private int storages;

    MadeTorch(SplittableRandom random) {
        this.parts = new Parts(random);
    }

    byte[] file() {
        entries.put("a/data.pkl", new byte[0]);
        StringBuilder pickle = new StringBuilder("\u0080" + parts.oneOf("\2", "\2", "\4"));
        pickle.append(parts.oneOf("}", "ccollections\nOrderedDict\n)R")).append('(');
        for (int items = parts.length(6); items > 0; items--) {
            pickle.append(text(parts.nearly("layer" + items, RIGHT))).append(value());
        }
        pickle.append(parts.oneIn(RIGHT) ? some() : "").append("u.");
        entries.put("a/data.pkl", Parts.latin1(pickle.toString()));
        if (parts.oneIn(2)) {
            entries.put("a/byteorder", Parts.latin1(parts.nearly(parts.oneOf("little", "big"), RIGHT)));
        }
        if (parts.oneIn(RIGHT)) {
            entries.put(parts.nearly("a/data/0", 3), parts.noise(parts.length(100)));
        }
        return archive(entries, number -> parts.nearly(number, RIGHT));
    }

    private String value() {
        return switch (parts.oneOf(0, 1, 2, 3, 4, 5, 6, 7)) {
            case 0 -> "](" + tensor() + "K\1e";
            case 1 -> "}" + text("inner") + tensor() + "s";
            case 2 -> "ctorch._utils\n_rebuild_parameter\n" + tensor() + "\u0088ccollections\nOrderedDict\n)R\u0087R";
            case 3 -> parts.oneIn(20) ? some() : parts.oneOf("N", "\u0088", "K\7", "G" + "\0".repeat(8));
            default -> tensor();
        };
    }

    private String tensor() {
        int kind = parts.length(TYPES.length);
        String type = parts.oneIn(RIGHT) ? parts.oneOf("ComplexFloat", "QInt8", "Untyped", "") : TYPES[kind];
        int rows = parts.length(12);
        int columns = parts.length(12);
        String key = Integer.toString(storages++);
        entries.put("a/data/" + key, parts.noise(rows * columns * SIZES[kind]));
        String storage = "(%sctorch\n%sStorage\n%s%s%stQ"
                .formatted(
                        text("storage"),
                        type,
                        text(parts.nearly(key, RIGHT)),
                        text("cpu"),
                        number((long) rows * columns));
        boolean transposed = parts.oneIn(4);
        String shape = number(rows) + number(columns) + "\u0086";
        String strides = (transposed ? number(1) + number(rows) : number(columns) + number(1)) + "\u0086";
        String rest = parts.oneIn(RIGHT) ? some() : "\u0089ccollections\nOrderedDict\n)R";
        return "ctorch._utils\n_rebuild_tensor_v2\n(" + storage + number(0) + shape + strides + rest + "tR";
    }

    private String number(long number) {
        return "J" + new String(Parts.number(parts.nearly(number, RIGHT), 4), StandardCharsets.ISO_8859_1);
    }

    private static String text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return "X"
                + new String(Parts.number(bytes.length, 4), StandardCharsets.ISO_8859_1)
                + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String some() {
        return switch (parts.oneOf(0, 1, 2, 3, 4)) {
            case 0 -> new String(parts.noise(1 + parts.length(9)), StandardCharsets.ISO_8859_1);
            case 1 -> parts.oneOf("N", "}", "]", ")", "(", "t", "a", "e", "s", "u", "b", "R", "Q", "2", "0");
            case 2 -> "c" + parts.nearly("torch._utils", 2) + "\n" + parts.nearly("_rebuild_tensor_v2", 2) + "\n";
            case 3 -> "]q\0" + "]h\0ah\0aq\0".repeat(parts.length(40));
            default -> "N" + "\u0085".repeat(parts.length(60_000));
        };
    }

    /**
     * Writes entries as PyTorch does: stored, with checksum and lengths after the data, and with records of zip64.
     *
     * @param nearly returns a number of the last records, or a wrong one
     */
    static byte[] archive(Map<String, byte[]> entries, LongUnaryOperator nearly) {
        byte[] content = {};
        byte[] directory = {};
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.UTF_8);
            byte[] data = entry.getValue();
            CRC32 crc = new CRC32();
            crc.update(data);
            byte[] lengths = Parts.joined(Parts.number(data.length, 4), Parts.number(data.length, 4));
            byte[] sums = Parts.joined(Parts.number(crc.getValue(), 4), lengths);
            byte[] version = Parts.joined(Parts.number(0, 2), Parts.number(0x808, 2), new byte[6]);
            byte[] names = Parts.joined(Parts.number(name.length, 2), new byte[2]);
            directory = Parts.joined(
                    directory,
                    Parts.number(0x02014b50, 4),
                    new byte[2],
                    version,
                    sums,
                    names,
                    new byte[10],
                    Parts.number(content.length, 4),
                    name);
            content = Parts.joined(
                    content,
                    Parts.number(0x04034b50, 4),
                    version,
                    new byte[12],
                    names,
                    name,
                    data,
                    Parts.number(0x08074b50, 4),
                    sums);
        }
        int count = entries.size();
        byte[] counts =
                Parts.joined(Parts.number(nearly.applyAsLong(count), 8), Parts.number(nearly.applyAsLong(count), 8));
        byte[] places = Parts.joined(
                Parts.number(nearly.applyAsLong(directory.length), 8),
                Parts.number(nearly.applyAsLong(content.length), 8));
        byte[] end = Parts.joined(Parts.number(0x06064b50, 4), Parts.number(44, 8), new byte[12], counts, places);
        byte[] locator = Parts.joined(
                Parts.number(0x07064b50, 4),
                new byte[4],
                Parts.number(nearly.applyAsLong(content.length + directory.length), 8),
                Parts.number(1, 4));
        byte[] small = Parts.joined(
                Parts.number(0x06054b50, 4),
                new byte[4],
                Parts.number(count, 2),
                Parts.number(count, 2),
                Parts.number(directory.length, 4),
                Parts.number(content.length, 4),
                new byte[2]);
        return Parts.joined(content, directory, end, locator, small);
    }

    /** Returns the stored entries of an archive that PyTorch wrote. */
    static Map<String, byte[]> entries(byte... file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        int entry = bytes.getInt(file.length - 6);
        for (int count = bytes.getShort(file.length - 12); count > 0; count--) {
            int nameEnd = entry + 46 + bytes.getShort(entry + 28);
            int local = bytes.getInt(entry + 42);
            int start = local + 30 + bytes.getShort(local + 26) + bytes.getShort(local + 28);
            String name = new String(file, entry + 46, nameEnd - entry - 46, StandardCharsets.UTF_8);
            entries.put(name, Arrays.copyOfRange(file, start, start + bytes.getInt(entry + 24)));
            entry = nameEnd + bytes.getShort(entry + 30) + bytes.getShort(entry + 32);
        }
        return entries;
    }
}
