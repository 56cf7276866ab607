package io.github.dlfs4j.app;

import java.util.Set;

/** Text from outside as a part of a line: nothing in it moves the cursor, colours the terminal or turns text around. */
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

    /** The text with such characters as escapes of Java. */
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

    /** The same of no more than the first 60 characters. */
    static String startOf(String text) {
        return text.length() <= LONGEST ? of(text) : of(text.substring(0, LONGEST)) + "…";
    }

    /** The same of no more than the last 200 characters, where the name of a file is. */
    static String endOf(String path) {
        return path.length() <= LONGEST_PATH ? of(path) : "…" + of(path.substring(path.length() - LONGEST_PATH));
    }
}
