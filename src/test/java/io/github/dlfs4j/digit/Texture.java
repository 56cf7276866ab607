package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Kinds of pictures with much to look at: many pieces, pieces within pieces, long and touching pieces. */
enum Texture {
    SQUARES {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return x % scale.pitch < scale.part && y % scale.pitch < scale.part;
        }
    },
    BOXES {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return x % scale.pitch < scale.part && y % (2 * scale.pitch) < 2 * scale.part;
        }
    },
    DOTS {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            double middle = scale.pitch / 2.0;
            return Math.hypot(x % scale.pitch - middle, y % scale.pitch - middle) < scale.part / 2.0;
        }
    },
    RINGS_IN_RINGS {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            int far = Math.max(Math.abs(x - scale.side / 2), Math.abs(y - scale.side / 2));
            return far % scale.pitch < scale.part;
        }
    },
    MANY_RINGS_IN_RINGS {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            int large = 8 * scale.pitch;
            int far = Math.max(Math.abs(x % large - large / 2), Math.abs(y % large - large / 2));
            return far % scale.pitch < scale.part && far < large / 2 - 1;
        }
    },
    SPIRAL {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            int right = x - scale.side / 2;
            int down = y - scale.side / 2;
            double turns = Math.hypot(right, down) / scale.pitch - Math.atan2(down, right) / (2 * Math.PI);
            return turns - Math.floor(turns) < (double) scale.part / scale.pitch;
        }
    },
    BARS {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return x % scale.pitch < scale.part;
        }
    },
    LINES {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return y % scale.pitch < scale.part;
        }
    },
    COMB {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return x % scale.pitch < scale.part || y < scale.part;
        }
    },
    COMBS_IN_EACH_OTHER {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            boolean isTooth = x % (2 * scale.pitch) < scale.part ? y < scale.side - 30 : y > 10;
            return (x % scale.pitch < scale.part && isTooth) || y < 5 || y > scale.side - 25;
        }
    },
    CHECKERBOARD {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return (x / scale.part + y / scale.part) % 2 == 0;
        }
    },
    NOISE {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            return scale.random.nextInt(scale.pitch) < scale.part;
        }
    },
    /** A row of zeros that touch, in the middle. */
    TOUCHING_ROW {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            double right = x % scale.pitch / (scale.pitch / 2.0) - 1;
            double down = (y - scale.side / 2.0) / (0.7 * scale.pitch);
            double far = right * right + down * down;
            return far < 1.05 && far > 1 - (double) scale.part / scale.pitch;
        }
    },
    TOUCHING_ROWS {
        @Override
        boolean isInk(int x, int y, Scale scale) {
            double right = x % scale.pitch / (scale.pitch / 2.0) - 1;
            double down = y % (2 * scale.pitch) / (0.7 * scale.pitch) - 1;
            double far = right * right + down * down;
            return far < 1.05 && far > 1 - (double) scale.part / scale.pitch;
        }
    },
    TEXT {
        @Override
        void draw(double[] picture, Scale scale) {
            int side = scale.side;
            BufferedImage page = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D graphics = page.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, side, side);
            int height = Math.max(8, scale.part * 2);
            for (int y = height; y < side - height / 2; y += height * 3 / 2) {
                for (int x = height; x < side - height / 2; x += height * 2 / 3) {
                    MadePicture.drawInto(graphics, scale.random.nextInt(10), x, y, height, scale.random);
                }
            }
            graphics.dispose();
            for (int i = 0; i < picture.length; i++) {
                picture[i] = page.getRaster().getSample(i % side, i / side, 0) / 255.0;
            }
        }
    };

    private static final int MARGIN = 8;

    /**
     * How large a texture is.
     *
     * @param side the width and height of the picture
     * @param pitch the width of what comes again and again
     * @param part the width of the ink in it
     */
    record Scale(int side, int pitch, int part, Random random) {}

    boolean isInk(int x, int y, Scale scale) {
        return false;
    }

    void draw(double[] picture, Scale scale) {
        for (int i = 0; i < picture.length; i++) {
            int x = i % scale.side - MARGIN;
            int y = i / scale.side - MARGIN;
            int last = scale.side - 2 * MARGIN;
            picture[i] = x >= 0 && y >= 0 && x < last && y < last && isInk(x, y, scale) ? 0 : 1;
        }
    }

    /** Returns a picture of grey levels from 0 to 1. */
    NDArray picture(int side, int pitch, int part) {
        double[] picture = new double[side * side];
        draw(picture, new Scale(side, pitch, part, new Random(pitch)));
        return NDArray.wrap(picture, side, side);
    }
}
