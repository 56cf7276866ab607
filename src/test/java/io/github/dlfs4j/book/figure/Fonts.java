package io.github.dlfs4j.book.figure;

import java.awt.Font;

/** The font of the figures. A machine without any font has Java, but no text in pictures: Java fails there. */
public final class Fonts {
    private static final boolean INSTALLED = find();

    private Fonts() {}

    /** Whether Java finds a font, without which a {@link Plot} or a {@link Surface} cannot be made. */
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
            // JDK 17 and 25 fail in different ways, and in others again where fontconfig or FreeType is missing.
            return false;
        }
    }
}
