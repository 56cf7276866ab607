package io.github.dlfs4j.book.figure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Something that can be drawn and written to a PNG file. */
public sealed interface Figure permits AttentionMap, GraphFigure, Panels, Picture, Plot, Surface {
    /** The pixels in a point, the unit of lengths and of text; a screen of high resolution shows all of them. */
    int SCALE = 2;

    /** The width of a {@link Plot} and of a {@link Surface}, in points; one with equal axes may be smaller. */
    int WIDTH = 480;

    /** The height of a {@link Plot} and of a {@link Surface}, in points. */
    int HEIGHT = 360;

    /** Draws the figure as it is now. */
    BufferedImage draw();

    /**
     * Writes the figure to a file, and creates missing folders.
     *
     * @throws IOException if the file cannot be written
     */
    default void write(Path png) throws IOException {
        Files.createDirectories(png.toAbsolutePath().getParent());
        if (!ImageIO.write(draw(), "png", png.toFile())) {
            throw new IOException("no writer of PNG files for " + png);
        }
    }
}
