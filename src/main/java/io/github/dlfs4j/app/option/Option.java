package io.github.dlfs4j.app.option;

import io.github.dlfs4j.app.data.DatasetKind;
import io.github.dlfs4j.app.option.Options.UsageException;
import io.github.dlfs4j.app.option.Value.Choice;
import io.github.dlfs4j.app.option.Value.Count;
import io.github.dlfs4j.app.option.Value.Place;
import io.github.dlfs4j.app.option.Value.Real;
import io.github.dlfs4j.app.option.Value.Saved;
import io.github.dlfs4j.app.option.Value.Whole;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.DType;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An option of the command line. The constants are the table of all options, from which the parser, {@code --help}, the
 * error messages and the fields of the page's form are made.
 *
 * @param <T> the type of its value
 * @param name the name with its dashes
 * @param placeholder the name of the value in {@code --help}; empty for a switch
 * @param value what each value may be; {@code null} for a switch
 * @param usual the default as you would type it; empty if there is none
 * @param help what the option does
 */
public record Option<T>(String name, String placeholder, Value<T> value, String usual, String help) {
    private static final int COLUMN = 20;
    private static final int WIDTH = 80;
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final Value<Path> FILE = new Place("a file");
    private static final Value<Path> NETWORK_FILE = new Saved("the file of a network (--predict takes pictures)");

    /** All options by name, in the order of {@code --help}. */
    private static final Map<String, Option<?>> TABLE = new LinkedHashMap<>();

    static final Option<Path> DATA = option("--data DIR", new Place("a folder"), """
            read the MNIST files and sample_weight.pkl from this folder; without it, from the first of these that has \
            them: the folder of the property dlfs4j.data, that of the variable DLFS4J_DATA, ./data, your cache folder; \
            Fashion-MNIST from data/fashion""");
    public static final Option<?> DOWNLOAD =
            flag("--download", "first download missing files to DIR or your cache folder");
    static final Option<DatasetKind> DATASET =
            option("--dataset NAME", choice(DatasetKind.values()), "mnist", "use these images, MNIST or Fashion-MNIST");
    public static final Option<?> ANY_CONTENT =
            flag("--any-content", "accept any files in DIR that have MNIST's names and shapes");
    public static final Option<Path> PREDICT = option("--predict FILE…", FILE, """
            recognise the digits in your own PNG or JPEG images, drawn or photographed, and do nothing else; uses the \
            ConvNet of the library, or that of --resume""");
    public static final Option<Path> EVALUATE = option(
            "--evaluate FILE.npz", NETWORK_FILE, "evaluate a saved network on the test images, and do nothing else");
    public static final Option<Integer> SHOW = option("--show N", new Count(0, 10_000), "0", """
            draw the first N test images, each with its label and the prediction of the network that was trained or \
            resumed""");
    public static final Option<NetworkKind> NETWORK = option(
            "--network NAME", choice(NetworkKind.values()), "two-layer", "train this network, from chapters 4 to 8");
    public static final Option<Integer> HIDDEN = option("--hidden N[,N…]", new Count(1, 10_000), """
            use this number of hidden neurons; with multi-layer, a number for each hidden layer (default: 50, or \
            100,100 with multi-layer)""");
    public static final Option<?> BATCH_NORM = flag("--batch-norm", "with multi-layer, add batch normalisation");
    public static final Option<Double> DROPOUT =
            option("--dropout X", new Real("a number from 0 to less than 1", 0, 1), "0", """
            with multi-layer, switch off this share of the neurons by dropout""");
    public static final Option<Double> WEIGHT_DECAY =
            option("--weight-decay X", new Real("a number from 0 on", 0, NO_LIMIT), "0", """
            with multi-layer, use weight decay of this strength""");
    public static final Option<DType> DTYPE =
            option("--dtype NAME", choice(new DType[] {DType.FLOAT64, DType.FLOAT32}), "float64", """
            compute in this dtype; float32 takes less memory and time""");
    public static final Option<OptimizerKind> OPTIMIZER =
            option("--optimizer NAME", choice(OptimizerKind.values()), "sgd", "use this optimiser");
    public static final Option<Double> LR = option(
            "--lr X",
            new Real("a number above 0", Double.MIN_VALUE, NO_LIMIT),
            "use this learning rate (default: " + OptimizerKind.defaultLearningRates() + ")");
    public static final Option<Long> EPOCHS = option(
            "--epochs N", new Whole(0, 1_000_000), "16", "train for this number of epochs in all; 0 does not train");
    public static final Option<Long> STEPS = option(
            "--steps N", new Whole(0, Long.MAX_VALUE), "train for this number of steps in all, instead of epochs");
    public static final Option<Integer> BATCH =
            option("--batch N", new Count(1, Options.TRAINING_IMAGES), "100", "use this number of images in each step");
    public static final Option<Long> SEED =
            option("--seed N", new Whole(0, 0xffff_ffffL), "0", "start the random numbers from this seed");
    public static final Option<Integer> VALIDATION =
            option("--validation N", new Count(1, Options.TRAINING_IMAGES - 1), """
            keep the last N training images out of the training, and print the accuracy on them""");
    public static final Option<Integer> PATIENCE = option(
            "--patience N", new Count(1, 1_000_000), "stop after N epochs without a better accuracy on those images");
    static final Option<Path> SAVE = option("--save FILE.npz", FILE, "save the state of the training to this file");
    public static final Option<Long> SAVE_EVERY = option("--save-every N", new Whole(1, Long.MAX_VALUE), """
            save after every N steps, and at the end (default: an epoch)""");
    static final Option<Path> RESUME = option("--resume FILE.npz", NETWORK_FILE, """
            continue a saved training, and save to its file again unless --save names another""");
    public static final Option<Path> CSV =
            option("--csv FILE", FILE, "append the step, loss and accuracies of each epoch to this file");
    public static final Option<Path> CURVES =
            option("--curves FILE.svg", FILE, "draw the loss and accuracies as curves at the end");
    public static final Option<?> FORCE = flag("--force", """
            let --save, --csv and --curves replace a file that this program did not write""");
    public static final Option<?> SERVE = flag("--serve", """
            serve a page on this machine on which you draw digits and watch a network learn, and do nothing else; \
            allows --data and --download""");
    public static final Option<Integer> PORT = option("--port N", new Count(0, 65_535), """
            serve the page on this port (default: 8080, or a free one if it is taken)""");
    public static final Option<?> VERSION = flag("--version", "print the version");
    public static final Option<?> HELP = flag("--help", "print this text, as -h does");

