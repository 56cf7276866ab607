package io.github.dlfs4j.ndarray.io;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.firstDifference;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.ViewsOf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Replays texts that NumPy wrote and read. */
class TextFileReplayTest {
    private static final String NAME = "data.txt";

    private static Map<String, String> options(NumPyRecord record) {
        Map<String, String> options = new LinkedHashMap<>();
        String text = record.text(1);
        for (String option : text.isEmpty() ? new String[0] : text.split("¦", -1)) {
            String[] pair = option.split("=", 2);
            options.put(pair[0], pair[1]);
        }
        return options;
    }

    private static String[] list(String value) {
        return value.split("¤", -1);
    }

    @Test
    void textFilesAreWrittenAsByNumPy() {
        replay("seed1/savetxt.tsv", TextFileReplayTest::differenceOfText);
    }

    private static String differenceOfText(NumPyRecord record) {
        for (int way = 0; way < ViewsOf.count(); way++) {
            NDArray[] arrays = ViewsOf.of(record.arrays(2), way);
            String difference = firstDifference(record.text(3), written(arrays[0], savetxtOptions(record)));
            if (difference != null) {
                return record.field(1) + ", way " + way + ": " + difference;
            }
        }
        return null;
    }

    private static SavetxtOptions savetxtOptions(NumPyRecord record) {
        SavetxtOptions options = SavetxtOptions.DEFAULT;
        for (Map.Entry<String, String> option : options(record).entrySet()) {
            String value = option.getValue();
            options = switch (option.getKey()) {
                case "fmt" -> options.withFmt(list(value));
                case "delimiter" -> options.withDelimiter(value);
                case "newline" -> options.withNewline(value);
                case "header" -> options.withHeader(value);
                case "footer" -> options.withFooter(value);
                case "comments" -> options.withComments(value);
                default -> throw new IllegalStateException(option.getKey());
            };
        }
        return options;
    }

    private static String written(NDArray array, SavetxtOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TextFile.savetxt(out, array, options);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return "!" + e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textFilesAreReadAsByNumPy() {
        replay(
                "seed1/loadtxt.tsv",
                record -> compare(record, 3, Tolerance.BITS, () -> read(record.text(2), loadtxtOptions(record))));
    }

    private static LoadtxtOptions loadtxtOptions(NumPyRecord record) {
        LoadtxtOptions options = LoadtxtOptions.DEFAULT;
        for (Map.Entry<String, String> option : options(record).entrySet()) {
            String value = option.getValue();
            options = switch (option.getKey()) {
                case "dtype" -> options.withDType(DType.valueOf(value.toUpperCase(Locale.ROOT)));
                case "comments" -> options.withComments(value.isEmpty() ? new String[0] : list(value));
                case "delimiter" -> options.withDelimiter(value);
                case "quotechar" -> options.withQuotechar(value);
                case "skiprows" -> options.withSkipRows(Integer.parseInt(value));
                case "max_rows" -> options.withMaxRows(Integer.parseInt(value));
                case "ndmin" -> options.withNdmin(Integer.parseInt(value));
                case "usecols" ->
                    options.withUsecols(Arrays.stream(list(value))
                            .mapToInt(Integer::parseInt)
                            .toArray());
                default -> throw new IllegalStateException(option.getKey());
            };
        }
        return options;
    }

    /** What is wrong with a text is an error of the file, which it names; NumPy does not. */
    private static NDArray read(String text, LoadtxtOptions options) {
        try {
            return TextFile.loadtxt(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), NAME, options);
        } catch (FileFormatException e) {
            throw new IllegalArgumentException(e.getMessage().replaceFirst("^" + NAME + ": ", ""), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
