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
     * Begins an element with attributes.
     *
     * @param name the name of the element
     * @param attributes names and values in turn
     */
    public void begin(String name, String... attributes) {
        xml.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(attributes[i + 1])
                    .append('"');
        }
    }

    /** Ends an element without content. */
    public void end() {
        xml.append("/>\n");
    }

    /**
     * Ends an element with text.
     *
     * @param name the name of the element
     * @param text any text; a character that XML does not allow becomes U+FFFD
     */
    public void end(String name, String text) {
        xml.append('>').append(escaped(text)).append("</").append(name).append(">\n");
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
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                default -> escaped.appendCodePoint(Text.isPrintable(c) ? c : '\uFFFD');
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