    private static <T> Choice<T> choice(T[] values) {
        return new Choice<>(List.of(values));
    }

    private static <T> Option<T> option(String title, Value<T> value, String help) {
        return option(title, value, "", help);
    }

    private static <T> Option<T> option(String title, Value<T> value, String usual, String help) {
        int space = title.indexOf(' ');
        Option<T> option = new Option<>(title.substring(0, space), title.substring(space + 1), value, usual, help);
        TABLE.put(option.name(), option);
        return option;
    }

    private static Option<?> flag(String name, String help) {
        return option(name + " ", null, help);
    }

    static Collection<Option<?>> all() {
        return TABLE.values();
    }

    static Option<?> named(String text, Collection<Option<?>> all) throws UsageException {
        List<String> names = new ArrayList<>();
        for (Option<?> option : all) {
            if (option.name().equals(text.equals("-h") ? HELP.name() : text)) {
                return option;
            }
            names.add(option.name());
        }
        String meant = Spelling.nearest(text, names)
                .map(" (did you mean %s?)"::formatted)
                .orElse("");
        throw new UsageException("unknown argument: " + Excerpt.of(text) + meant);
    }

    /** The rules on which options go together. The first that is broken makes the message. */
    static void checkTogether(Options given) throws UsageException {
        String together = "%s and %s cannot be given together";
        String with = "%2$s cannot be given with %1$s";
        given.checkExcludes(STEPS, together, EPOCHS);
        given.checkNeeds(PORT, SERVE);
        given.checkAlone(SERVE, with + ", whose page asks for it", PORT, DATA, DOWNLOAD, HELP, VERSION);
        String decides = with + ", whose file decides";
        given.checkExcludes(RESUME, decides, BATCH, SEED, HIDDEN, BATCH_NORM, DROPOUT, WEIGHT_DECAY, VALIDATION);
        given.checkAlone(PREDICT, with, RESUME);
        given.checkAlone(EVALUATE, with, DATA, DOWNLOAD, DATASET, ANY_CONTENT);
        given.checkNeeds(ANY_CONTENT, DATA);
        given.checkExcludes(DATASET, together, ANY_CONTENT);
        if (given.has(DOWNLOAD) && (given.has(ANY_CONTENT) || given.value(DATASET) != DatasetKind.MNIST)) {
            throw new UsageException("--download fetches only MNIST");
        }
        given.checkNeeds(SAVE_EVERY, SAVE, RESUME);
        given.checkNeeds(FORCE, SAVE, CSV, CURVES);
        given.checkNeeds(PATIENCE, VALIDATION, RESUME);
    }

    /** {@return whether it takes no value} */
    public boolean isFlag() {
        return value == null;
    }

    /**
     * Whether it takes several values with commas, as a comma in the placeholder says.
     *
     * @return true if it takes several values
     */
    public boolean isList() {
        return placeholder.contains(",");
    }

    /** Whether it takes all arguments up to the next option, as an ellipsis at the end of the placeholder says. */
    boolean isGreedy() {
        return placeholder.endsWith("…");
    }

    /** Whether it takes one value, so that it must not be given twice. */
    boolean isSingle() {
        return !isFlag() && !isList() && !isGreedy();
    }

    /** Reads a value that was checked, or the default. */
    T read(String text) {
        return value.read(text);
    }

    void check(String text) throws UsageException {
        try {
            value.read(text);
        } catch (InvalidPathException e) {
            throw new UsageException("not the name of " + value.words() + ": " + Excerpt.of(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException(need() + ", not " + Excerpt.of(text));
        }
    }

    /** Says what it needs. */
    String need() {
        return name + " needs " + value.words() + (isList() ? ", or several with commas" : "");
    }

    /**
     * Explains all options.
     *
     * @return a line or more for each option
     */
    public static String helpText() {
        return helpText("""
                Classifies the 10,000 test images of MNIST with the weights of the book's
                chapter 3, then trains a network on the 60,000 training images.
                """, TABLE.values()) + """

                Ctrl-C stops the training after the current step and saves it if it has a file
                to save to. A second Ctrl-C ends the program at once.
                """;
    }

    /**
     * Explains the options of a program.
     *
     * @param head what the program does
     * @param all its options
     * @return the head, and a line or more for each option
     */
    public static String helpText(String head, Collection<Option<?>> all) {
        StringBuilder text = new StringBuilder(head).append('\n');
        for (Option<?> option : all) {
            option.explain(text);
        }
        return text.toString();
    }

    private void explain(StringBuilder text) {
        String choices = value instanceof Choice<?> ? ": " + value.words() : "";
        String explanation = help + choices + (usual.isEmpty() ? "" : " (default: " + usual + ")");
        StringBuilder line = new StringBuilder(name).append(' ').append(placeholder);
        line.append(" ".repeat(COLUMN - line.length()));
        for (String word : explanation.split(" ", -1)) {
            if (line.length() + word.length() >= WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(COLUMN));
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
    }
}
