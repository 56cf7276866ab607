package io.github.dlfs4j.network;

import io.github.dlfs4j.ndarray.DType;
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
 * Networks in files. {@link #load load} reads any file that a network was saved to, and recognises which network it is:
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
    /** The name of the text in a file that describes the network. */
    public static final String ARCHITECTURE = "architecture";

    private static final String EXPECTED = "a network of this library";

    private Networks() {}

    /**
     * Describes a network in one line, by which {@link #load load} recognises it. The line is the network's
     * {@code toString()}. For a network or a layer of your own it has the name of the class instead; no network can be
     * made of such a line.
     *
     * @param network a network
     * @return for example {@code Sequential(Affine(784, 50), Relu, Affine(50, 10), SoftmaxWithLoss)}
     */
    public static String architecture(Network network) {
        return Architecture.of(network);
    }

    /**
     * Saves the {@link Network#state state} of a network and its {@link #architecture architecture}, as an {@code .npz}
     * archive of arrays by name.
     *
     * @param file the file; an existing file is replaced as a whole
     * @param network a network
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public static void save(Path file, Network network) throws IOException {
        Npz.write(
                file,
                NamedArrays.joined(Map.of(ARCHITECTURE, SavedText.bytes(architecture(network))), network.state()));
    }

    /**
     * Loads a network from a file. The file may come from {@link #save save} or from a trainer; it may be an
     * {@code .npz} archive of parameters alone, or a pickle of the book.
     *
     * <p>The book's files and those of earlier versions do not describe the network. In this case the names and shapes
     * of the arrays decide; everything else is as in the book:
     *
     * <ul>
     *   <li>Two matrices make a {@link TwoLayerNet} with ReLU.
     *   <li>Three matrices make a {@link ThreeLayerNet}, except in a checkpoint.
     *   <li>Other matrices, such as three in a checkpoint, four, or any with batch normalisation, make the network of a
     *       {@link MultiLayerNet} with ReLU. The description of the checkpoint, which the main job writes, names its
     *       dropout and weight decay.
     *   <li>One array of filters and two matrices make the network of a {@link SimpleConvNet}.
     *   <li>Six arrays of filters and two matrices make the network of a {@link DeepConvNet}.
     * </ul>
     *
     * @param file the file
     * @return the network with the saved arrays; its layers draw random numbers from a generator of seed 0
     * @throws FileFormatException if the file is damaged, or if this library cannot make its network, such as one with
     *     layers of your own; make that network yourself, and restore it by {@code Checkpoint.restore}
     * @throws IOException if the file cannot be read
     */
    public static Network load(Path file) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(SavedParameters.read(file));
        boolean isCheckpoint = arrays.containsKey(CheckpointFormat.NAME);
        if (isCheckpoint) {
            CheckpointFormat.check(file, arrays);
        }
        String architecture = SavedText.readIfThere(file, ARCHITECTURE, arrays.get(ARCHITECTURE));
        String description = isCheckpoint
                ? SavedText.readIfThere(file, CheckpointFormat.DESCRIPTION, arrays.get(CheckpointFormat.DESCRIPTION))
                : "";
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

    /** Checks all arrays, and copies them into the network. */
    private static void restore(Network network, Map<String, NDArray> arrays) {
        Map<String, NDArray> state = network.state();
        Set<String> variances = network.variances();
        SavedArrays saved = new SavedArrays("", arrays);
        saved.expectNames(state.keySet(), "the arrays of " + EXPECTED);
        state.forEach((name, array) -> {
            if (array.dtype() != DType.FLOAT32 && array.dtype() != DType.FLOAT64) {
                throw saved.refused(name, "must be float32 or float64, not " + array.dtype());
            }
            saved.finite(name, array, variances.contains(name));
        });
        saved.copyTo(state);
    }

    /**
     * Refuses layers that do not fit each other, if the first weights are a matrix and so tell the size of an input.
     */
    private static void checkFits(Network network) {
        NDArray first = network.parameters().get("W1");
        if (first != null && first.ndim() == 2) {
            network.predict(NDArray.zeros(0, first.shape(0)));
        }
    }
}
