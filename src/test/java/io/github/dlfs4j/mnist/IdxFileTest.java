package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.Usage;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdxFileTest {
    private static final Path LABELS = Path.of("data", "t10k-labels-idx1-ubyte.gz");
    private static final Path IMAGES = Path.of("data", "t10k-images-idx3-ubyte.gz");

    @TempDir
    private Path folder;

    private Path write(byte... content) throws IOException {
        return Files.write(folder.resolve("a-ubyte"), content);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] decompressed(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] compressed(byte... content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> IdxFile.read(file))
                .withMessage(file + ", " + message);
    }

    @Nested
    class AFile {
        @Test
        void anIdxFileOfLabelsHasOneAxis() throws IOException {
            NDArray labels = IdxFile.read(LABELS);
            assertThat(labels.shape()).hasToString("(10000,)");
            assertThat(Arrays.copyOf(labels.toByteArray(), 10)).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        }

        @Test
        void anIdxFileOfImagesHasThreeAxes() throws IOException {
            NDArray images = IdxFile.read(IMAGES);
            assertThat(images.shape()).hasToString("(10000, 28, 28)");
            byte[] content = decompressed(IMAGES);
            assertThat(images.toByteArray()).isEqualTo(Arrays.copyOfRange(content, 16, content.length));
        }

        @Test
        void anIdxFileIsRecognisedAsCompressedByItsContent() throws IOException {
            Path plain = Files.write(folder.resolve("labels.gz"), decompressed(LABELS));
            Path compressed = Files.copy(LABELS, folder.resolve("labels"));
            assertThat(IdxFile.read(plain)).isEqualTo(IdxFile.read(compressed));
        }

        @ParameterizedTest
        @CsvSource({
            "00000801 00000002 05ff, '(2,)'",
            "00000801 00000000, '(0,)'",
            "00000802 00000001 00000002 0102, '(1, 2)'",
            "00000804 00000001 00000001 00000002 00000001 0102, '(1, 1, 2, 1)'",
            "00000803 00000002 00000000 7fffffff, '(2, 0, 2147483647)'",
            "00000803 00000000 00010000 00010000, '(0, 65536, 65536)'",
            "00000803 00010000 00010000 00000000, '(65536, 65536, 0)'",
            "00000804 00010000 00010000 00010000 00000000, '(65536, 65536, 65536, 0)'",
        })
        void anIdxFileMayHaveAnyNumberOfAxes(String content, String shape) throws IOException {
            assertThat(IdxFile.read(write(bytes(content))).shape()).hasToString(shape);
            assertThat(IdxFile.read(write(compressed(bytes(content)))).shape()).hasToString(shape);
        }

        @Test
        void anIdxFileMustExist() {
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> IdxFile.read(folder.resolve("none")));
        }
    }

    @Nested
    class AHeader {
        private static final String MAGIC =
                "byte 0: expected the magic number of an IDX file of uint8, 00000801 for one axis, 00000803 for three, found ";

        @ParameterizedTest
        @CsvSource({"00000d01, float32", "00000b01, int16", "00000800, no axis", "00000841, 65 axes", "01000801, other"
        })
        void anIdxHeaderIsRefusedForAnotherMagicNumber(String magic) throws IOException {
            byte[] content = bytes(magic + "00000001 00");
            assertRefused(write(content), MAGIC + magic);
            assertRefused(write(compressed(content)), "decompressed, " + MAGIC + magic);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "''                         | byte 0: expected 4 bytes of an IDX header, found 0 bytes",
                    "000008                     | byte 0: expected 4 bytes of an IDX header, found 3 bytes",
                    "00000803 00000001 000000   | byte 4: expected 12 bytes of an IDX header, found 7 bytes",
                    "00000801 00000003 0102     | byte 8: expected 3 bytes of elements, found 2 bytes",
                })
        void anIdxHeaderThatPromisesMoreThanTheFileHoldsIsRefused(String content, String message) throws IOException {
            assertRefused(write(bytes(content)), message);
            assertRefused(write(compressed(bytes(content))), "decompressed, " + message);
        }

        @Test
        void anIdxHeaderThatPromisesLessThanTheFileHoldsIsRefused() throws IOException {
            byte[] content = bytes("00000801 00000001 0102");
            assertRefused(write(content), "byte 8: expected 1 bytes of elements, found 2 bytes");
            assertRefused(
                    write(compressed(content)),
                    "decompressed, byte 9: expected the end of the elements, found more bytes");
        }

        @ParameterizedTest
        @CsvSource({
            "00000801 7fffffff, [2147483647]",
            "00000801 ffffffff, [4294967295]",
            "00000803 0000ea60 0000ea60 0000ea60, '[60000, 60000, 60000]'",
            "00000803 ffffffff ffffffff ffffffff, '[4294967295, 4294967295, 4294967295]'",
        })
        void anIdxHeaderIsRefusedForPromisingTerabytes(String content, String found) throws IOException {
            String message = "byte 4: expected a shape of at most 2147483639 elements, found " + found;
            assertRefused(write(bytes(content)), message);
            assertRefused(write(compressed(bytes(content))), "decompressed, " + message);
        }

        @Test
        void anIdxHeaderTakesNoMemoryForMoreThanTheFileHolds() throws IOException {
            byte[] content = bytes("00000801 7fffff00 0102");
            assertRefused(write(content), "byte 8: expected 2147483392 bytes of elements, found 2 bytes");
            Path compressed = write(compressed(content));
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> IdxFile.read(compressed, Long.MAX_VALUE))
                    .withMessage(compressed
                            + ", decompressed, byte 8: expected 2147483392 bytes of elements, found 2 bytes");
            assertRefused(
                    compressed,
                    "IDX header, byte 4: expected an array of at most %s bytes, found 2147483392 bytes"
                            .formatted(MemoryBudget.DEFAULT));
        }
    }

    @Nested
    class AGzipFile {
        private final byte[] content = bytes("00000801 00000003 010203");

        private byte[] withHeader(String header) throws IOException {
            byte[] gzip = compressed(content);
            byte[] start = bytes(header);
            byte[] result = Arrays.copyOf(start, start.length + gzip.length - 10);
            System.arraycopy(gzip, 10, result, start.length, gzip.length - 10);
            return result;
        }

        @Test
        void aGzipFileMayHaveAllParts() throws IOException {
            String header = "1f8b 08 1e 00000000 00 03 0300 aabbcc 6e616d6500 7465787400";
            CRC32 crc = new CRC32();
            crc.update(bytes(header));
            String checksum = HexFormat.of().toHexDigits(Short.reverseBytes((short) crc.getValue()));
            assertThat(IdxFile.read(write(withHeader(header + checksum)))).isEqualTo(NDArray.of(new byte[] {1, 2, 3}));
            assertRefused(
                    write(withHeader(header + "0000")),
                    "byte 25: expected the header checksum %04x, found 0000".formatted(crc.getValue() & 0xffff));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1f8b 07 00 00000000 00 03 | byte 2: expected compression method 8 (deflated), found method 7",
                    "1f8b 08 20 00000000 00 03 | byte 3: expected the reserved flags unset, found flags 0x20",
                })
        void aGzipFileIsRefusedForAnotherHeader(String header, String message) throws IOException {
            assertRefused(write(withHeader(header)), message);
        }

        @Test
        void aGzipFileIsRefusedIfItsHeaderIsTruncated() throws IOException {
            assertRefused(write(bytes("1f8b08")), "byte 0: expected 10 bytes of a gzip header, found 3 bytes");
            assertRefused(
                    write(bytes("1f8b 08 08 00000000 00 03 61")),
                    "byte 11: expected a name that ends with a zero byte, found the end of the file");
        }

        @Test
        void aGzipFileIsRefusedForAnotherChecksumOrLength() throws IOException {
            byte[] gzip = compressed(content);
            gzip[gzip.length - 8] ^= 1;
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> IdxFile.read(write(gzip)))
                    .withMessageContaining("byte " + (gzip.length - 8) + ": expected the checksum ");
            gzip[gzip.length - 8] ^= 1;
            gzip[gzip.length - 1] = 1;
            assertRefused(write(gzip), "byte %s: expected the length 11, found 16777227".formatted(gzip.length - 4));
        }

        @Test
        void aGzipFileIsRefusedForBytesAfterItsEndAndForMissingOnes() throws IOException {
            byte[] gzip = compressed(content);
            String place = "byte " + (gzip.length - 8);
            assertRefused(
                    write(Arrays.copyOf(gzip, gzip.length + 1)),
                    "byte %s: expected 10 bytes of a gzip header, found 1 bytes".formatted(gzip.length));
            assertRefused(
                    write(Arrays.copyOf(gzip, gzip.length + 10)),
                    "byte %s: expected the gzip magic number 1f8b, found 0000".formatted(gzip.length));
            assertRefused(
                    write(Arrays.copyOf(gzip, gzip.length - 1)),
                    place + ": expected the last 8 bytes, checksum and length, found 7 bytes");
            assertRefused(
                    write(Arrays.copyOf(gzip, gzip.length - 9)),
                    "byte " + (gzip.length - 9) + ": expected more deflated data, found the end");
        }

        @Test
        void aGzipFileIsRefusedForInvalidDeflatedData() throws IOException {
            byte[] gzip = compressed(content);
            gzip[10] = (byte) 0xff;
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> IdxFile.read(write(gzip)))
                    .withMessageContaining("byte 1")
                    .withMessageContaining(": expected deflated data, found ");
        }

        @Test
        void aGzipFileMayHaveManyBlocksWithoutContent() throws IOException {
            byte[] plain = compressed(content);
            ByteArrayOutputStream gzip = new ByteArrayOutputStream();
            gzip.write(plain, 0, 10);
            for (int i = 0; i < 100_000; i++) {
                gzip.writeBytes(new byte[] {0, 0, 0, -1, -1});
            }
            gzip.write(plain, 10, plain.length - 10);
            assertThat(IdxFile.read(write(gzip.toByteArray()))).isEqualTo(NDArray.of(new byte[] {1, 2, 3}));
        }

        /** The members of a file are files of their own, here of up to two bytes. */
        @Test
        void aGzipFileMayHaveSeveralMembers() throws IOException {
            ByteArrayOutputStream gzip = new ByteArrayOutputStream();
            for (int i = 0; i <= content.length; i += 2) {
                gzip.writeBytes(compressed(Arrays.copyOfRange(content, i, Math.min(i + 2, content.length))));
                gzip.writeBytes(compressed(new byte[0]));
            }
            CRC32 crc = new CRC32();
            assertThat(IdxFile.read(write(gzip.toByteArray()), crc, shape -> {}))
                    .isEqualTo(NDArray.of(new byte[] {1, 2, 3}));
            CRC32 expected = new CRC32();
            expected.update(content);
            assertThat(crc.getValue()).isEqualTo(expected.getValue());
            gzip.write(1);
            assertRefused(
                    write(gzip.toByteArray()),
                    "byte %s: expected 10 bytes of a gzip header, found 1 bytes".formatted(gzip.size() - 1));
        }

        @Test
        void aGzipFileMayBeLarge() throws IOException {
            byte[] content = new byte[8 + (48 << 20) + 100_003];
            System.arraycopy(bytes("00000801 030186a3"), 0, content, 0, 8);
            for (int i = 8; i < content.length; i += 50_021) {
                content[i] = (byte) i;
            }
            byte[] elements = IdxFile.read(write(compressed(content))).toByteArray();
            assertThat(Arrays.equals(elements, 0, elements.length, content, 8, content.length))
                    .isTrue();
        }

        /** The length at the end of the file is trusted only if it agrees with the header. */
        @Test
        void aGzipFileIsReadToItsEndIfTheLengthThereDiffers() throws IOException {
            byte[] content = new byte[8 + 200_000];
            System.arraycopy(bytes("00000801 00030d40"), 0, content, 0, 8);
            byte[] gzip = compressed(content);
            gzip[gzip.length - 4] ^= 1;
            assertRefused(write(gzip), "byte %s: expected the length 200008, found 200009".formatted(gzip.length - 4));
        }

        private byte[] withName(int length) throws IOException {
            byte[] start = withHeader("1f8b 08 08 00000000 00 03");
            byte[] result = new byte[start.length + length + 1];
            Arrays.fill(result, 10, 10 + length, (byte) 'n');
            System.arraycopy(start, 0, result, 0, 10);
            System.arraycopy(start, 10, result, 10 + length + 1, start.length - 10);
            return result;
        }

        @Test
        void aGzipFileIsRefusedForALongNameBeforeItIsRead() throws IOException {
            assertThat(IdxFile.read(write(withName(65_536)))).isEqualTo(NDArray.of(new byte[] {1, 2, 3}));
            Path file = write(withName(10_000_000));
            assertRefused(file, "byte 10: expected a name of at most 65536 bytes, found more");
            assertThat(Usage.of(() -> IdxFile.read(file)).bytes()).isLessThan(1 << 20);
        }

        @Test
        void aGzipFileIsRefusedBeyondALimitBeforeItIsDecompressed() throws IOException {
            byte[] content = new byte[8 + 5_000_000];
            System.arraycopy(bytes("00000801 004c4b40"), 0, content, 0, 8);
            Path file = write(compressed(content));
            assertThat(IdxFile.read(file, 5_000_000).size()).isEqualTo(5_000_000);
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> IdxFile.read(file, 4_999_999))
                    .withMessage(file + ", IDX header, byte 4: expected an array of at most 4999999 bytes, "
                            + "found 5000000 bytes");
            assertThat(Usage.of(() -> IdxFile.read(file, 4_999_999)).bytes()).isLessThan(1 << 20);
        }

        /** Fuzzing found this file. Its header promises 100 MB, which the length at its end contradicts. */
        @Test
        void aGzipFileTakesNoMemoryForALengthThatItsEndDenies() throws IOException {
            byte[] content = new byte[8 + 3_000_000];
            new SplittableRandom(1).nextBytes(content);
            System.arraycopy(bytes("00000801 05f5e100"), 0, content, 0, 8);
            Path file = write(compressed(content));
            assertRefused(file, "decompressed, byte 8: expected 100000000 bytes of elements, found 3000000 bytes");
            assertThat(Usage.of(() -> IdxFile.read(file)).bytes()).isLessThan(1 << 20);
        }

        /** The content is 200 MB of zeros, but the header promises five bytes. */
        @Test
        void aGzipFileIsNotDecompressedBeyondWhatItsHeaderPromises() throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out, 1 << 16)) {
                gzip.write(bytes("00000801 00000005"));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 200; i++) {
                    gzip.write(zeros);
                }
            }
            assertRefused(
                    write(out.toByteArray()),
                    "decompressed, byte 13: expected the end of the elements, found more bytes");
        }
    }
}
