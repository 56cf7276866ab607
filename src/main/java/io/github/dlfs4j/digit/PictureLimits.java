package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.file.Path;

/**
 * The limits of an image, which are checked before anything is decoded. An image within them is read in about two
 * seconds of processor time and takes at most 64 MiB beyond the heap, whatever its header says.
 */
final class PictureLimits {
    /** The largest length of a file in bytes. */
    static final int LENGTH = 1 << 25;

    /** The largest width and height. A decoder handles each row by itself, and keeps some rows. */
    private static final int SIDE = 16_384;
    /** The largest number of bytes that the pixels of a PNG image take, which Java's decoder goes through. */
    private static final long PNG_BYTES = 40 << 20;
    /** The largest number of samples of a JPEG image. The decoder makes a whole image of each scan. */
    private static final long JPEG_SAMPLES = 400_000_000;
    /** The largest number of scans. Programs make some ten; each takes time of its own, however few samples it has. */
    private static final int SCANS = 100;
    /** The largest number of bytes that the coefficients take that the decoder keeps between scans. */
    private static final long COEFFICIENT_BYTES = 60L << 20;

    private static String size(int width, int height) {
        return Integer.toUnsignedString(width) + "x" + Integer.toUnsignedString(height);
    }

    private static void check(Path file, long found, long most, String limit, String what) throws FileFormatException {
        if (found > most) {
            throw new FileFormatException(file, limit.formatted(most), what);
        }
    }

    private static void checkSides(Path file, int width, int height) throws FileFormatException {
        long longer = Math.max(Integer.toUnsignedLong(width), Integer.toUnsignedLong(height));
        check(file, longer, SIDE, "an image of at most %s pixels a side", size(width, height));
    }

    /** @param bits the number of bits of a pixel */
    static void checkPng(Path file, int width, int height, int bits) throws FileFormatException {
        checkSides(file, width, height);
        long bytes = ((long) width * bits + 7) / 8 * height;
        String found = "%s pixels of %s bits, which take %s".formatted(size(width, height), bits, bytes);
        check(file, bytes, PNG_BYTES, "a PNG image of at most %s bytes, decompressed", found);
    }

    /** @param coefficients the number of coefficients that are kept between scans; 0 if there is one scan */
    static void checkJpeg(Path file, int width, int height, int components, int scans, long coefficients)
            throws FileFormatException {
        checkSides(file, width, height);
        check(file, scans, SCANS, "a JPEG image of at most %s scans", "more");
        String size = size(width, height);
        long samples = (long) width * height * components * scans;
        String found =
                "%s pixels of %s components in %s scans, which are %s".formatted(size, components, scans, samples);
        check(file, samples, JPEG_SAMPLES, "a JPEG image of at most %s samples in all scans", found);
        long bytes = coefficients * Short.BYTES;
        String taken = "%s pixels, which take %s".formatted(size, bytes);
        check(file, bytes, COEFFICIENT_BYTES, "a JPEG image in several scans of at most %s bytes", taken);
    }
}
