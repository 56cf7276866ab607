package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.pretraining.DigitShapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;

/**
 * Makes pictures of digits as people have them: of printed digits and of MNIST's, on papers and in light of all kinds.
 */
final class MadePicture {
    /** The side of an image of MNIST. */
    private static final int SIDE = 28;

    private final PictureKind kind;
    private final Random random;
    private final int width;
    private final int height;
    private final BufferedImage image;
    private final Color paper;
    private final Color ink;

    private MadePicture(PictureKind kind, Random random) {
        this.kind = kind;
        this.random = random;
        width = 180 + random.nextInt(300);
        height = 180 + random.nextInt(300);
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        switch (kind) {
            case LIGHT_ON_DARK -> {
                paper = grey(random.nextInt(60));
                ink = grey(190 + random.nextInt(66));
            }
            case COLOURED -> {
                boolean dark = random.nextBoolean();
                float hue = random.nextFloat();
                Color strong =
                        Color.getHSBColor(hue, 0.7f + 0.3f * random.nextFloat(), 0.3f + 0.4f * random.nextFloat());
                Color pale = Color.getHSBColor(
                        hue + 0.2f + 0.6f * random.nextFloat(),
                        0.4f * random.nextFloat(),
                        0.9f + 0.1f * random.nextFloat());
                paper = dark ? strong : pale;
                ink = dark ? pale : strong;
            }
            case TRANSPARENT -> {
                paper = new Color(random.nextInt(1 << 24) & 0xffffff, true);
                ink = grey(random.nextBoolean() ? random.nextInt(90) : 180 + random.nextInt(76));
            }
            default -> {
                paper = grey(215 + random.nextInt(41));
                ink = grey(random.nextInt(90));
            }
        }
    }

    private static Color grey(int level) {
        return new Color(level, level, level);
    }

    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Makes a picture of a printed digit. */
    static BufferedImage printed(PictureKind kind, Font font, int digit, Random random) {
        MadePicture picture = new MadePicture(kind, random);
        FontRenderContext context = new FontRenderContext(null, true, true);
        Shape outline = font.deriveFont(100f)
                .createGlyphVector(context, Integer.toString(digit))
                .getOutline();
        Rectangle2D box = outline.getBounds2D();
        if (kind == PictureKind.THICK_PEN) {
            Area bold = new Area(outline);
            bold.add(new Area(new BasicStroke((float) picture.between(3, 8)).createStrokedShape(outline)));
            outline = bold;
        }
        outline = AffineTransform.getTranslateInstance(-box.getCenterX(), -box.getCenterY())
                .createTransformedShape(outline);
        return picture.draw(outline, 1 / box.getHeight());
    }

    /** Makes a picture of a digit that is drawn with a pen, a thin one for pictures of this kind. */
    static BufferedImage drawn(PictureKind kind, int digit, Random random) {
        MadePicture picture = new MadePicture(kind, random);
        double width = switch (kind) {
            case THICK_PEN -> picture.between(0.14, 0.2);
            case THIN_PEN -> picture.between(0.01, 0.03);
            default -> picture.between(0.05, 0.12);
        };
        return picture.draw(strokes(digit, width, random), 1);
    }

