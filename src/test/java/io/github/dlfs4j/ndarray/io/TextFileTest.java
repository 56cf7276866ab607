package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("data.txt"), text);
    }

    @Test
    void everyFloat64ComesBackFromAText() throws IOException {
        Random random = new Random(1);
        NDArray array = NDArray.of(
                random.longs(3000)
                        .mapToDouble(Double::longBitsToDouble)
                        .filter(x -> !Double.isNaN(x))
                        .limit(2500)
                        .toArray(),
                500,
                5);
        for (String fmt : new String[] {"%.18e", "%.16e", "%s", "%.17g"}) {
            Path file = folder.resolve("all.txt");
            TextFile.savetxt(file, array, SavetxtOptions.DEFAULT.withFmt(fmt));

            assertThat(TextFile.loadtxt(file)).as(fmt).isEqualTo(array);
        }
    }

    @Test
    void aTextFileThatEndsWithGzIsCompressed() throws IOException {
        Path file = folder.resolve("data.txt.gz");
        NDArray array = new RandomState(0).rand(100, 3);
        TextFile.savetxt(file, array);

        Path plain = folder.resolve("data.txt");
        TextFile.savetxt(plain, array);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
        }
        assertThat(TextFile.loadtxt(file)).isEqualTo(array);
    }

    @Test
    void damagedCompressedTextIsRefused() throws IOException {
        Path file = folder.resolve("data.txt.gz");
        TextFile.savetxt(file, new RandomState(0).rand(1000));
        byte[] content = Files.readAllBytes(file);
        byte[] changed = content.clone();
        changed[content.length / 2] ^= 1;
        byte[][] damaged = {
            Arrays.copyOf(content, content.length - 20),
            changed,
            "1 2".getBytes(StandardCharsets.UTF_8),
            {},
            Arrays.copyOf(content, content.length + 1),
        };
        for (byte[] bytes : damaged) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> TextFile.loadtxt(file))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining("data.txt.gz, byte ");
        }
    }

    /** Each number is a file of its own, and most files are empty. */
    @Test
    void compressedTextMayHaveManyMembers() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 20_000; i++) {
            try (OutputStream gzip = new GZIPOutputStream(members)) {
                gzip.write(i % 10_000 == 0 ? "12 ".getBytes(StandardCharsets.UTF_8) : new byte[0]);
            }
        }
        Path file = Files.write(folder.resolve("data.txt.gz"), members.toByteArray());
        assertThat(TextFile.loadtxt(file)).isEqualTo(NDArray.of(12.0, 12.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 2\n3 4\n",
                "1 2\r\n3 4\r\n",
                "1 2\r3 4\r",
                "1 2\r\r\n\n3 4",
                "1\u00a02\n\t3\u20094",
                "1 2\n\n\n3 4\n\n"
            })
    void linesOfATextEndAsInPython(String text) throws IOException {
        assertThat(TextFile.loadtxt(file(text))).isEqualTo(NDArray.of(new double[][] {{1, 2}, {3, 4}}));
    }

    @Test
    void aQuotedFieldMayHaveLineEnds() throws IOException {
        LoadtxtOptions options = LoadtxtOptions.DEFAULT.withDelimiter(",").withQuotechar("\"");

        assertThat(TextFile.loadtxt(file("\"1\r\n\",\"2\"\n3,\"4\"\n"), options))
                .isEqualTo(NDArray.of(new double[][] {{1, 2}, {3, 4}}));
        assertThat(TextFile.loadtxt(file("3,\"4"), options)).isEqualTo(NDArray.of(3.0, 4.0));
    }

    /** If the first field of a line is quoted, NumPy finds an empty field after a space at the end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`\"1\" `|2", "`\"1\" 2\t`|3", "`\"1\" #2`|2", "`3 4\n\"1\"  `|2"})
    void afterAQuotedFieldTheLineMustNotEndWithASpace(String text, int column) throws IOException {
        LoadtxtOptions options = LoadtxtOptions.DEFAULT.withQuotechar("\"");
        String lines = text.translateEscapes();

        assertThatThrownBy(() -> TextFile.loadtxt(file(lines), options))
                .hasMessageEndingWith(
                        "could not convert string '' to float64 at row %d, column %d.",
                        lines.startsWith("3") ? 1 : 0, column);
        assertThat(TextFile.loadtxt(file(lines), options.withUsecols(0)).size()).isPositive();
        assertThat(TextFile.loadtxt(file("1 \"2\" "), options)).isEqualTo(NDArray.of(1.0, 2.0));
        assertThat(TextFile.loadtxt(file("\"1\" "), options.withDelimiter(","))).isEqualTo(NDArray.scalar(1.0));
    }

    @Test
    void linesAndFieldsOfATextMayBeLong() throws IOException {
        String row = "0.5 ".repeat(100_000);
        NDArray array = TextFile.loadtxt(file(row + "\n" + row));
        assertThat(array.shape().toArray()).containsExactly(2, 100_000);
        assertThat(array.min()).isEqualTo(NDArray.scalar(0.5));

        String digits = "1".repeat(200_000);
        assertThat(TextFile.loadtxt(
                        file("0." + digits + " " + digits + "e-199999 0." + "0".repeat(150_000) + "1e150001")))
                .isEqualTo(NDArray.of(1 / 9.0, Double.parseDouble("1." + "1".repeat(30)), 1));
    }

    @Test
    void theArrayAndTheLinesOfATextAreLimited() throws IOException {
        Path file = file("1 2 3\n4 5 6\n");
        assertThat(TextFile.loadtxt(file, LoadtxtOptions.DEFAULT.withMaxBytes(48))
                        .size())
                .isEqualTo(6);
        assertThat(TextFile.loadtxt(file, LoadtxtOptions.DEFAULT.withMaxBytes(6).withDType(DType.UINT8))
                        .size())
                .isEqualTo(6);
        assertThatThrownBy(() -> TextFile.loadtxt(file, LoadtxtOptions.DEFAULT.withMaxBytes(47)))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("data.txt: expected an array of at most 47 bytes in memory, found a larger one");

        Path spacious = Files.writeString(folder.resolve("long.txt"), " ".repeat((1 << 20) + 1) + "1");
        assertThat(TextFile.loadtxt(spacious)).isEqualTo(NDArray.scalar(1.0));
        assertThatThrownBy(() -> TextFile.loadtxt(spacious, LoadtxtOptions.DEFAULT.withMaxBytes(1000)))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("long.txt: expected lines of at most 1048576 bytes, found a longer one");
    }

    /** Its numbers may take any memory up to their own limit, but lines without numbers may not. */
    @Test
    void aCompressedTextIsLimitedByItsFileAndItsNumbers() throws IOException {
        Path file = folder.resolve("much.txt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("7" + " ".repeat(99) + "\n").repeat(300_000).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(TextFile.loadtxt(file).size()).isEqualTo(300_000);
        assertThatThrownBy(() -> TextFile.loadtxt(file, LoadtxtOptions.DEFAULT.withSkipRows(299_999)))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("much.txt.gz: expected a compressed text of at most 16777216 bytes and "
                        + "64 for each byte of the file and for each number, found a longer one");
    }

    @Test
    void widthsAndPrecisionsOfATextAreLimited() {
        for (String fmt : List.of("%1000000000f", "%65537d", "%.65537g")) {
            assertThatThrownBy(() -> TextFile.savetxt(
                            OutputStream.nullOutputStream(), NDArray.of(1), SavetxtOptions.DEFAULT.withFmt(fmt)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(fmt.contains(".") ? "precision too big" : "width too big");
        }
    }

    @Test
    void errorsOfATextNameTheFileAndQuoteLittleOfIt() throws IOException {
        assertThatThrownBy(() -> TextFile.loadtxt(file("1 " + "x\u202e".repeat(5000))))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(folder.toString().substring(0, 1))
                .hasMessageContaining("could not convert string 'x\\u202ex")
                .satisfies(e -> assertThat(e.getMessage().length()).isLessThanOrEqualTo(300));
        assertThatThrownBy(() ->
                        TextFile.loadtxt(Files.write(folder.resolve("latin.txt"), new byte[] {'1', (byte) 0xe9})))
                .isInstanceOf(FileFormatException.class)
                .hasMessageEndingWith("latin.txt: expected text in UTF-8, found other bytes");
    }

    @Test
    void onlyTheRowsOfATextThatAreWantedAreRead() throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream("1 2\n3 4\nnonsense".getBytes(StandardCharsets.UTF_8));

        assertThat(TextFile.loadtxt(in, "name", LoadtxtOptions.DEFAULT.withMaxRows(2)))
                .isEqualTo(NDArray.of(new double[][] {{1, 2}, {3, 4}}));
    }

    @Test
    void aTextThatCannotBeWrittenLeavesTheFileUnchanged() throws IOException {
        Path file = file("old");
        NDArray array = NDArray.of(1.0, Double.NaN);

        assertThatThrownBy(() -> TextFile.savetxt(file, array, SavetxtOptions.DEFAULT.withFmt("%d")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot convert float NaN to integer");
        assertThatThrownBy(() -> TextFile.savetxt(file, NDArray.scalar(1)))
                .hasMessage("Expected 1D or 2D array, got 0D array instead");
        assertThat(Files.readString(file)).isEqualTo("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void valuesThatNoLongHoldsAreWrittenWhole() throws IOException {
        Path file = folder.resolve("large.txt");
        TextFile.savetxt(file, NDArray.of(1e19, -0x1p63, 0x1p100), SavetxtOptions.DEFAULT.withFmt("%d"));

        assertThat(Files.readAllLines(file))
                .containsExactly("10000000000000000000", "-9223372036854775808", "1267650600228229401496703205376");
    }
}
