package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.statistics.NaNStatistics;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Replays wrong calls, whose errors have NumPy's texts. */
class RefusalsReplayTest {
    @Test
    void wrongCallsAreRefusedInNumPysWords() {
        replay(
                "seed1/refusals.tsv",
                record -> compare(record, 1, Tolerance.BITS, () -> result(NumPyCall.of(record.field(0)))));
    }

    private static NDArray result(NumPyCall call) {
        return switch (call.name()) {
            case "einsum" -> {
                NDArray[] operands = Arrays.stream(
                                call.arguments().get("shapes").split(";", -1))
                        .map(RefusalsReplayTest::counted)
                        .toArray(NDArray[]::new);
                yield LinearAlgebra.einsum(call.arguments().get("subscripts"), operands);
            }
            case "average" ->
                Statistics.average(
                        counted(call.arguments().get("shape")),
                        counted(call.arguments().get("weights")),
                        call.options());
            case "nanargmax" -> NaNStatistics.nanargmax(array(call), call.integer("axis"));
            case "nanargmin" -> NaNStatistics.nanargmin(array(call), call.integer("axis"));
            default -> throw call.unknown();
        };
    }

    private static NDArray array(NumPyCall call) {
        NDArray a = counted(call.arguments().get("shape"));
        DType dtype = call.constant("dtype", DType.class);
        return call.flag("missing") ? a.fill(Double.NaN) : a.astype(dtype);
    }

    private static NDArray counted(String lengths) {
        int[] shape = lengths.equals("()") ? new int[0] : NumPyRecord.ints(lengths, ",");
        return NDArray.arange(Shape.of(shape).size()).add(1.0).reshape(shape);
    }
}
