package io.github.dlfs4j.book.figure;

import java.awt.Font;

/** The font of the figures. On a machine without any font, Java cannot write text in pictures. */
public final class Fonts {
    private static final boolean INSTALLED = find();

    private Fonts() {}

    /** Returns whether Java finds a font; {@link Plot} and {@link Surface} need one. */
    public static boolean installed() {
        return INSTALLED;
    }

    static Font ofSize(int points) {
        return new Font(Font.SANS_SERIF, Font.PLAIN, points);
    }

    private static boolean find() {
        try {
            return ofSize(12).canDisplay('0');
        } catch (RuntimeException | InternalError | LinkageError e) {
            // JDK 17 and 25 fail in different ways, also if fontconfig or FreeType is missing.
            return false;
        }
    }
}
