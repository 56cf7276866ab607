package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.Pages;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the main job prints, in a small heap, is what the pages show; only times differ. */
class ShownOutputTest {
    private static final Pattern TIME = Pattern.compile("\\(\\d+\\.\\d\\d s\\)|\\d+ steps/s");

    private static final Path HERE = Path.of("").toAbsolutePath();

    private static final String DIGITS = "three handwritten digits";

    /** Stands for any lines. */
    private static final String ELLIPSIS = "…\n";

    @TempDir
    private Path folder;

    private static Process start(Path workingFolder, List<String> javaOptions, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(MainProcess.command(javaOptions, args)).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("DLFS4J_DATA", "XDG_CACHE_HOME", "LOCALAPPDATA"));
        return builder.directory(workingFolder.toFile()).start();
    }

    /** Returns the block of a page that begins with these words. */
    private static String shown(Path page, String beginning) throws IOException {
        Pattern pattern = Pattern.compile("(?ms)^```text\\n(?<lines>" + beginning + ".*?)^```$");
        Matcher block = pattern.matcher(Pages.text(page));
        assertThat(block.find()).isTrue();
        return block.group("lines");
    }

    private static void assertShown(String shown, Stream<String> printed) {
        String pattern = Stream.of(withoutTimes(shown).split("(?<=\n)", -1))
                .map(line -> line.equals(ELLIPSIS) ? "(?:.*\n)+" : Pattern.quote(line))
                .collect(Collectors.joining());
        assertThat(withoutTimes(printed.map(line -> line + "\n").collect(Collectors.joining())))
                .matches(pattern);
    }

    private static String withoutTimes(String text) {
        return TIME.matcher(text).replaceAll("(time)");
    }

    /** That it goes on as shown is what .ci/run finds, as a newcomer. */
    @Test
    void aFreshCloneBeginsAsTheReadmeShows() throws Exception {
        assertBegins(onAFreshClone(), shown(Pages.README, DIGITS));
    }

    /** A fresh clone has the images, but not the weights of the book. */
    private Process onAFreshClone() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        for (String name : List.of("t10k-images-idx3", "t10k-labels-idx1", "train-images-idx3", "train-labels-idx1")) {
            Files.copy(Path.of("data", name + "-ubyte.gz"), data.resolve(name + "-ubyte.gz"));
        }
        return start(folder, List.of("-Duser.home=" + folder));
    }

    @Test
    void theWeightsOfTheBookGiveWhatThePageShows() throws Exception {
        BookFile.SAMPLE_WEIGHT.showing("the accuracies that the page shows");
        String shown = shown(Pages.of("training.md"), DIGITS);
        assertThat(shown).endsWith(ELLIPSIS);
        assertBegins(start(HERE, List.of()), shown);
    }

    /** Ends the process when it has printed what is shown before the first lines that are left out. */
    private static void assertBegins(Process process, String shown) throws IOException {
        String beginning = shown.substring(0, shown.indexOf(ELLIPSIS));
        try (BufferedReader in = process.inputReader()) {
            assertShown(beginning, in.lines().limit(beginning.lines().count()));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Two minutes. */
    @Test
    @Tag("trainings")
    void aConvNetTrainsAsThePageShows() throws Exception {
        List<String> fastest =
                List.of(MainProcess.OPTIMISED, "--add-modules", "jdk.incubator.vector", "-Ddlfs4j.kernel=auto");
        Process process = start(HERE, fastest, "--network", "simple-conv", "--optimizer", "adam", "--epochs", "6");
        try (BufferedReader in = process.inputReader()) {
            assertShown(
                    shown(Pages.of("training.md"), "training the simple ConvNet"),
                    in.lines().dropWhile(line -> !line.startsWith("training ")));
        }
        assertThat(process.waitFor()).isZero();
    }
}
