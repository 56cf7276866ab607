package io.github.dlfs4j;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

/** The book's files of weights, which cannot be part of this repository, so that most machines do not have them. */
public enum BookFile {
    SAMPLE_WEIGHT("sample_weight.pkl"),
    SIMPLE_CONV_NET("simple_convnet_params.pkl"),
    DEEP_CONV_NET("deep_convnet_params.pkl");

    private static final String NONE = "J\u00ff\u00ff\u00ff\u00ff";

    private final Path path;

    @SuppressWarnings("ImmutableEnumChecker") // made when it is asked for
    private byte[] similar;

    BookFile(String name) {
        path = Path.of("data", name);
    }

    public boolean isHere() {
        return Files.exists(path);
    }

    /** Returns the file. Without it, skips the test, which says what no other file shows. */
    public Path showing(String what) {
        assumeTrue(isHere(), () -> "needs " + path + " of the book, which alone shows " + what);
        return path;
    }

    /**
     * Copies the file to a folder. Without it, writes a pickle of other weights there, of the same names and shapes.
     */
    public Path orSimilar(Path folder) throws IOException {
        Path file = folder.resolve(path.getFileName());
        if (isHere()) {
            return Files.copy(path, file, StandardCopyOption.REPLACE_EXISTING);
        }
        if (similar == null) {
            similar = pickle(similar());
        }
        return Files.write(file, similar);
    }

    private Map<String, NDArray> similar() throws IOException {
        RandomState random = new RandomState(1);
        return switch (this) {
            case SAMPLE_WEIGHT ->
                MultiLayerNet.ofSizes(784, 50, 100, 10).build(random).parameters();
            case SIMPLE_CONV_NET -> readingDigits(random).parameters();
            case DEEP_CONV_NET -> DeepConvNet.initial(random).parameters();
        };
    }

    /** Returns a network that reads most digits: its last layer is fitted, in a fraction of the time of a training. */
    private static Sequential readingDigits(RandomState random) throws IOException {
        Sequential network = SimpleConvNet.ofImages(1, 28, 28).deviation(0.1).build(random);
        Samples test = Mnist.options().flatten(false).loadTest(Path.of("data"));
        Index some = Index.to(500);
        NDArray x = test.images().get(some);
        for (Layer layer : network.layers().subList(0, network.layers().size() - 1)) {
            x = layer.infer(x);
        }
        NDArray scores = NDArray.eye(10).get(test.labels().get(some)).mul(20).sub(10);
        NDArray weights = network.parameters().get("W3");
        weights.at(Index.all()).set(LinearAlgebra.lstsq(x, scores).x());
        return network;
    }

    /** Returns a pickle of arrays of float32 in Fortran order, as the weights of chapter 3 are. */
    private static byte[] pickle(Map<String, NDArray> arrays) {
        String dtype = "cnumpy\ndtype\nU\2f4\u0089\u0088\u0087R(K\3U\1<NNN" + NONE + NONE + "K\0tbq\0";
        ByteBuffer pickle = ByteBuffer.allocate(2 << 20).order(ByteOrder.LITTLE_ENDIAN);
        pickle.put(bytes("\u0080\4}"));
        for (Map.Entry<String, NDArray> entry : arrays.entrySet()) {
            NDArray array = entry.getValue();
            pickle.put(bytes("U\2" + entry.getKey() + "cnumpy.core.numeric\n_frombuffer\n(B"));
            pickle.putInt(Float.BYTES * array.size());
            for (double element : array.transpose().flatten().toDoubleArray()) {
                pickle.putFloat((float) element);
            }
            pickle.put(bytes(dtype + "("));
            for (int length : array.shape().toArray()) {
                pickle.put((byte) 'M').putShort((short) length);
            }
            pickle.put(bytes("tU\1FtRs"));
            dtype = "h\0";
        }
        pickle.put((byte) '.');
        return Arrays.copyOf(pickle.array(), pickle.position());
    }

    private static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
