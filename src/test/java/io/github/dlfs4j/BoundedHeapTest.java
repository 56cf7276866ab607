package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.gradient.GradientDescent;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.MnistOptions;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.PickledArrays;
import io.github.dlfs4j.ndarray.io.Safetensors;
import io.github.dlfs4j.ndarray.io.SavetxtOptions;
import io.github.dlfs4j.ndarray.io.TextFile;
import io.github.dlfs4j.ndarray.io.TorchFile;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.onnx.OnnxModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are read in a small heap, that of a process of its own; in 64 MiB no array of that size fits. */
class BoundedHeapTest {
    private static final String HEAP = "-Xmx64m";
    // G1 may find no room for an array of a few regions although most of the heap is free
    private static final String COLLECTOR = "-XX:+UseSerialGC";
    private static final int MEGABYTE = 1 << 20;

    @Test
    void readingAFileTakesNoMoreMemoryThanItHolds(@TempDir Path folder) throws Exception {
        writeHostileFiles(folder);
        writeDamagedFiles(folder);
        List<String> lines = run(HEAP, Reader.class, folder.toString());
        assertThat(lines).as(String.join("\n", lines)).last().isEqualTo("the end");
        assertThat(lines.subList(0, lines.size() - 1))
                .hasSizeGreaterThan(300)
                .allMatch(line -> line.endsWith(": arrays") || line.endsWith(": FileFormatException"))
                .filteredOn(line -> line.startsWith("hostile"))
                .hasSize(19)
                .allMatch(line -> line.endsWith(": FileFormatException"));
    }

    /** Its arrays are 55 MB, of which the largest is 47 MB. */
    @Test
    void readingRawMnistTakesLittleMoreThanItsArrays() throws Exception {
        assertThat(run("-Xmx72m", Loader.class, "unlimited")).containsExactly("(60000, 784) (10000, 784)");
    }

    /** Half of the heap has room for them. */
    @Test
    void rawMnistIsReadInAHeapOf128Megabytes() throws Exception {
        assertThat(run("-Xmx128m", Loader.class)).containsExactly("(60000, 784) (10000, 784)");
    }

    /** Its arrays are 240 MB, and one of them after the other is garbage. */
    @Test
    void aScopeThatNobodyClosesKeepsAShareOfTheHeap() throws Exception {
        assertThat(run("-Xmx64m", Forgetful.class)).containsExactly("300 times (100, 1000)");
    }

    /** Its graphs are 320 MB, and one after the other is garbage, although their input lives on. */
    @Test
    void graphsTakeNoMoreMemoryThanTheLastOne() throws Exception {
        assertThat(run(HEAP, Differentiating.class)).containsExactly("100 times (100, 1000)");
    }

    /** The values of its graph are 80 MB; with the gradients of all of them it would be 160 MB. */
    @Test
    void aGraphKeepsTheGradientsOfItsInputsOnly() throws Exception {
        assertThat(run("-Xmx160m", Deep.class)).containsExactly("(100000,)");
    }

    /** Each takes 40 MB, once, so that a copy would find no room. */
    @Test
    void rangesTakeNoMoreMemoryThanTheyHold() throws Exception {
        String refused = "Unable to allocate 68.7 MiB for an array with shape (9000000,) and data type ";
        assertThat(run(HEAP, Ranges.class))
                .startsWith("(5000000,)", "(5000000,)", "(5000000,)", refused + "int64")
                .hasSize(7)
                .endsWith(refused + "float64", refused + "float64", refused + "float64");
    }

    /** Views of one element take no memory, but what is made of them does. */
    @Test
    void arraysThatDoNotFitAreRefusedInTheWordsOfNumPy() throws Exception {
        assertThat(run(HEAP, Broadcasting.class))
                .hasSize(10)
                .allMatch(line -> line.startsWith("Unable to allocate "))
                .contains("Unable to allocate 763. MiB for an array with shape (100000000,) and data type int64");
    }

    @Test
    void emptyRowsAreWrittenAsTheyAreMade() throws Exception {
        assertThat(run(HEAP, Writing.class)).containsExactly("written");
    }

    /** A program that writes 50 million rows without columns. */
    static final class Writing {
        private Writing() {}

        /** Has no arguments. */
        public static void main(String... arguments) throws IOException {
            TextFile.savetxt(OutputStream.nullOutputStream(), NDArray.zeros(50_000_000, 0), SavetxtOptions.DEFAULT);
            System.out.println("written");
        }
    }

