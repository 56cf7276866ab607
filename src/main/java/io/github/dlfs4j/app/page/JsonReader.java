package io.github.dlfs4j.app.page;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the JSON that the page sends: an object of texts, numbers, booleans, and objects of such values. Everything
 * else is refused, such as {@code null}, arrays, deeper objects, a repeated name, and text before or after the object.
 */
final class JsonReader {
    private static final int DEEPEST = 2;
    private static final int MOST_FIELDS = 40;

    /** What may follow a backslash, besides a u with four digits, and what it stands for. */
    private static final String ESCAPES = "\"\\/bfnrt";

    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int next;

    private JsonReader(String text) {
        this.text = text;
    }

    /**
     * Reads an object. The values of its fields are of class {@link String}, {@link Double}, {@link Boolean} or
     * {@link Map}.
     *
     * @throws Refused if the text is not such an object
     */
    static Map<String, Object> read(String text) throws Refused {
        JsonReader reader = new JsonReader(text);
        reader.skipSpace();
        Map<String, Object> object = reader.object(1);
        if (reader.next < text.length()) {
            throw reader.unexpected();
        }
        return object;
    }

    private Map<String, Object> object(int depth) throws Refused {
        Map<String, Object> fields = new LinkedHashMap<>();
        expect('{');
        boolean more = peek() != '}';
        while (more) {
            String name = string();
            expect(':');
            if (fields.put(name, value(depth)) != null) {
                throw new Refused("the JSON has the same field twice");
            }
            if (fields.size() > MOST_FIELDS) {
                throw new Refused("the JSON has too many fields");
            }
            more = peek() == ',';
            if (more) {
                expect(',');
            }
        }
        expect('}');
        return fields;
    }

    private Object value(int depth) throws Refused {
        char first = peek();
        if (first == '"') {
            return string();
        }
        if (first == '{' && depth < DEEPEST) {
            return object(depth + 1);
        }
        int start = next;
        while (next < text.length() && isOfAWord(text.charAt(next))) {
            next++;
        }
        String word = text.substring(start, next);
        if (word.equals("true") || word.equals("false")) {
            skipSpace();
            return Boolean.valueOf(word);
        }
        if (word.matches("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?([eE][+-]?\\d{1,3})?")) {
            skipSpace();
            return Double.valueOf(word);
        }
        next = start;
        throw unexpected();
    }

    private static boolean isOfAWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-+.E".indexOf(c) >= 0;
    }

    private String string() throws Refused {
        if (peek() != '"') {
            throw unexpected();
        }
        next++;
        StringBuilder string = new StringBuilder();
        while (true) {
            char c = peek();
            if (c < ' ') {
                throw unexpected();
            }
            next++;
            if (c == '"') {
                skipSpace();
                return string.toString();
            }
            string.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws Refused {
        char c = peek();
        next++;
        if (c == 'u') {
            return unit();
        }
        int known = ESCAPES.indexOf(c);
        if (known < 0) {
            next--;
            throw unexpected();
        }
        return ESCAPED.charAt(known);
    }

    private char unit() throws Refused {
        int end = next + 4;
        if (end > text.length() || !text.substring(next, end).matches("[0-9a-fA-F]{4}")) {
            throw unexpected();
        }
        char c = (char) Integer.parseInt(text.substring(next, end), 16);
        next = end;
        return c;
    }

    private char peek() throws Refused {
        if (next >= text.length()) {
            throw new Refused("the JSON ends too early");
        }
        return text.charAt(next);
    }

    private void expect(char c) throws Refused {
        if (peek() != c) {
            throw unexpected();
        }
        next++;
        skipSpace();
    }

    private void skipSpace() {
        while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
    }

    private Refused unexpected() {
        return new Refused("the JSON is not what the page sends: character " + (next + 1));
    }
}
