package io.github.dlfs4j.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the command line asks for.
 *
 * @param help whether to explain the options and do nothing else
 * @param version whether to tell the version and do nothing else
 * @param isFirstRun whether nothing is asked for, as by who does not know the options yet
 * @param download whether to fetch missing data first
 * @param predict images of digits to recognise, and do nothing else
 * @param evaluate a saved network to evaluate, and do nothing else
 * @param show how many of the test images to draw
 * @param data where MNIST and the weights are
 * @param training how to train
 * @param serve where to serve the page, if that is wanted instead of all else
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
        Optional<Serve> serve) {
    static final String HELP = """
            Classifies the 10,000 test images of MNIST with the weights of the book's chapter 3, then trains a network,
            that of chapters 4 and 5 unless another is asked for, on the 60,000 training images.

            --data DIR         the folder of the MNIST files and of sample_weight.pkl; without it, the first that has
                               them of: the property dlfs4j.data, the variable DLFS4J_DATA, ./data, the user's cache
                               folder
            --download         first fetches what is missing to DIR, or to the user's cache folder
            --dataset NAME     mnist or fashion, which is Fashion-MNIST; its files are in data/fashion or in DIR
            --any-content      takes any files of MNIST's names and shapes in DIR
            --predict FILE…    says which digits your own images show, PNG or JPEG, drawn or photographed; by the network
                               of the library, or that of --resume; and does nothing else
            --evaluate FILE.npz  tells how well a saved network does on the test images, and does nothing else
            --show N           draws the first N test images beside what they are and what they are taken for, by the
                               network that was trained or resumed
            --network NAME     which network to train (default: two-layer): two-layer of chapters 4 and 5, multi-layer
                               of chapter 6, simple-conv of chapter 7, deep-conv of chapter 8
            --hidden N[,N…]    the number of hidden neurons (default: 50); with multi-layer, of each hidden layer
                               (default: 100,100)
            --batch-norm       batch normalisation, with multi-layer
            --dropout X        the share of neurons that dropout switches off, with multi-layer
            --weight-decay X   the strength of weight decay, with multi-layer
            --optimizer NAME   sgd, momentum, nesterov, adagrad, rmsprop or adam (default: sgd)
            --lr X             the learning rate (default: 0.1 with sgd, 0.001 with rmsprop and adam, else 0.01)
            --epochs N         how many epochs the training has in all (default: 16; 0: none)
            --steps N          the same in steps
            --batch N          how many images a step takes (default: 100)
            --seed N           the seed of all random numbers (default: 0)
            --validation N     does not train with the last N training images, but tells the accuracy on them
            --patience N       ends early after N epochs without a better accuracy on them
            --save FILE.npz    keeps the state of the training there
            --save-every N     after so many steps each, and at the end (default: an epoch)
            --resume FILE.npz  goes on from that state, and keeps it there again unless --save names another file
            --csv FILE         appends step, loss and accuracies of each epoch to it
            --curves FILE.svg  draws them there at the end
            --serve            serves a page on this machine to draw digits and watch a network learn, and does nothing
                               else; of the other options it takes --data and --download
            --port N           serves it on that port (default: 8080, or a free one where that is taken)
            --version          prints the version
            --help, -h         prints this text

            Ctrl-C ends the training after the step it is at, and saves first; a second one ends it at once.
            """;

    /** So many training images there are. */
    static final int TRAINING_IMAGES = 60_000;

    /**
     * Where to serve the page.
     *
     * @param port the port; empty for one that is free
     */
    record Serve(Optional<Integer> port) {}

    /**
     * How to train.
     *
     * @param length how long in all
     * @param plan of a training that begins; one that goes on has that of its file
     * @param learningRate the learning rate; if empty, that of the file, or the one that suits the optimiser
     * @param seed the seed of a training that begins
     * @param patience after how many epochs without a better accuracy to stop
     * @param saving where to keep the state
     * @param resumption what to go on from
     * @param csv where to append what each epoch came to
     * @param curves where to draw it
     */
    record Training(
            Length length,
            TrainingPlan plan,
            OptionalDouble learningRate,
            long seed,
            OptionalInt patience,
            Optional<Saving> saving,
            Optional<Resumption> resumption,
            Optional<Path> csv,
            Optional<Path> curves) {}

    /**
     * How long to train.
     *
     * @param count how many steps or epochs
     * @param inEpochs whether they are epochs
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
     * Where to keep the state.
     *
     * @param file the file
     * @param period after how many steps; an epoch if empty
     * @param again whether it is where the training comes from, and nobody named a file
     */
    record Saving(Path file, OptionalLong period, boolean again) {
        Saving(Path file, OptionalLong period) {
            this(file, period, false);
        }
    }

    /**
     * What to go on from.
     *
     * @param file the file of a state
     * @param network the kind of network that the user says it is of
     * @param optimizer the optimiser that the user says it is of
     */
    record Resumption(Path file, Optional<NetworkKind> network, Optional<OptimizerKind> optimizer) {}

    /** An argument that cannot be used; its message is for the user. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        UsageException(String reason) {
            super(reason + "; --help lists the options");
            this.reason = reason;
        }

        /** The message for a user who has no command line. */
        String reason() {
            return reason;
        }
    }

    static Options parse(String... args) throws UsageException {
        return new OptionsParser(args).parse();
    }
}
