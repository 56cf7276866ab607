package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.training.Checkpoint;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job under hostile conditions, in a process of its own where they are the process's: it ends with one line.
 */
class HostileCommandLineTest {
    private static final String SHORT = "--hidden 5 --batch 100 --steps 3";
    private static final String UNTIL_THE_FIRST_LINE = "\"$@\" | head -1; exit ${PIPESTATUS[0]}";

    @TempDir
    private Path folder;

    @TempDir
    private Path logs;

    private static String[] split(String options, Object... more) {
        return Stream.concat(Stream.of(options.split(" ", -1)), Stream.of(more).map(Object::toString))
                .toArray(String[]::new);
    }

    private static void assertUnusable(MainProcess process, String... parts) {
        assertThat(process.err()).contains(parts).endsWith("\n").containsOnlyOnce("\n");
        assertThat(process.code()).isEqualTo(2);
    }

    private List<Path> filesInFolder() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--batch 60000 | batches of 60000 | --batch",
                "--network multi-layer --hidden 2000,2000 --optimizer adam --save state.npz | 784-2000-2000-10 | --hidden"
            })
    void theMainJobSaysHowMuchMemoryATrainingNeeds(String options, String what, String option) throws Exception {
        String kept = options.replace("state.npz", folder.resolve("state.npz").toString());
        MainProcess process = MainProcess.run(logs, split(kept + " --steps 60"));
        assertUnusable(process, "training ", what, "MB", "Java has 256 MB", "lower " + option);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--network deep-conv --batch 300 | deep ConvNet | --batch",
                "--network simple-conv --batch 1000 | simple ConvNet | --batch",
                "--hidden 10000 | 784-10000-10 | --hidden",
                "--network multi-layer --hidden 10000,10000,10000 | 784-10000-10000-10000-10 | --hidden"
            })
    @Tag("long")
    void theMainJobSaysHowMuchMemoryOtherTrainingsNeed(String options, String what, String option) throws Exception {
        theMainJobSaysHowMuchMemoryATrainingNeeds(options, what, option);
    }

    @Test
    void theMainJobSaysWhenNoOptionWouldSaveMemory() throws Exception {
        assertUnusable(MainProcess.run(logs, MainProcess.command(List.of("-Xmx64m"))), "memory", "-Xmx");
    }

    @Test
    void aTrainingIsNotSavedIfThereIsNoSpaceForItsState() throws Exception {
        Path file = folder.resolve("state.npz");
        // 600 blocks of 1 kB; the state takes more.
        MainProcess process =
                MainProcess.runIn("ulimit -f 600; exec \"$@\"", logs, split("--save", file, "--hidden", 200));
        assertUnusable(process, file + ": ");
        assertThat(process.out()).isEmpty();
        assertThat(filesInFolder()).isEmpty();
    }

    @Test
    void aTrainingCountsTheStateOfTheOptimizerBeforeItBegins() throws Exception {
        Path file = folder.resolve("state.npz");
        String script = "ulimit -f 600; exec \"$@\"";
        MainProcess first = MainProcess.here(split("--hidden 50 --batch 100 --steps 3 --save", file));
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(Files.size(file)).isLessThan(600 << 10);
        byte[] before = Files.readAllBytes(file);
        MainProcess process = MainProcess.runIn(script, logs, split("--optimizer adam --hidden 50 --save", file));
        assertUnusable(process, file + ": ");
        assertThat(filesInFolder()).containsExactly(file);
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource({">/dev/full, " + SHORT, ">&-, --version"})
    void theMainJobEndsWithCode2IfItsOutputCannotBeWritten(String redirection, String options) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        MainProcess process = MainProcess.runIn("exec \"$@\" " + redirection, logs, split(options));
        assertUnusable(process, "standard output cannot be written: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", ">&-"})
    @Tag("long")
    void theMainJobEndsWithCode2WhateverCannotBeWritten(String redirection) throws Exception {
        for (String options : List.of("--help", "--version", "--steps 0", SHORT)) {
            theMainJobEndsWithCode2IfItsOutputCannotBeWritten(redirection, options);
        }
    }

    @Test
    void aTrainingIsSavedIfItsOutputCannotBeWritten() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");
        Path file = folder.resolve("state.npz");
        MainProcess process = MainProcess.runIn("exec \"$@\" >/dev/full", logs, split("--epochs 2 --save", file));
        assertUnusable(process, "standard output cannot be written: ");
        assertThat(Checkpoint.read(file).steps()).isZero();
    }

    @Test
    @Tag("long")
    void aTrainingEndsWhenItsReaderGoesAwayBeforeTheFirstStep() throws Exception {
        Path file = folder.resolve("state.npz");
        MainProcess process = MainProcess.runIn(UNTIL_THE_FIRST_LINE, logs, split("--save", file));
        assertThat(process).isEqualTo(new MainProcess(0, "test images: (10000, 784), labels: (10000,)\n", ""));
        assertThat(Checkpoint.read(file).steps()).isZero();
    }

    @Test
    void aTrainingEndsWhenTheReaderOfItsOutputGoesAway() throws Exception {
        Path file = folder.resolve("state.npz");
        String untilAnEpoch = "\"$@\" | sed '/^epoch 1/q'; exit ${PIPESTATUS[0]}";
        MainProcess process = MainProcess.runIn(untilAnEpoch, logs, split("--batch 1000 --hidden 5 --save", file));
        assertThat(process.err()).isEmpty();
        assertThat(process.code()).isZero();
        assertThat(process.out()).contains("epoch 1: ").doesNotContain("epoch 3: ", "interrupted");
        assertThat(Checkpoint.read(file).steps()).isBetween(60L, 960L);
    }

    /** A state without any steps is worth less than an older one. */
    @Test
    void anOlderStateIsKeptIfTheReaderGoesAwayBeforeTheFirstStep() throws Exception {
        Path file = folder.resolve("state.npz");
        assertThat(MainProcess.here(split(SHORT, "--save", file)).code()).isZero();
        byte[] before = Files.readAllBytes(file);
        MainProcess process = MainProcess.runIn(UNTIL_THE_FIRST_LINE, logs, split("--save", file));
        assertThat(process.code()).isZero();
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-Ddlfs4j.threads=many | property dlfs4j.threads must be a positive integer, not 'many'",
                "-Ddlfs4j.kernel=fast | property dlfs4j.kernel must be auto, plain or vector, not 'fast'"
            })
    void theMainJobRefusesAWrongProperty(String property, String message) throws Exception {
        MainProcess process = MainProcess.run(logs, MainProcess.command(List.of(property)));
        assertUnusable(process, message);
        assertThat(process.out()).isEmpty();
    }

    /** A file holds 10,000 arrays, and each layer has two. */
    @Test
    void theMainJobRefusesToTrainWhatItCouldNotSave() throws Exception {
        Path file = folder.resolve("state.npz");
        String hidden = "1,".repeat(4999) + "1";
        MainProcess process =
                MainProcess.here(split("--network multi-layer --steps 3 --hidden " + hidden + " --save", file));
        assertUnusable(process, "a training of ", " arrays cannot be saved: a file holds 10000 at most");
        assertThat(filesInFolder()).isEmpty();
    }

    /** Java itself takes its default then. */
    @Test
    void theMainJobWritesInTheDefaultEncodingIfTheNamedOneIsUnknown() throws Exception {
        MainProcess process = MainProcess.run(
                logs, MainProcess.command(List.of("-Dstdout.encoding=evil", "-Dsun.stdout.encoding=?"), "--version"));
        assertThat(process.out()).startsWith("dlfs4j ");
        assertThat(process.err()).isEmpty();
        assertThat(process.code()).isZero();
    }

    @Test
    void theMainJobRefusesVectorsWithoutTheirModule() throws Exception {
        List<String> vector = List.of("-Ddlfs4j.kernel=vector");
        MainProcess process = MainProcess.run(logs, MainProcess.command(vector, "--steps", "0"));
        if (Runtime.version().feature() >= 25) {
            assertUnusable(process, "kernel 'vector' needs module jdk.incubator.vector");
            assertThat(process.out()).isEmpty();
        } else {
            assertThat(process.code()).as(process.err()).isZero();
        }
    }

    /** The loss becomes infinite or NaN after some steps, at several points between two saves. */
    @ParameterizedTest
    @ValueSource(strings = "--lr 1e200 --save-every 7 --steps 2000")
    void aTrainingStopsAtAnInfiniteLossAndKeepsTheLastGoodState(String options) throws Exception {
        Path file = folder.resolve("state.npz");
        assertThat(MainProcess.here(split(SHORT, "--save", file)).code()).isZero();
        MainProcess process = MainProcess.here(split(options, "--resume", file));
        assertUnusable(process, "no longer finite after step ", "lower --lr");
        assertThat(process.out()).doesNotContain("epoch", "saved;");
        Checkpoint.read(file).network().forEach((name, array) -> {
            assertThat(array.max().asDouble()).as(name).isFinite();
            assertThat(array.min().asDouble()).as(name).isFinite();
        });
        MainProcess again = MainProcess.here(split("--steps 10 --lr 0.01 --resume", file));
        assertThat(again.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lr 1e300 --save-every 1", "--lr 1e300 --save-every 1000"})
    @Tag("long")
    void aTrainingStopsAtAnInfiniteLossBetweenTwoSavesToo(String options) throws Exception {
        aTrainingStopsAtAnInfiniteLossAndKeepsTheLastGoodState(options);
    }

    @Test
    void anotherOptimizerStopsAtAnInfiniteLoss() throws Exception {
        everyNetworkStopsAtAnInfiniteLoss("--batch 10 --optimizer adam");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--network deep-conv --batch 2", "--network simple-conv --batch 5"})
    @Tag("long")
    void everyNetworkStopsAtAnInfiniteLoss(String options) throws Exception {
        MainProcess process = MainProcess.here(split(options + " --lr 1e200 --steps 500"));
        assertUnusable(process, "no longer finite after step ", "lower --lr");
    }

    /** With one image to train on and 59,999 for validation, an epoch takes a minute. */
    @ParameterizedTest
    @CsvSource({"false, INT, 130"})
    void aTrainingEndsAtOnceAtASecondRequest(boolean onModulePath, String signal, int code) throws Exception {
        Path file = folder.resolve("state.npz");
        String[] args = split("--network deep-conv --batch 1 --validation 59999 --save", file);
        List<String> command = onModulePath ? MainProcess.commandOfModule(args) : MainProcess.command(List.of(), args);
        assumeFalse(signal.equals("INT") && Signals.areInterruptsIgnored(), "ignores Ctrl-C");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assumeTrue(process.supportsNormalTermination(), "needs signals");
        List<String> lines = new ArrayList<>();
        try (BufferedReader in = process.inputReader()) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                if (line.startsWith("training ")) {
                    awaitWork(process);
                    Signals.send(signal, process);
                    assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();
                    Signals.sendUntilTheEnd(signal, process);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor()).isEqualTo(code);
        assertThat(lines).noneMatch(line -> line.startsWith("interrupted"));
    }

    /** Before its first step, a training ends at once at the first request. A step takes far less than a second. */
    private static void awaitWork(Process process) throws InterruptedException {
        Duration end = processorTime(process).plusSeconds(1);
        while (process.isAlive() && processorTime(process).compareTo(end) < 0) {
            Thread.sleep(20);
        }
    }

    private static Duration processorTime(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"false, TERM, 143", "true, INT, 130", "true, TERM, 143"})
    @Tag("long")
    void aTrainingEndsAtOnceAtTheOtherSignalAndAsAModuleToo(boolean onModulePath, String signal, int code)
            throws Exception {
        aTrainingEndsAtOnceAtASecondRequest(onModulePath, signal, code);
    }

    @Test
    void theMainJobNamesADirectoryThatShouldBeAFile() throws Exception {
        assertUnusable(MainProcess.here(split("--resume", folder)), folder + ": ");
        for (String name : new String[] {"t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
            Files.copy(Path.of("data").resolve(name), folder.resolve(name));
        }
        Path weights = Files.createDirectory(folder.resolve("sample_weight.pkl"));
        assertUnusable(MainProcess.here(split("--steps 0 --data", folder)), weights + ": ");
        Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
        Path labels = Files.createDirectory(folder.resolve("t10k-labels-idx1-ubyte.gz"));
        Files.delete(weights);
        assertUnusable(MainProcess.here(split("--steps 0 --data", folder)), labels + ": ");
    }
}
