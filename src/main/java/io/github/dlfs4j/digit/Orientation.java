package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * The orientation of a camera, the Exif tag {@code Orientation} of a JPEG file (CIPA DC-008). Many cameras store the
 * pixels in the sensor's order and record here how to turn the image.
 */
enum Orientation {
    /** The orientations are in the order of their numbers in the file, from 1. */
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LEFT_MIRRORED,
    LEFT,
    RIGHT_MIRRORED,
    RIGHT;

    private static final int START_OF_IMAGE = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    /** The letters "Exif" and two zero bytes. */
    private static final long EXIF = 0x4578_6966_0000L;

    private static final int TAG = 0x0112;
    private static final int ENTRY_LENGTH = 12;
    /** The bits of an unsigned short. */
    private static final int UNSIGNED = 0xffff;

    /** Returns the orientation of a file, upright if it has none or an invalid one. */
    static Orientation of(byte[] file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            boolean isJpeg = (in.getShort() & UNSIGNED) == START_OF_IMAGE;
            while (isJpeg) {
                int marker = in.getShort() & UNSIGNED;
                int length = (in.getShort() & UNSIGNED) - Short.BYTES;
                if (marker == START_OF_SCAN || length < 0 || length > in.remaining()) {
                    break;
                }
                ByteBuffer segment = in.slice(in.position(), length);
                if (marker == APP1 && ((long) segment.getInt() << Short.SIZE | segment.getShort()) == EXIF) {
                    return ofTiff(segment.slice());
                }
                in.position(in.position() + length);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // The Exif data is damaged.
        }
        return UPRIGHT;
    }

    /** Returns the orientation in the first directory of a TIFF header, which Exif contains. */
    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.position(tiff.getInt(Integer.BYTES));
        int entries = tiff.getShort() & UNSIGNED;
        for (int i = 0; i < entries; i++) {
            ByteBuffer entry =
                    tiff.slice(tiff.position() + i * ENTRY_LENGTH, ENTRY_LENGTH).order(tiff.order());
            int value = entry.getShort(Long.BYTES) & UNSIGNED;
            if ((entry.getShort(0) & UNSIGNED) == TAG && value >= 1 && value <= values().length) {
                return values()[value - 1];
            }
        }
        return UPRIGHT;
    }

    /** Returns the image, turned upright. */
    NDArray turned(NDArray image) {
        NDArray turned = compareTo(LEFT_MIRRORED) < 0 ? image : image.transpose();
        boolean isFlipped = Set.of(MIRRORED, UPSIDE_DOWN, LEFT, RIGHT_MIRRORED).contains(this);
        turned = isFlipped ? Manipulation.fliplr(turned) : turned;
        boolean isUpsideDown =
                Set.of(UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED, RIGHT_MIRRORED, RIGHT).contains(this);
        return isUpsideDown ? Manipulation.flipud(turned) : turned;
    }
}
