package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.Differences;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Replay;
import io.github.dlfs4j.ndarray.Tolerance;
import org.junit.jupiter.api.Test;

/**
 * Replays sequences of calls to NumPy's RandomState, each with its own seed, to the bit. The Gaussian numbers of the
 * records were drawn with glibc on x86-64 with fused multiply-add; {@code DoubleLog} has the bits of its logarithm.
 */
class RandomReplayTest {
    @Test
    void callsDrawNumPysNumbers() {
        Replay.replay("random.tsv", RandomReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        RandomState random = new RandomState(Long.parseLong(record.field(0)));
        String[] calls = record.field(1).split(";", -1);
        NDArray[] expected = record.arrays(2);
        for (int i = 0; i < calls.length; i++) {
            String[] words = calls[i].split(" ", -1);
            String difference = Differences.first(expected[i], call(random, words), Tolerance.BITS);
            if (difference != null) {
                return calls[i] + ": " + difference;
            }
        }
        return null;
    }

    private static NDArray call(RandomState random, String... words) {
        return switch (words[0]) {
            case "rand" -> random.rand(shape(words, 1));
            case "randn" -> random.randn(shape(words, 1));
            case "uniform" -> random.uniform(number(words[1]), number(words[2]), shape(words, 3));
            case "normal" -> random.normal(number(words[1]), number(words[2]), shape(words, 3));
            case "randint" -> random.randint(Long.parseLong(words[1]), Long.parseLong(words[2]), shape(words, 3));
            case "choice" -> random.choice(length(words[1]), length(words[2]), words.length == 3);
            case "permutation" -> random.permutation(length(words[1]));
            case "shuffle" -> shuffled(random, words[1]);
            default -> throw new IllegalStateException("unknown call: " + words[0]);
        };
    }

    private static NDArray shuffled(RandomState random, String range) {
        NDArray array = NDArray.arange(length(range.replaceAll("arange\\((.*)\\)", "$1")));
        random.shuffle(array);
        return array;
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    private static int length(String word) {
        return Integer.parseInt(word);
    }

    private static int[] shape(String[] words, int from) {
        int[] lengths = new int[words.length - from];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = length(words[from + i]);
        }
        return lengths;
    }
}
