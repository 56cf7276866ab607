package io.github.dlfs4j.fuzz;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.Mutation;
import io.github.dlfs4j.mnist.IdxFile;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.ndarray.io.TextFile;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.Momentum;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An intact file, and a way to damage it. */
final class Original {
    private static final Path NUMPY = Path.of("src", "test", "resources", "numpy", "files");
    private static final Path TORCH = Path.of("src", "test", "resources", "torch");
    private static final Path LABELS = Path.of("data", "t10k-labels-idx1-ubyte.gz");
    private static final Path IMAGES = Path.of("data", "t10k-images-idx3-ubyte.gz");

    private final String name;
    private final byte[] content;
    private final Damage damage;

    private interface Damage {
        byte[] apply(Mutation mutation, byte... content) throws IOException;
    }

    private Original(String name, byte[] content, Damage damage) {
        this.name = name;
        this.content = content;
        this.damage = damage;
    }

    private Original(Path file) throws IOException {
        this(file.getFileName().toString(), Files.readAllBytes(file), Mutation::apply);
    }

    /** Returns files of a format. */
    static List<Original> of(Format format, Path folder) throws IOException {
        return switch (format) {
            case IDX ->
                List.of(
                        new Original("labels", decompressed(LABELS), Mutation::apply),
                        new Original("100 images", hundredImages(), Mutation::apply));
            case GZIP ->
                List.of(
                        new Original(LABELS),
                        new Original("labels, compressed again", decompressed(LABELS), Original::compressedAgain),
                        new Original("100 images, compressed again", hundredImages(), Original::compressedAgain));
            case TEXT -> {
                Path file = folder.resolve("rows.txt.gz");
                TextFile.savetxt(file, new RandomState(1).randn(40, 3));
                byte[] integers = "# a b\n1 2\n\n-3 4e2\r\n05 6.5 # c\n".getBytes(StandardCharsets.UTF_8);
                yield List.of(
                        new Original(file),
                        new Original("rows, compressed again", decompressed(file), Original::compressedAgain),
                        new Original("short rows, compressed again", integers, Original::compressedAgain));
            }
            case NPY -> {
                List<Original> files = ofNumPy("f8-big.npy", "f4-fortran.npy", "i4-little.npy", "u8-little.npy");
                files.addAll(ofNumPy("f2-big.npy", "b1-little.npy", "version-3.npy", "four-axes-fortran.npy"));
                Path large = folder.resolve("labels.npy");
                Npy.write(large, IdxFile.read(LABELS).astype(DType.FLOAT64).reshape(100, 100));
                files.add(new Original(large));
                yield files;
            }
            case NPZ -> {
                List<Original> files = ofNumPy("stored.npz", "compressed.npz");
                byte[] archive = Files.readAllBytes(NUMPY.resolve("compressed.npz"));
                files.add(new Original("an entry of compressed.npz", archive, Original::entryDamaged));
                yield files;
            }
            case PICKLE -> {
                List<Original> files = ofNumPy("protocol-2.pickle", "protocol-3.pickle", "protocol-4.pickle");
                files.addAll(ofNumPy("protocol-5.pickle", "numpy1-protocol-4.pickle", "axes.pickle"));
                files.add(new Original(BookFile.SAMPLE_WEIGHT.orSimilar(folder)));
                yield files;
            }
            case SAFETENSORS ->
                List.of(
                        new Original(TORCH.resolve("reference.safetensors")),
                        new Original(TORCH.resolve("types.safetensors")));
            case TORCH -> {
                List<Original> files = new ArrayList<>();
                for (String name : List.of("mlp-f32.pt", "types.pt", "views.pt")) {
                    byte[] archive = Files.readAllBytes(TORCH.resolve(name));
                    files.add(new Original(TORCH.resolve(name)));
                    files.add(new Original("an entry of " + name, archive, Original::tensorDamaged));
                }
                yield files;
            }
            case ONNX -> List.of(made(1), made(2), made(3));
            case CHECKPOINT -> archive(checkpoint(folder));
            case NETWORK -> archive(network(folder));
        };
    }

