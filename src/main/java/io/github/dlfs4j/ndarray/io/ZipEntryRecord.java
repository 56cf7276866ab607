package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What the directory of a zip archive says about one file.
 *
 * @param place the place of this entry in the directory
 * @param coding how the data are coded
 * @param localHeader the place of the local header, which repeats the entry before the data
 */
record ZipEntryRecord(
        long place, String name, Coding coding, long crc, long compressedLength, long length, long localHeader) {
    /** How data are coded, without the flags of the compression level. */
    record Coding(int flags, int method) {}

    static final int SIGNATURE = 0x02014b50;
    static final int LENGTH = 46;
    /** The value of a length that is stored elsewhere, in an archive of more than 4 GiB. */
    static final long ZIP64 = 0xffff_ffffL;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    /** The flags for encryption: of the data, strong, of the directory. */
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    /** The flags for the compression level. */
    private static final int LEVEL = 2 | 4;
    /** The flag for checksum and lengths after the data. */
    private static final int STREAMED = 8;

    private static final int UTF_8 = 1 << 11;

    static ZipEntryRecord read(CheckedInput in, NpzLimits limits, boolean ofTensors) throws IOException {
        long place = in.position();
        ByteBuffer record = in.read(LENGTH, "an entry of the directory");
        checkSignature(in, record.getInt(0), SIGNATURE, place, "an entry of the directory");
        int flags = Short.toUnsignedInt(record.getShort(8));
        int method = Short.toUnsignedInt(record.getShort(10));
        long compressedLength = Integer.toUnsignedLong(record.getInt(20));
        long length = Integer.toUnsignedLong(record.getInt(24));
        int nameLength = Short.toUnsignedInt(record.getShort(28));
        int extraLength = Short.toUnsignedInt(record.getShort(30));
        int commentLength = Short.toUnsignedInt(record.getShort(32));
        long localHeader = Integer.toUnsignedLong(record.getInt(42));
        checkFlags(in, flags, place + 8);
        if (method != STORED && (method != DEFLATED || ofTensors)) {
            String expected = "compression method 0 (stored)" + (ofTensors ? "" : " or 8 (deflated)");
            throw in.error(place + 10, expected, "method " + method);
        }
        if (!ofTensors && (length == ZIP64 || compressedLength == ZIP64 || localHeader == ZIP64)) {
            throw in.error(place + 20, "an archive of less than 4 GiB", "a zip64 entry");
        }
        in.refuseIf(record.getShort(34) != 0, place + 34, "an archive in one file", "an entry that begins in another");
        if (nameLength > limits.nameLength()) {
            throw in.error(place + 28, "a name of at most " + limits.nameLength() + " bytes", nameLength + " bytes");
        }
        byte[] rawName = in.readBytes(nameLength, "a name");
        String name = name(rawName, (flags & UTF_8) != 0, in, place + LENGTH, ofTensors ? "" : Npz.SUFFIX);
        byte[] extra = in.readBytes(extraLength, "extra data");
        in.skip(commentLength, "extra data");
        long[] numbers = LocalHeader.widened(in, place + 20, extra, length, compressedLength, localHeader);
        length = numbers[0];
        compressedLength = numbers[1];
        localHeader = numbers[2];
        // Sums of these must not overflow; a number below 0 is too large, too.
        if ((length | compressedLength | localHeader) >>> (Integer.SIZE + Short.SIZE) != 0) {
            throw in.error(place + 20, "numbers of less than 6 bytes", "others");
        }
        if (method == STORED && length != compressedLength) {
            throw in.error(place + 24, compressedLength + " bytes, as stored", length + " bytes");
        }
        return new ZipEntryRecord(
                place,
                name,
                new Coding(flags & ~LEVEL, method),
                Integer.toUnsignedLong(record.getInt(16)),
                compressedLength,
                length,
                localHeader);
    }

    private static void checkFlags(CheckedInput in, int flags, long place) throws FileFormatException {
        if ((flags & ENCRYPTED) != 0) {
            throw in.error(place, "an entry that is not encrypted", "encryption, flags 0x%04x".formatted(flags));
        }
        if ((flags & ~(LEVEL | STREAMED | UTF_8)) != 0) {
            throw in.error(place, "only flags of 0x080e", "flags 0x%04x".formatted(flags));
        }
    }

    private static String name(byte[] bytes, boolean utf8, CheckedInput in, long place, String suffix)
            throws FileFormatException {
        Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        String name;
        try {
            name = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw in.error(place, "a name in " + charset, Excerpt.of(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
        String fault = EntryNames.fault(name, suffix);
        in.refuseIf(fault != null, place, "the name of an array", "'" + Excerpt.of(name) + "' with " + fault);
        return name;
    }

    static void checkSignature(CheckedInput in, int found, int expected, long place, String what)
            throws FileFormatException {
        in.refuseIf(
                found != expected, place, "%s with signature %08x".formatted(what, expected), "%08x".formatted(found));
    }

    int method() {
        return coding.method;
    }

    boolean deflated() {
        return coding.method == DEFLATED;
    }

    boolean streamed() {
        return (coding.flags & STREAMED) != 0;
    }

    /** Tells whether flags of the local header agree with this entry. */
    boolean hasFlags(int found) {
        return (found & ~LEVEL) == coding.flags;
    }

    /** Returns the bytes of the name. UTF-8 has one encoding of each text, and ASCII is a part of it. */
    byte[] rawName() {
        return name.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the name, safe to quote in a message. */
    String shownName() {
        return Excerpt.of(name);
    }

    /** Returns the end of the shortest entry that has this name and data. */
    long leastEnd() {
        return localHeader + LocalHeader.LENGTH + rawName().length + compressedLength;
    }
}
