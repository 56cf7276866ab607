package io.github.dlfs4j;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that cost as much as files of their length can: the good ones hold arrays, the bad ones do not. */
final class HostileFiles {
    private static final int MEGABYTE = 1 << 20;
    private static final String UINT8 =
            "cnumpy\ndtype\nU\2u1\u0089\u0088\u0087R(K\3U\1|NNNJ\u00ff\u00ff\u00ff\u00ffJ\u00ff\u00ff\u00ff\u00ffK\0tb";
    private static final String SCALAR = "cnumpy.core.multiarray\nscalar\n" + UINT8 + "C\1\4\u0086Rq\1";

    private static final String TENSOR = "ctorch._utils\n_rebuild_tensor_v2\n("
            + "(X\7\0\0\0storagectorch\nCharStorage\nX\1\0\0\0" + "0X\3\0\0\0cpuJ";
    private static final String HOOKS = "\u0089ccollections\nOrderedDict\n)R";

    /** The header of a gzip file, a deflated block without content, and such a block that ends a file. */
    private static final String GZIP = "\u001f\u008b\10\0\0\0\0\0\0\3";

    private static final String EMPTY_BLOCK = "\0\0\0\u00ff\u00ff";
    private static final String EMPTY_MEMBER = "\3\0" + "\0".repeat(8);

    /** An IDX file of two elements as the last block, with its checksum and length. */
    private static final String IDX_BLOCK =
            "\1\12\0\u00f5\u00ff" + "\0\0\10\1\0\0\0\2\5\6" + "i\u00fd\u0088\1\12\0\0\0";

    private final Path folder;

    private HostileFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes all, or a good one and a bad one of each format. */
    static void writeTo(Path folder, boolean all) throws IOException {
        HostileFiles files = new HostileFiles(folder);
        files.writeFew();
        if (all) {
            files.writeNpy();
            files.writeArchives();
            files.writeIdx();
            files.writePickles();
            files.writePicklesOfManyKeys();
            files.writeOldPickles();
            files.writeTexts();
            files.writeSafetensors();
            files.writeTorch();
            files.writeOnnx();
        }
    }

    private void writeFew() throws IOException {
        write("good-half.npy", npy(">f2", "5000000,"), new byte[10_000_000]);
        write("bad-axes.npy", npy("|u1", "1,".repeat(4900)), new byte[10_000_000]);
        archive("good-int8.npz", npy("|i1", "16000000,"), 16_000_000);
        archive("bad-int8.npz", npy("|i1", "60000000,"), 60_000_000);
        write("good-empty-blocks.gz", GZIP, bytes(EMPTY_BLOCK.repeat(2_000_000) + IDX_BLOCK));
        gzip("bad-memory.gz", "\0\0\10\1\14\0\0\0", 12 << 24);
        pickle("good-key-often", "}" + binary('B', 1000) + "q\0" + SCALAR + "s" + "h\0h\1s".repeat(60_000) + ".");
        pickle("bad-marks", "(".repeat(10_000_000));
        write("good-digits.txt", "1".repeat(10_000_000), "");
        write("bad-word.txt", "w".repeat(10_000_000), "");
        safetensors("good-int8", tensor("a", "I8", 10_000_000, 0, 10_000_000), 10_000_000);
        safetensors("bad-depth", "\"a\":" + "[".repeat(9_000_000), 0);
        String empty = TENSOR + length(1) + "tQK\0K\0\u0085K\1\u0085" + HOOKS + "tRq\1";
        torch("good-empty", "](" + empty + "h\1".repeat(9999) + "e", 1);
        torch("bad-ten-million", "](" + empty + "h\1".repeat(9_999_999) + "e", 1);
        onnx("good-bytes", field(5, vector(9_000_000, 2) + field(9, "b".repeat(9_000_000))));
        onnx("bad-nodes", field(1, "").repeat(4_900_000));
    }

