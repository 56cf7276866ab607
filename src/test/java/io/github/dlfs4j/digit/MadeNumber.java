package io.github.dlfs4j.digit;

import io.github.dlfs4j.mnist.Samples;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A picture of a number, as people have them: rows of printed and of written digits, digits in a shadow or a circle,
 * and pictures without any.
 *
 * @param image the picture
 * @param number its digits from left to right; empty if there are none
 */
record MadeNumber(BufferedImage image, String number) {
    /** The height of digits and the margins around a row, in pixels. */
    private static final int LEAST_HEIGHT = 20;

    private static final int MOST_HEIGHT = 400;
    private static final int MOST_MARGIN = 200;

    /** Draws the picture of a kind, of the images of MNIST and the fonts that it is given. */
    static MadeNumber of(NumberKind kind, Samples images, List<Font> fonts, Random random) {
        Maker maker = new Maker(images, fonts, random);
        return switch (kind) {
            case PRINTED_1 -> maker.printed(1, false);
            case PRINTED_2 -> maker.printed(2, false);
            case PRINTED_3 -> maker.printed(3, false);
            case PRINTED_4 -> maker.printed(4, false);
            case PRINTED_6 -> maker.printed(6, false);
            case TOUCHING -> maker.printed(2 + random.nextInt(2), true);
            case WRITTEN -> maker.written(3);
            case PEN -> maker.penned(3);
            case SOFT_SHADOW -> maker.shaded(true);
            case SHARP_SHADOW -> maker.shaded(false);
            case CIRCLED -> maker.circled();
            case BLANK -> maker.blank();
            case WITHOUT_DIGITS -> maker.withoutDigits();
        };
    }

    private record Maker(Samples images, List<Font> fonts, Random random) {
        double between(double least, double most) {
            return least + (most - least) * random.nextDouble();
        }

        int digit() {
            return random.nextInt(10);
        }

