package io.github.dlfs4j.app;

import io.github.dlfs4j.ndarray.DType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param help whether to print the help and do nothing else
 * @param version whether to print the version and do nothing else
 * @param isFirstRun whether there are no arguments, as when you do not know the options yet
 * @param download whether to download missing data first
 * @param predict images of digits to recognise; if there are any, nothing else is done
 * @param evaluate a saved network to evaluate; if there is one, nothing else is done
 * @param show how many of the test images to draw
 * @param data where the images and the book's weights are
 * @param training how to train
 * @param serve whether to serve the page and do nothing else
 * @param port the port of the page; empty for 8080, or a free port if 8080 is taken
 */
record Options(
        boolean help,
        boolean version,
        boolean isFirstRun,
        boolean download,
        List<Path> predict,
        Optional<Path> evaluate,
        int show,
        DataSource data,
        Training training,
        boolean serve,
        Optional<Integer> port) {
    /** The number of training images of MNIST. */
    static final int TRAINING_IMAGES = 60_000;

    /**
     * How to train.
     *
     * @param length how long to train in all
     * @param plan the plan of a new training; a resumed one has the plan of its file
     * @param learningRate the learning rate; empty for that of the resumed file, or the default of the optimiser
     * @param seed the seed of a new training
     * @param patience after how many epochs without a better accuracy to stop
     * @param saving where to save the state
     * @param resumption what to resume
     * @param csv the file to append the results of each epoch to
     * @param curves the file to draw the curves to
     * @param force whether to replace files that this program did not write
     */
    record Training(
            Length length,
            TrainingPlan plan,
            Optional<Double> learningRate,
            long seed,
            Optional<Integer> patience,
            Optional<Saving> saving,
            Optional<Resumption> resumption,
            Optional<Path> csv,
            Optional<Path> curves,
            boolean force) {}

    /**
     * How long to train.
     *
     * @param count the number of steps or epochs
     * @param inEpochs whether it counts epochs
     */
    record Length(long count, boolean inEpochs) {
        static Length steps(long count) {
            return new Length(count, false);
        }

        static Length epochs(long count) {
            return new Length(count, true);
        }

        long inSteps(int perEpoch) {
            return inEpochs ? count * perEpoch : count;
        }
    }

    /**
     * Where to save the state.
     *
     * @param file the file
     * @param period the number of steps between two saves; empty for an epoch
     * @param again whether it is the resumed file because no other was named
     */
    record Saving(Path file, Optional<Long> period, boolean again) {
        Saving(Path file, Optional<Long> period) {
            this(file, period, false);
        }
    }

    /**
     * What to resume.
     *
     * @param file the file of a saved state
     * @param network the kind of network that the state must have, if the user named one
     * @param dtype the dtype that the network must have, if the user named one
     * @param optimizer the optimiser that the state must have, if the user named one
     */
    record Resumption(
            Path file, Optional<NetworkKind> network, Optional<DType> dtype, Optional<OptimizerKind> optimizer) {}

    /** An argument that cannot be used. The message is for the user. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        UsageException(String reason) {
            super(reason + "; --help lists the options");
            this.reason = reason;
        }

        /** Returns the message without a hint at the command line. */
        String reason() {
            return reason;
        }
    }

    /** @throws UsageException if an argument is wrong, or options do not go together */
    static Options parse(String... args) throws UsageException {
        Arguments given = new Arguments(args);
        return new Options(
                given.has(Option.HELP),
                given.has(Option.VERSION),
                args.length == 0,
                given.has(Option.DOWNLOAD),
                given.values(Option.PREDICT),
                given.given(Option.EVALUATE),
                given.value(Option.SHOW),
                new DataSource(given.given(Option.DATA), given.value(Option.DATASET), given.has(Option.ANY_CONTENT)),
                new Training(
                        given.has(Option.STEPS)
                                ? Length.steps(given.value(Option.STEPS))
                                : Length.epochs(given.value(Option.EPOCHS)),
                        new TrainingPlan(
                                network(given),
                                given.value(Option.OPTIMIZER),
                                given.value(Option.BATCH),
                                given.given(Option.VALIDATION).orElse(0)),
                        given.given(Option.LR),
                        given.value(Option.SEED),
                        given.given(Option.PATIENCE),
                        saving(given),
                        resumption(given),
                        given.given(Option.CSV),
                        given.given(Option.CURVES),
                        given.has(Option.FORCE)),
                given.has(Option.SERVE),
                given.given(Option.PORT));
    }

    private static NetworkOptions network(Arguments given) throws UsageException {
        NetworkKind kind = given.value(Option.NETWORK);
        for (Option<?> option : List.of(Option.BATCH_NORM, Option.DROPOUT, Option.WEIGHT_DECAY)) {
            if (given.has(option) && kind != NetworkKind.MULTI_LAYER) {
                throw new UsageException(option.name() + " needs --network " + NetworkKind.MULTI_LAYER);
            }
        }
        List<Integer> hidden = given.has(Option.HIDDEN) ? given.values(Option.HIDDEN) : kind.defaultHidden();
        if (!hidden.isEmpty() && kind.defaultHidden().isEmpty()) {
            throw new UsageException("--hidden cannot be given with --network " + kind);
        }
        if (hidden.size() > 1 && kind == NetworkKind.TWO_LAYER) {
            throw new UsageException("--network " + kind + " has one hidden layer, so --hidden needs one number");
        }
        return new NetworkOptions(
                kind,
                hidden,
                given.has(Option.BATCH_NORM),
                given.value(Option.DROPOUT),
                given.value(Option.WEIGHT_DECAY),
                given.value(Option.DTYPE));
    }

    /** A resumed training is saved to its own file unless another is named. */
    private static Optional<Saving> saving(Arguments given) throws UsageException {
        Option<Path> option = given.has(Option.SAVE) ? Option.SAVE : Option.RESUME;
        return given.has(option)
                ? Optional.of(new Saving(given.value(option), given.given(Option.SAVE_EVERY), !given.has(Option.SAVE)))
                : Optional.empty();
    }

    private static Optional<Resumption> resumption(Arguments given) throws UsageException {
        return given.has(Option.RESUME)
                ? Optional.of(new Resumption(
                        given.value(Option.RESUME),
                        given.given(Option.NETWORK),
                        given.given(Option.DTYPE),
                        given.given(Option.OPTIMIZER)))
                : Optional.empty();
    }
}
