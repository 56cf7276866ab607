package io.github.dlfs4j.app;

import java.util.Set;

/**
 * Makes text from outside safe to print within a line: nothing in it moves the cursor, colours the terminal or reverses
 * the direction of writing.
 */
final class Printable {
    private static final int LONGEST = 60;
    private static final int LONGEST_PATH = 200;

    private static final Set<Integer> ESCAPED = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.SURROGATE);

    private Printable() {}

    /** Replaces dangerous characters by Java's escapes. */
    static String of(Object text) {
        StringBuilder printable = new StringBuilder();
        text.toString().codePoints().forEach(c -> {
            if (ESCAPED.contains(Character.getType(c))) {
                for (char part : Character.toChars(c)) {
                    printable.append("\\u%04x".formatted((int) part));
                }
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }

    /** Does the same for the first 60 characters at most. */
    static String startOf(String text) {
        return text.length() <= LONGEST ? of(text) : of(text.substring(0, LONGEST)) + "…";
    }

    /** Does the same for the last 200 characters at most, where a path has the name of its file. */
    static String endOf(String path) {
        return path.length() <= LONGEST_PATH ? of(path) : "…" + of(path.substring(path.length() - LONGEST_PATH));
    }
}
