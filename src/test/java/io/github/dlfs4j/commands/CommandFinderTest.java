package io.github.dlfs4j.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands are found wherever a text has them, and nothing else is taken for one. */
class CommandFinderTest {
    private static final Path FILE = Path.of("file");

    private static final ProgramOptions OPTIONS = ProgramOptions.of(List.of(
            "Classifies images.",
            "",
            "--predict FILE…      recognise digits",
            "--network NAME       train this network",
            "--help               print this text"));

    private static List<String> inMarkdown(String text) {
        return lines(CommandFinder.inMarkdown(FILE, text, OPTIONS));
    }

    private static List<String> inJava(String text) {
        return lines(CommandFinder.inJava(FILE, text, true));
    }

    private static List<String> lines(List<List<Command>> blocks) {
        return blocks.stream()
                .map(block -> String.join(
                        "; ",
                        block.stream()
                                .map(command -> command.line() + " " + command.text())
                                .toList()))
                .toList();
    }

    @Test
    void linesOfABlockAreCommandsOfOneShell() {
        assertThat(inMarkdown("""
                ```
                mvn -q compile
                # what follows is one command
                java -cp target/classes \\
                    Main "a b"
                ```
                ```bash
                $ ./anything
                ```
                """))
                .containsExactly("2 mvn -q compile; 4 java -cp target/classes Main \"a b\"", "8 ./anything");
    }

    @Test
    void codeAndOutputAreNoCommands() {
        assertThat(inMarkdown("""
                ```java
                mvn test
                ```
                ```
                jshell> mvn test
                ```
                ```text
                mvn test
                ```
                `java.util.List`, `./data`, `-Dexec.args=10`, `--help` and `Mnist.load()`
                """)).isEmpty();
    }

    @Test
    void commandsStandInSentencesAndTables() {
        assertThat(inMarkdown("""
                Type `mvn -q
                verify` or `.ci/run`, with `--predict seven.png` or `A="b c" java Main`.

                | `mvn test` | tests |
                | `--predict FILE` | is explained, not typed |
                """))
                .containsExactly(
                        "1 mvn -q verify", "2 .ci/run", "2 --predict seven.png", "2 A=\"b c\" java Main", "4 mvn test");
    }

    @Test
    void whatTheMainJobProposesIsACommand() {
        assertThat(inMarkdown("""
                ```text
                final accuracy
                try next: --predict FILE with a digit, or --network simple-conv --predict a; --help lists all
                ```
                """))
                .containsExactly("3 --predict FILE", "3 --network simple-conv --predict a", "3 --help");
    }

    @Test
    void commandsStandInJavadocAndStrings() {
        assertThat(inJava("""
                /*
                 * {@code mvn comment}
                 */
                /#*
                 * After {@code mvn -q
                 * compile}:
                 *
                 * <pre>{@code
                 * java -cp target/classes \\
                 *     Main
                 * }</pre>
                 *
                 * <pre>{@code
                 * java.util.List x;
                 * }</pre>
                 */
                String command = "mvn test";
                """.replace('#', '*')))
                .containsExactly("5 mvn -q compile", "9 java -cp target/classes Main", "17 mvn test");
    }

    @Test
    void commandsStandInPlainWords() {
        assertThat(lines(CommandFinder.inWords(FILE, "text\nstart it with mvn compile exec:java, not in java code.\n")))
                .containsExactly("2 mvn compile exec:java");
    }

    @Test
    void quotesMakeOneWord() {
        assertThat(new Command(FILE, 1, "mvn -q -Dexec.args=\"--a b\" 'c d'").words())
                .containsExactly("mvn", "-q", "-Dexec.args=--a b", "c d");
    }
}