    /** Draws a digit in black. */
    static void drawInto(Graphics2D graphics, int digit, int x, int y, int height, Random random) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(height, height);
        graphics.setColor(Color.BLACK);
        graphics.fill(place.createTransformedShape(strokes(digit, 0.08, random)));
    }

    /** Returns the ink of a digit of height 1, with its middle at (0, 0). */
    static Shape strokes(int digit, double width, Random random) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(path(digit, random));
    }

    /** Returns the way of the pen. */
    static Path2D path(int digit, Random random) {
        double narrow = digit == 1 ? 0.15 + 0.2 * random.nextDouble() : 0.5 + 0.3 * random.nextDouble();
        Path2D strokes = new Path2D.Double();
        for (double[] stroke : DigitShapes.strokes(digit, random.nextInt(DigitShapes.count(digit)))) {
            strokes.moveTo(narrow * (stroke[0] - 0.5), stroke[1] - 0.5);
            for (int i = 2; i < stroke.length; i += 2) {
                strokes.lineTo(narrow * (stroke[i] - 0.5), stroke[i + 1] - 0.5);
            }
        }
        return strokes;
    }

    /** Makes a picture of an image of MNIST, whose edges are made smooth. */
    static BufferedImage written(PictureKind kind, NDArray pixels, Random random) {
        MadePicture picture = new MadePicture(kind, random);
        double level = switch (kind) {
            case THICK_PEN -> picture.between(0.12, 0.25);
            case THIN_PEN -> picture.between(0.55, 0.62);
            default -> picture.between(0.35, 0.5);
        };
        Shape outline = outline(pixels, level);
        Rectangle2D box = outline.getBounds2D();
        return picture.draw(outline, 1 / Math.max(box.getHeight(), box.getWidth()));
    }

    /** Returns the ink of an image of MNIST above a level, from 0 to 1, with smooth edges and its middle at (0, 0). */
    static Shape outline(NDArray pixels, double level) {
        int fine = 8;
        float[] levels = smooth(pixels, fine);
        int side = SIDE * fine;
        Path2D path = new Path2D.Double();
        for (int row = 0; row < side; row++) {
            int start = -1;
            for (int column = 0; column <= side; column++) {
                boolean isInk = column < side && levels[row * side + column] > level;
                if (isInk && start < 0) {
                    start = column;
                } else if (!isInk && start >= 0) {
                    path.append(new Rectangle2D.Double(start, row, column - start, 1.02), false);
                    start = -1;
                }
            }
        }
        Rectangle2D box = path.getBounds2D();
        return AffineTransform.getTranslateInstance(-box.getCenterX(), -box.getCenterY())
                .createTransformedShape(path);
    }

    /** Enlarges an image, and interpolates between the middles of its pixels. */
    private static float[] smooth(NDArray pixels, int fine) {
        float[] levels = new float[SIDE * fine * SIDE * fine];
        for (int i = 0; i < levels.length; i++) {
            int fineRow = i / (SIDE * fine);
            double y = (fineRow + 0.5) / fine - 0.5;
            double x = (i % (SIDE * fine) + 0.5) / fine - 0.5;
            int row = (int) Math.floor(y);
            int column = (int) Math.floor(x);
            double down = y - row;
            double right = x - column;
            double sum = 0;
            for (int corner = 0; corner < 4; corner++) {
                int r = row + corner / 2;
                int c = column + corner % 2;
                double weight = (corner / 2 == 1 ? down : 1 - down) * (corner % 2 == 1 ? right : 1 - right);
                if (r >= 0 && c >= 0 && r < SIDE && c < SIDE) {
                    sum += weight * pixels.getLong(r * SIDE + c) / 255;
                }
            }
            levels[i] = (float) sum;
        }
        return levels;
    }

    /**
     * Draws a digit.
     *
     * @param shape with its middle at (0, 0)
     * @param unit the factor that makes its height 1
     */
    private BufferedImage draw(Shape shape, double unit) {
        double size = Math.min(width, height)
                * (kind == PictureKind.SMALL
                        ? between(0.1, 0.2)
                        : kind == PictureKind.OFF_CENTRE ? between(0.3, 0.5) : between(0.45, 0.8));
        double x = width * between(0.47, 0.53);
        double y = height * between(0.47, 0.53);
        if (kind == PictureKind.OFF_CENTRE || kind == PictureKind.SMALL) {
            x = between(0.6 * size, width - 0.6 * size);
            y = between(0.6 * size, height - 0.6 * size);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size * unit, size * unit);
        if (kind == PictureKind.SLANTED) {
            place.shear(-between(-0.15, 0.4), 0);
            place.rotate(between(-0.15, 0.15));
        }
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (kind != PictureKind.TRANSPARENT) {
            pen.setColor(paper);
            pen.fillRect(0, 0, width, height);
        }
        if (kind == PictureKind.RULED || kind == PictureKind.SQUARED) {
            rule(pen);
        }
        pen.setColor(ink);
        pen.fill(place.createTransformedShape(shape));
        pen.dispose();
        return finished();
    }

    private void rule(Graphics2D pen) {
        boolean blue = random.nextBoolean();
        int level = 90 + random.nextInt(110);
        pen.setColor(blue ? new Color(level * 2 / 3, level * 3 / 4, Math.min(255, level + 60)) : grey(level));
        pen.setStroke(new BasicStroke((float) between(1, 2.6)));
        double askew = between(-0.03, 0.03);
        double gap = Math.min(width, height) * (kind == PictureKind.RULED ? between(0.09, 0.25) : between(0.06, 0.16));
        for (double at = between(-1, 0) * gap; at < height + gap; at += gap) {
            pen.draw(new Line2D.Double(-5, at - askew * width / 2, width + 5, at + askew * width / 2));
        }
        if (kind == PictureKind.SQUARED) {
            for (double at = between(-1, 0) * gap; at < width + gap; at += gap) {
                pen.draw(new Line2D.Double(at + askew * height / 2, -5, at - askew * height / 2, height + 5));
            }
        }
    }

    private BufferedImage finished() {
        if (kind == PictureKind.BLURRED) {
            return blurred(image, Math.max(1, (int) Math.round(Math.min(width, height) * between(0.008, 0.025))));
        }
        if (kind == PictureKind.HARD_SHADOW) {
            shade();
        }
        double noise = switch (kind) {
            case NOISY -> between(15, 40);
            case HARD_SHADOW, RULED, SQUARED -> between(0, 4);
            default -> 0;
        };
        if (noise > 0) {
            for (int i = 0; i < width * height; i++) {
                int rgb = image.getRGB(i % width, i / width);
                double grain = noise * random.nextGaussian();
                image.setRGB(i % width, i / width, lit(rgb, 1, grain));
            }
        }
        return image;
    }

    /** Darkens one side of a line through the picture. */
    private void shade() {
        double angle = between(0, 2 * Math.PI);
        double across = Math.cos(angle);
        double down = Math.sin(angle);
        double away = between(-0.25, 0.25) * Math.min(width, height);
        double light = between(0.35, 0.7);
        for (int i = 0; i < width * height; i++) {
            int row = i / width;
            double distance = (i % width - width / 2.0) * across + (row - height / 2.0) * down - away;
            double share = Math.max(0, Math.min(1, distance / 2 + 0.5));
            image.setRGB(i % width, i / width, lit(image.getRGB(i % width, i / width), 1 - share * (1 - light), 0));
        }
    }

    static int lit(int rgb, double factor, double more) {
        int result = rgb & 0xff000000;
        for (int shift = 0; shift < 24; shift += 8) {
            double level = (rgb >> shift & 0xff) * factor + more;
            result |= (int) Math.max(0, Math.min(255, Math.round(level))) << shift;
        }
        return result;
    }

    private static BufferedImage blurred(BufferedImage image, int radius) {
        float[] row = new float[2 * radius + 1];
        Arrays.fill(row, 1f / row.length);
        BufferedImage result = image;
        for (int i = 0; i < 2; i++) {
            result = new ConvolveOp(new Kernel(row.length, 1, row), ConvolveOp.EDGE_NO_OP, null).filter(result, null);
            result = new ConvolveOp(new Kernel(1, row.length, row), ConvolveOp.EDGE_NO_OP, null).filter(result, null);
        }
        return result;
    }
}