    /** Returns a model of right parts. */
    private static Original made(long seed) throws IOException {
        byte[] content = new MadeOnnx(new SplittableRandom(seed), Integer.MAX_VALUE / 50).file();
        return new Original("model " + seed, content, Mutation::apply);
    }

    private static List<Original> archive(byte... content) {
        return List.of(
                new Original("archive", content, Mutation::apply),
                new Original("an entry of the archive", content, Original::entryDamaged));
    }

    private static List<Original> ofNumPy(String... names) throws IOException {
        List<Original> files = new ArrayList<>();
        for (String name : names) {
            files.add(new Original(NUMPY.resolve(name)));
        }
        return files;
    }

    private static byte[] decompressed(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] hundredImages() throws IOException {
        NDArray images = IdxFile.read(IMAGES).get(Index.to(100));
        ByteBuffer file = ByteBuffer.allocate(16 + images.size());
        file.putInt(0x803).putInt(100).putInt(28).putInt(28).put(images.toByteArray());
        return file.array();
    }

    /** Damages the content before it is compressed, so that no checksum reveals the damage. */
    private static byte[] compressedAgain(Mutation mutation, byte... content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(mutation.apply(content));
        }
        return out.toByteArray();
    }

    /** Damages one of the entries and writes a new archive with correct checksums. */
    private static byte[] entryDamaged(Mutation mutation, byte... archive) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, byte[]> entries = entries(archive);
        List<String> names = List.copyOf(entries.keySet());
        entries.computeIfPresent(names.get((int) (mutation.seed() % names.size())), (name, npy) -> mutation.apply(npy));
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    /** Damages the pickle, or rarely a storage or another entry, and writes a new archive with correct checksums. */
    private static byte[] tensorDamaged(Mutation mutation, byte... archive) {
        Map<String, byte[]> entries = MadeTorch.entries(archive);
        List<String> names = List.copyOf(entries.keySet());
        int number = (int) (mutation.seed() % (2L * names.size()));
        entries.computeIfPresent(
                names.get(number < names.size() ? number : 0),
                (name, content) -> content.length < Long.BYTES ? content : mutation.apply(content));
        return MadeTorch.archive(entries, LongUnaryOperator.identity());
    }

    private static Map<String, byte[]> entries(byte... archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] checkpoint(Path folder) throws IOException {
        RandomState random = new RandomState(1);
        Dataset data = Dataset.of(random.rand(6, 4), NDArray.of(0, 1, 2, 0, 1, 2));
        TwoLayerNet network = new TwoLayerNet(4, 5, 3, random);
        Trainer trainer = new Trainer(network, new Momentum(0.1, 0.9), Batches.shuffled(data, 2, random));
        trainer.run(2);
        Path file = folder.resolve("checkpoint.npz");
        trainer.save(file);
        return Files.readAllBytes(file);
    }

    /** Returns the parameters of a network with three filters, four hidden neurons and two classes. */
    private static byte[] network(Path folder) throws IOException {
        RandomState random = new RandomState(1);
        Map<String, NDArray> parameters = new LinkedHashMap<>();
        parameters.put("W1", random.randn(3, 1, 5, 5));
        parameters.put("b1", random.randn(3));
        parameters.put("W2", random.randn(3 * 12 * 12, 4));
        parameters.put("b2", random.randn(4));
        parameters.put("W3", random.randn(4, 2));
        parameters.put("b3", random.randn(2));
        Path file = folder.resolve("network.npz");
        Npz.write(file, parameters);
        return Files.readAllBytes(file);
    }

    byte[] damaged(Mutation mutation) throws IOException {
        return damage.apply(mutation, content);
    }

    @Override
    public String toString() {
        return name;
    }
}
