package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.app.console.Progress;
import io.github.dlfs4j.app.option.Options;
import io.github.dlfs4j.app.training.Training;
import io.github.dlfs4j.training.Checkpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as a process of its own, started as from the command line. */
class MainProcessTest {
    /** The exit code of a process that was interrupted. */
    private static final int SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    @TempDir
    private Path images;

    private static Process start(List<String> javaOptions, String... args) throws IOException {
        return new ProcessBuilder(MainProcess.command(javaOptions, args))
                .redirectErrorStream(true)
                .start();
    }

    /** Returns the options of a training that goes on for a long time, unless there are other ones. */
    private String[] withFewImages(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--any-content", "--data", FewImages.in(images).toString(), "--batch", "20"));
        if (!all.contains("--steps")) {
            all.addAll(List.of("--steps", "10000000"));
        }
        return all.toArray(String[]::new);
    }

    /** Reads lines up to the first one with a text, or to the end if the text is null. */
    private static List<String> lines(BufferedReader in, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        String line;
        while ((line = in.readLine()) != null) {
            lines.add(line);
            if (last != null && line.contains(last)) {
                break;
            }
        }
        return lines;
    }

    /** Interrupts the process. On Unix this sends a signal, as Ctrl-C does; elsewhere it would kill the process. */
    private static void interrupt(Process process) {
        assumeTrue(process.supportsNormalTermination(), "needs signals");
        process.toHandle().destroy();
    }

    @Test
    void aTrainingIsSavedWhenItIsInterrupted() throws Exception {
        Path file = folder.resolve("state.npz");
        Process process = start(List.of(), withFewImages("--save", file.toString()));
        List<String> after;
        try (BufferedReader in = process.inputReader()) {
            lines(in, "epoch 1: ");
            interrupt(process);
            after = lines(in, null);
        }
        assertThat(process.waitFor()).isEqualTo(SIGTERM);

        Checkpoint saved = Checkpoint.read(file);
        assertThat(saved.steps()).isPositive();
        assertThat(after)
                .endsWith("interrupted after step " + saved.steps(), "saved; --resume " + file + " goes on from there");

        // The state is the same as that of a training with so many steps.
        Path whole = folder.resolve("whole.npz");
        String steps = Long.toString(saved.steps());
        Options options = Options.parse(withFewImages("--save", whole.toString(), "--steps", steps));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Progress progress = new Progress(nowhere, () -> false, InstantSource.system());
        new Training(options, options.data().loadTest(), nowhere, progress).run();
        assertThat(file).hasSameBinaryContentAs(whole);
    }

    @Test
    void anInterruptedTrainingWithoutAFileSaysThatItIsNotSaved() throws Exception {
        Process process = start(List.of(), withFewImages());
        try (BufferedReader in = process.inputReader()) {
            lines(in, "epoch 1: ");
            interrupt(process);
            List<String> after = lines(in, null);
            assertThat(after.get(after.size() - 2)).matches("interrupted after step \\d+");
            assertThat(after).endsWith("not saved, since there is no --save");
        }
        assertThat(process.waitFor()).isEqualTo(SIGTERM);
    }

    @Test
    void theMainJobEndsWithCode2IfItCannotSave() throws Exception {
        Path file = Files.createDirectory(folder.resolve("taken"));
        Files.createFile(file.resolve("something"));
        MainProcess process = MainProcess.run(folder, "--steps", "3", "--save-every", "2", "--save", file.toString());
        assertThat(process.err()).startsWith(file.toString()).hasLineCount(1);
        assertThat(process.code()).isEqualTo(2);
    }

    /** The first lambda of a program takes 6 ms, and each other one 1 to 3 ms: a few of them would delay the start. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "auto"})
    void theMainJobClassifiesWithoutLambdas(String kernel) throws Exception {
        List<String> options = new ArrayList<>(List.of("-Xlog:class+load", "-Ddlfs4j.kernel=" + kernel));
        if (kernel.equals("auto")) {
            assumeTrue(ModuleFinder.ofSystem().find("jdk.incubator.vector").isPresent(), "needs the module");
            options.add("--add-modules=jdk.incubator.vector");
        }

        MainProcess process = MainProcess.run(folder, MainProcess.command(options, "--steps", "0"));

        assertThat(process.code()).as(process.err()).isZero();
        assertThat(process.out().lines())
                .filteredOn(line -> line.contains(" io.github.dlfs4j."))
                .anyMatch(line -> line.contains(".app.recognition.Inference "))
                .noneMatch(line -> line.contains("$$Lambda"));
    }

    @Test
    void aMultiLayerNetworkTrainsInASmallHeap() throws Exception {
        assertTrainsInASmallHeap("multi-layer", "sgd");
    }

    @Test
    @Tag("long")
    void theSimpleConvNetTrainsInASmallHeap() throws Exception {
        assertTrainsInASmallHeap("simple-conv", "adam");
    }

    /** Trains in 256 MB, more than one step, and tests with all test images. */
    private static void assertTrainsInASmallHeap(String network, String optimizer) throws Exception {
        Process process =
                start(List.of(MainProcess.OPTIMISED), "--network", network, "--optimizer", optimizer, "--steps", "3");
        try (BufferedReader in = process.inputReader()) {
            assertThat(lines(in, null)).anyMatch(line -> line.startsWith("final test accuracy: 0."));
        }
        assertThat(process.waitFor()).isZero();
    }

    /** Half a minute on two processors. */
    @Test
    @Tag("trainings")
    void theDeepConvNetTrainsInASmallHeap() throws Exception {
        assertTrainsInASmallHeap("deep-conv", "sgd");
    }
}
