package io.github.dlfs4j.graph.drawing;

/** The characters that a picture may have. */
final class Text {
    private Text() {}

    /** Returns whether XML 1.0 allows a character that is neither a control character nor half of a surrogate pair. */
    static boolean isPrintable(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE;
    }
}
