package io.github.dlfs4j.file;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the JSON of strangers: an object of texts, numbers, booleans, arrays of these, and objects of all these.
 * Everything else is refused, such as {@code null}, deeper objects, a repeated name, and text before or after the
 * object.
 */
public final class JsonReader {
    private static final int DEEPEST = 2;
    /** How many values there may be for each field that an object may have. */
    private static final int VALUES = 20;

    private static final Pattern SPACE = Pattern.compile("[ \t\r\n]*+");
    private static final Pattern WORD = Pattern.compile("[-+.E0-9a-z]*+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.\\d{1,18})?([eE][+-]?\\d{1,3})?");
    private static final Pattern PLAIN = Pattern.compile("[^\"\\\\\\x00-\\x1f]*+");
    private static final Pattern UNIT = Pattern.compile("u[0-9a-fA-F]{4}");
    /** What may follow a backslash, besides a u with four digits, and what it stands for. */
    private static final String ESCAPES = "\"\\/bfnrt";

    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private final int mostFields;
    private final int mostElements;
    private int next;
    private int values;

    private JsonReader(String text, int mostFields, int mostElements) {
        this.text = text;
        this.mostFields = mostFields;
        this.mostElements = mostElements;
    }

    /**
     * Reads an object. The values of its fields are of class {@link String}, {@link Long}, {@link Double},
     * {@link Boolean}, {@link List} or {@link Map}.
     *
     * @param text the JSON
     * @param mostFields the largest number of fields of an object; there may be 20 times as many values in all
     * @param mostElements the largest number of elements of an array; 0 refuses arrays
     * @return the fields in their order
     * @throws ParseException if the text is not such an object: the message says what is wrong with "the JSON", and the
     *     offset is the number of characters before the first wrong one
     */
    public static Map<String, Object> read(String text, int mostFields, int mostElements) throws ParseException {
        JsonReader reader = new JsonReader(text, mostFields, mostElements);
        reader.skip(SPACE);
        Map<String, Object> object = reader.object(1);
        if (reader.next < text.length()) {
            throw reader.unexpected();
        }
        return object;
    }

    private Map<String, Object> object(int depth) throws ParseException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (expect('{'); hasNext('}', fields.isEmpty()); ) {
            int place = next;
            String name = string();
            expect(':');
            if (fields.put(name, value(depth)) != null) {
                throw new ParseException("has the same field twice", place);
            }
            if (fields.size() > mostFields) {
                throw new ParseException("has too many fields", place);
            }
        }
        return fields;
    }

    private List<Object> array() throws ParseException {
        List<Object> elements = new ArrayList<>();
        for (expect('['); hasNext(']', elements.isEmpty()); elements.add(value(DEEPEST + 1))) {
            if (elements.size() == mostElements) {
                throw new ParseException("has too many elements", next);
            }
        }
        return elements;
    }

    /** Reads the end of an object or array, or else the comma before what is not the first. */
    private boolean hasNext(char end, boolean isFirst) throws ParseException {
        boolean ends = peek() == end;
        if (ends || !isFirst) {
            expect(ends ? end : ',');
        }
        return !ends;
    }

    private Object value(int depth) throws ParseException {
        values++;
        if (values > VALUES * mostFields) {
            throw new ParseException("has too many values", next);
        }
        char first = peek();
        if (first == '"') {
            return string();
        }
        if (first == '{' && depth < DEEPEST) {
            return object(depth + 1);
        }
        if (first == '[' && depth <= DEEPEST && mostElements > 0) {
            return array();
        }
        int start = next;
        String word = skip(WORD);
        skip(SPACE);
        if (word.equals("true") || word.equals("false")) {
            return Boolean.valueOf(word);
        }
        if (WHOLE_NUMBER.matcher(word).matches()) {
            return Long.valueOf(word);
        }
        if (NUMBER.matcher(word).matches()) {
            return Double.valueOf(word);
        }
        next = start;
        throw unexpected();
    }

    private String string() throws ParseException {
        if (peek() != '"') {
            throw unexpected();
        }
        next++;
        StringBuilder string = new StringBuilder(skip(PLAIN));
        while (peek() == '\\') {
            next++;
            string.append(escaped()).append(skip(PLAIN));
        }
        expect('"');
        return string.toString();
    }

    private char escaped() throws ParseException {
        String unit = skip(UNIT);
        if (!unit.isEmpty()) {
            return (char) Integer.parseInt(unit, 1, unit.length(), 16);
        }
        int known = ESCAPES.indexOf(peek());
        if (known < 0) {
            throw unexpected();
        }
        next++;
        return ESCAPED.charAt(known);
    }

    private char peek() throws ParseException {
        if (next >= text.length()) {
            throw new ParseException("ends too early", next);
        }
        return text.charAt(next);
    }

    private void expect(char c) throws ParseException {
        if (peek() != c) {
            throw unexpected();
        }
        next++;
        skip(SPACE);
    }

    private String skip(Pattern pattern) {
        Matcher found = pattern.matcher(text).region(next, text.length());
        String skipped = found.lookingAt() ? found.group() : "";
        next += skipped.length();
        return skipped;
    }

    private ParseException unexpected() {
        return new ParseException("is not what is expected: character " + (next + 1), next);
    }
}
