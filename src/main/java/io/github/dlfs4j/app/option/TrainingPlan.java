package io.github.dlfs4j.app.option;

import io.github.dlfs4j.app.option.Options.UsageException;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.training.Checkpoint;
import java.nio.file.Path;
import java.util.List;

/**
 * What stays the same from the first step of a training to the last, even if the training is interrupted and resumed.
 *
 * @param network the network to train
 * @param optimizer the optimiser
 * @param batch the number of images in each step
 * @param validation how many of the training images are kept for validation
 */
public record TrainingPlan(NetworkOptions network, OptimizerKind optimizer, int batch, int validation) {
    /** {@return the options that ask for this plan, which a checkpoint stores as text beside its arrays} */
    public String description() {
        return network.commandLine() + (validation == 0 ? "" : " --validation " + validation);
    }

    /**
     * Returns the plan of a saved training. A file without a description was not written by the main job; it must hold
     * the two-layer network.
     *
     * @param file the file, for messages
     * @param checkpoint its content
     * @return the plan
     * @throws FileFormatException if the file holds something else, or contradicts itself
     */
    public static TrainingPlan of(Path file, Checkpoint checkpoint) throws FileFormatException {
        OptimizerKind optimizer = OptimizerKind.named(checkpoint.optimizer())
                .orElseThrow(() -> new FileFormatException(
                        file, "optimizer", "an optimiser of the library", "'" + checkpoint.optimizer() + "'"));
        int batch = batch(file, checkpoint);
        if (checkpoint.description().isEmpty()) {
            NDArray w1 = checkpoint.network().get("W1");
            if (w1 == null || w1.ndim() != 2 || w1.shape(1) == 0) {
                throw new FileFormatException(file, "a checkpoint of TwoLayerNet", "arrays of another network");
            }
            DType dtype = w1.dtype() == DType.FLOAT32 ? DType.FLOAT32 : DType.FLOAT64;
            return new TrainingPlan(NetworkOptions.twoLayer(w1.shape(1), dtype), optimizer, batch, 0);
        }
        TrainingPlan described = described(file, checkpoint.description());
        checkHidden(file, checkpoint, described.network());
        return new TrainingPlan(described.network(), optimizer, batch, described.validation());
    }

    private static int batch(Path file, Checkpoint checkpoint) throws FileFormatException {
        NDArray size = checkpoint.batches().get("size");
        boolean isNumber = size != null && size.dtype() == DType.INT64 && size.ndim() == 0;
        if (!isNumber || size.asLong() < 1 || size.asLong() > Options.TRAINING_IMAGES) {
            throw new FileFormatException(
                    file, "batches/size", "a number from 1 to " + Options.TRAINING_IMAGES, found(size, isNumber));
        }
        return size.asInt();
    }

    /** Describes what was found instead of a number, without its elements, of which there may be many. */
    private static String found(NDArray size, boolean isNumber) {
        if (size == null) {
            return "none";
        }
        return isNumber ? size.toString() : size.dtype() + " of shape " + size.shape();
    }

    /** Accepts only what {@link #description} writes, to the letter, so that no other option can come from a file. */
    private static TrainingPlan described(Path file, String description) throws FileFormatException {
        try {
            TrainingPlan plan = Options.parse(description.split(" ", -1)).plan();
            if (plan.description().equals(description)) {
                return plan;
            }
        } catch (UsageException e) {
            // Refused below, like options that do not belong here.
        }
        throw new FileFormatException(
                file, "description", "options such as --network simple-conv", "'" + description + "'");
    }

    /** Checks the sizes before the network is created, so that it cannot be larger than the file. */
    private static void checkHidden(Path file, Checkpoint checkpoint, NetworkOptions network)
            throws FileFormatException {
        List<Integer> sizes = network.sizes();
        for (int i = 1; i <= network.hidden().size(); i++) {
            String name = "W" + i;
            Shape expected = Shape.of(sizes.get(i - 1), sizes.get(i));
            NDArray w = checkpoint.network().get(name);
            if (w == null || !w.shape().equals(expected)) {
                String found = w == null ? "none" : "shape " + w.shape();
                throw new FileFormatException(file, "network/" + name, "shape " + expected, found);
            }
        }
    }
}
