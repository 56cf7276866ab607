package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
    @TempDir
    private Path folder;

    private static List<GoldenArray> golden() throws IOException {
        return GoldenArray.of(".npy");
    }

    private static List<GoldenArray> all() throws IOException {
        return GoldenArray.all();
    }

    private Path file(String header, byte... elements) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        byte[] start = "\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] content = Arrays.copyOf(start, 10 + text.length + elements.length);
        content[8] = (byte) text.length;
        content[9] = (byte) (text.length >> 8);
        System.arraycopy(text, 0, content, 10, text.length);
        System.arraycopy(elements, 0, content, 10 + text.length, elements.length);
        return Files.write(folder.resolve("a.npy"), content);
    }

    private static void assertRefused(Path file, String message) {
        assertThatExceptionOfType(FileFormatException.class)
                .isThrownBy(() -> Npy.read(file))
                .withMessage(file + ", " + message);
    }

    @Nested
    class AFileOfNumPy {
        @ParameterizedTest
        @MethodSource("io.github.dlfs4j.ndarray.io.NpyTest#golden")
        void anNpyFileOfNumPyIsReadAsItIs(GoldenArray golden) throws IOException {
            golden.check(Npy.read(golden.path()));
        }

        @ParameterizedTest
        @ValueSource(strings = {"b1", "u1", "i8", "f4", "f8"})
        void anNpyFileOfNumPyIsWrittenAgainToTheByte(String type) throws IOException {
            Path original = GoldenArray.FOLDER.resolve(type + "-little.npy");
            Path written = folder.resolve("written.npy");
            Npy.write(written, Npy.read(original));
            assertThat(written).hasSameBinaryContentAs(original);
        }

        @ParameterizedTest
        @ValueSource(strings = {"scalar.npy", "empty.npy", "one-axis.npy", "four-axes.npy"})
        void anNpyFileOfAnyShapeIsWrittenAgainToTheByte(String name) throws IOException {
            Path written = folder.resolve("written.npy");
            Npy.write(written, Npy.read(GoldenArray.FOLDER.resolve(name)));
            assertThat(written).hasSameBinaryContentAs(GoldenArray.FOLDER.resolve(name));
        }
    }

    @Nested
    class AFileOfOurs {
        @ParameterizedTest
        @MethodSource("io.github.dlfs4j.ndarray.io.NpyTest#all")
        void anNpyFileIsReadBackAndLeftForPython(GoldenArray golden) throws IOException {
            Path file = Files.createDirectories(GoldenArray.WRITTEN)
                    .resolve(URLEncoder.encode(golden.name(), StandardCharsets.UTF_8) + ".npy");
            Npy.write(file, golden.expected());
            assertThat(Npy.read(file)).isEqualTo(golden.expected());
        }

        @Test
        void anNpyFileIsTheSameAsAStream() throws IOException {
            NDArray array = NDArray.arange(6).reshape(2, 3);
            Path file = folder.resolve("stream.npy");
            Npy.write(file, array);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Npy.write(out, array);
            assertThat(file).hasBinaryContent(out.toByteArray());
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(Npy.read(in, "stream.npy")).isEqualTo(array);
            }
        }

        @Test
        void anNpyStreamIsRefusedUnderTheNameThatItIsGiven() {
            InputStream in = new ByteArrayInputStream(new byte[] {1, 2, 3});
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npy.read(in, "w.npy"))
                    .withMessage("w.npy, byte 0: expected 6 bytes of the magic string \\x93NUMPY, found 3 bytes");
        }

        @Test
        void anNpyFileHoldsAViewInCOrder() throws IOException {
            NDArray view = NDArray.arange(12).reshape(3, 4).transpose();
            Path file = folder.resolve("view.npy");
            Npy.write(file, view);
            assertThat(Npy.read(file)).isEqualTo(view);
            assertThat(Npy.read(file).reshape(-1)).isEqualTo(view.flatten());
        }

        @Test
        void anNpyFileMayBeLongerThanABuffer() throws IOException {
            NDArray array = NDArray.arange(100_003).astype(DType.FLOAT32);
            Path file = folder.resolve("long.npy");
            Npy.write(file, array);
            assertThat(Npy.read(file)).isEqualTo(array);
        }

        @Test
        void anNpyFileMayHaveAsManyAxesAsNumPyReads() throws IOException {
            int[] shape = new int[64];
            Arrays.fill(shape, 1);
            Path file = folder.resolve("axes.npy");
            Npy.write(file, NDArray.zeros(shape));
            assertThat(Npy.read(file).ndim()).isEqualTo(64);
        }

        @ParameterizedTest
        @CsvSource({"0, 2147483647", "2147483647, 0", "65536, 0", "0, 65536"})
        void anNpyFileMayHaveNoElementsAndAnyLength(int rows, int columns) throws IOException {
            Path file = folder.resolve("none.npy");
            NDArray array = NDArray.zeros(rows, columns);
            Npy.write(file, array);
            assertThat(Npy.read(file)).isEqualTo(array);
        }

        @Test
        void anNpyFileIsReadUpToALimitOfMemory() throws IOException {
            Path file = file("{'descr': '|i1', 'fortran_order': False, 'shape': (3,)}", (byte) 1, (byte) 2, (byte) -1);
            assertThat(Npy.read(file, 24)).isEqualTo(NDArray.of(1, 2, -1));
            assertThatExceptionOfType(FileFormatException.class)
                    .isThrownBy(() -> Npy.read(file, 23))
                    .withMessage(file + ", byte 60: expected arrays of at most 23 bytes in memory, "
                            + "found 3 elements of int64, which take 24 bytes");
        }
    }

    @Nested
    class AHeader {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'descr': '|u1', 'fortran_order': False, 'shape': (3,), }\n",
                    "{\"shape\":(3,),\"fortran_order\":False,\"descr\":\"|u1\"}",
                    "  { 'descr' : '<u1' , 'shape' : ( 3 , ) , 'fortran_order' : False }   ",
                    "{'shape': (3L,), 'fortran_order': False, 'descr': '>u1'}",
                    "{'shape': (1, 3), 'fortran_order': True, 'descr': '|u1'}",
                })
        void anNpyHeaderMayBeWrittenInSeveralWays(String header) throws IOException {
            byte[] elements = {1, 2, (byte) 255};
            assertThat(Npy.read(file(header, elements)).reshape(3)).isEqualTo(NDArray.of(elements));
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                        [] ; byte 10: expected '{', found '['
                        {'descr': '|u1' ; byte 25: expected '}', found the end of the header
                        {'descr': '|u1', 'fortran_order': False} ; byte 10: expected a dictionary of 'descr', 'fortran_order' and 'shape', found {'descr': '|u1', 'fortran_order': False}
                        {'descr': '|u1', 'descr': '|u1', 'shape': (3,)} ; byte 27: expected 'descr', 'fortran_order' and 'shape', each once, found 'descr'
                        {'other': 3} ; byte 11: expected 'descr', 'fortran_order' and 'shape', each once, found 'other'
                        {'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (3,)} ; byte 20: expected elements of a plain type, found records: [('x', '<f4')], 'fortran_order': False, 'shape': (3…
                        {'descr': '|O', 'fortran_order': False, 'shape': (3,)} ; byte 20: expected <, > or | and one of the types b1 u1 i1 i2 i4 i8 u2 u4 u8 f2 f4 f8, found |O
                        {'descr': '<c16', 'fortran_order': False, 'shape': (3,)} ; byte 20: expected <, > or | and one of the types b1 u1 i1 i2 i4 i8 u2 u4 u8 f2 f4 f8, found <c16
                        {'descr': '|f8', 'fortran_order': False, 'shape': (3,)} ; byte 20: expected <, > or | and one of the types b1 u1 i1 i2 i4 i8 u2 u4 u8 f2 f4 f8, found |f8
                        {'descr': '', 'fortran_order': False, 'shape': (3,)} ; byte 20: expected <, > or | and one of the types b1 u1 i1 i2 i4 i8 u2 u4 u8 f2 f4 f8, found ''
                        {'descr': '|u1', 'fortran_order': 0, 'shape': (3,)} ; byte 44: expected True or False, found '0'
                        {'descr': '|u1', 'fortran_order': False, 'shape': (3)} ; byte 62: expected a comma: one number in parentheses is not a tuple, found ')'
                        {'descr': '|u1', 'fortran_order': False, 'shape': (-3,)} ; byte 61: expected a length of 1 to 18 digits, found '-'
                        {'descr': '|u1', 'fortran_order': False, 'shape': (03,)} ; byte 61: expected a length of 1 to 18 digits, found '0'
                        {'descr': '|u1', 'fortran_order': False, 'shape': (3,)} x ; byte 66: expected blanks up to the end of the header, found 'x'
                        {'descr': '|u1', 'fortran_order': False, 'shape': (4,)} ; byte 65: expected 4 bytes for 4 elements of type u1, found 3 bytes
                        {'descr': '|u1', 'fortran_order': False, 'shape': (2,)} ; byte 65: expected 2 bytes for 2 elements of type u1, found 3 bytes
                        {'descr': '<f8', 'fortran_order': False, 'shape': (3,)} ; byte 65: expected 24 bytes for 3 elements of type f8, found 3 bytes
                        {'descr': '|u1', 'fortran_order': False, 'shape': (999999999999999999,)} ; byte 60: expected a shape of 0 to 2147483639 elements, found (999999999999999999)
                        {'descr': '|u1', 'fortran_order': False, 'shape': (99999, 99999, 99999)} ; byte 60: expected a shape of 0 to 2147483639 elements, found (99999, 99999, 99999)
                        {'descr': '|u1', 'fortran_order': False, 'shape': (1000000000,)} ; byte 74: expected 1000000000 bytes for 1000000000 elements of type u1, found 3 bytes
                        """)
        void anNpyHeaderIsRefusedWithThePlaceOfItsFault(String header, String message) throws IOException {
            assertRefused(file(header, (byte) 1, (byte) 2, (byte) 3), message);
        }

        @Test
        void anNpyHeaderHasAtMost64Axes() throws IOException {
            String shape = "(" + "1, ".repeat(65) + ")";
            assertRefused(
                    file("{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + "}"),
                    "byte 60: expected a shape of at most 64 axes, found 65 axes");
        }

        @Test
        void anNpyHeaderIsAtMostTenThousandBytesLong() throws IOException {
            assertRefused(
                    file(" ".repeat(10_001)), "byte 8: expected a header of at most 10000 bytes, found 10001 bytes");
        }

        @Test
        void anNpyHeaderMayGiveAShapeWithoutElements() throws IOException {
            Path file = file("{'descr': '|u1', 'fortran_order': False, 'shape': (2000000000, 0, 2000000000)}");
            assertThat(Npy.read(file).shape()).hasToString("(2000000000, 0, 2000000000)");
        }
    }

    @Nested
    class ADamagedFile {
        private final Path original = GoldenArray.FOLDER.resolve("f8-big.npy");

        private Path damaged(int place, int value) throws IOException {
            byte[] content = Files.readAllBytes(original);
            content[place] = (byte) value;
            return Files.write(folder.resolve("damaged.npy"), content);
        }

        @Test
        void anNpyFileIsRefusedForAnotherMagicString() throws IOException {
            assertRefused(damaged(3, 'O'), "byte 0: expected the magic string \\x93NUMPY, found \\u0093NUOPY");
        }

        @Test
        void anNpyFileIsRefusedForAnotherVersion() throws IOException {
            assertRefused(damaged(6, 4), "byte 6: expected format version 1.0, 2.0 or 3.0, found 4.0");
            assertRefused(damaged(7, 1), "byte 6: expected format version 1.0, 2.0 or 3.0, found 1.1");
        }

        @Test
        void anNpyFileIsRefusedForALengthThatIsNotThere() throws IOException {
            assertRefused(damaged(9, 1), "byte 10: expected 374 bytes of the header, found 166 bytes");
        }

        @Test
        void anNpyFileIsRefusedWhenEmpty() throws IOException {
            Path empty = Files.createFile(folder.resolve("empty.npy"));
            assertRefused(empty, "byte 0: expected 6 bytes of the magic string \\x93NUMPY, found 0 bytes");
        }

        @Test
        void anNpyFileIsRefusedForAnUnsignedNumberBeyondInt64() throws IOException {
            byte[] content = Files.readAllBytes(GoldenArray.FOLDER.resolve("u8-big.npy"));
            content[128 + 16] = (byte) 0x80;
            assertRefused(
                    Files.write(folder.resolve("u8.npy"), content),
                    "byte 144: expected a number that fits int64, found 9223372036854775808");
        }

        @Test
        void anNpyFileMustExist() {
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> Npy.read(folder.resolve("none.npy")));
        }
    }
}
