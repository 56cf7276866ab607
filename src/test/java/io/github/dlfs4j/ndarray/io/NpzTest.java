package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
    /** Places in the directory entry that {@link ZipReader} reads. */
    private static final int FLAGS = 8;

    private static final int METHOD = 10;
    private static final int CRC = 16;
    private static final int COMPRESSED_LENGTH = 20;
    private static final int LENGTH = 24;
    private static final int LOCAL_HEADER = 42;

    @TempDir
    private Path folder;

    private Path write(byte... content) throws IOException {
        return Files.write(folder.resolve("a.npz"), content);
    }

    private static byte[] npy(NDArray array) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NpyContent(array).writeTo(out);
        return out.toByteArray();
    }

    /** An archive of compressed entries with the same array. */
    private static byte[] archive(NDArray array, String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(npy(array));
            }
        }
        return out.toByteArray();
    }

    /** Returns the archive for changes; places count from the start of its first directory entry. */
    private static ByteBuffer directory(byte... archive) {
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.position(bytes.getInt(archive.length - 6)).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Changes a number of an archive with one entry, both in the directory and after the data. */
    private static void put(byte[] archive, int field, int value) {
        directory(archive).putInt(field, value);
        ByteBuffer.wrap(archive)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(directoryStart(archive) - 16 + 4 + field - CRC, value);
    }

    private static int directoryStart(byte... archive) {
        return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
    }

    private static void assertRefused(Path file, String message) {
        assertRefused(file, NpzLimits.DEFAULT, message);
    }

    private static void assertRefused(Path file, NpzLimits limits, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> Npz.read(file, limits))
                .withMessageStartingWith(file + ", ")
                .withMessageContaining(message);
        if (limits.equals(NpzLimits.DEFAULT)) {
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.read(Files.newInputStream(file), file.toString()))
                    .withMessageStartingWith(file + ", ")
                    .withMessageContaining(message);
        }
    }

    @Nested
    class AFileOfNumPy {
        @ParameterizedTest
        @ValueSource(strings = {"stored.npz", "compressed.npz"})
        void anNpzFileOfNumPyIsReadAsItIs(String name) throws IOException {
            Map<String, NDArray> arrays = Npz.read(GoldenArray.FOLDER.resolve(name));
            List<GoldenArray> golden = GoldenArray.of(name);
            assertThat(arrays.keySet())
                    .containsExactlyElementsOf(
                            golden.stream().map(GoldenArray::key).toList());
            golden.forEach(expected -> expected.check(arrays.get(expected.key())));
        }

        @ParameterizedTest
        @ValueSource(strings = {"stored.npz", "compressed.npz"})
        void anNpzFileIsTheSameAsAStream(String name) throws IOException {
            Path file = GoldenArray.FOLDER.resolve(name);
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(Npz.read(in, name)).isEqualTo(Npz.read(file)).isUnmodifiable();
            }
        }

        @Test
        void anNpzFileGivesAMapThatCannotBeChanged() throws IOException {
            Map<String, NDArray> arrays = Npz.read(GoldenArray.FOLDER.resolve("stored.npz"));
            assertThat(arrays).isUnmodifiable();
        }
    }

    @Nested
    class AFileOfOurs {
        @Test
        void anNpzFileIsReadBackAndLeftForPython() throws IOException {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            GoldenArray.all().forEach(golden -> arrays.put(golden.name(), golden.expected()));
            Path file = Files.createDirectories(GoldenArray.WRITTEN).resolve("all.npz");
            Npz.write(file, arrays);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            Npz.write(stream, arrays);
            assertThat(file).hasBinaryContent(stream.toByteArray());
            Map<String, NDArray> read = Npz.read(file);
            assertThat(read).isEqualTo(arrays);
            assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
        }

        @Test
        void anNpzFileMayBeEmpty() throws IOException {
            Path file = folder.resolve("empty.npz");
            Npz.write(file, Map.of());
            assertThat(Npz.read(file)).isEmpty();
        }

        @Test
        void anNpzFileIsTheSameForTheSameArrays() throws IOException {
            Map<String, NDArray> arrays = Map.of("W", NDArray.arange(1000));
            Path file = folder.resolve("first.npz");
            Path second = folder.resolve("second.npz");
            Npz.write(file, arrays);
            Files.setLastModifiedTime(file, FileTime.fromMillis(0));
            Npz.write(second, arrays);
            assertThat(second).hasSameBinaryContentAs(file);
        }

        @ParameterizedTest
        @CsvSource({
            "'', an empty part",
            "/W, an empty part",
            "a//W, an empty part",
            "W/, an empty part",
            "../W, the part ..",
            "a/../../W, the part ..",
            "./W, the part .",
            "C:/W, the part C:",
            "'a\\W', a backslash or control character",
            "'a\u0000W', a backslash or control character",
        })
        void anNpzFileHasNoNameThatLooksLikeAPath(String name, String fault) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.write(folder.resolve("a.npz"), Map.of(name, NDArray.of(1))))
                    .withMessage("cannot name an array '%s': it has %s", name.replace("\0", "\\u0000"), fault);
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void anNpzFileHasNoNameOrArrayThatIsNull() {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            arrays.put(null, NDArray.of(1));
            Path file = folder.resolve("a.npz");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.write(file, arrays))
                    .withMessage("cannot name an array null");
            arrays.clear();
            arrays.put("W", null);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.write(file, arrays))
                    .withMessage("array 'W' is null");
            assertThat(folder).isEmptyDirectory();
        }

        @Test
        void anNpzFileHasNamesOfAtMost256Bytes() throws IOException {
            Path file = folder.resolve("a.npz");
            Npz.write(file, Map.of("é".repeat(126), NDArray.of(1)));
            assertThat(Npz.read(file)).containsOnlyKeys("é".repeat(126));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.write(file, Map.of("é".repeat(127), NDArray.of(1))))
                    .withMessageEndingWith("it has more than 256 bytes with .npy");
        }

        @Test
        void anNpzFileHoldsAtMostTenThousandArrays() {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            NDArray array = NDArray.scalar(1L);
            for (int i = 0; i <= 10_000; i++) {
                arrays.put("a" + i, array);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.write(folder.resolve("a.npz"), arrays))
                    .withMessage("an archive holds at most 10000 arrays");
        }
    }

    @Nested
    class AnArchive {
        private final NDArray array = NDArray.arange(500);

        @Test
        void anArchiveIsReadWithDataDescriptors() throws IOException {
            assertThat(Npz.read(write(archive(array, "x.npy", "y.npy"))))
                    .isEqualTo(Map.of("x", array, "y", array))
                    .containsOnlyKeys("x", "y");
        }

        @ParameterizedTest
        @CsvSource({
            "../x.npy, the part ..",
            "/etc/x.npy, an empty part",
            "a/../../x.npy, the part ..",
            "c:/x.npy, the part c:",
            "'..\\x.npy', a backslash or control character",
            "'x\u0007.npy', a backslash or control character",
            "x.txt, no ending .npy",
            ".npy, an empty part",
        })
        void anArchiveIsRefusedForANameThatIsNoKey(String name, String fault) throws IOException {
            Path file = write(archive(array, "good.npy", name));
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.read(file))
                    .withMessageContaining("expected the name of an array, found '")
                    .withMessageEndingWith("with " + fault);
            assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
        }

        @Test
        void anArchiveIsRefusedForANameThatIsNotAscii() throws IOException {
            byte[] archive = archive(array, "x.npy");
            directory(archive).put(46, (byte) 0xe9);
            assertRefused(write(archive), "expected a name in UTF-8, found é.npy");
            directory(archive).putShort(FLAGS, (short) 0);
            assertRefused(write(archive), "expected a name in US-ASCII, found é.npy");
        }

        @Test
        void anArchiveIsRefusedForANameTwice() throws IOException {
            byte[] archive = archive(array, "x.npy", "y.npy");
            int second = 46 + 5;
            directory(archive).put(second + 46, (byte) 'x');
            assertRefused(write(archive), "expected names that differ, found x.npy twice");
        }

        @Test
        void anArchiveIsRefusedWhereHeaderAndDirectoryDiffer() throws IOException {
            byte[] archive = archive(array, "x.npy");
            archive[30] = 'z';
            assertRefused(write(archive), "byte 30: expected the name x.npy of the directory, found z.npy");
        }

        @Test
        void anArchiveIsRefusedForAnotherChecksum() throws IOException {
            byte[] archive = archive(array, "x.npy");
            int crc = directory(archive).getInt(CRC);
            put(archive, CRC, crc ^ 1);
            assertRefused(
                    write(archive), "byte 35: expected the checksum %08x of x.npy, found %08x".formatted(crc ^ 1, crc));
        }

        @Test
        void anArchiveIsRefusedWhenEncryptedOrCompressedOtherwise() throws IOException {
            byte[] archive = archive(array, "x.npy");
            directory(archive).putShort(METHOD, (short) 12);
            assertRefused(write(archive), "expected compression method 0 (stored) or 8 (deflated), found method 12");
            directory(archive).putShort(FLAGS, (short) 1);
            assertRefused(write(archive), "expected an entry that is not encrypted, found encryption, flags 0x0001");
        }

        @Test
        void anArchiveIsRefusedForEntriesThatOverlap() throws IOException {
            byte[] archive = archive(array, "x.npy", "y.npy");
            directory(archive).putInt(46 + 5 + LOCAL_HEADER, 0);
            assertRefused(write(archive), "found one that overlaps the entry before it");
        }

        @Test
        void anArchiveIsRefusedForAnEntryThatEndsInTheDirectory() throws IOException {
            byte[] archive = archive(array, "x.npy");
            directory(archive).putInt(COMPRESSED_LENGTH, archive.length);
            assertRefused(write(archive), "expected an entry that ends by byte");
        }

        @Test
        void anArchiveIsRefusedForDataThatIsNotDeflated() throws IOException {
            byte[] archive = archive(array, "x.npy");
            archive[35] = (byte) 0xff;
            assertRefused(write(archive), "byte 35: expected deflated data of x.npy, found ");
        }

        /** Flipping bits found this case: all elements are there, and their checksum is right. */
        @Test
        void anArchiveIsRefusedForDeflatedDataWithoutAnEnd() throws IOException {
            byte[] archive = archive(array, "x.npy");
            int lastBlock = 1;
            archive[35] ^= (byte) lastBlock;
            assertRefused(write(archive), "byte 35: expected an end of the deflated data of x.npy, found none");
        }

        @Test
        void anArchiveIsRefusedForABrokenArrayAndTellsItsName() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("x.npy"));
                zip.write("no array".getBytes(StandardCharsets.US_ASCII));
            }
            assertRefused(write(out.toByteArray()), "x.npy, byte 0: expected the magic string");
        }

        @Test
        void anArchiveIsRefusedForBytesBeforeAndBehind() throws IOException {
            byte[] archive = archive(array, "x.npy");
            ByteBuffer before =
                    ByteBuffer.allocate(archive.length + 3).position(3).put(archive);
            assertRefused(write(before.array()), "expected a directory that ends at byte");
            ByteBuffer behind = ByteBuffer.allocate(archive.length + 3).put(archive);
            assertRefused(write(behind.array()), "expected the end record of a zip archive, the last 22 bytes");
        }

        @Test
        void anArchiveIsRefusedWhenEmpty() throws IOException {
            assertRefused(write(), "byte 0: expected 22 bytes of the end record of a zip archive, found 0 bytes");
        }
    }

    @Nested
    class OneArray {
        private static final String COMPLEX = "{'descr': '<c16', 'fortran_order': False, 'shape': (2,)}\n";

        /** X, then an entry of complex numbers, then Y. */
        private Path mixed() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("X.npy"));
                zip.write(npy(NDArray.of(1, 2)));
                zip.putNextEntry(new ZipEntry("complex.npy"));
                String npy = Npy.MAGIC + "\1\0" + (char) COMPLEX.length() + "\0" + COMPLEX + "\0".repeat(32);
                zip.write(npy.getBytes(StandardCharsets.ISO_8859_1));
                zip.putNextEntry(new ZipEntry("a/Y.npy"));
                zip.write(npy(NDArray.of(0.5)));
            }
            return write(out.toByteArray());
        }

        @Test
        void oneArrayIsReadEvenIfOthersHaveAnUnsupportedType() throws IOException {
            Path file = mixed();
            assertThat(Npz.read(file, "X")).isEqualTo(NDArray.of(1, 2));
            assertThat(Npz.read(file, "a/Y")).isEqualTo(NDArray.of(0.5));
            assertRefused(file, "found <c16; Npz.read(file, name) reads the others");
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.read(file, "complex"))
                    .withMessageContaining("complex.npy, byte ")
                    .withMessageEndingWith("found <c16; Npz.read(file, name) reads the others");
        }

        @Test
        void oneArrayIsNamedAmongOthersThatAreNotRead() throws IOException {
            Path file = mixed();
            assertThat(Npz.names(file)).containsExactly("X", "complex", "a/Y").isUnmodifiable();
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.names(file, NpzLimits.DEFAULT.entries(2)))
                    .withMessageContaining("expected at most 2 entries, found 3 entries");
        }

        @Test
        void oneArrayOfAnArchiveMustBeThere() throws IOException {
            Path file = mixed();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Npz.read(file, "Y"))
                    .withMessage("Y is not a file in the archive");
            assertThatNullPointerException()
                    .isThrownBy(() -> Npz.read(file, (String) null))
                    .withMessage("name");
        }

        @Test
        void oneArrayOfAnArchiveIsLimitedAlone() throws IOException {
            Path file = write(archive(NDArray.zeros(1000), "a.npy", "b.npy"));
            NpzLimits limits = NpzLimits.DEFAULT.expandedBytes(8128);
            assertThat(Npz.read(file, "b", limits).size()).isEqualTo(1000);
            assertRefused(file, limits, "expected at most 8128 bytes of arrays, decompressed, found 16256 up to b");
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.read(file, "b", limits.expandedBytes(8127)))
                    .withMessageContaining("found 8128 up to b");
        }
    }

    @Nested
    class ABomb {
        private static final String INT8 = "{'descr': '|i1', 'fortran_order': False, 'shape': (1000000,)}\n";

        /** The file has a thousand bytes, expands to a million, and takes eight million in memory. */
        @Test
        void aBombIsRefusedForTheMemoryThatResults() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("a.npy"));
                String npy = Npy.MAGIC + "\1\0" + (char) INT8.length() + "\0" + INT8 + "\0".repeat(1_000_000);
                zip.write(npy.getBytes(StandardCharsets.ISO_8859_1));
            }
            Path file = write(out.toByteArray());
            NpzLimits limits = NpzLimits.DEFAULT.expandedBytes(8_000_000);
            assertThat(Npz.read(file, limits).get("a").size()).isEqualTo(1_000_000);
            NpzLimits less = limits.expandedBytes(7_999_999);
            assertRefused(
                    file,
                    less,
                    "a.npy, byte 60: expected arrays of at most 7999999 bytes in memory, "
                            + "found 1000000 elements of int64, which take 8000000 bytes");
            Usage usage = Usage.of(() -> Npz.read(file, less));
            assertThat(usage.bytes()).isLessThan(1 << 20);
        }

        @Test
        void aBombIsRefusedAsAStreamWithoutEnd() {
            InputStream endless = new InputStream() {
                @Override
                public int read() {
                    return 0;
                }
            };
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npz.read(endless, "x.npz", NpzLimits.DEFAULT.expandedBytes(100_000)))
                    .withMessage("x.npz, byte 50000: expected at most 50000 bytes, found more");
        }

        private final NDArray zeros = NDArray.zeros(1_000_000);

        @Test
        void aBombIsRefusedBeyondTheLimitOfBytes() throws IOException {
            Path file = write(archive(zeros, "a.npy", "b.npy", "c.npy"));
            assertThat(Files.size(file)).isLessThan(40_000);
            NpzLimits limits = NpzLimits.DEFAULT.expandedBytes(20_000_000);
            assertRefused(
                    file, limits, "expected at most 20000000 bytes of arrays, decompressed, found 24000384 up to c");
            assertThat(Npz.read(file, limits.expandedBytes(24_000_384))).hasSize(3);
        }

        @Test
        void aBombIsRefusedForItsClaimAlone() throws IOException {
            byte[] archive = archive(zeros, "a.npy");
            put(archive, LENGTH, 0xffff_fff0);
            assertRefused(
                    write(archive),
                    "expected at most " + NpzLimits.DEFAULT.expandedBytes()
                            + " bytes of arrays, decompressed, found 4294967280");
        }

        @Test
        void aBombIsRefusedWhenItExpandsToMoreOrLessThanItClaims() throws IOException {
            byte[] archive = archive(zeros, "a.npy");
            int compressed = directory(archive).getInt(COMPRESSED_LENGTH);
            put(archive, LENGTH, 1000);
            assertRefused(write(archive), "expected %s bytes of a.npy that give 1000, found".formatted(compressed));
            put(archive, LENGTH, 900_000_000);
            NpzLimits limits = NpzLimits.DEFAULT.expandedBytes(1_000_000_000);
            assertRefused(write(archive), limits, "bytes that give 8000128");
        }

        @Test
        void aBombIsRefusedBeyondTheLimitsOfEntriesAndNames() throws IOException {
            Path file = write(archive(NDArray.of(1), "a.npy", "b.npy", "long.npy"));
            assertRefused(file, NpzLimits.DEFAULT.entries(2), "expected at most 2 entries, found 3 entries");
            assertRefused(file, NpzLimits.DEFAULT.nameLength(5), "expected a name of at most 5 bytes, found 8 bytes");
            assertThat(Npz.read(file, NpzLimits.DEFAULT.entries(3).nameLength(8)))
                    .hasSize(3);
        }
    }
}
