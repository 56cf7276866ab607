package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the commands of the documentation name exists. */
class CommandsTest {
    @Test
    void whatACommandOfThePagesNamesExists() throws Exception {
        Pom pom = Pom.read();
        ProgramOptions options = ProgramOptions.read();
        List<Command> commands = Documentation.commands(options);
        List<String> wrong = new ArrayList<>();
        for (Command command : commands) {
            List<String> missing = CommandCheck.missing(command, pom, options);
            if (!missing.isEmpty()) {
                wrong.add(command + ": there is no " + String.join(", ", missing));
            }
        }
        assertThat(commands).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }
}
