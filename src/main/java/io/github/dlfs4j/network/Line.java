package io.github.dlfs4j.network;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name and what stands in parentheses behind it, separated by commas: {@code Dropout(ratio=0.5)} has one argument,
 * {@code Sequential(Affine(4, 3), Relu)} has two. A name alone, such as {@code Relu}, has none.
 *
 * @param name the name
 * @param arguments the arguments, which may have parentheses themselves
 */
record Line(String name, List<String> arguments) {
    private static final Pattern NAME = Pattern.compile("[\\w.$]+");

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException if it is none; the message is the text
     */
    static Line of(String text) {
        int open = text.indexOf('(');
        boolean isNameAlone = open < 0;
        String name = isNameAlone ? text : text.substring(0, open);
        if (!isName(name) || (!isNameAlone && !text.endsWith(")"))) {
            throw new IllegalArgumentException(text);
        }
        return new Line(name, isNameAlone ? List.of() : split(text.substring(open + 1, text.length() - 1)));
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Tells whether a text can be read. */
    static boolean isLine(String text) {
        try {
            return text.lines().count() == 1 && of(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Splits at the commas that no parentheses enclose. */
    private static List<String> split(String content) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                throw new IllegalArgumentException(content);
            }
            if (c == ',' && depth == 0) {
                parts.add(content.substring(start, i).strip());
                start = i + 1;
            }
        }
        if (depth > 0) {
            throw new IllegalArgumentException(content);
        }
        if (!content.isBlank()) {
            parts.add(content.substring(start).strip());
        }
        return parts;
    }
}
