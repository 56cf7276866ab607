package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The session that the README shows, typed into {@code jshell}. */
class JShellTest {
    private static final String PROMPT = "jshell> ";

    @Test
    void sessionOfTheReadmePrintsWhatIsWritten() throws Exception {
        List<String> session = session();
        String typed = String.join(
                "\n",
                session.stream()
                        .filter(JShellTest::isTyped)
                        .map(JShellTest::withoutPrompt)
                        .toList());
        List<String> expected = session.stream().filter(line -> !isTyped(line)).toList();
        assertThat(expected).isNotEmpty();

        Process shell = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var input = shell.getOutputStream()) {
            input.write((typed + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Lines that begin with a bar are the shell's own. What was typed too early, the terminal repeats.
        List<String> shown = printed.lines()
                .map(JShellTest::withoutPrompt)
                .map(line -> withoutEcho(line, typed))
                .filter(line -> !line.isBlank() && !line.startsWith("|"))
                .toList();
        assertThat(shown).isEqualTo(expected);
    }

    private static List<String> command() throws Exception {
        String line = readme().stream()
                .filter(text -> text.startsWith("jshell --"))
                .findFirst()
                .orElseThrow();
        List<String> words = new java.util.ArrayList<>(List.of(line.split(" ", -1)));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
        return words;
    }

    /** What stands in the README from the first prompt to the end of its block. */
    private static List<String> session() throws Exception {
        return readme().stream()
                .dropWhile(line -> !isTyped(line))
                .takeWhile(line -> !line.startsWith("```"))
                .toList();
    }

    private static List<String> readme() throws Exception {
        return Files.readAllLines(Path.of("README.md"));
    }

    private static boolean isTyped(String line) {
        return line.startsWith(PROMPT);
    }

    private static String withoutEcho(String line, String typed) {
        return typed.lines()
                .filter(line::startsWith)
                .findFirst()
                .map(echo -> line.substring(echo.length()))
                .orElse(line);
    }

    private static String withoutPrompt(String line) {
        return line.startsWith(PROMPT)
                ? withoutPrompt(line.substring(PROMPT.length()).replaceFirst("^ +(?=\\S)", ""))
                : line;
    }
}
