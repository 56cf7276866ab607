package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every command of the documentation is typed by a test, or a list says why not; what commands name exists. */
class CommandsTest {
    private static final Map<String, String> NOT_TYPED = NotTyped.reasons();

    private static ProgramOptions options;
    private static List<Command> commands;

    @BeforeAll
    static void find() throws Exception {
        options = ProgramOptions.read();
        commands = Documentation.commands(options);
    }

    @Test
    void everyCommandIsTypedOrTheListSaysWhyNot() throws IOException {
        List<Command> open = new ArrayList<>();
        for (Command command : commands) {
            if (!NOT_TYPED.containsKey(command.text())
                    && ShortForm.of(command, options).isEmpty()) {
                open.add(command);
            }
        }
        assertThat(open)
                .as("commands without a rule in ShortForm, which says how they are typed, or a line in NotTyped")
                .isEmpty();
    }

    @Test
    void theListOfUntypedCommandsHasOnlyThoseOfThePages() {
        Set<String> found = commands.stream().map(Command::text).collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(found).containsAll(NOT_TYPED.keySet());
        assertThat(NOT_TYPED.values()).noneMatch(String::isBlank);
    }

    @Test
    void whatACommandOfThePagesNamesExists() throws Exception {
        Pom pom = Pom.read();
        List<String> wrong = new ArrayList<>();
        for (Command command : commands) {
            List<String> missing = CommandCheck.missing(command, pom, options);
            if (!missing.isEmpty()) {
                wrong.add(command + ": there is no " + String.join(", ", missing));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** No other test would notice. */
    @Test
    void anInstallationLeavesTheFolderOfOnesOwnLibrariesAlone() throws IOException {
        Command installation = new Command(Path.of("page"), 1, "mvn -q install -DskipTests");

        assertThat(ShortForm.of(installation, options).orElseThrow().typed())
                .contains(" -Dmaven.repo.local=$PWD/target/");
    }
}
