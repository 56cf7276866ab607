package io.github.dlfs4j.app;

import io.github.dlfs4j.app.Options.UsageException;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The main job: classifies the test images of MNIST with the weights of the book's chapter 3 and prints the accuracy,
 * then trains a network, that of chapters 4 and 5 unless another is asked for.
 *
 * <p>It ends with exit code 0, or with 2 and one line on the error stream for arguments or data it cannot use.
 */
public final class Main {
    private static final int UNUSABLE = 2;
    private static final int BATCH_SIZE = 2000;

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
        int status = run(System.out, System.err, new Terminal(), args);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** On 17 and on 25 there is a console only at a terminal; {@code Console.isTerminal()} came after 17. */
    private record Terminal() implements BooleanSupplier {
        @Override
        @SuppressWarnings("SystemConsoleNull")
        public boolean getAsBoolean() {
            return System.console() != null;
        }
    }

    /** Runs the main job and returns its exit code. */
    static int run(PrintStream out, PrintStream err, BooleanSupplier terminal, String... args) {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.print(Options.HELP);
            } else {
                new Main(out, terminal).work(options);
            }
            return 0;
        } catch (UsageException e) {
            err.println(e.getMessage());
        } catch (UncheckedIOException e) {
            err.println(message(e.getCause()));
        } catch (IOException e) {
            err.println(message(e));
        }
        return UNUSABLE;
    }

    /** The Java library's own exceptions name the file, but not always what is wrong with it. */
    private static String message(IOException e) {
        if (e instanceof FileSystemException failure && failure.getReason() == null) {
            String what = e instanceof NoSuchFileException
                    ? "no such file"
                    : e.getClass().getSimpleName();
            return failure.getFile() + ": " + what;
        }
        return e.getMessage();
    }

    /** Everything is loaded before anything is printed. */
    private void work(Options options) throws IOException {
        if (options.download()) {
            options.data().download();
        }
        Samples test;
        Optional<Map<String, NDArray>> weights;
        try (Rehearsal rehearsal = new Rehearsal(options.data())) {
            test = options.data().loadTest(Mnist.options().normalize(false));
            weights = rehearsal.weights();
        }
        Optional<Training> training = options.training().length().count() == 0
                ? Optional.empty()
                : Optional.of(new Training(options, test, out, progress));
        out.println("test images: " + test.images().shape() + ", labels: "
                + test.labels().shape());
        if (weights.isPresent()) {
            for (Map.Entry<String, NDArray> weight : weights.get().entrySet()) {
                out.println(weight.getKey() + ": " + weight.getValue().shape());
            }
            ThreeLayerNet network = new ThreeLayerNet(weights.get());
            show(network, test, options.show());
            classify("pixels from 0 to 255", new Inference(network, test.images(), test.labels(), progress));
            classifyNormalized(network, test);
        } else {
            out.println("no sample_weight.pkl (--download fetches it): this is the network of the library");
            show(ThreeLayerNet.pretrained(), test, options.show());
            classifyNormalized(ThreeLayerNet.pretrained(), test);
        }
        if (training.isPresent()) {
            training.get().run();
        }
    }

    /** Draws the first images, each beside what it is and what the network takes it for. */
    private void show(ThreeLayerNet network, Samples test, int count) {
        for (int i = 0; i < Math.min(count, test.labels().size()); i++) {
            NDArray image = test.images().get(i);
            NDArray prediction =
                    network.predict(image.astype(DType.FLOAT32).divi(255)).argmax();
            out.print(Drawing.of(
                    image, "label %s, prediction %s".formatted(test.labels().get(i), prediction)));
        }
    }

    private void classifyNormalized(ThreeLayerNet network, Samples test) {
        NDArray scaled = test.images().astype(DType.FLOAT32).divi(255);
        classify("pixels from 0 to 1", new Inference(network, scaled, test.labels(), progress));
    }

    private void classify(String pixels, Inference inference) {
        long start = System.nanoTime();
        report(pixels + ", one by one", inference.accuracyOneByOne(), start);
        start = System.nanoTime();
        report(pixels + ", in batches of " + BATCH_SIZE, inference.accuracyInBatches(BATCH_SIZE), start);
    }

    /** In plain words, since Java's first use of a format takes as long as some thousand images. */
    private void report(String work, double accuracy, long start) {
        long hundredths = Math.round((System.nanoTime() - start) / 1e7);
        String seconds = hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10;
        out.println(work);
        out.println("  accuracy: " + NDArray.scalar(accuracy) + " (" + seconds + " s)");
    }
}