    private void writeOnnx() throws IOException {
        onnx("bad-memory", field(5, vector(17_000_000, 7) + field(7, "\1".repeat(17_000_000))));
        onnx("bad-numbers", field(5, vector(4_900_000, 7) + "\70\1".repeat(4_900_000)));
        onnx("bad-inputs", field(1, field(1, "").repeat(4_900_000) + field(4, "Neg")));
        onnx(
                "bad-attributes",
                field(1, field(4, "Neg") + field(5, field(1, "a") + "\10\1").repeat(1_000_000)));
        onnx("bad-axes", field(5, "\10\1".repeat(4_900_000) + "\20\7"));
        onnx("bad-outputs", field(12, field(1, "a")).repeat(1_900_000));
        String one = field(5, vector(1, 7) + field(7, "\1"));
        onnx("bad-many", one + node("Neg", "a", "b").repeat(500_000));
        StringBuilder doubled = new StringBuilder(one);
        StringBuilder squared = new StringBuilder(one);
        for (int i = 0; i < 60_000; i++) {
            doubled.append(node("Concat", i == 0 ? "a" : "n" + (i - 1), "n" + i));
            squared.append(node("Add", i == 0 ? "a" : "n" + (i - 1), "n" + i));
        }
        onnx("good-doubled", doubled.toString());
        onnx("good-sums", squared.toString());
    }

    /** A tensor without elements: the length of its only axis, its type, and the name a. */
    private static String vector(int length, int type) {
        return "\10" + varint(length) + "\20" + (char) type + field(8, "a");
    }

    /** A node with the same input twice, and axis 0. */
    private static String node(String operator, String input, String output) {
        String axis = operator.equals("Concat") ? field(5, field(1, "axis") + "\30\0\u00a0\1\2") : "";
        return field(1, field(1, input) + field(1, input) + field(2, output) + field(4, operator) + axis);
    }

    /** A field of Protocol Buffers. */
    private static String field(int number, String content) {
        return (char) (number << 3 | 2) + varint(content.length()) + content;
    }

    private static String varint(int value) {
        return value < 0x80 ? "" + (char) value : (char) ((value & 0x7f) | 0x80) + varint(value >>> 7);
    }

    private void onnx(String name, String graph) throws IOException {
        write(name + ".onnx", field(7, graph) + field(8, "\20\21"));
    }

    private void writeNpy() throws IOException {
        write("good-int8.npy", npy("|i1", "10000000,"), new byte[10_000_000]);
        write("bad-memory.npy", npy("|i1", "17000000,"), new byte[17_000_000]);
    }

