package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.Resumption;
import io.github.dlfs4j.app.option.TrainingPlan;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.NpzLimits;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Checkpoint;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A training that is ready to run: everything is loaded, and no step has been made yet.
 *
 * @param plan what is trained, and how
 * @param need how much memory the training takes
 * @param life the training itself
 */
public record TrainingSetup(TrainingPlan plan, MemoryNeed need, Life life) {
    /** How much an array takes in a state file besides its elements, at most. */
    private static final int HEADER_BYTES = 512;

    /** How many arrays a state file has besides those of network and optimiser, at most. */
    private static final int OTHER_ARRAYS = 20;

    /** How much a state file takes besides the arrays of network and optimiser, at most. */
    private static final int OTHER_BYTES = 1 << 14;

    /**
     * Loads what the options ask for.
     *
     * @param asked the options
     * @param samples the test images, not normalised
     * @return the training
     * @throws IOException if the data or the file to resume cannot be used
     * @throws Refusal if the training takes far more memory than Java has
     */
    public static TrainingSetup of(Options asked, Samples samples) throws IOException {
        Samples all = asked.data().loadTraining();
        TrainingPlan plan =
                asked.resumption().isPresent() ? saved(asked, asked.resumption().get()) : asked.plan();
        MemoryNeed need = new MemoryNeed(plan, asked);
        need.check();
        int seen = all.images().shape(0) - plan.validation();
        Dataset train = dataset(plan, all, Index.range(0, seen));
        Dataset unseen =
                plan.validation() == 0 ? dataset(plan, samples, Index.all()) : dataset(plan, all, Index.from(seen));
        RandomState random = new RandomState(asked.value(Option.SEED));
        Network network = plan.network().create(random);
        Optimizer optimizer = plan.optimizer()
                .create(asked.given(Option.LR).orElse(plan.optimizer().defaultLearningRate()));
        Trainer trainer = new Trainer(network, optimizer, Batches.random(train, plan.batch(), random))
                .describe(plan.description());
        if (asked.resumption().isPresent()) {
            trainer.resume(asked.resumption().get().file());
            asked.given(Option.LR).ifPresent(optimizer::learningRate);
        }
        Life.Sets sets = new Life.Sets(train, unseen, plan.validation() == 0);
        Life.Goal goal = new Life.Goal(asked.length().inSteps(trainer.stepsPerEpoch()), asked.given(Option.PATIENCE));
        return new TrainingSetup(plan, need, new Life(network, optimizer, trainer, sets, goal));
    }

    private static Dataset dataset(TrainingPlan plan, Samples samples, Index range) {
        return Dataset.of(samples.images().get(range), samples.labels().get(range))
                .prepared(plan.network()::prepare);
    }

    /** Reads the plan from the file. Options that name a network or an optimiser must agree with it. */
    private static TrainingPlan saved(Options asked, Resumption resumption) throws IOException {
        Path file = resumption.file();
        TrainingPlan plan = TrainingPlan.of(file, read(file));
        checkSame(file, "--network ", resumption.network(), plan.network().kind());
        checkSame(file, "--dtype ", resumption.dtype(), plan.network().dtype());
        checkSame(file, "--optimizer ", resumption.optimizer(), plan.optimizer());
        if (asked.has(Option.PATIENCE) && plan.validation() == 0) {
            throw new FileFormatException(file, "a training with --validation, which --patience needs", "one without");
        }
        return plan;
    }

    private static Checkpoint read(Path file) throws IOException {
        try {
            return Checkpoint.read(file);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    private static <T> void checkSame(Path file, String option, Optional<T> asked, T saved) throws IOException {
        if (asked.isPresent() && !asked.get().equals(saved)) {
            throw new FileFormatException(file, "a training with " + option + asked.get(), option + saved);
        }
    }

    /**
     * Estimates the length of a state file in bytes, a little too high.
     *
     * @throws Refusal if the state has more arrays than a file may hold
     */
    long lengthOfState() {
        long arrays = OTHER_ARRAYS
                + life.network().state().size()
                + (long) plan.optimizer().arraysPerParameter()
                        * life.network().parameters().size();
        if (arrays > NpzLimits.DEFAULT.entries()) {
            throw new Refusal("a training of %s arrays cannot be saved: a file holds %s at most; choose fewer layers"
                    .formatted(arrays, NpzLimits.DEFAULT.entries()));
        }
        return OTHER_BYTES
                + lengthOf(life.network().state())
                + plan.optimizer().arraysPerParameter()
                        * lengthOf(life.network().parameters());
    }

    private static long lengthOf(Map<String, NDArray> arrays) {
        return arrays.values().stream()
                .mapToLong(array ->
                        HEADER_BYTES + (long) array.size() * array.dtype().itemSize())
                .sum();
    }
}
