package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The header before the data of an entry and, if the entry was written as a stream, the record after the data. Both
 * repeat the directory. If they differed from it, other programs would read a different archive.
 */
final class LocalHeader {
    static final int LENGTH = 30;

    private static final int SIGNATURE = 0x04034b50;
    private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
    private static final int ZIP64_FIELD = 1;

    private final ZipEntryRecord entry;
    private final CheckedInput in;
    private final long place;

    /** @param in at the start of the header */
    LocalHeader(ZipEntryRecord entry, CheckedInput in) {
        this.entry = entry;
        this.in = in;
        this.place = in.position();
    }

    /** Compares the header with the directory and returns the place after it, where the data begins. */
    long check() throws IOException {
        ByteBuffer header = in.read(LENGTH, "the header of " + entry.shownName());
        ZipEntryRecord.checkSignature(in, header.getInt(0), SIGNATURE, place, "the header of " + entry.shownName());
        int flags = Short.toUnsignedInt(header.getShort(6));
        if (!entry.hasFlags(flags)) {
            boolean encrypted = (flags & 1) != 0;
            throw in.error(
                    place + 6,
                    "the flags of the directory, 0x%04x"
                            .formatted(entry.coding().flags()),
                    (encrypted ? "encryption, 0x%04x" : "0x%04x").formatted(flags));
        }
        int method = Short.toUnsignedInt(header.getShort(8));
        in.refuseIf(method != entry.method(), place + 8, "the compression method of the directory", "method " + method);
        byte[] name = in.readBytes(Short.toUnsignedInt(header.getShort(26)), "a name");
        in.refuseIf(
                !Arrays.equals(entry.rawName(), name),
                place + LENGTH,
                "the name " + entry.shownName() + " of the directory",
                Excerpt.of(new String(name, StandardCharsets.ISO_8859_1)));
        byte[] extra = in.readBytes(Short.toUnsignedInt(header.getShort(28)), "extra data");
        checkNumbers(header, extra);
        return in.position();
    }

    private void checkNumbers(ByteBuffer header, byte... extra) throws FileFormatException {
        long crc = Integer.toUnsignedLong(header.getInt(14));
        long compressedLength = Integer.toUnsignedLong(header.getInt(18));
        long length = Integer.toUnsignedLong(header.getInt(22));
        // NumPy always reserves 8 bytes for each length, since it does not know the lengths in advance.
        long[] lengths = widened(in, place + 18, extra, length, compressedLength);
        checkNumber(crc, entry.crc(), 14, "checksum");
        checkNumber(lengths[1], entry.compressedLength(), 18, "compressed length");
        checkNumber(lengths[0], entry.length(), 22, "length");
    }

    private void checkNumber(long found, long expected, int field, String what) throws FileFormatException {
        boolean follows = entry.streamed() && found == 0;
        in.refuseIf(
                found != expected && !follows,
                place + field,
                "the %s of the directory, %s".formatted(what, expected),
                Long.toUnsignedString(found));
    }

    /** Returns numbers, those that do not fit 4 bytes from the field of zip64 in extra data, which has 8 for each. */
    static long[] widened(CheckedInput in, long place, byte[] extra, long... numbers) throws FileFormatException {
        long[] wide = numbers.clone();
        int needed = 0;
        for (long number : numbers) {
            needed += number == ZipEntryRecord.ZIP64 ? Long.BYTES : 0;
        }
        ByteBuffer fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (needed > 0) {
            in.refuseIf(fields.remaining() < 4, place, "lengths of 8 bytes after the name", "none");
            int id = fields.getShort();
            int size = Math.min(Short.toUnsignedInt(fields.getShort()), fields.remaining());
            if (id == ZIP64_FIELD && size >= needed) {
                break;
            }
            fields.position(fields.position() + size);
        }
        for (int i = 0; i < wide.length; i++) {
            wide[i] = wide[i] == ZipEntryRecord.ZIP64 ? fields.getLong() : wide[i];
        }
        return wide;
    }

    /**
     * Checks what lies between the data and the next entry: nothing, or checksum and lengths.
     *
     * @param in at the end of the data
     * @param gap the number of bytes up to the next entry
     */
    static void checkGap(ZipEntryRecord entry, CheckedInput in, long gap) throws IOException {
        long place = in.position();
        if (!entry.streamed()) {
            in.refuseIf(
                    gap != 0, place, "the end of the entry " + entry.shownName(), CheckedInput.bytes(gap) + " more");
            return;
        }
        // The record may have a signature, and lengths of 4 or 8 bytes.
        boolean signed = gap == 16 || gap == 24;
        boolean wide = gap == 20 || gap == 24;
        boolean valid = signed || wide || gap == 12;
        if (valid) {
            ByteBuffer numbers = in.read((int) gap, "checksum and lengths");
            valid = (!signed || numbers.getInt() == DESCRIPTOR_SIGNATURE)
                    && Integer.toUnsignedLong(numbers.getInt()) == entry.crc()
                    && number(numbers, wide) == entry.compressedLength()
                    && number(numbers, wide) == entry.length();
        }
        if (!valid) {
            throw in.error(
                    place, "checksum and lengths of the directory after " + entry.shownName(), gap + " other bytes");
        }
    }

    private static long number(ByteBuffer numbers, boolean wide) {
        return wide ? numbers.getLong() : Integer.toUnsignedLong(numbers.getInt());
    }
}
