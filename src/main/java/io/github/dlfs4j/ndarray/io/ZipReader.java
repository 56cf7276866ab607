package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A zip archive of arrays. It reads the format of PKWARE's APPNOTE strictly, without encryption and archive comments,
 * and with zip64 only where PyTorch writes it. The entries follow one another from the first byte to the directory,
 * each with a header that agrees with the directory, and the end record of the directory ends the file. All this is
 * checked before any entry is read; the checksum is checked with each entry.
 *
 * <p>The classes of {@code java.util.zip} read such files too, but do not suffice here, except to inflate. Neither of
 * them says where an error is, and each version of Java refuses other archives. {@code ZipFile} reads no stream,
 * compares no checksum, no header of an entry, and accepts bytes that belong to no entry. {@code ZipInputStream} does
 * not look at the directory, must expand all entries up to a wanted one, and refuses a stored entry whose lengths
 * follow its data.
 */
final class ZipReader {
    private static final int END_LENGTH = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    /** The length of the record before the end record in a zip64 archive. It says where zip64's own end record is. */
    private static final int ZIP64_LOCATOR_LENGTH = 20;

    private static final int ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
    /** The length of zip64's own end record, and what of it follows the number that says so. */
    private static final int ZIP64_END_LENGTH = 56;

    private static final int ZIP64_END_REST = 44;
    private static final int ZIP64_END_SIGNATURE = 0x06064b50;

    private static final int MAX_BUFFER = 1 << 13;
    /** The number of bytes that NumPy writes after a name. */
    private static final int USUAL_EXTRA = 20;

    private final CheckedInput archive;
    private final long size;
    private final NpzLimits limits;
    private final boolean ofTensors;
    private List<ZipEntryRecord> entries = List.of();
    /** The place of the data of each entry, by the entry's place in the directory. */
    private final Map<Long, Long> starts = new HashMap<>();

    /** Reads what an entry holds. */
    interface ContentReader<T> {
        /** Reads the whole content. */
        T read(CheckedInput content) throws IOException;
    }

    /** Is no lambda, which would delay the start of a program. */
    private record ArrayReader(MemoryBudget budget) implements ContentReader<NDArray> {
        @Override
        public NDArray read(CheckedInput content) throws IOException {
            return Npy.read(content, budget);
        }
    }

    /**
     * @param archive the whole file
     * @param ofTensors whether PyTorch wrote it, with zip64 and without compression, instead of NumPy
     * @throws FileFormatException if there is a fault outside of the contents of the entries
     */
    ZipReader(CheckedInput archive, NpzLimits limits, boolean ofTensors) throws IOException {
        this.archive = archive;
        this.size = archive.left();
        this.limits = limits;
        this.ofTensors = ofTensors;
        readEnd();
    }

    List<ZipEntryRecord> entries() {
        return entries;
    }

    /** Reads the end record, which ends the file and says where the directory is. The directory follows the entries. */
    private void readEnd() throws IOException {
        long place = Math.max(0, size - END_LENGTH);
        try (CheckedInput in = input(place, size)) {
            ByteBuffer end = in.read(END_LENGTH, "the end record of a zip archive");
            ZipEntryRecord.checkSignature(
                    in, end.getInt(), END_SIGNATURE, place, "the end record of a zip archive, the last 22 bytes");
            int disks = end.getInt();
            int entriesHere = Short.toUnsignedInt(end.getShort());
            long count = Short.toUnsignedLong(end.getShort());
            long length = Integer.toUnsignedLong(end.getInt());
            long start = Integer.toUnsignedLong(end.getInt());
            int comment = end.getShort();
            boolean isZip64 = count == 0xffff
                    || length == ZipEntryRecord.ZIP64
                    || start == ZipEntryRecord.ZIP64
                    || isZip64(place);
            in.refuseIf(isZip64 && !ofTensors, place + 8, "an archive of less than 4 GiB", "a zip64 archive");
            if (disks != 0 || entriesHere != count || comment != 0) {
                throw in.error(place + 4, "an archive in one file and without comment", "another");
            }
            long directoryEnd = place;
            if (isZip64) {
                directoryEnd = place - ZIP64_LOCATOR_LENGTH - ZIP64_END_LENGTH;
                ByteBuffer numbers = zip64End(directoryEnd);
                count = numbers.getLong();
                length = numbers.getLong();
                start = numbers.getLong();
            }
            in.refuseIf(
                    start < 0 || length < 0 || start + length != directoryEnd,
                    place + 12,
                    "a directory that ends at byte " + directoryEnd,
                    "one that ends at " + Long.toUnsignedString(start + length));
            if (count < 0 || count > limits.entries()) {
                throw in.error(place + 10, "at most " + limits.entries() + " entries", count + " entries");
            }
            entries = readDirectory(start, directoryEnd, (int) count);
            locate(start);
        }
    }

