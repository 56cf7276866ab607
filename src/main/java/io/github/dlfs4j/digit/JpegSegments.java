package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The segments of a JPEG file. Only those that make up the picture are given to the decoder. It would keep comments and
 * colour profiles of any length beyond the heap.
 */
final class JpegSegments {
    private static final int FIRST_FRAME = 0xc0;
    private static final int PROGRESSIVE = 0xc2;
    private static final int LAST_FRAME = 0xcf;
    private static final int FIRST_RESTART = 0xd0;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COMMENT = 0xfe;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BLOCK = 8;

    private final Path file;
    private final byte[] bytes;
    private final Set<Integer> seen = new HashSet<>();
    private int in;
    private int out;
    private int width;
    private int height;
    private int components;
    private int scans;
    /** The number of coefficients of all components. */
    private long coefficients;
    /** Whether one scan does not make the whole picture, so that the decoder keeps all coefficients. */
    private boolean inParts;

    private JpegSegments(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /**
     * Checks the limits and moves the segments of the picture to the front.
     *
     * @param bytes the file
     * @return the length of what the decoder needs
     * @throws FileFormatException if the image is beyond a limit
     */
    static int keepPicture(Path file, byte[] bytes) throws FileFormatException {
        JpegSegments segments = new JpegSegments(file, bytes);
        segments.keep();
        return segments.out;
    }

    /**
     * Goes from marker to marker. What is no segment goes to the decoder as it is: it finds the next marker in the same
     * way, be it after the data of a scan or after damage.
     */
    private void keep() throws FileFormatException {
        while (in < bytes.length) {
            int start = in;
            int marker = nextMarker();
            boolean hasLength = marker >= FIRST_FRAME && (marker < FIRST_RESTART || marker > END_OF_IMAGE);
            int end = hasLength && in + 1 < bytes.length ? Math.min(bytes.length, in + unsignedShort(in)) : in;
            if (isFrame(marker)) {
                frame(marker, end);
            } else if (marker == START_OF_SCAN) {
                scan(end);
            }
            int next = Math.max(in, end);
            move(start, isOfThePicture(marker, end) ? next : in - 2);
            in = marker == END_OF_IMAGE ? bytes.length : next;
        }
    }

    private void move(int start, int end) {
        System.arraycopy(bytes, start, bytes, out, end - start);
        out += end - start;
    }

    /** Moves behind the next marker and returns it; 0 if there is none. */
    private int nextMarker() {
        while (in < bytes.length) {
            while (in < bytes.length && bytes[in] != -1) {
                in++;
            }
            while (in < bytes.length && bytes[in] == -1) {
                in++;
            }
            if (in < bytes.length && bytes[in++] != 0) {
                return Byte.toUnsignedInt(bytes[in - 1]);
            }
        }
        return 0;
    }

    /** Each fourth number after the first stands for a table or is reserved. */
    private static boolean isFrame(int marker) {
        return marker == FIRST_FRAME || (marker > FIRST_FRAME && marker <= LAST_FRAME && marker % 4 != 0);
    }

    /** Of the parts for applications, the decoder needs those that say how colours are stored, each once. */
    private boolean isOfThePicture(int marker, int end) {
        return switch (marker) {
            case APP0, APP14 -> seen.add(marker);
            case APP1 ->
                in + 2 + EXIF.length <= end
                        && Arrays.equals(EXIF, 0, EXIF.length, bytes, in + 2, in + 2 + EXIF.length)
                        && seen.add(marker);
            default -> (marker < APP0 || marker > APP15) && marker != COMMENT;
        };
    }

    private void frame(int marker, int end) throws FileFormatException {
        if (in + 8 > end) {
            return;
        }
        height = unsignedShort(in + 3);
        width = unsignedShort(in + 5);
        components = Byte.toUnsignedInt(bytes[in + 7]);
        inParts |= marker == PROGRESSIVE;
        int most = 1;
        int mostRows = 1;
        for (int at = in + 9; at < end; at += 3) {
            most = Math.max(most, bytes[at] >> 4 & 0xf);
            mostRows = Math.max(mostRows, bytes[at] & 0xf);
        }
        // Minus a quotient is rounded up, as the last unit of a row or column may be incomplete.
        long units = (long) Math.floorDiv(-width, most * BLOCK) * Math.floorDiv(-height, mostRows * BLOCK);
        long blocks = 0;
        for (int at = in + 9; at < end; at += 3) {
            blocks += units * (bytes[at] >> 4 & 0xf) * (bytes[at] & 0xf);
        }
        coefficients = blocks * BLOCK * BLOCK;
        check();
    }

    private void scan(int end) throws FileFormatException {
        scans++;
        inParts |= in + 2 < end && Byte.toUnsignedInt(bytes[in + 2]) < components;
        check();
    }

    private void check() throws FileFormatException {
        PictureLimits.checkJpeg(file, width, height, components, Math.max(1, scans), inParts ? coefficients : 0);
    }

    private int unsignedShort(int place) {
        return Byte.toUnsignedInt(bytes[place]) << 8 | Byte.toUnsignedInt(bytes[place + 1]);
    }
}
