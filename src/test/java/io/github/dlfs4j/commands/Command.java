package io.github.dlfs4j.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A command of the documentation.
 *
 * @param file where it stands
 * @param line the number of its first line
 * @param text what a person types
 */
record Command(Path file, int line, String text) {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    /** The words that a shell makes of it, without quotes. */
    List<String> words() {
        return words(text);
    }

    static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replaceAll("[\"']", ""))
                .toList();
    }

    /** Whether it is only what follows the name of a program: its options. */
    boolean isOptions() {
        return text.startsWith("--");
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + text;
    }
}
