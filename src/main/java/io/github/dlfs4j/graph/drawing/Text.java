package io.github.dlfs4j.graph.drawing;

/** Which characters can stand in a picture. */
final class Text {
    private Text() {}

    /** Whether a character is no control character, no half of one, and one that XML 1.0 may have. */
    static boolean isPrintable(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE;
    }
}