    private void writeArchives() throws IOException {
        archive("good-zeros.npz", npy("<f8", "16000000,"), 128_000_000);
        archive("bad-zeros.npz", npy("<f8", "25000000,"), 200_000_000);
        archive("bad-header.npz", "no array", 130_000_000);
        try (ZipOutputStream zip = zip("good-noise.npz")) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(bytes(npy("|u1", "60000000,")));
            noise(zip, 60_000_000);
        }
        try (ZipOutputStream zip = zip("good-many.npz")) {
            byte[] npy = bytes(npy("|i1", "900,") + "\1".repeat(900));
            for (int i = 0; i < 10_000; i++) {
                ZipEntry entry = new ZipEntry("n".repeat(245) + i + ".npy");
                entry.setComment("c".repeat(600));
                zip.putNextEntry(entry);
                zip.write(npy);
            }
        }
    }

    private void writeIdx() throws IOException {
        gzip("good-zeros.gz", "\0\0\10\1\7\0\0\0", 7 << 24);
        gzip("bad-more.gz", "\0\0\10\1\0\0\0\5", 100 * MEGABYTE);
        gzip("bad-less.gz", "\0\0\10\1\7\0\0\0", (7 << 24) - 1);
        write("good-blocks.gz", "", SmallBlocks.gzip(10_000_000));
        write("bad-name.gz", "\u001f\u008b\10\10\0\0\0\0\0\3", "n".repeat(10_000_000));
        write("bad-comment.gz", "\u001f\u008b\10\20\0\0\0\0\0\3", "n".repeat(10_000_000));
        write("good-empty-members.gz", (GZIP + EMPTY_MEMBER).repeat(500_000), GZIP + IDX_BLOCK);
        write("bad-blocks.gz", "\u001f\u008b\10\0\0\0\0\0\0\3", "\0\0\0\u00ff\u00ff".repeat(2_000_000));
    }

    private void writeTexts() throws IOException {
        write("good-rows.txt", "1 2.5\n".repeat(1_600_000), "");
        write("good-line.txt", "7 ".repeat(5_000_000), "");
        write("good-comments.txt", "# 1 2\n\n".repeat(1_400_000), "");
        write("bad-columns.txt", "1 2 3\n".repeat(1_600_000), "1\n");
        write("good-members.txt.gz", (GZIP + EMPTY_MEMBER).repeat(500_000), "");
        write("bad-members.txt.gz", (GZIP + EMPTY_MEMBER).repeat(500_000), "x");
        compressedText("bad-memory", "1 2 3 4\n".repeat(8_000_000));
        compressedText("bad-newlines", "\n".repeat(100_000_000));
        compressedText("bad-comments", ("1 #" + "x".repeat(1_000_000) + "\n").repeat(100));
        compressedText("good-zeros", "0.000000000000000000e+00 0.000000000000000000e+00\n".repeat(500_000));
    }

    private void compressedText(String name, String text) throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name + ".txt.gz")))) {
            gzip.write(bytes(text));
        }
    }

    private void writeSafetensors() throws IOException {
        safetensors("bad-memory", tensor("a", "I8", 17_000_000, 0, 17_000_000), 17_000_000);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            many.append(many.isEmpty() ? "" : ",").append(tensor("n".repeat(900) + i, "F64", 0, 0, 0));
        }
        safetensors("good-many", many.toString(), 0);
        StringBuilder empty = new StringBuilder();
        for (int i = 0; i < 150_000; i++) {
            empty.append(empty.isEmpty() ? "" : ",").append(tensor(Integer.toString(i), "F64", 0, 0, 0));
        }
        safetensors("bad-empty", empty.toString(), 0);
        // Ten million of them: nobody needs to read them all.
        write("bad-ten-million.safetensors", length(600_000_000) + "\0\0\0\0{" + empty, "");
        try (RandomAccessFile file = new RandomAccessFile(
                folder.resolve("bad-ten-million.safetensors").toFile(), "rw")) {
            file.setLength(600_000_008);
        }
        safetensors("bad-name", tensor("n".repeat(9_000_000), "U8", 0, 0, 0), 0);
        safetensors("bad-escapes", tensor("\\u0041".repeat(1_600_000), "U8", 0, 0, 0), 0);
        safetensors("bad-shape", "\"a\":{\"shape\":[" + "0,".repeat(4_900_000), 0);
        String metadata = "\"k%s\":\"\",".repeat(2);
        safetensors(
                "bad-metadata",
                "\"__metadata__\":{" + metadata.formatted("", "").repeat(700_000),
                0);
    }

    private static String tensor(String name, String type, int length, int begin, int end) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%s,%s]}"
                .formatted(name, type, length, begin, end);
    }

    private void safetensors(String name, String fields, int elements) throws IOException {
        String header = "{" + fields + "}";
        write(name + ".safetensors", length(header.length()) + "\0\0\0\0" + header, new byte[elements]);
    }

    private void writeTorch() throws IOException {
        String whole = "K\0J" + length(9_000_000) + "\u0085K\1\u0085" + HOOKS + "tR";
        torch("good-int8", TENSOR + length(9_000_000) + "tQ" + whole, 9_000_000);
        torch("bad-memory", TENSOR + length(17_000_000) + "tQ" + whole, 17_000_000);
        // One element 100 million times, and 7,000 times a tensor of one storage
        String repeated = "K\0J" + length(100_000_000) + "\u0085K\0\u0085" + HOOKS + "tR";
        torch("bad-repeated", TENSOR + length(1) + "tQ" + repeated, 1);
        String known = TENSOR + length(9_000_000) + "tQ" + whole + "q\1";
        torch("good-often", "](" + known + "h\1".repeat(9000) + "e", 9_000_000);
        torch("bad-often", "](" + known + "h\1".repeat(10_000) + "e", 9_000_000);
        torch("bad-lists", "(]Naq\0" + "]h\0ah\0aq\0".repeat(20_000) + "t", 0);
        torch("bad-depth", "N" + "\u0085".repeat(190_000), 0);
        torch("bad-marks", "(".repeat(9_000_000), 0);
        torch("bad-missing", TENSOR + length(1) + "tQ" + repeated.replace("0X", "1X"), 2);
    }

    private void torch(String name, String instructions, int elements) throws IOException {
        byte[] pickle = bytes("\u0080\2" + instructions + ".");
        byte[] zip = StoredZip.of(Map.of("a/data.pkl", pickle, "a/data/0", new byte[elements]));
        Files.write(folder.resolve(name + ".pt"), zip);
    }

    private void writePickles() throws IOException {
        String call = "cnumpy.core.numeric\n_frombuffer\n(";
        String int8 = UINT8.replace("u1", "i1");
        String shape = "J" + length(10_000_000) + "\u0085U\1CtR";
        pickle("good-int8", "}U\1x" + call + binary('B', 10_000_000) + int8 + shape + "s.");
        String latin1 = "c_codecs\nencode\n" + binary('X', 10_000_000) + "U\6latin1\u0086R";
        pickle("good-latin1", "}U\1x" + call + latin1 + int8 + shape + "s.");
        String twice = binary('B', 9_000_000) + "q\0" + call + "h\0" + int8
                + shape.replace(length(10_000_000), length(9_000_000));
        pickle("bad-memory", "}(U\1x" + twice + "U\1y" + twice + "u.");
        pickle("bad-shapes", "(" + "K\1".repeat(60_000) + "tq\2" + (call + "C\0" + UINT8 + "h\2U\1CtR").repeat(3000));
        pickle("bad-encodings", binary('X', 5_000_000) + "q\0" + "c_codecs\nencode\nh\0U\6latin1\u0086R".repeat(9000));
        pickle("bad-stack", "N".repeat(10_000_000));
        pickle("bad-names", ("c" + "m".repeat(199) + "\n" + "n".repeat(199) + "\n").repeat(20_000));
    }

    private void writePicklesOfManyKeys() throws IOException {
        String bytes = binary('B', 100_000) + "q\0";
        pickle("bad-key-of-many", SCALAR + bytes + "}h\0h\1s".repeat(30_000) + "}.");
        pickle("bad-key-often", SCALAR + binary('B', 340_000) + "q\0}" + "h\0h\1s".repeat(60_000) + ".");
        String text = binary('X', 5_000_000);
        pickle("bad-equal-keys", SCALAR + text + "q\2" + text + "q\3}" + "h\2h\1sh\3h\1s".repeat(30_000) + ".");
        pickle("bad-one-hash", SCALAR + "}(" + keysOfOneHash(64, 75_000) + "u.");
        pickle("good-one-hash", "}(U\1x" + SCALAR + keysOfOneHash(8192, 480) + "u.");
    }

    private void writeOldPickles() throws IOException {
        write("bad-text.pickle", "hello world ".repeat(800_000));
        write("bad-line.pickle", "(dp0\nV" + "x".repeat(10_000_000));
        write("bad-lines.pickle", "(dp0\n" + "I1\n".repeat(3_000_000) + "s.");
        write("bad-old.pickle", "}" + "K\1".repeat(5_000_000) + "s.");
    }

    /** "Aa" and "BB" have one hash, and so has what is made of as many of them. */
    private static String keysOfOneHash(int count, int halfLength) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String bits = Integer.toBinaryString(count + i)
                    .substring(1)
                    .replace("0", "Aa")
                    .replace("1", "BB");
            String key = "Aa".repeat(halfLength) + bits;
            items.append('X').append(length(key.length())).append(key).append("h\1");
        }
        return items.toString();
    }

    private static String npy(String type, String shape) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s)}\n".formatted(type, shape);
        return "\u0093NUMPY\2\0" + length(header.length()) + header;
    }

    /** A length in four bytes, little endian. */
    private static String length(int value) {
        byte[] bytes = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String binary(char instruction, int length) {
        return instruction + length(length) + "e".repeat(length);
    }

    private void pickle(String name, String instructions) throws IOException {
        write(name + ".pickle", "\u0080\3" + instructions);
    }

    private void write(String name, String start, byte... rest) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            out.write(bytes(start));
            out.write(rest);
        }
    }

    private void write(String name, String start, String rest) throws IOException {
        write(name, start, bytes(rest));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void archive(String name, String npy, int zeros) throws IOException {
        try (ZipOutputStream zip = zip(name)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(bytes(npy));
            zeros(zip, zeros);
        }
    }

    private ZipOutputStream zip(String name) throws IOException {
        ZipOutputStream zip =
                new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(name))));
        zip.setLevel(Deflater.BEST_SPEED);
        return zip;
    }

    private void gzip(String name, String start, int zeros) throws IOException {
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            gzip.write(bytes(start));
            zeros(gzip, zeros);
        }
    }

    private static void zeros(OutputStream out, int count) throws IOException {
        byte[] block = new byte[MEGABYTE];
        for (int left = count; left > 0; left -= block.length) {
            out.write(block, 0, Math.min(left, block.length));
        }
    }

    /** Bytes that compress to a sixth or so, in matches as short as they can be. */
    private static void noise(OutputStream out, int count) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        while (block.size() < MEGABYTE) {
            byte value = (byte) random.nextInt(4);
            for (int n = 3 + random.nextInt(6); n > 0; n--) {
                block.write(value);
            }
        }
        for (int left = count; left > 0; left -= block.size()) {
            out.write(block.toByteArray(), 0, Math.min(left, block.size()));
        }
    }
}
