package io.github.dlfs4j.ndarray.random;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Replay;
import io.github.dlfs4j.ndarray.Tolerance;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Replays calls to NumPy's RandomState for many distributions, each sequence with its own seed, to the bit. */
class DistributionReplayTest {
    @Test
    void distributionsDrawNumPysNumbers() {
        Replay.replay("seed1/distributions.tsv", DistributionReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        RandomState random = new RandomState(Long.parseLong(record.field(0)));
        NumPyRecord results = record.split(2);
        String[] calls = record.field(1).split(";", -1);
        for (int i = 0; i < calls.length; i++) {
            String[] words = calls[i].split(" ", -1);
            String difference = compare(results, i, Tolerance.BITS, () -> call(record, random, words));
            if (difference != null) {
                return calls[i] + ": " + difference;
            }
        }
        return null;
    }

    private static NDArray call(NumPyRecord record, RandomState random, String... words) {
        int[] shape = words[0].contains("choice") ? new int[0] : NumPyRecord.ints(words[words.length - 1], ",");
        double[] p = Arrays.stream(words)
                .mapToDouble(word -> word.matches("-?[0-9.]+(e[-+]?[0-9]+)?") ? Double.parseDouble(word) : Double.NaN)
                .toArray();
        return switch (words[0]) {
            case "exponential" -> random.exponential(p[1], shape);
            case "gamma" -> random.gamma(p[1], p[2], shape);
            case "beta" -> random.beta(p[1], p[2], shape);
            case "standard_t" -> random.standardT(p[1], shape);
            case "lognormal" -> random.lognormal(p[1], p[2], shape);
            case "laplace" -> random.laplace(p[1], p[2], shape);
            case "logistic" -> random.logistic(p[1], p[2], shape);
            case "triangular" -> random.triangular(p[1], p[2], p[3], shape);
            case "binomial" -> random.binomial((long) p[1], p[2], shape);
            case "geometric" -> random.geometric(p[1], shape);
            case "poisson" -> random.poisson(p[1], shape);
            case "multinomial" -> random.multinomial((long) p[1], numbers(words[2]), shape);
            case "randint" ->
                random.randint(DType.valueOf(words[1].toUpperCase(Locale.ROOT)), (long) p[2], (long) p[3], shape);
            case "choice" -> random.choice((int) p[1], (int) p[2], words[3].equals("1"), numbers(words[4]));
            case "random_choice" ->
                random.choice(NDArray.of(NumPyRecord.ints(words[1], ",")), (int) p[2], words[3].equals("1"));
            case "rand" -> random.rand(shape);
            case "randn" -> random.randn(shape);
            default -> throw unknown(record);
        };
    }

    private static NDArray numbers(String words) {
        return NDArray.of(Arrays.stream(words.split(",", -1))
                .mapToDouble(word -> word.equals("nan") ? Double.NaN : Double.parseDouble(word))
                .toArray());
    }
}
