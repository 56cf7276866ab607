package io.github.dlfs4j.app.console;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes text from outside safe to print within a line: nothing in it moves the cursor, colours the terminal or reverses
 * the direction of writing.
 */
public final class Printable {
    private static final int LONGEST = 60;
    private static final int LONGEST_PATH = 200;

    /** Control and format characters, separators of lines and paragraphs, and halves of surrogate pairs. */
    private static final Pattern DANGEROUS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Printable() {}

    /**
     * Replaces dangerous characters by Java's escapes.
     *
     * @param text from outside
     * @return a text that is safe to print
     */
    public static String of(Object text) {
        return DANGEROUS
                .matcher(text.toString())
                .replaceAll(found ->
                        found.group().chars().mapToObj("\\\\u%04x"::formatted).collect(Collectors.joining()));
    }

    /**
     * Does the same for the first 60 characters at most.
     *
     * @param text from outside
     * @return the safe start of the text
     */
    public static String startOf(String text) {
        return text.length() <= LONGEST ? of(text) : of(text.substring(0, LONGEST)) + "…";
    }

    /**
     * Does the same for the last 200 characters at most, where a path has the name of its file.
     *
     * @param path from outside
     * @return the safe end of the path
     */
    public static String endOf(String path) {
        return path.length() <= LONGEST_PATH ? of(path) : "…" + of(path.substring(path.length() - LONGEST_PATH));
    }
}
