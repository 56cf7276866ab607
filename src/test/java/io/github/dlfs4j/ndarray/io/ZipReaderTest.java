package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors about an archive name the byte of the fault. */
class ZipReaderTest {
    /** The lengths of the parts of an archive, without the names. */
    private static final int LOCAL_HEADER = 30;

    private static final int DIRECTORY_ENTRY = 46;
    private static final int END_RECORD = 22;
    private static final int NAME = "x.npy".length();
    private static final int CONTENT = 128 + 10 * Long.BYTES;

    @TempDir
    private Path folder;

    private Path file;
    private ByteBuffer archive;

    /** A part of an archive of two arrays, x and y, of ten numbers each. */
    private enum Part {
        SECOND_HEADER(LOCAL_HEADER + NAME + CONTENT),
        DIRECTORY(2 * (LOCAL_HEADER + NAME + CONTENT)),
        SECOND_ENTRY(2 * (LOCAL_HEADER + NAME + CONTENT) + DIRECTORY_ENTRY + NAME),
        END(2 * (LOCAL_HEADER + NAME + CONTENT + DIRECTORY_ENTRY + NAME));

        private final int start;

        Part(int start) {
            this.start = start;
        }
    }

    @BeforeEach
    void writeAnArchive() throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        arrays.put("x", NDArray.arange(10));
        arrays.put("y", NDArray.arange(10));
        file = folder.resolve("a.npz");
        Npz.write(file, arrays);
        archive = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(archive.capacity()).isEqualTo(Part.END.start + END_RECORD);
    }

    private void assertRefused(NpzLimits limits, int place, String message) throws IOException {
        Files.write(file, archive.array());
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> Npz.read(file, limits))
                .withMessage("%s, byte %d: expected %s", file, place, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SECOND_ENTRY  |  0 | 4 | 7   |  0 | an entry of the directory with signature 02014b50, found 00000007
            SECOND_ENTRY  |  8 | 2 | 64  |  8 | an entry that is not encrypted, found encryption, flags 0x0040
            SECOND_ENTRY  |  8 | 2 | 32  |  8 | only flags of 0x080e, found flags 0x0020
            SECOND_ENTRY  | 10 | 2 | 9   | 10 | compression method 0 (stored) or 8 (deflated), found method 9
            SECOND_ENTRY  | 20 | 4 | -1  | 20 | an archive of less than 4 GiB, found a zip64 entry
            SECOND_ENTRY  | 24 | 4 | -1  | 20 | an archive of less than 4 GiB, found a zip64 entry
            SECOND_ENTRY  | 42 | 4 | -1  | 20 | an archive of less than 4 GiB, found a zip64 entry
            SECOND_ENTRY  | 24 | 4 | 207 | 24 | 208 bytes, as stored, found 207 bytes
            SECOND_ENTRY  | 28 | 2 | 257 | 28 | a name of at most 256 bytes, found 257 bytes
            SECOND_ENTRY  | 30 | 2 | 1   | 51 | 1 bytes of extra data, found 0 bytes
            SECOND_ENTRY  | 32 | 2 | 1   | 51 | 1 bytes of extra data, found 0 bytes
            SECOND_ENTRY  | 34 | 2 | 1   | 34 | an archive in one file, found an entry that begins in another
            SECOND_ENTRY  | 42 | 4 | 242 | 42 | an entry that begins at byte 243 or later, found one that overlaps the entry before it
            SECOND_ENTRY  | 42 | 4 | 244 | 20 | an entry that ends by byte 486, found one that ends at 487
            SECOND_ENTRY  | 46 | 1 | 47  | 46 | the name of an array, found '/.npy' with an empty part
            SECOND_ENTRY  | 46 | 1 | 120 |  0 | names that differ, found x.npy twice
            SECOND_HEADER |  0 | 4 | 7   |  0 | the header of y.npy with signature 04034b50, found 00000007
            SECOND_HEADER |  6 | 2 | 2049 | 6 | the flags of the directory, 0x0800, found encryption, 0x0801
            SECOND_HEADER |  6 | 2 | 2056 | 6 | the flags of the directory, 0x0800, found 0x0808
            SECOND_HEADER | 14 | 4 | 7   | 14 | the checksum of the directory, CRC, found 7
            SECOND_HEADER | 18 | 4 | 7   | 18 | the compressed length of the directory, 208, found 7
            SECOND_HEADER | 22 | 4 | 207 | 22 | the length of the directory, 208, found 207
            SECOND_HEADER | 22 | 4 | -1  | 18 | lengths of 8 bytes after the name, found none
            SECOND_HEADER | 28 | 2 | 1   |  0 | an entry that ends by byte 486, found one that ends at 487
            SECOND_HEADER |  8 | 2 | 8   |  8 | the compression method of the directory, found method 8
            SECOND_HEADER | 30 | 1 | 122 | 30 | the name y.npy of the directory, found z.npy
            END           |  0 | 4 | 7   |  0 | the end record of a zip archive, the last 22 bytes with signature 06054b50, found 00000007
            END           |  4 | 2 | 1   |  4 | an archive in one file and without comment, found another
            END           |  8 | 4 | -1  |  8 | an archive of less than 4 GiB, found a zip64 archive
            END           | 12 | 4 | -1  |  8 | an archive of less than 4 GiB, found a zip64 archive
            END           | 16 | 4 | -1  |  8 | an archive of less than 4 GiB, found a zip64 archive
            END           |  8 | 2 | 1   |  4 | an archive in one file and without comment, found another
            END           | 20 | 2 | 1   |  4 | an archive in one file and without comment, found another
            END           | 12 | 4 | 103 | 12 | a directory that ends at byte 588, found one that ends at 589
            """)
    void anErrorOfAnArchiveNamesThePlaceOfTheFault(Part part, int field, int size, int value, int told, String message)
            throws IOException {
        int place = part.start + field;
        switch (size) {
            case 1 -> archive.put(place, (byte) value);
            case 2 -> archive.putShort(place, (short) value);
            default -> archive.putInt(place, value);
        }
        String checksum = Long.toString(Integer.toUnsignedLong(archive.getInt(Part.SECOND_ENTRY.start + 16)));
        assertRefused(NpzLimits.DEFAULT, part.start + told, message.replace("CRC", checksum));
    }

    @Test
    void aDirectoryHoldsAsManyEntriesAsItSays() throws IOException {
        setCount(1);
        assertRefused(
                NpzLimits.DEFAULT,
                Part.SECOND_ENTRY.start,
                "the end after a directory of 1 entries, found 51 bytes more");
        setCount(3);
        assertRefused(NpzLimits.DEFAULT, Part.END.start, "46 bytes of an entry of the directory, found 0 bytes");
    }

    /** Inserts bytes and moves all places after them, so that only these bytes are wrong. */
    private void insert(int place, int count) {
        byte[] content = archive.array();
        byte[] longer = Arrays.copyOf(content, content.length + count);
        System.arraycopy(content, place, longer, place + count, content.length - place);
        Arrays.fill(longer, place, place + count, (byte) 7);
        int directory = Part.DIRECTORY.start + count;
        archive = ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN);
        archive.putInt(Part.END.start + count + 16, directory);
        for (Part entry : new Part[] {Part.DIRECTORY, Part.SECOND_ENTRY}) {
            int field = entry.start + count + 42;
            int header = archive.getInt(field);
            archive.putInt(field, header >= place ? header + count : header);
        }
    }

    @Test
    void noBytesStandBeforeBetweenOrAfterTheEntries() throws IOException {
        byte[] original = archive.array();
        insert(0, 3);
        assertRefused(NpzLimits.DEFAULT, 0, "an entry at the start of the file, found 3 other bytes");
        archive = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
        insert(Part.SECOND_HEADER.start, 16);
        assertRefused(NpzLimits.DEFAULT, Part.SECOND_HEADER.start, "the end of the entry x.npy, found 16 bytes more");
        archive = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN);
        insert(Part.DIRECTORY.start, 1);
        assertRefused(NpzLimits.DEFAULT, Part.DIRECTORY.start, "the end of the entry y.npy, found 1 byte more");
    }

    @Test
    void noBytesStandBeforeAnEmptyDirectory() throws IOException {
        archive = ByteBuffer.allocate(5 + END_RECORD).order(ByteOrder.LITTLE_ENDIAN);
        archive.putInt(5, 0x06054b50).putInt(5 + 16, 5);
        assertRefused(NpzLimits.DEFAULT, 0, "an entry at the start of the file, found 5 other bytes");
    }

    /** Zip64's own end record and locator precede the usual end record, whose fields need not be at their limits. */
    @Test
    void theErrorNamesAZip64Archive() throws IOException {
        byte[] original = archive.array();
        archive = ByteBuffer.allocate(original.length + 76).order(ByteOrder.LITTLE_ENDIAN);
        archive.put(original, 0, Part.END.start);
        archive.putInt(0x06064b50).position(Part.END.start + 56);
        archive.putInt(0x07064b50).position(Part.END.start + 76);
        archive.put(original, Part.END.start, END_RECORD);
        assertRefused(
                NpzLimits.DEFAULT, Part.END.start + 76 + 8, "an archive of less than 4 GiB, found a zip64 archive");
    }

    /** Other programs write the record with or without a signature, and with lengths of 4 or 8 bytes. */
    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void theRecordAfterTheDataOfAStreamIsCompared(boolean signed, boolean wide) throws IOException {
        int crc = archive.getInt(Part.SECOND_ENTRY.start + 16);
        int length = (signed ? 4 : 0) + 4 + (wide ? 16 : 8);
        insert(Part.DIRECTORY.start, length);
        int descriptor = Part.DIRECTORY.start;
        archive.putShort(Part.SECOND_HEADER.start + 6, (short) 0x808);
        archive.putShort(Part.SECOND_ENTRY.start + length + 8, (short) 0x808);
        archive.position(descriptor);
        if (signed) {
            archive.putInt(0x08074b50);
        }
        archive.putInt(crc);
        for (int i = 0; i < 2; i++) {
            archive.putInt(CONTENT);
            if (wide) {
                archive.putInt(0);
            }
        }
        Files.write(file, archive.array());
        assertThat(Npz.read(file)).hasSize(2);
        for (int place = descriptor; place < descriptor + length; place += 4) {
            archive.putInt(place, archive.getInt(place) ^ 1);
            assertRefused(
                    NpzLimits.DEFAULT,
                    descriptor,
                    "checksum and lengths of the directory after y.npy, found " + length + " other bytes");
            archive.putInt(place, archive.getInt(place) ^ 1);
        }
    }

    private void setCount(int count) {
        archive.putShort(Part.END.start + 8, (short) count);
        archive.putShort(Part.END.start + 10, (short) count);
    }

    @Test
    void anErrorAboutALimitOfAnArchiveNamesThePlace() throws IOException {
        assertRefused(
                NpzLimits.DEFAULT.expandedBytes(2 * CONTENT - 1),
                Part.SECOND_ENTRY.start + 24,
                "at most 415 bytes of arrays, decompressed, found 416 up to y.npy");
        assertRefused(NpzLimits.DEFAULT.entries(1), Part.END.start + 10, "at most 1 entries, found 2 entries");
        assertThat(Npz.read(file, NpzLimits.DEFAULT.expandedBytes(2 * CONTENT).entries(2)))
                .hasSize(2);
    }

    /** Other programs store times and comments there. */
    @Test
    void extraDataAfterANameIsSkipped() throws IOException {
        byte[] content = Files.readAllBytes(file);
        byte[] npy = new byte[CONTENT];
        System.arraycopy(content, LOCAL_HEADER + NAME, npy, 0, CONTENT);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : new String[] {"x.npy", "y.npy"}) {
                ZipEntry entry = new ZipEntry(name);
                CRC32 crc = new CRC32();
                crc.update(npy);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(CONTENT);
                entry.setCrc(crc.getValue());
                entry.setExtra(new byte[] {0x34, 0x12, 3, 0, 1, 2, 3});
                entry.setComment("a remark");
                zip.putNextEntry(entry);
                zip.write(npy);
            }
        }
        assertThat(Npz.read(file)).isEqualTo(Map.of("x", NDArray.arange(10), "y", NDArray.arange(10)));
    }
}
