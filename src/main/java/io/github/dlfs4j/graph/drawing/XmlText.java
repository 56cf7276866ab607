package io.github.dlfs4j.graph.drawing;

/** A builder for the text of an XML file: elements with attributes, which are empty or have text. */
public final class XmlText {
    private final StringBuilder xml = new StringBuilder();

    /** Creates an empty text. */
    public XmlText() {}

    /**
     * Appends text as it is.
     *
     * @param text well-formed XML
     */
    public void append(String text) {
        xml.append(text);
    }

    /**
     * Appends an element without content.
     *
     * @param name the name of the element
     * @param attributes names and values in turn
     */
    public void element(String name, String... attributes) {
        begin(name, attributes);
        xml.append("/>\n");
    }

    /**
     * Appends an element with text.
     *
     * @param name the name of the element
     * @param text any text; a character that XML does not allow becomes U+FFFD
     * @param attributes names and values in turn
     */
    public void text(String name, String text, String... attributes) {
        begin(name, attributes);
        xml.append('>').append(escaped(text)).append("</").append(name).append(">\n");
    }

    private void begin(String name, String... attributes) {
        xml.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(" %s=\"%s\"".formatted(attributes[i], attributes[i + 1]));
        }
    }

    /**
     * Formats a length or a coordinate to a tenth of a pixel.
     *
     * @param number the number of pixels
     * @return the number with at most one digit after the point
     */
    public static String number(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(printable(c));
            }
        });
        return escaped.toString();
    }

    /** Replaces what XML 1.0 does not allow, and control characters and halves of surrogate pairs, by U+FFFD. */
    static int printable(int c) {
        boolean refused =
                Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE;
        return refused ? '\uFFFD' : c;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
