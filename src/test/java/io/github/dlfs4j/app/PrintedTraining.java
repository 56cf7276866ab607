package io.github.dlfs4j.app;

import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.training.Training;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Stream;

/** Runs a training and returns its output. */
final class PrintedTraining {
    private static final Path DATA = Path.of("data");

    private PrintedTraining() {}

    /** Returns what the training prints, without the speed, which differs in each run, and without the evaluation. */
    static String trainingOf(String... args) throws Exception {
        return trainingOf(Mnist.options().normalize(false).loadTest(DATA), args);
    }

    static String trainingOf(String[] options, String... more) throws Exception {
        return trainingOf(
                Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new));
    }

    static String trainingOf(Samples test, String... args) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(out, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(console, () -> false, InstantSource.system());
        new Training(Options.parse(args), test, console, progress).run();
        return out.toString(StandardCharsets.UTF_8)
                .replace(System.lineSeparator(), "\n")
                .replaceAll("\\d+ steps/s", "(speed)")
                .replaceAll("(?s) +predicted as\nlabel +0 +1 .*(?=final test accuracy)", "");
    }

    static Samples firstTestImages(int count) throws IOException {
        Samples test = Mnist.options().normalize(false).loadTest(DATA);
        Index first = Index.to(count);
        return new Samples(test.images().get(first), test.labels().get(first));
    }
}