    /** A program that prints why operations on 100 million elements fail. */
    static final class Broadcasting {
        private Broadcasting() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            NDArray x = NDArray.ones(1).broadcastTo(Shape.of(100_000_000));
            for (Supplier<Object> operation : List.<Supplier<Object>>of(
                    x::argsort,
                    x::hashCode,
                    x::nonzero,
                    x::toDoubleArray,
                    () -> x.gt(0).hashCode(),
                    () -> Sets.unique(x),
                    () -> Sets.uniqueAll(x),
                    () -> Sets.isin(x, x),
                    () -> ArrayScope.inBlocks(x, 1, block -> block),
                    () -> GradientDescent.minimize(NDArray::sum, NDArray.of(1.0), 0.1, 1 << 30))) {
                try {
                    System.out.println(operation.get());
                } catch (OutOfMemoryError e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    /** Two million arrays would take more than 64 MiB. */
    @Test
    void blocksTakeNoMoreMemoryThanTheirResult() throws Exception {
        assertThat(run(HEAP, Blocks.class)).containsExactly("(2000000,)");
    }

    /** A program that computes with two million rows, one at a time. */
    static final class Blocks {
        private Blocks() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            NDArray x = NDArray.ones(1).broadcastTo(Shape.of(2_000_000));
            System.out.println(ArrayScope.inBlocks(x, 1, block -> block.gt(0)).shape());
        }
    }

    /** As many steps as there is room for: of a million, in 256 MiB. */
    @Test
    void aLongChainWithAConstantIsDifferentiated() throws Exception {
        assertThat(run(HEAP, Chain.class)).containsExactly("1.0");
    }

    /** A program that differentiates a chain of 250,000 additions of a constant. */
    static final class Chain {
        private Chain() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            Variable x = Variable.of("x", 0.5);
            Variable y = x;
            for (int i = 0; i < 250_000; i++) {
                y = y.add(1.0);
            }
            y.backward();
            System.out.println(x.gradient());
        }
    }

    /** A program that differentiates 100 sines of sines, of arrays of 800 kB. */
    static final class Ranges {
        private Ranges() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            List<Supplier<NDArray>> ranges = List.of(
                    () -> NDArray.arange(5_000_000),
                    () -> NDArray.arange(0.0, 5_000_000, 1),
                    () -> NDArray.linspace(0, 1, 5_000_000),
                    () -> NDArray.arange(9_000_000),
                    () -> NDArray.arange(0.0, 9_000_000, 1),
                    () -> NDArray.linspace(0, 1, 9_000_000),
                    () -> NDArray.arange(DType.FLOAT64, 0, 9_000_000, 1));
            for (Supplier<NDArray> range : ranges) {
                try {
                    System.out.println(range.get().shape());
                } catch (OutOfMemoryError e) {
                    System.out.println(e.getMessage());
                }
            }
        }
    }

