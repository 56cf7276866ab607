package io.github.dlfs4j.app;

import io.github.dlfs4j.app.console.AsciiArt;
import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Output;
import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.data.ClassNames;
import io.github.dlfs4j.app.data.DataSource;
import io.github.dlfs4j.app.evaluation.Guess;
import io.github.dlfs4j.app.option.NetworkKind;
import io.github.dlfs4j.app.option.Option;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.option.Options.Resumption;
import io.github.dlfs4j.app.option.Options.UsageException;
import io.github.dlfs4j.app.recognition.Classifier;
import io.github.dlfs4j.app.recognition.EvaluationReport;
import io.github.dlfs4j.app.recognition.FilePredictions;
import io.github.dlfs4j.app.recognition.Inference;
import io.github.dlfs4j.app.recognition.Rehearsal;
import io.github.dlfs4j.app.serving.Serving;
import io.github.dlfs4j.app.training.MemoryNeed;
import io.github.dlfs4j.app.training.Training;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.Version;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import io.github.dlfs4j.parallel.RowBlocks;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The main job: classifies the test images of MNIST with the weights of the book's chapter 3 and prints the accuracy,
 * then trains a network, by default the one of chapters 4 and 5.
 *
 * <p>The exit code is 0, even if the reader of the output goes away. It is 2, with one line on the error stream, if the
 * main job cannot use its arguments, data or files, if the memory is too small, or if the output cannot be written.
 */
public final class Main {
    private static final int UNUSABLE = 2;
    private static final int BATCH_SIZE = 2000;
    /** The number of digits that the first run draws. */
    private static final int FIRST = 3;

    private static final String NEXT = "try next: --predict FILE with a PNG or JPEG of your own digit, "
            + "or --network simple-conv --optimizer adam; --help lists all";

    private final PrintStream out;
    private final Progress progress;

    private Main(PrintStream out, BooleanSupplier terminal) {
        this.out = out;
        this.progress = new Progress(out, terminal, InstantSource.system());
    }

