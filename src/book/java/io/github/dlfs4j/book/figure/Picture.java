package io.github.dlfs4j.book.figure;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** An array of pixels, drawn in its size or enlarged. */
public final class Picture implements Figure {
    private final NDArray pixels;
    private final int scale;

    /** Creates a picture of the size of the array, see {@link #Picture(NDArray, int)}. */
    public Picture(NDArray pixels) {
        this(pixels, 1);
    }

    /**
     * Creates a picture in which each pixel is a square.
     *
     * @param pixels uint8 from black (0) to white, of shape (height, width), or (height, width, 3) for red, green, blue
     * @param scale the side of the square
     * @throws IllegalArgumentException if the array is of another dtype or shape, or the scale is not positive
     */
    public Picture(NDArray pixels, int scale) {
        boolean grey = pixels.ndim() == 2;
        boolean coloured = pixels.ndim() == 3 && pixels.shape(2) == 3;
        if (pixels.dtype() != DType.UINT8 || pixels.size() == 0 || !(grey || coloured)) {
            throw new IllegalArgumentException(
                    "pixels are uint8 of shape (height, width) or (height, width, 3), not %s of %s"
                            .formatted(pixels.dtype(), pixels.shape()));
        }
        if (scale < 1) {
            throw new IllegalArgumentException("a pixel cannot be drawn as a square of " + scale);
        }
        this.pixels = pixels;
        this.scale = scale;
    }

    /**
     * Reads a file of pixels, such as a PNG.
     *
     * @return uint8 of shape (height, width, 3)
     * @throws IOException if the file is missing or is not a picture
     */
    public static NDArray read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("not a picture: " + file);
        }
        int height = image.getHeight();
        int width = image.getWidth();
        byte[] pixels = new byte[height * width * 3];
        for (int i = 0; i < height * width; i++) {
            int rgb = image.getRGB(i % width, i / width);
            pixels[3 * i] = (byte) (rgb >> 16);
            pixels[3 * i + 1] = (byte) (rgb >> 8);
            pixels[3 * i + 2] = (byte) rgb;
        }
        return NDArray.of(pixels, height, width, 3);
    }

    @Override
    public BufferedImage draw() {
        int height = pixels.shape(0) * scale;
        int width = pixels.shape(1) * scale;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb(y / scale, x / scale));
            }
        }
        return image;
    }

    private int rgb(int i, int j) {
        if (pixels.ndim() == 2) {
            return (int) pixels.getLong(i, j) * 0x010101;
        }
        return (int) (pixels.getLong(i, j, 0) << 16 | pixels.getLong(i, j, 1) << 8 | pixels.getLong(i, j, 2));
    }
}