    /** A program that differentiates once. */
    static final class Deep {
        private Deep() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            Variable x = Variable.of(NDArray.ones(100_000));
            Variable y = x;
            for (int i = 0; i < 100; i++) {
                y = y.sin();
            }
            Variable sum = y.sum();
            sum.backward();
            System.out.println(x.gradient().shape());
        }
    }

    /** A program that differentiates with respect to the same input again and again, with arrays of 800 kB. */
    static final class Differentiating {
        private Differentiating() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            Variable x = Variable.of(NDArray.ones(100, 1000));
            int times = 0;
            for (; times < 100; times++) {
                x.mul(0.5).sin().exp().sum().backward();
                if (times % 10 == 0) {
                    x.gradient().backward(x.value());
                }
            }
            System.out.println(times + " times " + x.gradient().shape());
        }
    }

    /** A program that opens a scope, and makes arrays of 800 kB and small ones in it. */
    static final class Forgetful {
        private Forgetful() {}

        /** Has no arguments. */
        public static void main(String... arguments) {
            ArrayScope.open();
            NDArray x = NDArray.ones(100, 1000);
            int times = 0;
            NDArray sum = x;
            for (; times < 300; times++) {
                sum = x.add(times);
                x.get(0).mul(2);
            }
            System.out.println(times + " times " + sum.shape());
        }
    }

    /**
     * As float32 the training images alone are 188 MB, and half of the heap is the limit of the published files too.
     */
    @Test
    void mnistThatDoesNotFitIsRefusedFromItsHeader() throws Exception {
        assertThat(run("-Xmx256m", Loader.class, "normalized"))
                .singleElement()
                .asString()
                .contains("train-images-idx3-ubyte", "arrays of at most ", "bytes in memory, or a larger maxBytes")
                .endsWith(", found 47040000 elements, which take 188160000 bytes");
        assertThat(run("-Xmx72m", Loader.class))
                .singleElement()
                .asString()
                .endsWith(", found 47040000 elements, which take 47040000 bytes");
        assertThat(run("-Xmx320m", Loader.class, "normalized", "unlimited"))
                .containsExactly("(60000, 784) (10000, 784)");
    }

    /** What a program prints in a process of its own with such a heap. */
    static List<String> run(String heap, Class<?> program, String... arguments) throws Exception {
        // In so short a time the second compiler costs more than it gains.
        List<String> options = List.of(heap, COLLECTOR, "-XX:TieredStopAtLevel=1");
        return JavaProcess.lines(
                JavaProcess.builder(options, program, arguments).start());
    }

    /** A program that loads all of MNIST as it is in the files, or as float32, within the usual limit or without. */
    static final class Loader {
        private Loader() {}

        /** The arguments {@code normalized} and {@code unlimited} ask for that. */
        public static void main(String... arguments) throws IOException {
            List<String> asked = List.of(arguments);
            MnistOptions options = Mnist.options().normalize(asked.contains("normalized"));
            try {
                Mnist mnist = (asked.contains("unlimited") ? options.maxBytes(Long.MAX_VALUE) : options).load();
                System.out.println(
                        mnist.trainImages().shape() + " " + mnist.testImages().shape());
            } catch (FileFormatException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** A program that reads each file of a folder as its name says and prints what came of it. */
    static final class Reader {
        private Reader() {}

        /** The argument is the folder. */
        public static void main(String... arguments) throws IOException {
            try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
                for (Path file : files.sorted().toList()) {
                    System.out.println(file.getFileName() + ": " + outcome(file));
                }
            }
            System.out.println("the end");
        }

        private static String outcome(Path file) throws IOException {
            try {
                read(file);
                return "arrays";
            } catch (FileFormatException e) {
                return "FileFormatException";
            }
        }

        static Object read(Path file) throws IOException {
            String name = file.getFileName().toString();
            if (name.contains(".txt")) {
                return TextFile.loadtxt(file);
            }
            return switch (name.substring(name.lastIndexOf('.') + 1)) {
                case "npy" -> Npy.read(file);
                case "npz" -> Npz.read(file);
                case "pickle" -> PickledArrays.read(file);
                case "safetensors" -> Safetensors.read(file);
                case "pt" -> TorchFile.read(file);
                case "onnx" -> OnnxModel.read(file);
                default -> IdxFile.read(file);
            };
        }
    }

    private static void writeDamagedFiles(Path folder) throws IOException {
        Path labels = Path.of("data", "t10k-labels-idx1-ubyte.gz");
        Path images = Path.of("data", "t10k-images-idx3-ubyte.gz");
        NDArray array = IdxFile.read(images);
        Path npy = folder.resolve("images.npy");
        Npy.write(npy, array);
        Path npz = folder.resolve("images.npz");
        Npz.write(npz, Map.of("images", array));
        Path golden = Path.of("src", "test", "resources", "numpy", "files");
        Path torch = Path.of("src", "test", "resources", "torch");
        for (Mutation mutation : Mutation.all(7, 4)) {
            write(folder, "small", mutation, torch.resolve("types.safetensors"), "safetensors");
            write(folder, "small", mutation, torch.resolve("views.pt"), "pt");
        }
        for (Mutation mutation : Mutation.all(7, 12)) {
            write(folder, "labels", mutation, labels, "gz");
            write(folder, "small", mutation, golden.resolve("compressed.npz"), "npz");
            write(folder, "small", mutation, golden.resolve("protocol-2.pickle"), "pickle");
            write(folder, "small", mutation, golden.resolve("protocol-5.pickle"), "pickle");
        }
        for (Mutation mutation : Mutation.all(8, 1)) {
            write(folder, "images", mutation, images, "gz");
            write(folder, "images", mutation, npy, "npy");
            write(folder, "images", mutation, npz, "npz");
        }
    }

    private static void write(Path folder, String name, Mutation mutation, Path original, String suffix)
            throws IOException {
        String file =
                "%s-%s-%s-%s.%s".formatted(name, original.getFileName(), mutation.kind(), mutation.seed(), suffix);
        Files.write(folder.resolve(file), mutation.apply(Files.readAllBytes(original)));
    }

    private static void writeHostileFiles(Path folder) throws IOException {
        // IDX: headers that promise 2 GB, with nothing, and with much less, behind them
        hostile(folder, "promise.idx", "\0\0\10\1\u007f\u00ff\u00ff\0");
        hostile(folder, "promise.gz", gzip("\0\0\10\1\u007f\u00ff\u00ff\0", 20));
        hostile(folder, "more-than-promised.gz", gzip("\0\0\10\1\0\0\0\5", 100));
        // npy: a header that promises 2 GB
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2000000000,)}\n";
        hostile(folder, "promise.npy", "\u0093NUMPY\1\0" + (char) header.length() + "\0" + header);
        hostile(folder, "long-header.npy", "\u0093NUMPY\3\0\u00ff\u00ff\u00ff\u007f" + header);
        // Safetensors: a header and an array that promise 2 GB, a name of 1 MB, and many arrays without elements
        hostile(folder, "header.safetensors", "\u00ff\u00ff\u00ff\u007f\0\0\0\0{");
        hostile(folder, "promise.safetensors", safetensors(tensor("a", "2000000000", 0)));
        hostile(folder, "name.safetensors", safetensors(tensor("n".repeat(MEGABYTE), "0", 0)));
        StringBuilder empty = new StringBuilder();
        for (int i = 0; i < 150_000; i++) {
            empty.append(i == 0 ? "" : ",").append(tensor(Integer.toString(i), "0", 0));
        }
        hostile(folder, "empty.safetensors", safetensors(empty.toString()));
        hostile(folder, "metadata.safetensors", safetensors("\"__metadata__\":{\"a\":" + "[".repeat(MEGABYTE)));
        // npz: an entry that claims 800 MB and has 100 MB, and one that expands beyond its claim
        hostile(folder, "bomb.npz", zip(800 * MEGABYTE));
        hostile(folder, "liar.npz", zip(1000));
        // Pickles: giant lengths, and as much on stack and memo as the limit of instructions lets in
        hostile(folder, "bytes.pickle", "\u0080\4\u008e\u00ff\u00ff\u00ff\u007f\0\0\0\0.");
        hostile(folder, "text.pickle", "\u0080\3X\u00ff\u00ff\u00ff\u007f.");
        hostile(folder, "stack.pickle", "\u0080\3" + "K\1".repeat(199_000) + ".");
        hostile(folder, "memo.pickle", "\u0080\3N" + "\u0094".repeat(199_000) + ".");
        hostile(folder, "depth.pickle", "\u0080\3N" + "\u0085".repeat(199_000) + ".");
        String text = "X\0\0\20\0" + "e".repeat(0x100000) + "q\0";
        hostile(folder, "encode.pickle", "\u0080\3" + text + "c_codecs\nencode\nh\0U\6latin1\u0086R".repeat(5000));
        hostile(folder, "tuples.pickle", "\u0080\3" + ("N".repeat(390) + "(" + "N".repeat(390) + "t").repeat(255));
    }

    private static String tensor(String name, String length, int end) {
        return "\"%s\":{\"dtype\":\"U8\",\"shape\":[%s],\"data_offsets\":[0,%s]}".formatted(name, length, end);
    }

    private static String safetensors(String fields) {
        byte[] length = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(fields.length() + 2)
                .array();
        return new String(length, StandardCharsets.ISO_8859_1) + "{" + fields + "}";
    }

    private static void hostile(Path folder, String name, String content) throws IOException {
        hostile(folder, name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void hostile(Path folder, String name, byte... content) throws IOException {
        Files.write(folder.resolve("hostile-" + name), content);
    }

    private static byte[] gzip(String start, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(start.getBytes(StandardCharsets.ISO_8859_1));
            writeZeros(gzip, megabytes);
        }
        return out.toByteArray();
    }

    private static void writeZeros(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    /** An archive of one entry, an array of 100 MB, whose directory claims another length. */
    private static byte[] zip(int claimedLength) throws IOException {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (%s,)}\n".formatted(100 * MEGABYTE);
        String npy = "\u0093NUMPY\1\0" + (char) header.length() + "\0" + header;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.npy"));
            zip.write(npy.getBytes(StandardCharsets.ISO_8859_1));
            writeZeros(zip, 100);
        }
        ByteBuffer archive = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int directory = archive.getInt(archive.capacity() - 6);
        // The number stands in the directory, and ahead of that behind the data.
        archive.putInt(directory - 4, claimedLength);
        return archive.putInt(directory + 24, claimedLength).array();
    }
}