    /** Reads zip64's own end record, and the record that says where it is; returns it at the number of entries. */
    private ByteBuffer zip64End(long place) throws IOException {
        long start = Math.max(0, place);
        try (CheckedInput in = input(start, size)) {
            int length = ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH;
            ByteBuffer record = in.read(length, "the end records of a zip64 archive");
            boolean valid = record.getInt(0) == ZIP64_END_SIGNATURE
                    && record.getLong(4) == ZIP64_END_REST
                    && record.getLong(16) == 0
                    && record.getLong(24) == record.getLong(32)
                    && record.getInt(ZIP64_END_LENGTH) == ZIP64_LOCATOR_SIGNATURE
                    && record.getLong(ZIP64_END_LENGTH + 8) == place;
            archive.refuseIf(!valid || place < 0, start, "the end records of a zip64 archive in one file", "others");
            return record.position(32);
        }
    }

    private boolean isZip64(long end) throws IOException {
        if (end < ZIP64_LOCATOR_LENGTH) {
            return false;
        }
        try (CheckedInput in = input(end - ZIP64_LOCATOR_LENGTH, end)) {
            return in.read(ZIP64_LOCATOR_LENGTH, "a record").getInt() == ZIP64_LOCATOR_SIGNATURE;
        }
    }

    private List<ZipEntryRecord> readDirectory(long start, long end, int count) throws IOException {
        List<ZipEntryRecord> directory = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long free = 0;
        try (CheckedInput in = input(start, end)) {
            for (int i = 0; i < count; i++) {
                ZipEntryRecord entry = ZipEntryRecord.read(in, limits, ofTensors);
                long place = entry.place();
                in.refuseIf(!names.add(entry.name()), place, "names that differ", entry.shownName() + " twice");
                in.refuseIf(
                        entry.localHeader() < free,
                        place + 42,
                        "an entry that begins at byte " + free + " or later",
                        "one that overlaps the entry before it");
                free = entry.leastEnd();
                in.refuseIf(
                        free > start, place + 20, "an entry that ends by byte " + start, "one that ends at " + free);
                directory.add(entry);
            }
            in.expectEnd("a directory of " + count + " entries");
        }
        return directory;
    }

    /** Checks that the entries fill the file up to the directory, and that their headers agree with the directory. */
    private void locate(long directory) throws IOException {
        long first = entries.isEmpty() ? directory : entries.get(0).localHeader();
        archive.refuseIf(first > 0, 0, "an entry at the start of the file", first + " other bytes");
        for (int i = 0; i < entries.size(); i++) {
            ZipEntryRecord entry = entries.get(i);
            long next = i + 1 < entries.size() ? entries.get(i + 1).localHeader() : directory;
            long least = entry.leastEnd() - entry.compressedLength() - entry.localHeader();
            CheckedInput header = input(entry.localHeader(), size, bufferFor(least + USUAL_EXTRA));
            long start = new LocalHeader(entry, header).check();
            long end = start + entry.compressedLength();
            archive.refuseIf(
                    end > next, entry.localHeader(), "an entry that ends by byte " + next, "one that ends at " + end);
            LocalHeader.checkGap(entry, input(end, next), next - end);
            starts.put(entry.place(), start);
        }
    }

    /**
     * Reads the arrays of the given entries, in their order.
     *
     * @throws FileFormatException before anything is expanded, if all entries together are longer than the limit;
     *     before an array is allocated, if the arrays so far take more memory than the limit
     */
    List<NDArray> read(List<ZipEntryRecord> wanted) throws IOException {
        long expanded = 0;
        for (ZipEntryRecord entry : wanted) {
            expanded += entry.length();
            archive.refuseIf(
                    expanded > limits.expandedBytes(),
                    entry.place() + 24,
                    "at most " + limits.expandedBytes() + " bytes of arrays, decompressed",
                    expanded + " up to " + entry.shownName());
        }
        MemoryBudget budget = new MemoryBudget(limits.expandedBytes());
        List<NDArray> arrays = new ArrayList<>();
        for (ZipEntryRecord entry : wanted) {
            arrays.add(read(entry, new ArrayReader(budget)));
        }
        return arrays;
    }

    /** Reads an entry, and compares its length and checksum with the directory. */
    <T> T read(ZipEntryRecord entry, ContentReader<T> reader) throws IOException {
        try (EntryContent content = new EntryContent(archive, entry, starts.get(entry.place()))) {
            InputStream buffered = new BufferedInputStream(content, bufferFor(entry.length()));
            T read;
            try {
                read = reader.read(archive.part(entry.name(), buffered, entry.length()));
            } catch (FileFormatException e) {
                // If the content is damaged, report the wrong checksum rather than what the damage looks like.
                content.verify();
                throw e;
            }
            content.verify();
            return read;
        }
    }

    private CheckedInput input(long start, long end) {
        return input(start, end, bufferFor(end - start));
    }

    private CheckedInput input(long start, long end, int buffer) {
        InputStream region = new BufferedInputStream(archive.region(start, end - start), buffer);
        return archive.part(region, start, end - start);
    }

    /** Returns a buffer size for a length. There may be many entries, and most are short. */
    static int bufferFor(long length) {
        return (int) Math.max(1, Math.min(length, MAX_BUFFER));
    }
}
