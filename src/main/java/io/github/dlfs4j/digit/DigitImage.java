package io.github.dlfs4j.digit;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An image of one handwritten digit, prepared as the images of MNIST were. A network trained on MNIST can recognise it.
 * The image may have any size, be dark on light or light on dark, and be drawn or photographed.
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
 * <p>MNIST's publishers describe how they made their images: the digit is scaled to fit a box of 20x20 pixels, which
 * keeps its aspect ratio and produces grey levels. It is then placed in an image of 28x28 pixels with its centre of
 * mass in the middle (<a href="http://yann.lecun.com/exdb/mnist/">Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST
 * database of handwritten digits</a>). If you enlarge an image of MNIST, this class returns it nearly as it was. Before
 * these steps, the ink is separated from the paper, which may be unevenly lit, have shadows with sharp edges, or be
 * ruled or squared. Specks are removed, and strokes that are much thinner than MNIST's are widened.
 *
 * <p>An object of this class is immutable.
 */
public final class DigitImage {
    private final NDArray pixels;
    private final Place place;
    private final boolean isDoubtful;

    DigitImage(Ink.Digit digit) {
        pixels = SizeNormalization.apply(Strokes.widened(digit.ink()).toArray()).readOnlyCopy();
        place = digit.place();
        isDoubtful = digit.isDoubtful();
    }

    /**
     * Where a digit is in its picture, in shares of the picture's width and height.
     *
     * @param left from 0, at the left edge, to 1
     * @param top from 0, at the upper edge, to 1
     * @param width from 0 to 1
     * @param height from 0 to 1
     */
    public record Place(double left, double top, double width, double height) {}

    /**
     * Reads a PNG or JPEG file. The first bytes decide which of the two it is, not its name. The image is rotated as
     * its Exif orientation says. Transparent pixels count as paper.
     *
     * <p>Java's own decoders are in module {@code java.desktop}, which the library does not require. On the class path,
     * it is available. A modular program that calls this method needs {@code requires java.desktop}.
     *
     * <p>Reading takes about two seconds of processor time at most, and 64 MiB beyond the heap, whatever the header
     * says. These limits are checked before anything is decoded: 32 MiB for the file, 16,384 pixels for each side, 64
     * MiB for the decompressed pixels of a PNG file. In a JPEG file, width times height times colour components times
     * scans may be 400,000,000; several scans may take 60 MiB. A large image is read with subsampling. If the thread is
     * interrupted, a {@link java.util.concurrent.CancellationException} ends the search for digits.
     *
     * @param file the file
     * @return the digit
     * @throws FileFormatException if the file is neither PNG nor JPEG, is damaged or beyond a limit, or if no digit is
     *     found; the message names the file, and the limit
     * @throws IOException if the file cannot be read
     * @throws UnsupportedOperationException {@code reading an image needs module java.desktop, which is missing: start
     *     java with --add-modules java.desktop}
     */
    public static DigitImage read(Path file) throws IOException {
        return new DigitImage(ink(file, null).main());
    }

    /**
     * Reads a PNG or JPEG file of one or several digits in a row, such as {@code 42}. What {@link #read read} says of
     * files holds here too.
     *
     * @param file the file
     * @return the digits from left to right, at least one
     * @throws FileFormatException as for {@link #read read}
     * @throws IOException if the file cannot be read
     * @throws UnsupportedOperationException as for {@link #read read}
     */
    public static List<DigitImage> readAll(Path file) throws IOException {
        return all(ink(file, null));
    }

    /**
     * Reads the content of such a file, as {@link #readAll(Path)} reads the file.
     *
     * @param in the content, which is read to its end; it is not closed
     * @return the digits from left to right, at least one
     * @throws FileFormatException as for {@link #read read}; the message begins with {@code the picture}
     * @throws IOException if the content cannot be read
     * @throws UnsupportedOperationException as for {@link #read read}
     */
    public static List<DigitImage> readAll(InputStream in) throws IOException {
        return all(ink(Path.of("the picture"), Objects.requireNonNull(in, "in")));
    }