    /**
     * Runs the main job.
     *
     * @param args the options that {@code --help} explains
     */
    public static void main(String[] args) {
        int status = run(Output.standard(), System.err, new Terminal(), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Whether standard output is a terminal. Java 17 and 25 have a console only then; {@code Console.isTerminal()} is
     * newer than 17.
     */
    public record Terminal() implements BooleanSupplier {
        @Override
        @SuppressWarnings("SystemConsoleNull")
        public boolean getAsBoolean() {
            return System.console() != null;
        }
    }

    /** Runs the main job and returns its exit code. */
    static int run(PrintStream out, PrintStream err, BooleanSupplier terminal, String... args) {
        List<String> troubles;
        try {
            perform(Options.parse(args), out, terminal);
            if (!out.checkError()) {
                return 0;
            }
            troubles = List.of("standard output cannot be written");
        } catch (Output.Lost e) {
            if (e.isOfAReaderThatIsGone()) {
                return 0;
            }
            troubles = List.of(e.getMessage());
        } catch (Refusal e) {
            troubles = e.lines();
        } catch (UsageException e) {
            troubles = List.of(e.getMessage());
        } catch (UncheckedIOException e) {
            troubles = List.of(FileTrouble.line(e.getCause()));
        } catch (IOException e) {
            troubles = List.of(FileTrouble.line(e));
        }
        troubles.forEach(trouble -> err.println(Excerpt.whole(trouble)));
        return UNUSABLE;
    }

    private static void perform(Options options, PrintStream out, BooleanSupplier terminal) throws IOException {
        if (options.has(Option.HELP)) {
            out.print(Option.helpText());
        } else if (options.has(Option.VERSION)) {
            out.println("dlfs4j " + Version.ofLibrary());
        } else {
            checkProperties();
            Main main = new Main(out, terminal);
            try {
                main.work(options);
            } catch (OutOfMemoryError e) {
                throw MemoryNeed.refusal(options);
            } finally {
                main.progress.end();
            }
        }
    }

    /**
     * Checks the properties before they are needed. Later they would be read by a class that is being loaded, and a
     * wrong one would make it unusable.
     */
    private static void checkProperties() {
        try {
            RowBlocks.configured();
            // Choosing a kernel takes a while, so it is left for later unless there is a property to check.
            if (System.getProperty("dlfs4j.kernel") != null) {
                NDArray.kernel();
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new Refusal(e.getMessage());
        }
    }

    /** Does the work. It loads everything before it prints anything, except for pictures. */
    private void work(Options options) throws IOException {
        if (options.has(Option.PREDICT)) {
            FilePredictions.print(out, saved(options), options.values(Option.PREDICT));
            return;
        }
        if (options.has(Option.DOWNLOAD)) {
            options.data().download();
        }
        if (options.has(Option.SERVE)) {
            Serving.run(options.data(), options.given(Option.PORT), out);
        } else if (options.has(Option.EVALUATE)) {
            evaluate(options.value(Option.EVALUATE), options.data());
        } else if (options.data().isMnist()) {
            classifyAndTrain(options);
        } else {
            train(options, options.data().loadTest(), Optional.empty());
        }
    }

    /** Returns the network of {@code --resume}, or the one in the library. */
    private static Classifier saved(Options options) throws IOException {
        Optional<Resumption> resumption = options.resumption();
        return resumption.isPresent()
                ? Classifier.load(resumption.get().file())
                : Classifier.of("the ConvNet of the library", NetworkKind.SIMPLE_CONV, LeNet.pretrained());
    }

    private void evaluate(Path file, DataSource data) throws IOException {
        Classifier classifier = Classifier.load(file);
        Samples test = data.loadTest();
        ClassNames names = data.classNames();
        out.println(Excerpt.endOf(file.toString()) + ": " + classifier.name());
        double accuracy = EvaluationReport.print(out, classifier, test, names, progress);
        out.println("test accuracy: " + Figures.fraction(accuracy));
    }

    private void classifyAndTrain(Options options) throws IOException {
        Samples test;
        Optional<Map<String, NDArray>> weights;
        try (Rehearsal rehearsal = new Rehearsal(options.data())) {
            test = options.data().loadTest();
            weights = rehearsal.weights();
        }
        train(options, test, weights);
    }

    /** @param weights the weights of the book, which suit MNIST only; empty if there are none */
    private void train(Options options, Samples test, Optional<Map<String, NDArray>> weights) throws IOException {
        Optional<Training> training = options.length().count() == 0
                ? Optional.empty()
                : Optional.of(new Training(options, test, out, progress));
        try {
            if (options.data().isMnist()) {
                classify(options, test, weights);
            } else {
                printShapes(test);
            }
            if (training.isPresent()) {
                training.get().run();
                show(training.get().classifier(), options, test);
            } else {
                printWhatDoesNothing(options);
                if (options.value(Option.SHOW) > 0) {
                    boolean isResumed = options.resumption().isPresent();
                    show(isResumed ? saved(options) : ofTheBook(weights), options, test);
                }
            }
            if (options.isFirstRun()) {
                out.println(NEXT);
            }
        } catch (Output.Lost e) {
            if (training.isPresent()) {
                training.get().keep();
            }
            throw e;
        }
    }

    private void printShapes(Samples test) {
        out.println("test images: " + test.images().shape() + ", labels: "
                + test.labels().shape());
    }

    /** Returns the book's network, or the one in the library if there are no weights. */
    private static Classifier ofTheBook(Optional<Map<String, NDArray>> weights) {
        return Classifier.of("the book's network", networkOf(weights));
    }

    private static ThreeLayerNet networkOf(Optional<Map<String, NDArray>> weights) {
        return weights.isPresent() ? new ThreeLayerNet(weights.get()) : ThreeLayerNet.pretrained();
    }

    private void classify(Options options, Samples test, Optional<Map<String, NDArray>> weights) {
        ThreeLayerNet network = networkOf(weights);
        if (options.isFirstRun()) {
            out.println("three handwritten digits, and what a network takes them for:");
            EvaluationReport.draw(out, guesses(ofTheBook(weights), test, FIRST), ClassNames.DIGITS);
        }
        printShapes(test);
        if (weights.isPresent()) {
            for (Map.Entry<String, NDArray> weight : weights.get().entrySet()) {
                out.println(weight.getKey() + ": " + weight.getValue().shape());
            }
            classify("pixels from 0 to 255", new Inference(network, test.images(), test.labels(), progress));
        } else {
            out.println("no sample_weight.pkl (--download fetches it): this is the network of the library");
        }
        NDArray scaled = test.images().astype(DType.FLOAT32).divi(255);
        classify("pixels from 0 to 1", new Inference(network, scaled, test.labels(), progress));
    }

    private void printWhatDoesNothing(Options options) {
        if (options.saving().isPresent() && !options.saving().get().again()) {
            printThatItDoesNothing("--save", options.saving().get().file());
        }
        if (options.resumption().isPresent() && options.value(Option.SHOW) == 0) {
            printThatItDoesNothing("--resume", options.resumption().get().file());
        }
    }

    private void printThatItDoesNothing(String option, Path file) {
        out.println(option + " " + Excerpt.whole(file.toString()) + " does nothing, since there is no training");
    }

    /** Draws the first images, each with its label and the prediction of the network. */
    private void show(Classifier classifier, Options options, Samples test) throws IOException {
        ClassNames names = options.data().classNames();
        for (Guess guess : guesses(classifier, test, options.value(Option.SHOW))) {
            String caption = "label " + names.of(guess.label()) + ", prediction " + names.of(guess.prediction());
            out.print(AsciiArt.of(guess.image(), caption));
        }
    }

    /** Classifies the first images, one after the other. */
    private static List<Guess> guesses(Classifier classifier, Samples test, int count) {
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < Math.min(count, test.labels().size()); i++) {
            NDArray image = test.images().get(i);
            NDArray y = classifier.probabilities(image.reshape(1, -1)).get(0);
            guesses.add(new Guess(i, image, test.labels().getLong(i), y));
        }
        return guesses;
    }

    private void classify(String pixels, Inference inference) {
        long start = System.nanoTime();
        report(pixels + ", one by one", inference.accuracyOneByOne(), start);
        start = System.nanoTime();
        report(pixels + ", in batches of " + BATCH_SIZE, inference.accuracyInBatches(BATCH_SIZE), start);
    }

    private void report(String work, double accuracy, long start) {
        long time = System.nanoTime() - start;
        out.println(work);
        out.println("  accuracy: " + Figures.fraction(accuracy) + " (" + Figures.seconds(time) + ")");
    }
}
