package io.github.dlfs4j.book.figure;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Counts pixels and colours of an image, and compares images. */
public final class Pixels {
    private Pixels() {}

    /** Returns how many pixels of a region have a colour, or nearly. */
    public static long count(BufferedImage image, Rectangle region, Color color) {
        return IntStream.range(region.y, region.y + region.height)
                .mapToLong(y -> IntStream.range(region.x, region.x + region.width)
                        .filter(x -> near(new Color(image.getRGB(x, y)), color))
                        .count())
                .sum();
    }

    /** Returns the smallest region outside which two images of one size are the same. */
    public static Rectangle difference(BufferedImage a, BufferedImage b) {
        Rectangle region = new Rectangle(-1, -1);
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (a.getRGB(x, y) != b.getRGB(x, y)) {
                    region.add(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return region.isEmpty() ? new Rectangle() : region;
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 48
                && Math.abs(a.getGreen() - b.getGreen()) < 48
                && Math.abs(a.getBlue() - b.getBlue()) < 48;
    }

    /** Returns how many different colours an image has. */
    public static long colours(BufferedImage image) {
        int width = image.getWidth();
        return IntStream.range(0, width * image.getHeight())
                .map(i -> image.getRGB(i % width, i / width) & 0xffffff)
                .collect(BitSet::new, BitSet::set, BitSet::or)
                .cardinality();
    }
}