    /** @param in the content; the file is read if it is null */
    private static Ink ink(Path file, InputStream in) throws IOException {
        NDArray grey;
        try {
            grey = in == null ? ImageFile.read(file) : ImageFile.read(file, in);
        } catch (NoClassDefFoundError e) {
            throw new UnsupportedOperationException(
                    "reading an image needs module java.desktop, which is missing: start java with"
                            + " --add-modules java.desktop",
                    e);
        }
        try {
            return Ink.of(levels(grey));
        } catch (IllegalArgumentException e) {
            FileFormatException blank = new FileFormatException(file, "the image of a digit", e.getMessage());
            blank.initCause(e);
            throw blank;
        }
    }

    private static List<DigitImage> all(Ink ink) {
        return ink.digits().stream().map(DigitImage::new).toList();
    }

    /**
     * Prepares an array of grey levels, such as those of a drawing area.
     *
     * @param grey shape (height, width), of any dtype and range, since only differences matter. Ink may be darker or
     *     lighter than the paper; most of the image's edge must be paper
     * @return the digit
     * @throws IllegalArgumentException {@code an image needs two axes, not shape (784,)}, {@code an image of shape (0,
     *     5) has no pixels}, {@code an image needs finite numbers}, or {@code no digit: all pixels are alike}, or
     *     {@code no digit: no ink on paper looks like one}
     */
    public static DigitImage of(NDArray grey) {
        return new DigitImage(Ink.of(levels(grey)).main());
    }

    /**
     * Prepares each digit of an array of grey levels. Pieces of ink that stand side by side, are about as high and do
     * not touch are several digits. {@link #of of} prepares the one that is large and near the middle.
     *
     * <pre>{@code
     * NDArray grey = NDArray.full(DType.UINT8, 255, 300, 400); // white paper
     * grey.at(Index.range(40, 260), Index.range(100, 120)).set(0); // two bars
     * grey.at(Index.range(40, 260), Index.range(280, 300)).set(0);
     * System.out.println(DigitImage.allOf(grey).size());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 2
     * }</pre>
     *
     * @param grey as for {@link #of of}
     * @return the digits from left to right, at least one
     * @throws IllegalArgumentException as for {@link #of of}
     */
    public static List<DigitImage> allOf(NDArray grey) {
        return all(Ink.of(levels(grey)));
    }

    private static Levels levels(NDArray grey) {
        if (grey.ndim() != 2) {
            throw new IllegalArgumentException("an image needs two axes, not shape " + grey.shape());
        }
        if (grey.size() == 0) {
            throw new IllegalArgumentException("an image of shape " + grey.shape() + " has no pixels");
        }
        NDArray levels = grey.astype(DType.FLOAT64);
        if (!Logic.isFinite(levels).all().asBoolean()) {
            throw new IllegalArgumentException("an image needs finite numbers");
        }
        return Levels.of(levels);
    }

    /**
     * Returns the pixels in the form that {@code Mnist.options().normalize(false)} gives an image.
     *
     * @return shape (784,), uint8 from 0 (paper) to 255 (ink), row by row; the array is read-only
     */
    public NDArray pixels() {
        return pixels;
    }

    /**
     * Returns the pixels in the form that {@link Mnist#load()} gives an image and that networks expect.
     *
     * @return shape (784,), float32 from 0 (paper) to 1 (ink), row by row; a new array
     */
    public NDArray normalized() {
        return pixels.astype(DType.FLOAT32).divi(255);
    }

    /**
     * Returns where the digit is in the picture, turned as its Exif orientation says.
     *
     * @return the bounds of its ink
     */
    public Place place() {
        return place;
    }

    /**
     * Returns whether the ink may be several digits that touch, a part of one, or a shadow. An answer is unsure then,
     * however probable it is.
     *
     * @return whether it may not be one digit
     */
    public boolean isDoubtful() {
        return isDoubtful;
    }
}
