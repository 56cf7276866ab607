package io.github.dlfs4j;

import static jdk.jshell.SourceCodeAnalysis.Completeness.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;

/** What the pages give to {@code jshell}: the session among the recipes, and samples to paste. */
class JShellTest {
    /** The shell of JDK 25 need not end with its input, where there is one processor, so it is ended after this. */
    private static final String LAST = "System.out.println(\"the \" + \"end\")";

    private static final String END = "the end";
    private static final Pattern SAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final String PROMPT = "jshell> ";
    private static final String CONTINUATION = "   ...> ";

    @Test
    void theJShellSessionPrintsWhatThePageShows() throws Exception {
        List<String> session = session();
        String typed = Stream.concat(
                        session.stream().filter(JShellTest::isTyped).map(JShellTest::withoutPrompt), Stream.of(LAST))
                .collect(Collectors.joining("\n"));
        List<String> expected = session.stream()
                .filter(line -> !isTyped(line) && !isRemark(line))
                .toList();
        assertThat(expected).isNotEmpty();

        Process shell = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var input = shell.getOutputStream()) {
            input.write((typed + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String printed;
        try (BufferedReader lines = shell.inputReader(StandardCharsets.UTF_8)) {
            printed = lines.lines().takeWhile(line -> !line.endsWith(END)).collect(Collectors.joining("\n"));
        } finally {
            shell.destroyForcibly();
        }
        // The terminal echoes what is typed before the shell is ready, which may be in the middle of a line.
        List<String> shown = printed.lines()
                .map(JShellTest::withoutPrompt)
                .map(line -> withoutEcho(line, typed))
                .filter(line -> !line.isBlank() && !isRemark(line))
                .toList();
        assertThat(shown).isEqualTo(expected);
    }

    /**
     * {@code jshell} takes a line as soon as it is whole, so that a chain cannot go on in the next one. This asks what
     * jshell asks of each line of a file, but computes nothing. The page about Spark shows parts of a program.
     */
    @Test
    void everySampleOnAPageCanBePasted() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
            for (Path page : Pages.inEveryLanguage()) {
                Matcher samples = SAMPLE.matcher(page.endsWith("spark.md") ? "" : Pages.text(page));
                while (samples.find()) {
                    String left = "";
                    for (String line : samples.group(1).lines().toList()) {
                        CompletionInfo info = analysis.analyzeCompletion(left + line + "\n");
                        boolean isWhole = info.completeness().isComplete() || info.completeness() == UNKNOWN;
                        left = isWhole ? "" : left + line + "\n";
                        if (info.completeness() == UNKNOWN) {
                            wrong.add(page + ": " + line);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> command() throws Exception {
        String line = page().stream()
                .filter(text -> text.startsWith("jshell --"))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
        words.set(0, Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
        return words;
    }

    /** Returns the blocks that begin with a prompt, one after the other. */
    private static List<String> session() throws Exception {
        List<String> session = new ArrayList<>();
        boolean inBlock = false;
        for (String line : page()) {
            inBlock = inBlock ? !line.startsWith("```") : line.startsWith(PROMPT);
            if (inBlock) {
                session.add(line);
            }
        }
        return session;
    }

    private static List<String> page() throws Exception {
        return Pages.text(Pages.of("recipes.md")).lines().toList();
    }

    private static boolean isTyped(String line) {
        return line.startsWith(PROMPT) || line.startsWith(CONTINUATION);
    }

    /** Lines that begin with a bar are the shell's own. */
    private static boolean isRemark(String line) {
        return line.startsWith("|");
    }

    /**
     * Returns a line without what was typed, whole or up to where the terminal stopped, and without prompts after it.
     */
    private static String withoutEcho(String line, String typed) {
        String answer = line.substring(line.lastIndexOf(PROMPT) < 0 ? 0 : line.lastIndexOf(PROMPT) + PROMPT.length());
        return typed.lines()
                .filter(text -> answer.startsWith(text) || text.startsWith(answer))
                .findFirst()
                .map(echo -> answer.substring(Math.min(echo.length(), answer.length())))
                .orElse(answer);
    }

    private static String withoutPrompt(String line) {
        return isTyped(line) ? withoutPrompt(line.substring(PROMPT.length()).replaceFirst("^ +(?=\\S)", "")) : line;
    }
}
