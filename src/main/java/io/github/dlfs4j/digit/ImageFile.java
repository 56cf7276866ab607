package io.github.dlfs4j.digit;

import io.github.dlfs4j.file.InputFile;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads the grey levels of a PNG or JPEG file with Java's own decoders. Only this class needs module
 * {@code java.desktop}.
 */
final class ImageFile {
    /**
     * The longest side that is read in full. Of a longer one, every second pixel is read, or every third, and so on.
     */
    private static final int LONGEST_SIDE = 1120;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    /** What follows the first four bytes of HEIC and AVIF images, which many phones produce. */
    private static final String PHONE = "ftyp";
    /** The number of bytes that say which format a file has. */
    private static final int START = 12;

    private final Path file;
    private final byte[] bytes;
    private final String format;

    private ImageFile(Path file, byte[] bytes, String format) {
        this.file = file;
        this.bytes = bytes;
        this.format = format;
    }

    /** Returns the grey levels of a file, of shape (height, width), from 0 (black) to 1 (white). */
    static NDArray read(Path file) throws IOException {
        try (InputStream in = Channels.newInputStream(InputFile.open(file))) {
            return read(file, in);
        }
    }

    /**
     * Returns the grey levels of a file's content.
     *
     * @param file the name in error messages
     */
    static NDArray read(Path file, InputStream in) throws IOException {
        byte[] start = in.readNBytes(START);
        String format = format(file, start);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
        byte[] bytes = whole.readNBytes(PictureLimits.LENGTH + 1);
        if (bytes.length > PictureLimits.LENGTH) {
            throw new FileFormatException(file, "an image of at most %s bytes".formatted(PictureLimits.LENGTH), "more");
        }
        return new ImageFile(file, bytes, format).read();
    }

    /** Returns the format that the first bytes of a file are of. */
    private static String format(Path file, byte... bytes) throws FileFormatException {
        if (startsWith(bytes, PNG)) {
            return "PNG";
        }
        if (startsWith(bytes, JPEG)) {
            return "JPEG";
        }
        String found = bytes.length > 8 && new String(bytes, 4, 4, StandardCharsets.ISO_8859_1).equals(PHONE)
                ? "an image in a phone's format; save it as JPEG"
                : "bytes " + HexFormat.of().formatHex(bytes, 0, Math.min(PNG.length, bytes.length));
        throw new FileFormatException(file, "a PNG or JPEG image", bytes.length == 0 ? "no bytes" : found);
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(magic, 0, magic.length, bytes, 0, magic.length);
    }

    private NDArray read() throws FileFormatException {
        try {
            Orientation orientation = Orientation.of(bytes);
            int length =
                    format.equals("PNG") ? PngChunks.keepPicture(file, bytes) : JpegSegments.keepPicture(file, bytes);
            return orientation.turned(decoded(length));
        } catch (FileFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The decoders throw exceptions of many classes for damaged files.
            FileFormatException damaged = damaged(String.valueOf(e.getMessage()));
            damaged.initCause(e);
            throw damaged;
        }
    }

    /** @param length the number of bytes that make up the picture */
    private NDArray decoded(int length) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            reader.setInput(in, true, true);
            // Of a truncated or damaged JPEG file, Java's decoder only warns, and would fill what is missing with grey.
            List<String> damage = new ArrayList<>();
            reader.addIIOReadWarningListener((source, warning) -> {
                if (warning.startsWith("Corrupt JPEG data") || warning.startsWith("Premature end")) {
                    damage.add(warning);
                    source.abort();
                }
            });
            int step = (Math.max(reader.getWidth(0), reader.getHeight(0)) - 1) / LONGEST_SIDE + 1;
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, param);
            if (!damage.isEmpty()) {
                throw damaged(damage.get(0));
            }
            return grey(image);
        } finally {
            reader.dispose();
        }
    }

    private FileFormatException damaged(String what) {
        return new FileFormatException(file, "a whole %s image".formatted(format), "a damaged one: " + what);
    }

    private static NDArray grey(BufferedImage image) {
        boolean isGrey = image.getColorModel().getNumColorComponents() == 1
                && !(image.getColorModel() instanceof IndexColorModel);
        return isGrey ? ofSamples(image) : ofColours(image);
    }

    /** Reads grey levels unchanged from the file. Java would lighten them if it converted them to colours. */
    private static NDArray ofSamples(BufferedImage image) {
        Raster raster = image.getRaster();
        int width = image.getWidth();
        double most = (1L << image.getColorModel().getComponentSize(0)) - 1;
        boolean hasAlpha = image.getColorModel().hasAlpha();
        BlockMeans means = new BlockMeans(width, image.getHeight(), 1);
        int[] samples = new int[width * raster.getNumBands()];
        double[] pixel = new double[1];
        for (int row = 0; row < image.getHeight(); row++) {
            raster.getPixels(0, row, width, 1, samples);
            int next = 0;
            for (int column = 0; column < width; column++) {
                pixel[0] = samples[next++] / most;
                means.add(row, column, pixel, hasAlpha ? samples[next++] / most : 1);
            }
        }
        return means.grey();
    }

    private static NDArray ofColours(BufferedImage image) {
        int width = image.getWidth();
        BlockMeans means = new BlockMeans(width, image.getHeight(), 3);
        int[] argb = new int[width];
        double[] pixel = new double[3];
        for (int row = 0; row < image.getHeight(); row++) {
            takeRow(image, row, argb);
            for (int column = 0; column < width; column++) {
                int colour = argb[column];
                pixel[0] = (colour >> 16 & 0xff) / 255.0;
                pixel[1] = (colour >> 8 & 0xff) / 255.0;
                pixel[2] = (colour & 0xff) / 255.0;
                means.add(row, column, pixel, (colour >>> 24) / 255.0);
            }
        }
        return means.grey();
    }

    /** Reads a row of pixels, as bytes where an image has them; Java would convert pixel by pixel. */
    private static void takeRow(BufferedImage image, int row, int[] argb) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            image.getRGB(0, row, argb.length, 1, argb, 0, argb.length);
            return;
        }
        int[] samples = image.getRaster().getPixels(0, row, argb.length, 1, (int[]) null);
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xff000000 | samples[3 * i] << 16 | samples[3 * i + 1] << 8 | samples[3 * i + 2];
        }
    }
}
