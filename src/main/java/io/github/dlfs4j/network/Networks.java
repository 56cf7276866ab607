package io.github.dlfs4j.network;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.state.CheckpointFormat;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.SavedText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Networks in files. {@link #load} takes whatever file a network was saved to, and finds out which network it is:
 *
 * <pre>{@code
 * Path file = Path.of(System.getProperty("java.io.tmpdir"), "network.npz");
 * Networks.save(file, SimpleConvNet.ofImages(1, 28, 28).filters(8, 3).build(new RandomState(0)));
 * System.out.println(((Sequential) Networks.load(file)).layers().get(0));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * Convolution(8, 1, 3, 3, stride=1, padding=0)
 * }</pre>
 */
public final class Networks {
    /** The name of the text in a file that says what a network is made of. */
    public static final String ARCHITECTURE = "architecture";

    private static final String EXPECTED = "a network of this library";

    private Networks() {}

    /**
     * What a network is made of, in one line: how {@link #load} knows it again. It is the network's {@code toString()};
     * for a network or layer of your own it is the name of the class, of which no network can be made.
     *
     * @param network a network
     * @return for example {@code Sequential(Affine(784, 50), Relu, Affine(50, 10), SoftmaxWithLoss)}
     */
    public static String architecture(Network network) {
        return Architecture.of(network);
    }

    /**
     * Saves a network, as an {@code .npz} archive of its arrays by name and its {@link #architecture}.
     *
     * @param file the file; one that exists is replaced as a whole
     * @param network a network, whose {@link Network#state state} is saved
     * @throws IOException if the file cannot be written; what was there before is as it was
     */
    public static void save(Path file, Network network) throws IOException {
        Npz.write(
                file,
                NamedArrays.joined(Map.of(ARCHITECTURE, SavedText.bytes(architecture(network))), network.state()));
    }

    /**
     * Loads a network from a file: one that {@link #save} or a trainer has written, an {@code .npz} archive of nothing
     * but its parameters, or a pickle of the book.
     *
     * <p>Where a file does not say what the network is made of, as the book's and those of earlier versions, the names
     * and shapes of the arrays tell, and what they cannot tell is as in the book. Two matrices are a
     * {@link TwoLayerNet} with ReLU; three are a {@link ThreeLayerNet}, in a checkpoint a {@link MultiLayerNet}'s
     * network; of more, or with batch normalisation, they are that as well, with ReLU, dropout and weight decay as the
     * description of the main job says. Three or eight layers that begin with filters are a {@link SimpleConvNet}'s or
     * a {@link DeepConvNet}'s.
     *
     * @param file the file
     * @return the network, trained as far as it was; its layers draw random numbers from a generator of seed 0
     * @throws FileFormatException if the file is damaged, or holds no network or one that this library cannot make
     *     anew, such as one with layers of your own: make that, and restore it by {@code Checkpoint.restore}
     * @throws IOException if the file cannot be read
     */
    public static Network load(Path file) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(SavedParameters.read(file));
        boolean isCheckpoint = arrays.containsKey(CheckpointFormat.NAME);
        if (isCheckpoint) {
            CheckpointFormat.check(file, arrays);
        }
        String architecture = SavedText.readIfThere(file, ARCHITECTURE, arrays);
        String description = isCheckpoint ? SavedText.readIfThere(file, CheckpointFormat.DESCRIPTION, arrays) : "";
        Map<String, NDArray> state = isCheckpoint ? NamedArrays.within(CheckpointFormat.IN_NETWORK, arrays) : arrays;
        state.remove(ARCHITECTURE);
        try {
            Network network = architecture.isEmpty()
                    ? new UnnamedNetwork(state, isCheckpoint, description).network()
                    : Architecture.network(architecture, state);
            restore(network, state);
            checkFits(network);
            return network;
        } catch (IllegalArgumentException e) {
            throw SavedParameters.refused(file, EXPECTED, e);
        }
    }

    /** Checks all arrays, and takes over those that are no parameters. */
    private static void restore(Network network, Map<String, NDArray> arrays) {
        Map<String, NDArray> state = network.state();
        Set<String> variances = network.variances();
        SavedArrays saved = new SavedArrays("", arrays);
        saved.expectNames(state.keySet(), "the arrays of " + EXPECTED);
        state.forEach((name, array) -> {
            if (array.dtype() != DType.FLOAT32 && array.dtype() != DType.FLOAT64) {
                throw saved.refused(name, "must be float32 or float64, not " + array.dtype());
            }
            NDArray found = variances.contains(name)
                    ? saved.notNegative(name, array.dtype(), array.shape())
                    : saved.finite(name, array.dtype(), array.shape());
            array.at(Index.ellipsis()).set(found);
        });
    }

    /** Refuses layers that do not fit one another, as far as it is known what goes into the first. */
    private static void checkFits(Network network) {
        NDArray first = network.parameters().get("W1");
        if (first != null && first.ndim() == 2) {
            network.predict(NDArray.zeros(0, first.shape(0)));
        }
    }
}
