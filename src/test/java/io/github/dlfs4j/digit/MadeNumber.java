package io.github.dlfs4j.digit;

import io.github.dlfs4j.mnist.Samples;
import java.awt.BasicStroke;
import java.awt.Font;
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
            case DARK_SHADOW, CURVED_SHADOW -> maker.inDarkShadow(kind == NumberKind.CURVED_SHADOW);
            case DOTTED, SEVEN_SEGMENTS, CHALK, OUTLINED, TURNED -> maker.unusual(kind);
            case CIRCLED -> maker.circled();
            case BLANK -> new MadeNumber(MadePaper.blank(random).image(), "");
            case WITHOUT_DIGITS ->
                new MadeNumber(MadePaper.withoutDigits(random).image(), "");
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
            MadePaper paper = MadePaper.of(width, high, isLight ? dark : pale, random);
            for (Shape shape : all) {
                paper.fill(placed(shape, 1, margins[0] - box.getX(), margins[2] - box.getY()), isLight ? pale : dark);
            }
            return paper.image();
        }

        static Rectangle2D box(List<Shape> shapes) {
            Rectangle2D box = shapes.get(0).getBounds2D();
            shapes.forEach(shape -> box.add(shape.getBounds2D()));
            return box;
        }

        /** Draws one digit on paper that a shadow falls on: across the digit, beside it, or over half of it. */
        MadeNumber shaded(boolean isSoft) {
            int width = 200 + random.nextInt(300);
            int high = 200 + random.nextInt(300);
            MadePaper paper = MadePaper.of(width, high, 215 + random.nextInt(41), random);
            int digit = digit();
            double side = Math.min(width, high);
            double height = side * between(0.45, 0.75);
            double x = width / 2.0 + between(-0.05, 0.05) * side;
            double y = high / 2.0 + between(-0.05, 0.05) * side;
            paper.fill(placed(any(digit), height, x, y), random.nextInt(80));
            paper.shade(x, y, height, isSoft ? side * between(0.03, 0.3) : 2);
            paper.grain(between(0, 3));
            return new MadeNumber(paper.image(), Integer.toString(digit));
        }

        /**
         * Draws one digit, dark or light, with a dark shadow of any edge beside it, up to it or across it. A curved
         * edge goes around a hand or is that of a lamp's light.
         */
        MadeNumber inDarkShadow(boolean isCurved) {
            int width = 200 + random.nextInt(300);
            int high = 200 + random.nextInt(300);
            boolean isLight = random.nextBoolean();
            MadePaper paper =
                    MadePaper.of(width, high, isLight ? 30 + random.nextInt(60) : 200 + random.nextInt(56), random);
            int digit = digit();
            double side = Math.min(width, high);
            double height = side * between(0.35, 0.7);
            double x = width / 2.0 + between(-0.1, 0.1) * side;
            double y = high / 2.0 + between(-0.1, 0.1) * side;
            Shape shape = placed(any(digit), height, x, y);
            paper.fill(shape, isLight ? 200 + random.nextInt(56) : random.nextInt(60));
            double angle = between(0, 2 * Math.PI);
            // How far the digit goes in the shadow's direction.
            Rectangle2D box = AffineTransform.getRotateInstance(-angle, x, y)
                    .createTransformedShape(shape)
                    .getBounds2D();
            double start = switch (random.nextInt(3)) {
                        case 0 -> box.getMaxX() + between(0.1, 0.4) * height;
                        case 1 -> box.getMaxX() + between(-0.1, 0.02) * box.getWidth();
                        default -> box.getX() + between(0.2, 0.8) * box.getWidth();
                    }
                    - x;
            double edge = side * 0.01 * Math.pow(50, random.nextDouble());
            double end = random.nextInt(4) == 0 ? start + between(0.3, 0.8) * height : Double.POSITIVE_INFINITY;
            paper.shadow(x, y, angle, start, end, edge, between(0.2, 0.6), isCurved ? between(-1, 1) / side : 0);
            paper.grain(between(0, 3));
            return new MadeNumber(paper.image(), Integer.toString(digit));
        }

        /** Draws one digit in a way that MNIST does not have. */
        MadeNumber unusual(NumberKind kind) {
            int digit = digit();
            double height = between(60, 300);
            double pen = between(0.07, 0.12);
            Shape shape = switch (kind) {
                case DOTTED ->
                    new BasicStroke(
                                    (float) pen,
                                    BasicStroke.CAP_ROUND,
                                    BasicStroke.JOIN_ROUND,
                                    1,
                                    new float[] {0.001f, (float) (pen * between(1.2, 2))},
                                    0)
                            .createStrokedShape(MadePicture.path(digit, random));
                case SEVEN_SEGMENTS -> segments(digit, pen);
                case OUTLINED -> new BasicStroke((float) between(0.01, 0.03)).createStrokedShape(any(digit));
                case TURNED ->
                    AffineTransform.getRotateInstance(Math.toRadians(random.nextBoolean() ? 25 : -25))
                            .createTransformedShape(any(digit));
                default -> any(digit);
            };
            BufferedImage image = row(List.of(placed(shape, height, 0, 0)), height, false);
            if (kind == NumberKind.CHALK) {
                // The board shows through.
                double much = between(0.2, 0.5);
                int board = image.getRGB(0, 0);
                for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
                    if (random.nextDouble() < much) {
                        image.setRGB(i % image.getWidth(), i / image.getWidth(), board);
                    }
                }
            }
            return new MadeNumber(image, Integer.toString(digit));
        }

        /** Returns a digit of a display of seven segments, with gaps between them. */
        private Shape segments(int digit, double pen) {
            // The segments from the upper one clockwise, and the middle one.
            String[] lit = {"012345", "12", "01643", "01236", "1256", "02356", "023456", "012", "0123456", "012356"};
            double gap = between(0.01, 0.03);
            Path2D shape = new Path2D.Double();
            for (char segment : lit[digit].toCharArray()) {
                double x = segment == '1' || segment == '2' ? 0.25 : -0.25;
                double y = segment == '0' ? -0.5 : segment == '3' ? 0.5 : 0;
                shape.append(
                        "036".indexOf(segment) >= 0
                                ? new Rectangle2D.Double(-0.25 + gap, y - pen / 2, 0.5 - 2 * gap, pen)
                                : new Rectangle2D.Double(
                                        x - pen / 2,
                                        (segment == '1' || segment == '5' ? -0.5 : 0) + gap + pen / 2,
                                        pen,
                                        0.5 - 2 * gap - pen),
                        false);
            }
            return shape;
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
    }
}
