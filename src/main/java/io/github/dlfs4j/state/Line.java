package io.github.dlfs4j.state;

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
public record Line(String name, List<String> arguments) {
    private static final Pattern NAME = Pattern.compile("[\\w.$]+");

    /**
     * Reads a line.
     *
     * @param text the line
     * @return its name and its arguments
     * @throws IllegalArgumentException if the text is no line; it is the message
     */
    public static Line of(String text) {
        int open = text.indexOf('(');
        boolean isNameAlone = open < 0;
        String name = isNameAlone ? text : text.substring(0, open);
        if (!isName(name) || (!isNameAlone && !text.endsWith(")"))) {
            throw new IllegalArgumentException(text);
        }
        return new Line(name, isNameAlone ? List.of() : split(text.substring(open + 1, text.length() - 1)));
    }

    /**
     * Tells whether a text is a name.
     *
     * @param text any text
     * @return whether it has letters, digits, points, underscores and dollars alone
     */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Tells whether a text can be read.
     *
     * @param text any text
     * @return whether it is a line
     */
    public static boolean isLine(String text) {
        try {
            return text.lines().count() == 1 && of(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Returns the value of an argument such as {@code ratio=0.5}.
     *
     * @param option the word before the equals sign
     * @return the text behind it; empty if there is no such argument
     */
    public String value(String option) {
        for (String argument : arguments) {
            if (argument.startsWith(option + "=")) {
                return argument.substring(option.length() + 1);
            }
        }
        return "";
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
