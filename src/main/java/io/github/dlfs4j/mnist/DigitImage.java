package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An image of one handwritten digit, prepared as the images of MNIST were, so that a network that knows MNIST can tell
 * which digit it is. The image may have any size, be dark on light or light on dark, and be drawn or photographed.
 *
 * <pre>{@code
 * NDArray grey = NDArray.full(DType.UINT8, 255, 300, 200); // white paper, 300 high and 200 wide
 * grey.at(Index.range(40, 260), Index.range(90, 110)).set(0); // a bar of black ink
 * DigitImage digit = DigitImage.of(grey);
 * System.out.println(ThreeLayerNet.pretrained().predict(digit.normalized()).argmax());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1
 * }</pre>
 *
 * <p>MNIST's publishers describe how theirs were made: the digit is scaled to fit a box of 20x20 pixels, keeping its
 * ratio, whereby grey levels come up, and is then put into 28x28 so that the centre of mass of its pixels is in the
 * middle (<a href="http://yann.lecun.com/exdb/mnist/">Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST database of
 * handwritten digits</a>). An image of MNIST that is scaled up comes back nearly as it was. Before that, what is ink is
 * told from the paper, which may be unevenly lit; specks are left out, and strokes that are much thinner than those of
 * MNIST are made wider.
 *
 * <p>It is immutable.
 */
public final class DigitImage {
    private final NDArray pixels;

    private DigitImage(NDArray pixels) {
        this.pixels = pixels.readOnlyCopy();
    }

    /**
     * Reads a PNG or JPEG file, which its first bytes tell, not its name. It is turned as the camera says that it was
     * held; what is transparent is taken for paper.
     *
     * <p>Java's own decoders are in the module {@code java.desktop}, which the library does not require. On the class
     * path it is there; a modular program that calls this method says {@code requires java.desktop}.
     *
     * @param file a file of at most 64 MiB and 100 million pixels, both of which are checked before anything is decoded
     * @return the digit
     * @throws FileFormatException if the file is neither PNG nor JPEG, is damaged or too large, or if nothing is drawn
     *     there; the message names the file
     * @throws IOException if the file cannot be read
     * @throws UnsupportedOperationException {@code images are read by the module java.desktop, which is not there; add
     *     it by --add-modules java.desktop}
     */
    public static DigitImage read(Path file) throws IOException {
        NDArray grey = grey(file);
        try {
            return of(grey);
        } catch (IllegalArgumentException e) {
            FileFormatException blank = new FileFormatException(file, "the image of a digit", e.getMessage());
            blank.initCause(e);
            throw blank;
        }
    }

    private static NDArray grey(Path file) throws IOException {
        try {
            return ImageFile.read(file);
        } catch (NoClassDefFoundError e) {
            throw new UnsupportedOperationException(
                    "images are read by the module java.desktop, which is not there; add it by --add-modules java.desktop",
                    e);
        }
    }

    /**
     * Prepares grey levels, such as those of a drawing area.
     *
     * @param grey shape (height, width), of any dtype and range: only differences matter. Ink may be darker or lighter
     *     than the paper, which is what most of the image's edge shows
     * @return the digit
     * @throws IllegalArgumentException {@code an image needs two axes, not shape (784,)}, {@code an image of shape (0,
     *     5) has no pixels}, {@code an image needs finite numbers}, or {@code an image without ink: all pixels are
     *     alike}, or {@code an image without ink: its pixels differ as those of paper do}
     */
    public static DigitImage of(NDArray grey) {
        if (grey.ndim() != 2) {
            throw new IllegalArgumentException("an image needs two axes, not shape " + grey.shape());
        }
        if (grey.size() == 0) {
            throw new IllegalArgumentException("an image of shape " + grey.shape() + " has no pixels");
        }
        NDArray levels = grey.astype(DType.FLOAT64);
        if (!Double.isFinite(levels.max().asDouble())
                || !Double.isFinite(levels.min().asDouble())) {
            throw new IllegalArgumentException("an image needs finite numbers");
        }
        return new DigitImage(SizeNormalization.apply(Ink.of(levels)));
    }

    /**
     * The pixels, as {@code Mnist.options().normalize(false)} gives those of an image.
     *
     * @return shape (784,), uint8 from 0 (paper) to 255 (ink), row by row; it cannot be written to
     */
    public NDArray pixels() {
        return pixels;
    }

    /**
     * The pixels as {@link Mnist#load()} gives those of an image, which is what networks take.
     *
     * @return shape (784,), float32 from 0 (paper) to 1 (ink), row by row; a new array
     */
    public NDArray normalized() {
        return pixels.astype(DType.FLOAT32).divi(255);
    }
}
