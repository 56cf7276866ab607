package io.github.dlfs4j.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** The session that a page shows below the command that starts {@code jshell}: what is typed, and what is printed. */
final class Session {
    private static final String PROMPT = "jshell> ";
    private static final String CONTINUATION = "   ...> ";

    private Session() {}

    private static List<String> below(Command command) throws IOException {
        return Files.readAllLines(command.file()).stream()
                .skip(command.line())
                .dropWhile(line -> !line.startsWith(PROMPT))
                .takeWhile(line -> !line.startsWith("```"))
                .toList();
    }

    private static boolean isTyped(String line) {
        return line.startsWith(PROMPT) || line.startsWith(CONTINUATION);
    }

    static String typedBelow(Command command) throws IOException {
        return below(command).stream()
                .filter(Session::isTyped)
                .map(line -> line.substring(PROMPT.length()) + "\n")
                .collect(Collectors.joining());
    }

    static List<String> shownBelow(Command command) throws IOException {
        return below(command).stream()
                .filter(line -> !isTyped(line) && !line.startsWith("|"))
                .toList();
    }
}
