package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.commands.ShortForm.Kind;
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
 * The commands of the documentation, typed in a copy of the project as a person would, each once and with less work to
 * do. Only {@code mvn test -Dgroups=commands} does it; it needs Linux.
 */
@Tag("commands")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentedCommandsTest {
    private static final Path FOLDER = Path.of("target", "commands");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

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

        Shell.Result result = shell.type(List.of(command), "").get(0);

        assertThat(result.code()).as(result.text()).isZero();
        assertThat(result.text()).containsOnlyOnce("test images: ").contains("label 7, prediction 7");
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> typedCommandsDoWhatThePagesSay() throws IOException {
        Set<String> reasons = NotTyped.reasons().keySet();
        Set<String> typed = new HashSet<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (List<Command> block : Documentation.blocks(options)) {
            List<Command> commands = block.stream()
                    .filter(command -> !reasons.contains(command.text()))
                    .toList();
            // A block is typed as a whole, if something in it is new.
            if (commands.stream().map(Command::text).filter(typed::add).count() > 0) {
                tests.add(DynamicTest.dynamicTest(commands.toString(), () -> type(commands)));
            }
        }
        return tests.stream();
    }

    private static void type(List<Command> commands) throws Exception {
        List<ShortForm> forms = new ArrayList<>();
        for (Command command : commands) {
            forms.add(ShortForm.of(command, options).orElseThrow());
        }
        assumeTrue(
                Runtime.version().feature() >= 25 || forms.stream().noneMatch(ShortForm::needsJdk25),
                "needs Java 25, which has such a cache");
        assumeTrue(
                canLink() || forms.stream().noneMatch(ShortForm::needsModulesOfTheJdk),
                "needs the modules of the JDK, which it can have in a folder jmods");
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            outcomes.add(new Outcome(commands.get(i), forms.get(i), project, options));
            outcomes.get(i).prepare();
        }
        List<Shell.Result> results = results(commands, forms);
        for (int i = 0; i < commands.size(); i++) {
            outcomes.get(i).check(results.get(i));
        }
    }

    /** Whether jlink finds modules: in a folder, or in the JDK that runs, from which that of some JDKs takes them. */
    private static boolean canLink() {
        StringWriter help = new StringWriter();
        ToolProvider.findFirst("jlink").orElseThrow().run(new PrintWriter(help), new PrintWriter(help), "--help");
        return Files.isDirectory(Path.of(System.getProperty("java.home"), "jmods"))
                || help.toString().contains("Linking from run-time image enabled");
    }

    private static List<Shell.Result> results(List<Command> commands, List<ShortForm> forms) throws Exception {
        Optional<ShortForm> endless =
                forms.stream().filter(form -> form.end().isPresent()).findFirst();
        if (endless.isPresent()) {
            assertThat(forms).as("what ends with Ctrl-C stands alone").hasSize(1);
            ShortForm form = endless.get();
            return List.of(shell.typeUntil(form.typed(), form.end().get(), line -> visit(form, line)));
        }
        boolean isSession = forms.get(0).kind() == Kind.JSHELL;
        String input = isSession ? Session.typedBelow(commands.get(0)) : "";
        return shell.type(forms.stream().map(ShortForm::typed).toList(), input);
    }

    /** Asks for the page while it is served. */
    private static void visit(ShortForm form, String line) throws IOException {
        if (form.words().contains("--serve")) {
            String address = line.split(" ", -1)[3];
            boolean withBook = form.words().contains("-Pbook");
            assertThat(read(address)).startsWith("<!DOCTYPE html>");
            String chapters = read(address + "api/chapters");
            assertThat(chapters).startsWith("{\"available\":" + withBook + ",");
            assertThat(Documentation.commands(options))
                    .as("the command that the page shows")
                    .anyMatch(command -> chapters.contains(",\"command\":\"" + command.text() + "\","));
        }
    }

    private static String read(String address) throws IOException {
        try (InputStream in = URI.create(address).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
