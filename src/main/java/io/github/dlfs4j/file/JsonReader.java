package io.github.dlfs4j.file;

import java.util.regex.Pattern;

/**
 * Reads JSON piece by piece: who reads says what comes next, and keeps what is worth keeping. So the reader needs no
 * memory besides the text, and no limits.
 *
 * <pre>{@code
 * JsonReader json = new JsonReader(text); // {"W": [2, 3], "b": []}
 * for (json.open('{'); json.hasNext('}'); ) {
 *     String name = json.name();
 *     for (json.open('['); json.hasNext(']'); ) {
 *         sizes.add(json.word());
 *     }
 * }
 * json.end();
 * }</pre>
 */
public final class JsonReader {
    /** What may follow a backslash, besides a u with four digits, and what it stands for. */
    private static final String ESCAPES = "\"\\/bfnrt";

    private static final String ESCAPED = "\"\\/\b\f\n\r\t";
    private static final Pattern UNIT = Pattern.compile("[0-9a-fA-F]{4}");

    private final String text;
    private int next;
    /** Whether an object or array was just opened. */
    private boolean opened;

    /** Thrown where the text is not JSON, or not what was asked for. */
    public static final class Fault extends Exception {
        private static final long serialVersionUID = 1;

        private final int place;

        private Fault(int place) {
            super("unexpected at character " + place);
            this.place = place;
        }

        /**
         * Returns the place of the first wrong character.
         *
         * @return the number of characters before it; those of the whole text, if it ends too early
         */
        public int place() {
            return place;
        }
    }

    /**
     * Begins to read.
     *
     * @param text the text
     */
    public JsonReader(String text) {
        this.text = text;
        skipSpace();
    }

    /**
     * Returns the place of the next piece.
     *
     * @return the number of characters before it
     */
    public int place() {
        return next;
    }

    /**
     * Returns the first character of the next piece.
     *
     * @return the character
     * @throws Fault if the text ends here
     */
    public char peek() throws Fault {
        if (next >= text.length()) {
            throw unexpected();
        }
        return text.charAt(next);
    }

    /**
     * Reads the start of an object or array.
     *
     * @param bracket { or [
     * @throws Fault if something else comes
     */
    public void open(char bracket) throws Fault {
        expect(bracket);
        opened = true;
    }

    /**
     * Reads the comma before the next field or element, or the end of the object or array.
     *
     * @param bracket } or ]
     * @return true if there is one more; false at the end
     * @throws Fault if something else comes
     */
    public boolean hasNext(char bracket) throws Fault {
        boolean ends = peek() == bracket;
        if (ends || !opened) {
            expect(ends ? bracket : ',');
        }
        opened = false;
        return !ends;
    }

    /**
     * Reads the name of a field, up to its value.
     *
     * @return the name
     * @throws Fault if something else comes
     */
    public String name() throws Fault {
        String name = string();
        expect(':');
        return name;
    }

    /**
     * Reads a number, or {@code true}, {@code false} or {@code null}.
     *
     * @return the letters, digits and signs; it is not checked what they mean
     * @throws Fault if something else comes
     */
    public String word() throws Fault {
        peek();
        int start = next;
        while (next < text.length() && isOfAWord(text.charAt(next))) {
            next++;
        }
        if (next == start) {
            throw unexpected();
        }
        String word = text.substring(start, next);
        skipSpace();
        return word;
    }

    private static boolean isOfAWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "-+.E".indexOf(c) >= 0;
    }

    /**
     * Reads a string.
     *
     * @return its text
     * @throws Fault if something else comes
     */
    public String string() throws Fault {
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

    private char escaped() throws Fault {
        char c = peek();
        int known = ESCAPES.indexOf(c);
        if (c != 'u' && known < 0) {
            throw unexpected();
        }
        next++;
        return c == 'u' ? unit() : ESCAPED.charAt(known);
    }

    private char unit() throws Fault {
        int end = next + 4;
        if (end > text.length() || !UNIT.matcher(text).region(next, end).matches()) {
            throw unexpected();
        }
        char c = (char) Integer.parseInt(text, next, end, 16);
        next = end;
        return c;
    }

    /**
     * Expects the end of the text.
     *
     * @throws Fault if something comes
     */
    public void end() throws Fault {
        if (next < text.length()) {
            throw unexpected();
        }
    }

    private void expect(char c) throws Fault {
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

    private Fault unexpected() {
        return new Fault(next);
    }
}
