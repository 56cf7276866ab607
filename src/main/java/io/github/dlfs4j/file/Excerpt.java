package io.github.dlfs4j.file;

/**
 * Text from outside, in the form in which a message may hold it: what could move the cursor, turn the direction of the
 * line or break it is escaped, and of long text only the start is left.
 */
public final class Excerpt {
    /** How many characters are left of long text. */
    public static final int LENGTH = 60;

    private Excerpt() {}

    /**
     * The text, at most 60 characters of it.
     *
     * @param text any text
     * @return the text, escaped; cut text ends with …
     */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    /**
     * The text, of which a little more than 60 characters is left as it is, rather than cut.
     *
     * @param text any text
     * @param whole the length, escaped, from which on it is cut to 60 characters
     * @return the text, escaped; cut text ends with …
     */
    public static String of(String text, int whole) {
        StringBuilder printable = new StringBuilder();
        int cut = 0;
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            append(printable, c);
            cut = printable.length() <= LENGTH ? printable.length() : cut;
            if (printable.length() > whole) {
                printable.setLength(cut);
                return printable.append('…').toString();
            }
        }
        return printable.toString();
    }

    /**
     * The start of a text, whatever its length.
     *
     * @param text any text
     * @param length the largest number of characters
     * @return the text, escaped; cut text ends with …
     */
    public static String startOf(String text, int length) {
        String all = of(text, Integer.MAX_VALUE);
        if (all.length() <= length) {
            return all;
        }
        int end = length - 1;
        return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * The end of a text, which tells more of a path than its start.
     *
     * @param text any text
     * @param length the largest number of characters
     * @return the text, escaped; cut text begins with …
     */
    public static String endOf(String text, int length) {
        String all = of(text, Integer.MAX_VALUE);
        if (all.length() <= length) {
            return all;
        }
        int start = all.length() - length + 1;
        return "…" + all.substring(Character.isLowSurrogate(all.charAt(start)) ? start + 1 : start);
    }

    private static void append(StringBuilder printable, int c) {
        if (isHarmless(c)) {
            printable.appendCodePoint(c);
            return;
        }
        for (char unit : Character.toChars(c)) {
            printable.append("\\u%04x".formatted((int) unit));
        }
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
