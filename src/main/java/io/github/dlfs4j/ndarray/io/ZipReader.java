package io.github.dlfs4j.ndarray.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * A zip archive, checked throughout before any of it is used. The format is that of PKWARE's APPNOTE, without
 * encryption, comments and zip64.
 *
 * <p>{@code java.util.zip.ZipFile} reads the same files, but it takes them with bytes too many before and after,
 * compares no checksum, lets entries overlap, and does not tell where an error is.
 */
final class ZipReader implements Closeable {
    private static final int END_LENGTH = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    /** Flags that matter not: how hard the deflater worked, and whether lengths follow the data. */
    private static final int HARMLESS = 2 | 4 | 8;

    private static final int UTF_8 = 1 << 11;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final long ZIP64 = 0xffff_ffffL;

    private final Path file;
    private final FileRegion.Source source;
    private final long size;
    private final Closeable closeable;
    private final NpzLimits limits;
    private List<Entry> entries = List.of();

    /** A file in the archive: what the directory says about it. */
    record Entry(
            String name,
            ByteBuffer rawName,
            boolean deflated,
            long crc,
            long compressedLength,
            long length,
            long localHeader) {}

    private ZipReader(Path file, FileRegion.Source source, long size, Closeable closeable, NpzLimits limits) {
        this.file = file;
        this.source = source;
        this.size = size;
        this.closeable = closeable;
        this.limits = limits;
    }

    static ZipReader open(Path file, NpzLimits limits) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return opened(new ZipReader(file, new FileRegion.OfChannel(channel), channel.size(), channel, limits));
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    /** @param name stands for the file in errors */
    static ZipReader open(Path name, byte[] content, NpzLimits limits) throws IOException {
        FileRegion.Source source = (bytes, position) -> {
            int length = (int) Math.min(bytes.remaining(), content.length - position);
            bytes.put(content, (int) position, length);
            return length;
        };
        return opened(new ZipReader(name, source, content.length, () -> {}, limits));
    }

    private static ZipReader opened(ZipReader zip) throws IOException {
        zip.readEnd();
        return zip;
    }

    List<Entry> entries() {
        return entries;
    }

    /** The directory follows the entries, and its end record, which tells where it is, ends the file. */
    private void readEnd() throws IOException {
        long place = Math.max(0, size - END_LENGTH);
        try (CheckedInput in = input(place, size)) {
            ByteBuffer end = in.read(END_LENGTH, "the end record of a zip archive");
            checkSignature(
                    in, end.getInt(), END_SIGNATURE, place, "the end record of a zip archive, the last 22 bytes");
            int disks = end.getInt();
            int entriesHere = Short.toUnsignedInt(end.getShort());
            int count = Short.toUnsignedInt(end.getShort());
            long length = Integer.toUnsignedLong(end.getInt());
            long start = Integer.toUnsignedLong(end.getInt());
            int comment = end.getShort();
            if (disks != 0 || entriesHere != count || comment != 0) {
                throw in.error(place + 4, "an archive in one file and without comment", "another");
            }
            if (start + length != place) {
                throw in.error(
                        place + 12, "a directory that ends at byte " + place, "one that ends at " + (start + length));
            }
            if (count > limits.entries()) {
                throw in.error(place + 10, "at most " + limits.entries() + " entries", count + " entries");
            }
            entries = readDirectory(start, place, count);
        }
    }

    private List<Entry> readDirectory(long start, long end, int count) throws IOException {
        List<Entry> directory = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long expanded = 0;
        long free = 0;
        try (CheckedInput in = input(start, end)) {
            for (int i = 0; i < count; i++) {
                long place = in.position();
                Entry entry = readDirectoryEntry(in);
                expanded += entry.length();
                if (expanded > limits.expandedBytes()) {
                    throw in.error(
                            place + 24,
                            "at most " + limits.expandedBytes() + " bytes of arrays, decompressed",
                            expanded + " up to " + entry.name());
                }
                if (!names.add(entry.name())) {
                    throw in.error(place, "names that differ", entry.name() + " twice");
                }
                if (entry.localHeader() < free) {
                    throw in.error(
                            place + 42,
                            "an entry that begins at byte " + free + " or later",
                            "one that overlaps the entry before it");
                }
                free = entry.localHeader() + LOCAL_LENGTH + entry.rawName().capacity() + entry.compressedLength();
                if (free > start) {
                    throw in.error(place + 20, "an entry that ends by byte " + start, "one that ends at " + free);
                }
                directory.add(entry);
            }
            in.expectEnd("a directory of " + count + " entries");
        }
        return directory;
    }

