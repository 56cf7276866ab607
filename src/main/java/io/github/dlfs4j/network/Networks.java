package io.github.dlfs4j.network;

import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npy;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.state.CheckpointFormat;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.OldDescription;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.SavedText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
     * {@code toString()}; {@link VariableNetwork} has that of its model. Networks and layers of your own have the mark
     * {@code own} before them. If what their {@code toString()} gives is no name with arguments in parentheses, such as
     * {@code Swish(1.5)}, the line has the simple name of the class instead.
     *
     * @param network a network
     * @return for example {@code Sequential(Affine(784, 50), own Swish(1.5), Affine(50, 10), SoftmaxWithLoss)}
     */
    public static String architecture(Network network) {
        return Architecture.of(Objects.requireNonNull(network, "network"));
    }

    /**
     * Computes the SHA-256 of the {@link Network#parameters parameters}. Two networks have the same one only if all
     * their parameters have the same dtypes, shapes and bits, so a line is enough to compare trainings on two machines.
     * It is the SHA-256 of the file that {@code for p in params.values(): np.save(file, p)} writes in Python.
     *
     * @param network a network
     * @return 64 hexadecimal digits
     */
    public static String sha256(Network network) {
        MessageDigest digest = Digests.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (NDArray parameter : network.parameters().values()) {
                Npy.write(out, parameter);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("this stream writes nothing", e);
        }
        return HexFormat.of().formatHex(digest.digest());
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
     *       {@link MultiLayerNet} with ReLU. The description of a checkpoint of the main job names its dropout and
     *       weight decay.
     *   <li>One array of filters and two matrices make the network of a {@link SimpleConvNet}.
     *   <li>Six arrays of filters and two matrices make the network of a {@link DeepConvNet}.
     * </ul>
     *
     * @param file the file
     * @return the network with the saved arrays; its layers draw random numbers from a generator of seed 0
     * @throws FileFormatException if the file is damaged, or if this library cannot make its network. If that has
     *     layers of your own, the message says {@code expected a network of this library, or
     *     NetworkRegistry.layer("Swish", …), found own Swish(1.5)}: load it with a {@linkplain #load(Path,
     *     NetworkRegistry) registry}, or make the network yourself and {@link #restore restore} it
     * @throws IOException if the file cannot be read
     */
    public static Network load(Path file) throws IOException {
        return load(file, NetworkRegistry.empty());
    }

    /**
     * Loads a network that may have layers of your own, or be your own as a whole.
     *
     * @param file the file
     * @param registry says how to make what the file has and this library does not know
     * @return the network with the saved arrays; its layers draw random numbers from a generator of seed 0
     * @throws FileFormatException as for {@link #load(Path) load}, or if the arrays of the network that was made have
     *     other names, shapes or dtypes than those in the file
     * @throws IOException if the file cannot be read
     */
    public static Network load(Path file, NetworkRegistry registry) throws IOException {
        Objects.requireNonNull(registry, "registry");
        Map<String, NDArray> arrays = read(file);
        String architecture = SavedText.readIfThere(file, ARCHITECTURE, arrays.get(ARCHITECTURE));
        boolean isCheckpoint = arrays.containsKey(CheckpointFormat.NAME);
        String description = isCheckpoint
                ? SavedText.readIfThere(file, CheckpointFormat.DESCRIPTION, arrays.get(CheckpointFormat.DESCRIPTION))
                : "";
        Map<String, NDArray> state = state(arrays);
        try {
            Network network = architecture.isEmpty()
                    ? new UnnamedNetwork(state, isCheckpoint, OldDescription.of(description)).network()
                    : Architecture.network(architecture, state, registry);
            restore(network, state, EXPECTED);
            if (!Architecture.hasOwn(architecture)) {
                checkFits(network);
            }
            return network;
        } catch (NetworkRegistry.UnregisteredException e) {
            throw SavedParameters.refused(file, EXPECTED + ", or " + e.method(), e);
        } catch (IllegalArgumentException e) {
            throw SavedParameters.refused(file, EXPECTED, e);
        }
    }

    /**
     * Copies the arrays of a file into a network that you made, whatever network that is: one with layers of your own,
     * for example. The network must have the arrays that the file has.
     *
     * @param file a file that {@link #save save} or a trainer wrote
     * @param network the network, whose arrays are overwritten
     * @throws FileFormatException {@code network.npz: expected the arrays of this network, found W1 must be float64 of
     *     shape (784, 50), not float64 of shape (784, 30)}, or likewise if an array is missing or not finite, or if the
     *     file is damaged; then nothing is changed
     * @throws IOException if the file cannot be read
     */
    public static void restore(Path file, Network network) throws IOException {
        Objects.requireNonNull(network, "network");
        Map<String, NDArray> state = state(read(file));
        try {
            restore(network, state, "this network");
        } catch (IllegalArgumentException e) {
            FileFormatException refused = new FileFormatException(file, "the arrays of this network", e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }

    private static Map<String, NDArray> read(Path file) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(SavedParameters.read(file));
        if (arrays.containsKey(CheckpointFormat.NAME)) {
            CheckpointFormat.check(file, arrays);
        }
        return arrays;
    }

    /** Returns the arrays of the network among those of a file. */
    private static Map<String, NDArray> state(Map<String, NDArray> arrays) {
        boolean isCheckpoint = arrays.containsKey(CheckpointFormat.NAME);
        Map<String, NDArray> state = isCheckpoint ? NamedArrays.within(CheckpointFormat.IN_NETWORK, arrays) : arrays;
        state.remove(ARCHITECTURE);
        return state;
    }

    /** Checks all arrays, and copies them into the network. */
    private static void restore(Network network, Map<String, NDArray> arrays, String whole) {
        Map<String, NDArray> state = network.state();
        Set<String> variances = network.variances();
        SavedArrays saved = new SavedArrays("", arrays);
        saved.expectNames(state.keySet(), "the arrays of " + whole);
        network.parameters().forEach((name, array) -> {
            if (!array.dtype().isFloating()) {
                throw saved.refused(name, "must be float32 or float64, not " + array.dtype());
            }
        });
        state.forEach((name, array) -> saved.finite(name, array, variances.contains(name)));
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
