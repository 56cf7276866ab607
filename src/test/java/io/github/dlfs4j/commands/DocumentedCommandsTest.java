package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Each way in which the documentation builds or starts something, typed in a copy of the project as a person would.
 * What programs do with other options, and what jshell prints, is said by tests that need no Maven and run in every
 * build. Only {@code mvn test -Dgroups=commands} does it; it needs Linux.
 */
@Tag("commands")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentedCommandsTest {
    private static final Path FOLDER = Path.of("target", "commands");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Pattern PREPARATION =
            Pattern.compile("mvn -q (?:compile|test-compile|(?:package|install) -DskipTests(?: .*)?|-Psite)|jlink .*");
    private static final Pattern SERVER = Pattern.compile("mvn .*exec:java .*--serve\"?");
    private static final Pattern CHAPTER = Pattern.compile("mvn .*-Dchapter=.*");
    private static final Pattern MAIN_JOB = Pattern.compile("(?<start>mvn -q compile exec:java"
            + "|java (?:-Xmx\\S+ )?(?:-jar \\S+|-cp \\S+ \\S+\\.app\\.Main)|target/image/bin/dlfs4j)"
            + "(?: -Dexec\\.args=.*| --.*)?");

    private static final Pattern SERVING = Pattern.compile("dlfs4j is at .*");
    private static final Pattern TROUBLE = Pattern.compile("\\[ERROR|ERROR\\]|Usage: java|Exception|Unrecognized");

    private static ProgramOptions options;
    private static ProjectCopy project;
    private static Shell shell;

    @BeforeAll
    static void copy() throws Exception {
        options = ProgramOptions.read();
        project = ProjectCopy.in(FOLDER.resolve("project"));
        shell = new Shell(project.folder(), FOLDER.resolve("cache").toAbsolutePath(), PATIENCE);
    }

    /** The programs of the build run in the same command, since nothing is compiled yet, and must not take these. */
    @Test
    @Order(1)
    void argumentsReachOnlyTheProgramThatIsStarted() throws Exception {
        String command = "mvn -q compile exec:java -Dexec.mainClass=io.github.dlfs4j.app.Main"
                + " -Dexec.args=\"--steps 0 --show 1\" -Dexec.classpathScope=test";

        Shell.Result result = shell.type(List.of(command)).get(0);

        assertThat(result.code()).as(result.text()).isZero();
        assertThat(result.text()).containsOnlyOnce("test images: ").contains("label 7, prediction 7");
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> typedCommandsBuildAndStartWhatThePagesSay() throws IOException {
        Set<String> typed = new HashSet<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (List<Command> block : Documentation.blocks(options)) {
            List<String> commands = block.stream()
                    .flatMap(command -> typed(command.text()).stream())
                    .toList();
            // A block is typed as a whole, if something in it is new.
            if (commands.stream().filter(typed::add).count() > 0) {
                tests.add(DynamicTest.dynamicTest(commands.toString(), () -> type(commands)));
            }
        }
        assertThat(typed).hasSizeGreaterThan(10);
        return tests.stream();
    }

    /** Returns what is typed for a command: the same with little work to do. */
    private static Optional<String> typed(String command) {
        Matcher mainJob = MAIN_JOB.matcher(command);
        if (PREPARATION.matcher(command).matches()) {
            return Optional.of(command.contains(" install ") ? command + ProjectCopy.INTO_THE_COPY : command);
        } else if (SERVER.matcher(command).matches()) {
            return Optional.of(command);
        } else if (CHAPTER.matcher(command).matches()) {
            return Optional.of("mvn -q compile exec:java -Dchapter=2");
        } else if (mainJob.matches()) {
            String start = mainJob.group("start");
            return Optional.of(start + (start.startsWith("mvn ") ? " -Dexec.args=\"--steps 0\"" : " --steps 0"));
        }
        return Optional.empty();
    }

    private static void type(List<String> commands) throws Exception {
        assumeTrue(
                canLink() || commands.stream().noneMatch(command -> command.startsWith("jlink ")),
                "needs the modules of the JDK, which it can have in a folder jmods");
        if (SERVER.matcher(commands.get(0)).matches()) {
            serve(commands.get(0));
            return;
        }
        List<Shell.Result> results = shell.type(commands);
        assertThat(results).as("all end in time").hasSameSizeAs(commands);
        for (int i = 0; i < commands.size(); i++) {
            check(commands.get(i), results.get(i));
        }
    }

    /** Whether jlink finds modules: in a folder, or in the JDK that runs, from which that of some JDKs takes them. */
    private static boolean canLink() {
        StringWriter help = new StringWriter();
        ToolProvider.findFirst("jlink").orElseThrow().run(new PrintWriter(help), new PrintWriter(help), "--help");
        return Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods"))
                || help.toString().contains("Linking from run-time image enabled");
    }

    private static void check(String command, Shell.Result result) throws IOException {
        assertThat(result.code()).as(result.text()).isZero();
        assertThat(result.text()).doesNotContainPattern(TROUBLE);
        if (!PREPARATION.matcher(command).matches()) {
            boolean isChapter = CHAPTER.matcher(command).matches();
            assertThat(result.text()).contains(isChapter ? "=== 2.3.1 A simple AND gate" : "test images: (10000, 784)");
            return;
        }
        assertThat(result.lines())
                .filteredOn(line -> !line.startsWith("WARNING: "))
                .as("at most what says that Maven compiles; it may warn about itself")
                .hasSizeLessThan(2);
        if (command.contains(" install ")) {
            assertThat(project.file(ProjectCopy.REPOSITORY)).isDirectoryRecursivelyContaining("glob:**/dlfs4j-*.jar");
        } else if (command.contains("-Psite")) {
            Path site = project.file("target/site");
            assertThat(SiteCheck.deadLinks(site)).isEmpty();
            SiteCheck.checkPages(site);
            SiteCheck.checkIndex(site);
            SiteCheck.search(site);
        }
    }

    /** Asks for the page while it is served, and presses Ctrl-C. */
    private static void serve(String command) throws Exception {
        Shell.Result result = shell.typeUntil(command, SERVING, line -> {
            String address = line.split(" ", -1)[3];
            assertThat(read(address)).startsWith("<!DOCTYPE html>");
            String chapters = read(address + "api/chapters");
            assertThat(chapters).startsWith("{\"available\":" + command.contains("-Pbook") + ",");
            assertThat(Documentation.commands(options))
                    .as("the command that the page shows")
                    .anyMatch(shown -> chapters.contains(",\"command\":\"" + shown.text() + "\","));
        });
        int interrupted = 128 + 2;
        assertThat(result.code()).as(result.text()).isIn(0, interrupted);
        assertThat(result.text()).doesNotContainPattern(TROUBLE);
    }

    private static String read(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