    private Entry readDirectoryEntry(CheckedInput in) throws IOException {
        long place = in.position();
        ByteBuffer record = in.read(46, "an entry of the directory");
        checkSignature(in, record.getInt(0), DIRECTORY_SIGNATURE, place, "an entry of the directory");
        int flags = Short.toUnsignedInt(record.getShort(8));
        int method = Short.toUnsignedInt(record.getShort(10));
        long crc = Integer.toUnsignedLong(record.getInt(16));
        long compressedLength = Integer.toUnsignedLong(record.getInt(20));
        long length = Integer.toUnsignedLong(record.getInt(24));
        int nameLength = Short.toUnsignedInt(record.getShort(28));
        int extraLength = Short.toUnsignedInt(record.getShort(30));
        int commentLength = Short.toUnsignedInt(record.getShort(32));
        long localHeader = Integer.toUnsignedLong(record.getInt(42));
        if ((flags & ~(HARMLESS | UTF_8)) != 0) {
            throw in.error(place + 8, "an entry that is not encrypted", "flags 0x%04x".formatted(flags));
        }
        if (method != STORED && method != DEFLATED) {
            throw in.error(place + 10, "compression method 0 (stored) or 8 (deflated)", "method " + method);
        }
        if (length == ZIP64 || compressedLength == ZIP64 || localHeader == ZIP64) {
            throw in.error(place + 20, "an archive of less than 4 GiB", "a zip64 entry");
        }
        if (method == STORED && length != compressedLength) {
            throw in.error(place + 24, compressedLength + " bytes, as stored", length + " bytes");
        }
        if (nameLength > limits.nameLength()) {
            throw in.error(place + 28, "a name of at most " + limits.nameLength() + " bytes", nameLength + " bytes");
        }
        byte[] rawName = in.readBytes(nameLength, "a name");
        String name = name(rawName, (flags & UTF_8) != 0, in, place + 46);
        in.skip((long) extraLength + commentLength, "what follows a name");
        return new Entry(
                name, ByteBuffer.wrap(rawName), method == DEFLATED, crc, compressedLength, length, localHeader);
    }

    private static String name(byte[] bytes, boolean utf8, CheckedInput in, long place) throws FileFormatException {
        Charset charset = utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII;
        String name;
        try {
            name = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw in.error(place, "a name in " + charset, new String(bytes, StandardCharsets.ISO_8859_1));
        }
        String fault = EntryNames.fault(name);
        if (fault != null) {
            throw in.error(place, "the name of an array", "'" + name + "' with " + fault);
        }
        return name;
    }

    /** The content of an entry. Its length and checksum have been compared, so that both can be relied on. */
    CheckedInput read(Entry entry) throws IOException {
        long start = dataStart(entry);
        verify(entry, start);
        return new CheckedInput(file, entry.name(), new BufferedInputStream(content(entry, start)), 0, entry.length());
    }

    /** Where the data begins behind the local header, which repeats most of what the directory says. */
    private long dataStart(Entry entry) throws IOException {
        long place = entry.localHeader();
        try (CheckedInput in = input(place, size)) {
            ByteBuffer header = in.read(LOCAL_LENGTH, "the header of " + entry.name());
            checkSignature(in, header.getInt(0), LOCAL_SIGNATURE, place, "the header of " + entry.name());
            int method = Short.toUnsignedInt(header.getShort(8));
            if (method != (entry.deflated() ? DEFLATED : STORED)) {
                throw in.error(place + 8, "the compression method of the directory", "method " + method);
            }
            byte[] name = in.readBytes(Short.toUnsignedInt(header.getShort(26)), "a name");
            if (!entry.rawName().equals(ByteBuffer.wrap(name))) {
                throw in.error(
                        place + LOCAL_LENGTH,
                        "the name " + entry.name() + " of the directory",
                        new String(name, StandardCharsets.ISO_8859_1));
            }
            in.skip(Short.toUnsignedInt(header.getShort(28)), "what follows a name");
            return in.position();
        }
    }

    private InputStream content(Entry entry, long start) {
        InputStream raw = new FileRegion(source, start, start + entry.compressedLength());
        return entry.deflated() ? new RawInflaterStream(raw) : raw;
    }

    /** Goes through the content once without keeping it. */
    private void verify(Entry entry, long start) throws IOException {
        CRC32 crc = new CRC32();
        long length = 0;
        try (InputStream in = content(entry, start)) {
            byte[] bytes = new byte[1 << 14];
            for (int n; length <= entry.length() && (n = in.read(bytes)) >= 0; length += n) {
                crc.update(bytes, 0, n);
            }
            long used = in instanceof RawInflaterStream inflater ? inflater.bytesRead() : length;
            if (length != entry.length() || used != entry.compressedLength()) {
                throw new FileFormatException(
                        file,
                        start,
                        "%d bytes of %s that give %d".formatted(entry.compressedLength(), entry.name(), entry.length()),
                        used + " bytes that give " + (length > entry.length() ? "more" : length));
            }
            if (in instanceof RawInflaterStream inflater && !inflater.finished()) {
                throw new FileFormatException(
                        file, start, "deflated data of " + entry.name() + " with an end", "more to come");
            }
        } catch (ZipException e) {
            throw new FileFormatException(file, start, "deflated data of " + entry.name(), e.getMessage());
        }
        if (crc.getValue() != entry.crc()) {
            throw new FileFormatException(
                    file,
                    start,
                    "the checksum %08x of %s".formatted(entry.crc(), entry.name()),
                    "%08x".formatted(crc.getValue()));
        }
    }

    private CheckedInput input(long start, long end) {
        InputStream region = new BufferedInputStream(new FileRegion(source, start, end));
        return new CheckedInput(file, null, region, start, end - start);
    }

    private static void checkSignature(CheckedInput in, int found, int expected, long place, String what)
            throws FileFormatException {
        if (found != expected) {
            throw in.error(place, "%s with signature %08x".formatted(what, expected), "%08x".formatted(found));
        }
    }

    @Override
    public void close() throws IOException {
        closeable.close();
    }
}
