package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import org.junit.jupiter.api.Test;

/** Replays margins of statistics of some elements, of ramps to numbers, and of odd reflections. */
class MarginsReplayTest {
    @Test
    void marginsOfPadsAreThoseOfNumPy() {
        replay("seed1/padded.tsv", MarginsReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(
                record, 1, (arrays, way) -> compare(record, 2, Tolerance.VALUES, () -> padded(call, arrays[0])));
    }

    private static NDArray padded(NumPyCall call, NDArray a) {
        int[][] widths = pairs(call.integers("widths"));
        PadMode mode = call.constant("mode", PadMode.class);
        if (call.has("stat_length")) {
            return a.pad(widths, mode, pairs(call.integers("stat_length")));
        }
        return call.has("values") ? a.pad(widths, mode, pairs(call.numbers("values"))) : a.pad(widths, mode);
    }

    private static int[][] pairs(int... numbers) {
        int[][] pairs = new int[numbers.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new int[] {numbers[2 * i], numbers[2 * i + 1]};
        }
        return pairs;
    }

    private static double[][] pairs(double... numbers) {
        double[][] pairs = new double[numbers.length / 2][];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new double[] {numbers[2 * i], numbers[2 * i + 1]};
        }
        return pairs;
    }
}
