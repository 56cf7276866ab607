package io.github.dlfs4j.ndarray.random;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Tolerance;
import org.junit.jupiter.api.Test;

/** Replays draws whose parameters are arrays, and choices of every shape, each with a seed of its own. */
class ArrayParametersReplayTest {
    @Test
    void arraysOfParametersGiveNumPysNumbers() {
        replay("seed1/arrayparameters.tsv", ArrayParametersReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(record, 1, (arrays, way) -> {
            RandomState random = new RandomState(Long.parseLong(call.arguments().get("seed")));
            return compareAll(record, 2, Tolerance.BITS, () -> {
                NDArray result =
                        call.name().equals("choice") ? chosen(call, random, arrays) : drawn(call, random, arrays);
                return new NDArray[] {result, random.rand(2)};
            });
        });
    }

    private static int[] shape(NumPyCall call) {
        return call.has("shape") ? call.integers("shape") : new int[0];
    }

    private static NDArray drawn(NumPyCall call, RandomState random, NDArray... arrays) {
        int[] shape = shape(call);
        return switch (call.name()) {
            case "normal" -> random.normal(arrays[0], arrays[1], shape);
            case "uniform" -> random.uniform(arrays[0], arrays[1], shape);
            case "binomial" -> random.binomial(arrays[0], arrays[1], shape);
            case "poisson" -> random.poisson(arrays[0], shape);
            case "exponential" -> random.exponential(arrays[0], shape);
            default -> throw call.unknown();
        };
    }

    private static NDArray chosen(NumPyCall call, RandomState random, NDArray... arrays) {
        boolean replace = call.flag("replace");
        boolean isPlain = !call.has("shape") && !call.has("p") && replace;
        if (call.has("population")) {
            int population = call.integer("population");
            if (isPlain) {
                return random.choice(population);
            }
            return call.has("p")
                    ? random.choice(population, shape(call), replace, arrays[0])
                    : random.choice(population, shape(call), replace);
        }
        if (isPlain) {
            return random.choice(arrays[0]);
        }
        return call.has("p")
                ? random.choice(arrays[0], shape(call), replace, arrays[1])
                : random.choice(arrays[0], shape(call), replace);
    }
}