        static Shape placed(Shape shape, double scale, double x, double y) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, y);
            place.scale(scale, scale);
            return place.createTransformedShape(shape);
        }

        /** Returns a digit of a font, such that digits are 1 high and stand on the line y = 0. */
        static Shape glyph(Font font, int digit) {
            FontRenderContext context = new FontRenderContext(null, true, true);
            Font large = font.deriveFont(100f);
            double height = large.createGlyphVector(context, "8")
                    .getOutline()
                    .getBounds2D()
                    .getHeight();
            return placed(
                    large.createGlyphVector(context, Integer.toString(digit)).getOutline(), 1 / height, 0, 0);
        }

        Shape mnist(int digit) {
            int index = random.nextInt(images.labels().size());
            while (images.labels().getLong(index) != digit) {
                index = (index + 1) % images.labels().size();
            }
            Shape outline = MadePicture.outline(images.images().get(index), between(0.35, 0.5));
            Rectangle2D box = outline.getBounds2D();
            return placed(outline, 1 / Math.max(box.getHeight(), box.getWidth()), 0, 0);
        }

        /** Returns a digit of any origin of height 1, with its middle at (0, 0). */
        Shape any(int digit) {
            return switch (random.nextInt(fonts.isEmpty() ? 2 : 3)) {
                case 0 -> mnist(digit);
                case 1 -> MadePicture.strokes(digit, between(0.05, 0.12), random);
                default -> {
                    Shape glyph = glyph(fonts.get(random.nextInt(fonts.size())), digit);
                    Rectangle2D box = glyph.getBounds2D();
                    yield placed(glyph, 1, -box.getCenterX(), -box.getCenterY());
                }
            };
        }

        /** Draws a row in a font, with or without a frame; gaps are from nearly touching to wide, or less than none. */
        MadeNumber printed(int count, boolean touching) {
            Font font = fonts.get(random.nextInt(fonts.size()));
            double height = LEAST_HEIGHT * Math.pow((double) MOST_HEIGHT / LEAST_HEIGHT, random.nextDouble());
            double gap = touching
                    ? -between(0.02, 0.1) * height
                    : Math.max(1.5, between(0.03, random.nextBoolean() ? 0.2 : 0.8) * height);
            StringBuilder number = new StringBuilder();
            List<Shape> shapes = new ArrayList<>();
            double right = 0;
            for (int i = 0; i < count; i++) {
                int digit = digit();
                number.append(digit);
                Shape shape = placed(glyph(font, digit), height, 0, 0);
                Rectangle2D box = shape.getBounds2D();
                shapes.add(placed(shape, 1, right - box.getX(), 0));
                right += box.getWidth() + gap;
            }
            return new MadeNumber(row(shapes, height, random.nextBoolean()), number.toString());
        }

        MadeNumber written(int count) {
            double height = LEAST_HEIGHT * Math.pow((double) MOST_HEIGHT / LEAST_HEIGHT, random.nextDouble());
            double slant = between(-0.1, 0.3);
            double drift = between(-0.12, 0.12);
            StringBuilder number = new StringBuilder();
            List<Shape> shapes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int digit = digit();
                number.append(digit);
                // An image of MNIST is 28 wide, and 20 of them are the digit's.
                double x = i * 28 / 20.0 + between(-0.12, 0.12);
                double y = i * drift + between(-0.08, 0.08);
                shapes.add(placed(sheared(mnist(digit), slant), height, x * height, y * height));
            }
            return new MadeNumber(row(shapes, height, false), number.toString());
        }

        MadeNumber penned(int count) {
            double height = LEAST_HEIGHT * Math.pow((double) MOST_HEIGHT / LEAST_HEIGHT, random.nextDouble());
            double slant = between(-0.1, 0.3);
            double drift = between(-0.12, 0.12);
            double pen = between(0.05, 0.13);
            StringBuilder number = new StringBuilder();
            List<Shape> shapes = new ArrayList<>();
            double right = 0;
            for (int i = 0; i < count; i++) {
                int digit = digit();
                number.append(digit);
                Shape shape = placed(
                        sheared(MadePicture.strokes(digit, pen, random), slant), height * between(0.85, 1.15), 0, 0);
                Rectangle2D box = shape.getBounds2D();
                double y = (i * drift + between(-0.08, 0.08)) * height;
                shapes.add(placed(shape, 1, right - box.getX(), y));
                right += box.getWidth() + between(0.1, 0.5) * height;
            }
            return new MadeNumber(row(shapes, height, false), number.toString());
        }

        static Shape sheared(Shape shape, double slant) {
            return AffineTransform.getShearInstance(-slant, 0).createTransformedShape(shape);
        }

        /** Draws shapes with margins, dark on light or light on dark. */
        BufferedImage row(List<Shape> shapes, double height, boolean isFramed) {
            List<Shape> all = new ArrayList<>(shapes);
            Rectangle2D box = box(shapes);
            if (isFramed) {
                double away = between(0.15, 0.8) * height;
                double pen = Math.max(1, between(0.01, 0.06) * height);
                double x = box.getX() - away;
                double y = box.getY() - away;
                double w = box.getWidth() + 2 * away;
                double h = box.getHeight() + 2 * away;
                double arc = random.nextBoolean() ? 0 : 0.3 * height;
                all.add(new BasicStroke((float) pen)
                        .createStrokedShape(new RoundRectangle2D.Double(x, y, w, h, arc, arc)));
                box = box(all);
            }
            int[] margins = new int[4];
            int most = random.nextInt(8) == 0 ? 0 : MOST_MARGIN;
            for (int i = 0; i < 4; i++) {
                margins[i] = (int) Math.round(most * Math.pow(random.nextDouble(), 2));
            }
            int width = (int) Math.ceil(box.getWidth()) + margins[0] + margins[1];
            int high = (int) Math.ceil(box.getHeight()) + margins[2] + margins[3];
            boolean isLight = random.nextBoolean();
            int pale = 170 + random.nextInt(86);
            int dark = random.nextInt(80);
            BufferedImage image = sheet(width, high, isLight ? dark : pale);
            for (Shape shape : all) {
                fill(image, placed(shape, 1, margins[0] - box.getX(), margins[2] - box.getY()), isLight ? pale : dark);
            }
            return image;
        }

        static Rectangle2D box(List<Shape> shapes) {
            Rectangle2D box = shapes.get(0).getBounds2D();
            shapes.forEach(shape -> box.add(shape.getBounds2D()));
            return box;
        }

        static BufferedImage sheet(int width, int height, int level) {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            fill(image, new Rectangle2D.Double(0, 0, width, height), level);
            return image;
        }

        static void fill(BufferedImage image, Shape shape, int level) {
            Graphics2D pen = image.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(new Color(level, level, level));
            pen.fill(shape);
            pen.dispose();
        }

        /** Draws one digit on paper that a shadow falls on: across the digit, beside it, or over half of it. */
        MadeNumber shaded(boolean isSoft) {
            BufferedImage image = sheet(200 + random.nextInt(300), 200 + random.nextInt(300), 215 + random.nextInt(41));
            int digit = digit();
            double side = Math.min(image.getWidth(), image.getHeight());
            double height = side * between(0.45, 0.75);
            double x = image.getWidth() / 2.0 + between(-0.05, 0.05) * side;
            double y = image.getHeight() / 2.0 + between(-0.05, 0.05) * side;
            fill(image, placed(any(digit), height, x, y), random.nextInt(80));
            double edge = isSoft ? side * between(0.03, 0.3) : 2;
            shade(image, x, y, height, edge);
            grain(image, between(0, 3));
            return new MadeNumber(image, Integer.toString(digit));
        }

        /** Darkens a half plane, or a band of the picture. */
        void shade(BufferedImage image, double x, double y, double height, double edge) {
            double angle = between(0, 2 * Math.PI);
            double across = Math.cos(angle);
            double down = Math.sin(angle);
            double light = between(0.4, 0.75);
            // Beside the digit, over half of it, or a band across it.
            int where = random.nextInt(3);
            double start = where == 0 ? between(0.4, 0.7) * height : between(-0.25, 0.25) * height;
            double end = where == 2 ? start + between(0.2, 0.5) * height : Double.POSITIVE_INFINITY;
            for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
                int column = i % image.getWidth();
                int row = i / image.getWidth();
                double distance = (column - x) * across + (row - y) * down;
                double in = share((distance - start) / edge + 0.5);
                double out = where == 2 ? share((end - distance) / edge + 0.5) : 1;
                double factor = 1 - Math.min(in, out) * (1 - light);
                image.setRGB(column, row, MadePicture.lit(image.getRGB(column, row), factor, 0));
            }
        }

        /** Rises smoothly from 0 to 1. */
        static double share(double x) {
            double t = Math.max(0, Math.min(1, x));
            return t * t * (3 - 2 * t);
        }

        void grain(BufferedImage image, double noise) {
            for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
                int column = i % image.getWidth();
                int row = i / image.getWidth();
                image.setRGB(column, row, MadePicture.lit(image.getRGB(column, row), 1, noise * random.nextGaussian()));
            }
        }

        MadeNumber circled() {
            int digit = digit();
            double height = between(40, 250);
            Shape shape = any(digit);
            Rectangle2D box = shape.getBounds2D();
            double radius = Math.hypot(box.getWidth(), box.getHeight()) / 2 * between(1.05, 1.6);
            double narrow = between(0.85, 1.15);
            Shape circle = new BasicStroke((float) between(0.03, 0.1))
                    .createStrokedShape(
                            new Ellipse2D.Double(-radius * narrow, -radius, 2 * radius * narrow, 2 * radius));
            List<Shape> both = List.of(placed(shape, height, 0, 0), placed(circle, height, 0, 0));
            return new MadeNumber(row(both, height, false), Integer.toString(digit));
        }

        MadeNumber blank() {
            BufferedImage image = sheet(100 + random.nextInt(500), 100 + random.nextInt(500), random.nextInt(256));
            double side = Math.min(image.getWidth(), image.getHeight());
            if (random.nextBoolean()) {
                shade(image, between(0, image.getWidth()), between(0, image.getHeight()), side, side * between(0.3, 2));
            }
            grain(image, random.nextInt(3) == 0 ? 0 : between(0, 12));
            return new MadeNumber(image, "");
        }

        /** Draws what photographs have: clouds, hills, grass, bricks, cloth, pebbles. */
        MadeNumber withoutDigits() {
            BufferedImage image =
                    sheet(200 + random.nextInt(400), 200 + random.nextInt(300), 100 + random.nextInt(156));
            switch (random.nextInt(6)) {
                case 0 -> clouds(image, 128);
                case 1 -> hills(image);
                case 2 -> grass(image);
                case 3 -> bricks(image);
                case 4 -> cloth(image);
                default -> pebbles(image);
            }
            clouds(image, random.nextInt(60));
            grain(image, between(1, 8));
            return new MadeNumber(image, "");
        }

        /** Adds smooth noise of several scales. */
        void clouds(BufferedImage image, double strength) {
            for (int octave = 1; octave <= 4; octave++) {
                int cells = 1 << (octave + 1);
                double[][] knots = new double[cells + 2][cells + 2];
                for (double[] row : knots) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = random.nextGaussian();
                    }
                }
                for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
                    int column = i % image.getWidth();
                    int row = i / image.getWidth();
                    double x = (double) column * cells / image.getWidth();
                    double y = (double) row * cells / image.getHeight();
                    double right = share(x - (int) x);
                    double down = share(y - (int) y);
                    double[] above = knots[(int) y];
                    double[] below = knots[(int) y + 1];
                    double level = (1 - down) * ((1 - right) * above[(int) x] + right * above[(int) x + 1])
                            + down * ((1 - right) * below[(int) x] + right * below[(int) x + 1]);
                    image.setRGB(
                            column,
                            row,
                            MadePicture.lit(image.getRGB(column, row), 1, strength * level / (1 << octave)));
                }
            }
        }

        void hills(BufferedImage image) {
            for (int hill = 0; hill < 3; hill++) {
                Path2D outline = new Path2D.Double();
                outline.moveTo(0, image.getHeight());
                double start = between(0, 6);
                double wide = between(40, 120);
                double top = image.getHeight() * between(0.3 + 0.2 * hill, 0.5 + 0.2 * hill);
                for (int x = 0; x <= image.getWidth(); x += 4) {
                    outline.lineTo(x, top + image.getHeight() * 0.1 * Math.sin(start + x / wide));
                }
                outline.lineTo(image.getWidth(), image.getHeight());
                fill(image, outline, random.nextInt(160));
            }
        }

        void grass(BufferedImage image) {
            for (int blade = 0; blade < 400; blade++) {
                double x = between(0, image.getWidth());
                double y = between(0, image.getHeight());
                Path2D path = new Path2D.Double();
                path.moveTo(x, y);
                path.quadTo(x + between(-10, 10), y - between(10, 40), x + between(-40, 40), y - between(40, 90));
                fill(image, new BasicStroke((float) between(1, 5)).createStrokedShape(path), random.nextInt(256));
            }
        }

        void bricks(BufferedImage image) {
            double high = between(20, 60);
            double wide = high * between(1.5, 3);
            double joint = between(2, 6);
            for (int row = 0; row * high < image.getHeight(); row++) {
                for (double x = -wide * (row % 2) / 2; x < image.getWidth(); x += wide) {
                    Shape brick = new Rectangle2D.Double(x, row * high, wide - joint, high - joint);
                    fill(image, brick, 40 + random.nextInt(90));
                }
            }
        }

        void cloth(BufferedImage image) {
            double wide = between(15, 60);
            for (int i = 0; i * wide < image.getWidth(); i++) {
                for (int j = 0; j * wide < image.getHeight(); j++) {
                    if ((i + j) % 2 == 0) {
                        fill(image, new Rectangle2D.Double(i * wide, j * wide, wide, wide), 60);
                    }
                }
            }
        }

        void pebbles(BufferedImage image) {
            for (int i = 0; i < 60; i++) {
                double side = between(15, 80);
                fill(
                        image,
                        new Ellipse2D.Double(
                                between(-20, image.getWidth()),
                                between(-20, image.getHeight()),
                                side * between(0.8, 1.6),
                                side),
                        random.nextInt(256));
            }
        }
    }
}
