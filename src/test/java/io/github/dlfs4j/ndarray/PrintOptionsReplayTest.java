package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.firstDifference;
import static io.github.dlfs4j.ndarray.Replay.replay;

import org.junit.jupiter.api.Test;

/** Arrays printed by NumPy with various options, character for character. */
class PrintOptionsReplayTest {
    @Test
    void textsWithPrintOptionsAreThoseOfNumPy() {
        replay("seed1/printing.tsv", record -> {
            NDArray a = record.array(1);
            PrintOptions options = options(record.field(0).split(" ", -1));
            String text = firstDifference(record.text(2), a.toString(options));
            String repr = text == null ? firstDifference(record.text(3), a.repr(options)) : text;
            return repr == null ? null : options + ": " + repr;
        });
    }

    private static PrintOptions options(String... words) {
        return new PrintOptions(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                words[4].equals("1"),
                PrintOptions.Sign.valueOf(words[5]),
                PrintOptions.FloatMode.valueOf(words[6]));
    }
}
