package io.github.dlfs4j.file;

/**
 * Makes text from outside safe to quote in a message. It escapes characters that could move the cursor, change the
 * direction of the line or break the line, and cuts long text.
 */
public final class Excerpt {
    /** The number of characters that are kept of long text. */
    public static final int LENGTH = 60;

    private static final int LONGEST_PATH = 200;

    private Excerpt() {}

    /**
     * Quotes at most 60 characters of a text.
     *
     * @param text any text
     * @return the escaped text, which ends with … if it was cut
     */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    /**
     * Quotes a text, whole if it is at most a given length, otherwise cut to 60 characters.
     *
     * @param text any text
     * @param whole the largest length, after escaping, of a text that is not cut
     * @return the escaped text, which ends with … if it was cut
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
     * Quotes a whole text.
     *
     * @param text any text
     * @return the escaped text
     */
    public static String whole(String text) {
        return of(text, Integer.MAX_VALUE);
    }

    /**
     * Quotes the start of a text, up to a given length.
     *
     * @param text any text
     * @param length the largest number of characters
     * @return the escaped text, which ends with … if it was cut
     */
    public static String startOf(String text, int length) {
        String all = whole(text);
        if (all.length() <= length) {
            return all;
        }
        int end = length - 1;
        return all.substring(0, Character.isHighSurrogate(all.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /**
     * Quotes the end of a path, up to 200 characters.
     *
     * @param path any path
     * @return the escaped path, which begins with … if it was cut
     */
    public static String endOf(String path) {
        return endOf(path, LONGEST_PATH);
    }

    /**
     * Quotes the end of a text, up to a given length. The end of a path says more than its start.
     *
     * @param text any text
     * @param length the largest number of characters
     * @return the escaped text, which begins with … if it was cut
     */
    public static String endOf(String text, int length) {
        String all = whole(text);
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
