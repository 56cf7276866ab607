package io.github.dlfs4j;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * An IDX file behind gzip whose deflated data has the smallest blocks that RFC 1951 allows. Each block has its own
 * codes, whose tables take time to make, and a single match. The match has the few bytes that a block needs so as not
 * to be empty.
 */
final class SmallBlocks {
    private static final byte[] GZIP = {31, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
    private static final int CONTENT_START = GZIP.length + 5;

    /** The lengths of the codes of 256 (the end of a block), 257, …, 268 (a match of 17 bytes): no code is missing. */
    private static final int[] LENGTHS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12};

    private static final int MATCH = 17;

    /** In what order a block tells how long the codes of the lengths themselves are; 18 stands for many zeros. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1};

    private static final int ZEROS = 18;

    private final byte[] file;
    private final int[] lengthsOfLengths = new int[ZEROS + 1];
    private final int[] codesOfLengths;
    private final int[] codes = codes(LENGTHS);
    private long pending;
    private int pendingBits;
    private int position;

    private SmallBlocks(int length) {
        file = Arrays.copyOf(GZIP, length);
        position = GZIP.length;
        // Thirteen codes: three of three bits, ten of four.
        Arrays.fill(lengthsOfLengths, 1, LENGTHS.length, 4);
        Arrays.fill(lengthsOfLengths, 1, 3, 3);
        lengthsOfLengths[ZEROS] = 3;
        codesOfLengths = codes(lengthsOfLengths);
    }

    /** A file of some bytes less than so many, with an array of uint8. */
    static byte[] gzip(int length) {
        SmallBlocks blocks = new SmallBlocks(length);
        blocks.writeStored(8);
        int count = 0;
        for (; blocks.position < length - 64; count++) {
            blocks.writeBlock();
        }
        blocks.writeEnd();
        return blocks.finished(count * MATCH);
    }

    /** The codes of an alphabet, the first bit the lowest: shorter ones first, and of one length in order. */
    private static int[] codes(int... lengths) {
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int length = 1; length < 16; length++, next <<= 1) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(next++) >>> (Integer.SIZE - length);
                }
            }
        }
        return codes;
    }

    private void write(int value, int bits) {
        pending |= (long) value << pendingBits;
        for (pendingBits += bits; pendingBits >= Byte.SIZE; pendingBits -= Byte.SIZE) {
            file[position++] = (byte) pending;
            pending >>>= Byte.SIZE;
        }
    }

    /** A block of bytes as they are, which come later. */
    private void writeStored(int length) {
        write(0, Byte.SIZE);
        write(length, Short.SIZE);
        write(~length & 0xffff, Short.SIZE);
        position += length;
    }

    private void writeBlock() {
        write(0b10 << 1, 3); // with codes of its own, not the last
        write(LENGTHS.length - 1, 5);
        write(0, 5); // one distance
        write(ORDER.length - 4, 4);
        for (int symbol : ORDER) {
            write(lengthsOfLengths[symbol], 3);
        }
        writeZeros(138);
        writeZeros(118);
        for (int length : LENGTHS) {
            write(codesOfLengths[length], lengthsOfLengths[length]);
        }
        write(codesOfLengths[1], lengthsOfLengths[1]); // of distance 1
        int last = LENGTHS.length - 1;
        write(codes[last], LENGTHS[last]);
        write(0, 1); // 17 bytes, not 18
        write(0, 1); // distance 1
        write(codes[0], LENGTHS[0]);
    }

    private void writeZeros(int count) {
        write(codesOfLengths[ZEROS], lengthsOfLengths[ZEROS]);
        write(count - 11, 7);
    }

    /** An empty block, the last. */
    private void writeEnd() {
        write(0b011, 3);
        write(0, 7);
        write(0, Byte.SIZE - 1);
    }

    /** With the header of IDX, whose last byte the matches repeat, the checksum and the length. */
    private byte[] finished(int count) {
        ByteBuffer.wrap(file).putInt(CONTENT_START, 0x0801).putInt(CONTENT_START + 4, count);
        CRC32 crc = new CRC32();
        crc.update(file, CONTENT_START, 8);
        byte[] repeated = new byte[count];
        Arrays.fill(repeated, file[CONTENT_START + 7]);
        crc.update(repeated);
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(position, (int) crc.getValue())
                .putInt(position + 4, count + 8);
        return Arrays.copyOf(file, position + 8);
    }
}
