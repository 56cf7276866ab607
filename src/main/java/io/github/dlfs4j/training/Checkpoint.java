package io.github.dlfs4j.training;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.state.CheckpointFormat;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.SavedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The state of a training: the network, and everything that the next steps depend on. A training that is restored from
 * a checkpoint continues as the first one would have, to the bit.
 *
 * <p>A checkpoint file is an {@code .npz} archive, which {@code numpy.load} reads too. The serialised form of a
 * checkpoint has the same arrays. If you do not want to continue training, load the network alone by
 * {@link Networks#load Networks.load}, or restore one of the same kind:
 *
 * <pre>{@code
 * TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState());
 * Checkpoint.read(Path.of("mnist.npz")).restore(network);
 * }</pre>
 *
 * @param steps the number of steps so far
 * @param description a text of the program that trains, such as how to make the network again; may be empty
 * @param architecture the {@link Networks#architecture architecture} of the network, by which {@link Networks#load
 *     Networks.load} recognises it; empty in files of earlier versions
 * @param network the arrays of the network by name
 * @param optimizer the name of the optimiser
 * @param optimizerState its state
 * @param batches the state of the batches
 */
public record Checkpoint(
        long steps,
        String description,
        String architecture,
        Map<String, NDArray> network,
        String optimizer,
        Map<String, NDArray> optimizerState,
        Map<String, NDArray> batches)
        implements Serializable {
    private static final String STEPS = "steps";
    private static final String OPTIMIZER = "optimizer";
    static final String IN_OPTIMIZER = "optimizer/";
    static final String IN_BATCHES = "batches/";

    /** More than any training makes; a long can count far beyond it. */
    private static final long MOST_STEPS = 1L << 53;

    /**
     * Creates a checkpoint, and copies the arrays.
     *
     * @throws IllegalArgumentException {@code steps must be from 0 to 9007199254740992, not -1}, or {@code a
     *     description must have at most 1048576 bytes in UTF-8}, and likewise for the architecture
     */
    public Checkpoint {
        if (steps < 0 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be from 0 to %s, not %s".formatted(MOST_STEPS, steps));
        }
        checkLength("a description", Objects.requireNonNull(description, "description"));
        checkLength("an architecture", Objects.requireNonNull(architecture, "architecture"));
        Objects.requireNonNull(optimizer, "optimizer");
        network = copied(NamedArrays.nonNull("network", network));
        optimizerState = copied(NamedArrays.nonNull("optimizerState", optimizerState));
        batches = copied(NamedArrays.nonNull("batches", batches));
    }

    private static void checkLength(String what, String text) {
        if (SavedText.bytes(text).size() > SavedText.LONGEST) {
            throw new IllegalArgumentException(
                    "%s must have at most %s bytes in UTF-8".formatted(what, SavedText.LONGEST));
        }
    }

    /**
     * Creates a checkpoint of what a training has so far, from which {@link Networks#load Networks.load} can make the
     * network.
     *
     * @param steps the number of steps so far
     * @param description a text of the program that trains; may be empty
     * @param network the network, whose arrays are copied
     * @param optimizer its optimiser, likewise
     * @param batches the state of the batches; empty if they have none
     * @throws IllegalArgumentException as for the first constructor
     * @throws UnsupportedOperationException if the optimiser has no {@link Optimizer#state state}
     */
    public Checkpoint(
            long steps, String description, Network network, Optimizer optimizer, Map<String, NDArray> batches) {
        this(
                steps,
                description,
                Networks.architecture(network),
                network.state(),
                optimizer.name(),
                optimizer.state(),
                batches);
    }

    /**
     * Creates a checkpoint without an architecture.
     *
     * @param steps the number of steps so far
     * @param description a text of the program that trains; may be empty
     * @param network the arrays of the network by name
     * @param optimizer the name of the optimiser
     * @param optimizerState its state
     * @param batches the state of the batches
     * @throws IllegalArgumentException as for the first constructor
     */
    public Checkpoint(
            long steps,
            String description,
            Map<String, NDArray> network,
            String optimizer,
            Map<String, NDArray> optimizerState,
            Map<String, NDArray> batches) {
        this(steps, description, "", network, optimizer, optimizerState, batches);
    }

    /** Arrays from a file. Nothing else refers to them, so they are not copied: there may be no room for a copy. */
    private static final class Taken extends LinkedHashMap<String, NDArray> {
        private static final long serialVersionUID = 1;

        /** Refuses a stream, in which something else might refer to the arrays. */
        private void readObject(ObjectInputStream in) throws InvalidObjectException {
            throw SerializedForm.required(Checkpoint.class);
        }
    }

    private static Map<String, NDArray> copied(Map<String, NDArray> arrays) {
        return Collections.unmodifiableMap(
                arrays instanceof Taken ? arrays : NamedArrays.mapped(arrays, NDArray::copy));
    }

    /**
     * Reads a checkpoint file.
     *
     * @param file the file
     * @return the checkpoint
     * @throws FileFormatException if the file is damaged or is not a checkpoint; the message names the file and what
     *     was expected
     * @throws IOException if the file cannot be read
     */
    public static Checkpoint read(Path file) throws IOException {
        return of(file, Npz.read(file));
    }

    /**
     * Reads a checkpoint that comes as a stream, such as from HDFS or S3; {@code src/docs/spark.md} has an example.
     *
     * @param in the content; it is read to its end, kept in memory meanwhile, and not closed
     * @param name the name of the file in errors
     * @return the checkpoint
     * @throws FileFormatException as for {@link #read(Path)}
     * @throws IOException if the stream cannot be read
     */
    public static Checkpoint read(InputStream in, String name) throws IOException {
        return of(Path.of(Objects.requireNonNull(name, "name")), Npz.read(in, name));
    }

    /** @param file the file, for messages */
    private static Checkpoint of(Path file, Map<String, NDArray> content) throws FileFormatException {
        Map<String, NDArray> arrays = new LinkedHashMap<>(content);
        if (!arrays.containsKey(CheckpointFormat.NAME)) {
            throw new FileFormatException(
                    file, CheckpointFormat.NAME, 0, CheckpointFormat.VERSION_1, "arrays named " + arrays.keySet());
        }
        CheckpointFormat.check(file, arrays);
        arrays.remove(CheckpointFormat.NAME);
        Checkpoint checkpoint = new Checkpoint(
                steps(file, arrays.remove(STEPS)),
                SavedText.readIfThere(file, CheckpointFormat.DESCRIPTION, arrays.remove(CheckpointFormat.DESCRIPTION)),
                SavedText.readIfThere(file, Networks.ARCHITECTURE, arrays.remove(Networks.ARCHITECTURE)),
                taken(CheckpointFormat.IN_NETWORK, arrays),
                SavedText.read(file, OPTIMIZER, arrays.remove(OPTIMIZER)),
                taken(IN_OPTIMIZER, arrays),
                taken(IN_BATCHES, arrays));
        if (!arrays.isEmpty()) {
            throw new FileFormatException(
                    file, 0, "the arrays of a checkpoint and no others", "arrays named " + arrays.keySet());
        }
        return checkpoint;
    }

    private static long steps(Path file, NDArray steps) throws FileFormatException {
        String expected = "a number from 0 on";
        if (steps == null || steps.ndim() != 0 || steps.dtype() != DType.INT64) {
            throw new FileFormatException(file, STEPS, 0, expected, SavedArrays.kind(steps));
        }
        long count = steps.asLong();
        if (count < 0 || count > MOST_STEPS) {
            String most = count < 0 ? "" : ", at most " + MOST_STEPS;
            throw new FileFormatException(file, STEPS, 0, expected + most, Long.toString(count));
        }
        return count;
    }

    private static Map<String, NDArray> taken(String prefix, Map<String, NDArray> arrays) {
        Map<String, NDArray> taken = new Taken();
        taken.putAll(NamedArrays.within(prefix, arrays));
        arrays.keySet().removeIf(name -> name.startsWith(prefix));
        return taken;
    }

    /**
     * Writes the checkpoint to a file. The file appears complete or not at all: a new file is written next to it,
     * forced to the disk, and moved to its place.
     *
     * @param file the file; an existing file is replaced
     * @throws IllegalArgumentException if {@link Npz#write Npz.write} does not take the names of the arrays, or so many
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public void write(Path file) throws IOException {
        Npz.write(file, arrays());
    }

    /**
     * Writes the bytes of such a file to a stream, such as one to HDFS. What becomes of a file that is half written is
     * up to the stream. So write a new file beside the old one and move it over the old one, as {@code CheckpointFile}
     * in {@code src/docs/spark.md} does.
     *
     * @param out receives the content; it is not closed
     * @throws IllegalArgumentException as for {@link #write(Path)}, before anything is written
     * @throws IOException if the stream cannot be written
     */
    public void write(OutputStream out) throws IOException {
        Npz.write(out, arrays());
    }

    /** Throws what {@link #write} would throw, except for what happens to the file. */
    void checkCanBeWritten() {
        try {
            write(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the content of the file. */
    private Map<String, NDArray> arrays() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put(CheckpointFormat.NAME, SavedText.bytes(CheckpointFormat.VERSION_1));
        arrays.put(STEPS, NDArray.scalar(steps));
        if (!description.isEmpty()) {
            arrays.put(CheckpointFormat.DESCRIPTION, SavedText.bytes(description));
        }
        if (!architecture.isEmpty()) {
            arrays.put(Networks.ARCHITECTURE, SavedText.bytes(architecture));
        }
        network.forEach((name, array) -> arrays.put(CheckpointFormat.IN_NETWORK + name, array));
        arrays.put(OPTIMIZER, SavedText.bytes(optimizer));
        optimizerState.forEach((name, array) -> arrays.put(IN_OPTIMIZER + name, array));
        batches.forEach((name, array) -> arrays.put(IN_BATCHES + name, array));
        return arrays;
    }

    private SavedArrays saved() {
        return new SavedArrays(CheckpointFormat.IN_NETWORK, network);
    }

    /**
     * Copies the saved arrays into a network of the same kind.
     *
     * @param network the network, whose arrays are overwritten
     * @throws IllegalArgumentException {@code network/b2 is missing from the arrays of this network}, {@code network/W1
     *     must be finite}, or {@code W1 is float64 of shape (784, 30) instead of float64 of shape (784, 50)}; then
     *     nothing is changed
     */
    public void restore(Network network) {
        checkFits(network);
        saved().copyTo(network.state());
    }

    void checkFits(Network network) {
        Map<String, NDArray> state = network.state();
        Set<String> variances = network.variances();
        SavedArrays saved = saved();
        saved.expectNames(state.keySet(), "the arrays of this network");
        state.forEach((name, array) -> {
            NDArray found = this.network.get(name);
            if (found.dtype() != array.dtype() || !found.shape().equals(array.shape())) {
                throw new IllegalArgumentException("%s is %s instead of %s"
                        .formatted(Excerpt.of(name), SavedArrays.kind(found), SavedArrays.kind(array)));
            }
            saved.finite(name, array, variances.contains(name));
        });
    }

    private Object writeReplace() {
        return new SerializedForm(Checkpoint.class, null).with(arrays());
    }

    static Checkpoint unpacked(SerializedForm form) throws FileFormatException {
        return of(Path.of("serialised Checkpoint"), form.parts(NDArray.class));
    }
}
