package io.github.dlfs4j.digit;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** The paper of a {@link MadeNumber}, with its shadows and its grain, and what photographs have instead of paper. */
record MadePaper(BufferedImage image, Random random) {
    private double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** Returns even paper. */
    static MadePaper of(int width, int height, int level, Random random) {
        MadePaper paper = new MadePaper(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), random);
        paper.fill(new Rectangle2D.Double(0, 0, width, height), level);
        return paper;
    }

    void fill(Shape shape, int level) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(new Color(level, level, level));
        pen.fill(shape);
        pen.dispose();
    }

    /** Darkens a half plane, or a band of the picture. */
    void shade(double x, double y, double height, double edge) {
        double angle = between(0, 2 * Math.PI);
        double light = between(0.4, 0.75);
        // Beside the digit, over half of it, or a band across it.
        int where = random.nextInt(3);
        double start = where == 0 ? between(0.4, 0.7) * height : between(-0.25, 0.25) * height;
        double end = where == 2 ? start + between(0.2, 0.5) * height : Double.POSITIVE_INFINITY;
        shadow(x, y, angle, start, end, edge, light, 0);
    }

    /**
     * Darkens what is farther than a start and less far than an end in a direction from a point.
     *
     * @param edge the width of the blurred edge
     * @param light the share of light that is left
     * @param bend how the edge is curved: half of 1 / radius
     */
    void shadow(double x, double y, double angle, double start, double end, double edge, double light, double bend) {
        double across = Math.cos(angle);
        double down = Math.sin(angle);
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int column = i % image.getWidth();
            int row = i / image.getWidth();
            double along = (row - y) * across - (column - x) * down;
            double distance = (column - x) * across + (row - y) * down + bend * along * along;
            double in = share((distance - start) / edge + 0.5);
            double out = share((end - distance) / edge + 0.5);
            double factor = 1 - Math.min(in, out) * (1 - light);
            image.setRGB(column, row, MadePicture.lit(image.getRGB(column, row), factor, 0));
        }
    }

    /** Rises smoothly from 0 to 1. */
    static double share(double x) {
        double t = Math.max(0, Math.min(1, x));
        return t * t * (3 - 2 * t);
    }

    void grain(double noise) {
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            int column = i % image.getWidth();
            int row = i / image.getWidth();
            image.setRGB(column, row, MadePicture.lit(image.getRGB(column, row), 1, noise * random.nextGaussian()));
        }
    }

    /** Returns paper without anything on it, perhaps in a shadow. */
    static MadePaper blank(Random random) {
        MadePaper paper = of(100 + random.nextInt(500), 100 + random.nextInt(500), random.nextInt(256), random);
        int width = paper.image.getWidth();
        int height = paper.image.getHeight();
        double side = Math.min(width, height);
        if (random.nextBoolean()) {
            paper.shade(paper.between(0, width), paper.between(0, height), side, side * paper.between(0.3, 2));
        }
        paper.grain(random.nextInt(3) == 0 ? 0 : paper.between(0, 12));
        return paper;
    }

    /** Returns a picture of what photographs have: clouds, hills, grass, bricks, cloth, pebbles. */
    static MadePaper withoutDigits(Random random) {
        MadePaper paper = of(200 + random.nextInt(400), 200 + random.nextInt(300), 100 + random.nextInt(156), random);
        switch (random.nextInt(6)) {
            case 0 -> paper.clouds(128);
            case 1 -> paper.hills();
            case 2 -> paper.grass();
            case 3 -> paper.bricks();
            case 4 -> paper.cloth();
            default -> paper.pebbles();
        }
        paper.clouds(random.nextInt(60));
        paper.grain(paper.between(1, 8));
        return paper;
    }

    /** Adds smooth noise of several scales. */
    private void clouds(double strength) {
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
                        column, row, MadePicture.lit(image.getRGB(column, row), 1, strength * level / (1 << octave)));
            }
        }
    }

    private void hills() {
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
            fill(outline, random.nextInt(160));
        }
    }

    private void grass() {
        for (int blade = 0; blade < 400; blade++) {
            double x = between(0, image.getWidth());
            double y = between(0, image.getHeight());
            Path2D path = new Path2D.Double();
            path.moveTo(x, y);
            path.quadTo(x + between(-10, 10), y - between(10, 40), x + between(-40, 40), y - between(40, 90));
            fill(new BasicStroke((float) between(1, 5)).createStrokedShape(path), random.nextInt(256));
        }
    }

    private void bricks() {
        double high = between(20, 60);
        double wide = high * between(1.5, 3);
        double joint = between(2, 6);
        for (int row = 0; row * high < image.getHeight(); row++) {
            for (double x = -wide * (row % 2) / 2; x < image.getWidth(); x += wide) {
                Shape brick = new Rectangle2D.Double(x, row * high, wide - joint, high - joint);
                fill(brick, 40 + random.nextInt(90));
            }
        }
    }

    private void cloth() {
        double wide = between(15, 60);
        for (int i = 0; i * wide < image.getWidth(); i++) {
            for (int j = 0; j * wide < image.getHeight(); j++) {
                if ((i + j) % 2 == 0) {
                    fill(new Rectangle2D.Double(i * wide, j * wide, wide, wide), 60);
                }
            }
        }
    }

    private void pebbles() {
        for (int i = 0; i < 60; i++) {
            double side = between(15, 80);
            fill(
                    new Ellipse2D.Double(
                            between(-20, image.getWidth()),
                            between(-20, image.getHeight()),
                            side * between(0.8, 1.6),
                            side),
                    random.nextInt(256));
        }
    }
}
