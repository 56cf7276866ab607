package io.github.dlfs4j.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What the command line asks for.
 *
 * @param help whether to explain the options and do nothing else
 * @param download whether to fetch missing data first
 * @param show how many of the test images to draw
 * @param data where MNIST and the weights are
 * @param training how to train
 */
record Options(boolean help, boolean download, int show, DataSource data, Training training) {
    static final String HELP = """
            Classifies the 10,000 test images of MNIST with the weights of the book's chapter 3, then trains the
            network of chapters 4 and 5 on the 60,000 training images.

            --data DIR         the folder of the MNIST files and of sample_weight.pkl; without it, the first that has
                               them of: the property dlfs4j.data, the variable DLFS4J_DATA, ./data, the user's cache
                               folder
            --download         first fetches what is missing to DIR, or to the user's cache folder
            --show N           draws the first N test images beside what they are and what they are taken for
            --steps N          how many steps the training has in all (default: 16 epochs; 0: none)
            --batch N          how many images a step takes (default: 100)
            --lr X             the learning rate (default: 0.1)
            --seed N           the seed of all random numbers (default: 0)
            --hidden N         the number of hidden neurons (default: 50)
            --save FILE.npz    keeps the state of the training there
            --save-every N     after so many steps each, and at the end (default: an epoch)
            --resume FILE.npz  goes on from that state
            --help             prints this text

            Ctrl-C ends the training after the step it is at, and saves first.
            """;

    /** As many images as there are. */
    static final int MAX_BATCH = 60_000;

    private static final int MAX_HIDDEN = 10_000;

    /** As many test images as there are. */
    private static final int MAX_SHOW = 10_000;

    /**
     * How to train.
     *
     * @param steps how many steps in all; 16 epochs if empty
     * @param batch how many images a step takes
     * @param learningRate the learning rate; where a training goes on that of the file, or 0.1, if empty
     * @param seed the seed
     * @param hidden the number of hidden neurons
     * @param save where to keep the state
     * @param saveEvery after how many steps; an epoch if empty
     * @param resume the state to go on from, which includes batch, seed and hidden
     */
    record Training(
            OptionalLong steps,
            int batch,
            OptionalDouble learningRate,
            long seed,
            int hidden,
            Optional<Path> save,
            OptionalLong saveEvery,
            Optional<Path> resume) {}

    /** An argument that cannot be used; its message is for the user. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message + "; --help lists the options");
        }
    }

    static Options parse(String... args) throws UsageException {
        return new Parser(args).parse();
    }

    /** Goes through the arguments. What is not given stays as it is here. */
    private static final class Parser {
        private static final long MAX_SEED = 0xffff_ffffL;

        private final String[] args;
        private int next;
        private boolean help;
        private boolean download;
        private int show;
        private Optional<Path> data = Optional.empty();
        private OptionalLong steps = OptionalLong.empty();
        private OptionalLong batch = OptionalLong.empty();
        private OptionalDouble learningRate = OptionalDouble.empty();
        private OptionalLong seed = OptionalLong.empty();
        private OptionalLong hidden = OptionalLong.empty();
        private Optional<Path> save = Optional.empty();
        private OptionalLong saveEvery = OptionalLong.empty();
        private Optional<Path> resume = Optional.empty();

        Parser(String... args) {
            this.args = args;
        }

        Options parse() throws UsageException {
            while (next < args.length) {
                String option = args[next++];
                switch (option) {
                    case "--help" -> help = true;
                    case "--download" -> download = true;
                    case "--show" -> show = (int) integer(option, 0, MAX_SHOW);
                    case "--data" -> data = Optional.of(path(option, "a folder"));
                    case "--steps" -> steps = OptionalLong.of(integer(option, 0, Long.MAX_VALUE));
                    case "--batch" -> batch = OptionalLong.of(integer(option, 1, MAX_BATCH));
                    case "--lr" -> learningRate = OptionalDouble.of(number(option));
                    case "--seed" -> seed = OptionalLong.of(integer(option, 0, MAX_SEED));
                    case "--hidden" -> hidden = OptionalLong.of(integer(option, 1, MAX_HIDDEN));
                    case "--save" -> save = Optional.of(path(option, "a file"));
                    case "--save-every" -> saveEvery = OptionalLong.of(integer(option, 1, Long.MAX_VALUE));
                    case "--resume" -> resume = Optional.of(path(option, "a file"));
                    default -> throw new UsageException("unknown argument: " + option);
                }
            }
            if (resume.isPresent()) {
                refuseWithResume("--batch", batch);
                refuseWithResume("--seed", seed);
                refuseWithResume("--hidden", hidden);
            }
            if (saveEvery.isPresent() && save.isEmpty()) {
                throw new UsageException("--save-every needs --save");
            }
            return new Options(
                    help,
                    download,
                    show,
                    new DataSource(data),
                    new Training(
                            steps,
                            (int) batch.orElse(100),
                            learningRate,
                            seed.orElse(0),
                            (int) hidden.orElse(50),
                            save,
                            saveEvery,
                            resume));
        }

        private static void refuseWithResume(String option, OptionalLong value) throws UsageException {
            if (value.isPresent()) {
                throw new UsageException(option + " cannot be given with --resume, whose file decides");
            }
        }

        private String value(String option, String what) throws UsageException {
            if (next == args.length) {
                throw new UsageException(option + " needs " + what);
            }
            return args[next++];
        }

        private Path path(String option, String what) throws UsageException {
            String name = value(option, what);
            try {
                return Path.of(name);
            } catch (InvalidPathException e) {
                throw new UsageException("not the name of " + what + ": " + name);
            }
        }

        private long integer(String option, long least, long most) throws UsageException {
            String what = most == Long.MAX_VALUE
                    ? "an integer from " + least + " on"
                    : "an integer from %d to %d".formatted(least, most);
            String text = value(option, what);
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, as for an integer that is too small.
            }
            throw new UsageException("%s needs %s, not %s".formatted(option, what, text));
        }

        private double number(String option) throws UsageException {
            String text = value(option, "a number");
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number that is not finite.
            }
            throw new UsageException("%s needs a number, not %s".formatted(option, text));
        }
    }
}
