package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.BlockInput;
import io.github.dlfs4j.file.DeflatedInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The expanded content of an entry. While it is read, its length and checksum are computed; they are compared at the
 * end.
 */
final class EntryContent extends BlockInput {
    /** The length of a small buffer for the rest: usually nothing is left, and there may be many entries. */
    private static final int REST = 1 << 9;

    private final CheckedInput archive;
    private final ZipEntryRecord entry;
    private final long start;
    private final InputStream in;
    /** The same input if it is deflated, otherwise null. */
    private final DeflatedInput deflated;

    private final CRC32 crc = new CRC32();
    private long length;
    /** The fault in the deflated data, or null if there is none. */
    private FileFormatException failure;

    /** @param start the place of the data in the archive */
    EntryContent(CheckedInput archive, ZipEntryRecord entry, long start) {
        this.archive = archive;
        this.entry = entry;
        this.start = start;
        InputStream raw = archive.region(start, entry.compressedLength());
        this.deflated = entry.deflated() ? new DeflatedInput(raw, ZipReader.bufferFor(entry.compressedLength())) : null;
        this.in = entry.deflated() ? deflated : raw;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        int read;
        try {
            read = in.read(bytes, offset, count);
        } catch (EOFException e) {
            read = -1; // the deflated data has no end, as verify will find
        } catch (ZipException e) {
            failure = error("deflated data of " + entry.shownName(), e.getMessage());
            throw failure;
        }
        if (read > 0) {
            crc.update(bytes, offset, read);
            length += read;
        }
        return read;
    }

    /** Reads the rest and refuses the entry if its length or checksum differs from the directory. */
    void verify() throws IOException {
        if (failure != null) {
            throw failure;
        }
        byte[] rest = new byte[REST];
        for (int n = 0; n >= 0 && length <= entry.length(); n = read(rest, 0, rest.length)) {
            // The bytes are only counted.
        }
        long used = deflated != null ? deflated.bytesRead() : length;
        if (length != entry.length() || used != entry.compressedLength()) {
            throw error(
                    "%s bytes of %s that give %s"
                            .formatted(entry.compressedLength(), entry.shownName(), entry.length()),
                    used + " bytes that give " + (length > entry.length() ? "more" : length));
        }
        if (deflated != null && !deflated.finished()) {
            throw error("an end of the deflated data of " + entry.shownName(), "none");
        }
        if (crc.getValue() != entry.crc()) {
            throw error(
                    "the checksum %08x of %s".formatted(entry.crc(), entry.shownName()),
                    "%08x".formatted(crc.getValue()));
        }
    }

    private FileFormatException error(String expected, String found) {
        return archive.error(start, expected, found);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
