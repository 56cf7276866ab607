package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replays the records of functions that stand for a line of code, with arrays of all layouts. */
@BothKernels
class ShorthandsReplayTest {
    @Test
    void shorthandsAreThoseOfNumPy() {
        replay("seed1/shorthands.tsv", ShorthandsReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(
                record, 1, (arrays, way) -> compareAll(record, 2, tolerance(call), () -> results(call, arrays)));
    }

    /** A product has no zero but 0.0, and which of two zeros is the larger depends on NumPy's processor. */
    private static Tolerance tolerance(NumPyCall call) {
        return switch (call.name()) {
            case "logaddexp2" -> Tolerance.FOUR_ULPS;
            case "matvec", "vecmat", "clip" -> Tolerance.VALUES;
            default -> Tolerance.BITS;
        };
    }

    private static NDArray[] results(NumPyCall call, NDArray... arrays) {
        return switch (call.name()) {
            case "diag_indices" ->
                call.has("ndim")
                        ? IndexRoutines.diagIndices(call.integer("n"), call.integer("ndim"))
                        : IndexRoutines.diagIndices(call.integer("n"));
            case "diag_indices_from" -> IndexRoutines.diagIndicesFrom(arrays[0]);
            case "ix_" -> IndexRoutines.ix(arrays);
            case "tril_indices_from" ->
                call.has("k")
                        ? IndexRoutines.trilIndicesFrom(arrays[0], call.integer("k"))
                        : IndexRoutines.trilIndicesFrom(arrays[0]);
            case "triu_indices_from" ->
                call.has("k")
                        ? IndexRoutines.triuIndicesFrom(arrays[0], call.integer("k"))
                        : IndexRoutines.triuIndicesFrom(arrays[0]);
            default -> new NDArray[] {result(call, arrays[0], arrays)};
        };
    }

    private static NDArray result(NumPyCall call, NDArray a, NDArray... arrays) {
        return switch (call.name()) {
            case "extract" -> Sorting.extract(a, arrays[1]);
            case "copyto" -> {
                if (arrays.length == 2) {
                    Manipulation.copyto(a, arrays[1]);
                } else {
                    Manipulation.copyto(a, arrays[1], arrays[2]);
                }
                yield a;
            }
            case "fill_diagonal" -> filled(call, a, arrays);
            case "float_power" ->
                arrays.length == 1
                        ? MathFunctions.floatPower(a, number(call).number(0))
                        : MathFunctions.floatPower(a, arrays[1]);
            case "logaddexp2" ->
                arrays.length == 1
                        ? MathFunctions.logaddexp2(a, number(call).number(0))
                        : MathFunctions.logaddexp2(a, arrays[1]);
            case "matvec" -> LinearAlgebra.matvec(a, arrays[1]);
            case "vecmat" -> LinearAlgebra.vecmat(a, arrays[1]);
            case "bmat" -> Manipulation.block(rows(call.integer("columns"), arrays));
            case "clip" -> call.flag("lower") ? atLeast(call, a, arrays) : atMost(call, a, arrays);
            default -> throw call.unknown();
        };
    }

    private static NDArray filled(NumPyCall call, NDArray a, NDArray... arrays) {
        if (call.has("value")) {
            NumPyRecord value = new NumPyRecord("", 0, List.of(call.arguments().get("value")));
            if (value.isInteger(0)) {
                IndexRoutines.fillDiagonal(a, value.integer(0));
            } else {
                IndexRoutines.fillDiagonal(a, value.number(0));
            }
        } else if (call.flag("wrap")) {
            IndexRoutines.fillDiagonal(a, arrays[1], true);
        } else {
            IndexRoutines.fillDiagonal(a, arrays[1]);
        }
        return a;
    }

    private static NumPyRecord number(NumPyCall call) {
        return new NumPyRecord("", 0, List.of(call.arguments().get("number")));
    }

    private static NDArray[][] rows(int columns, NDArray... parts) {
        NDArray[][] rows = new NDArray[parts.length / columns][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(parts, i * columns, (i + 1) * columns);
        }
        return rows;
    }

    private static NDArray atLeast(NumPyCall call, NDArray a, NDArray... arrays) {
        if (arrays.length == 2) {
            return a.maximum(arrays[1]);
        }
        NumPyRecord low = number(call);
        return low.isInteger(0) ? a.maximum(low.integer(0)) : a.maximum(low.number(0));
    }

    private static NDArray atMost(NumPyCall call, NDArray a, NDArray... arrays) {
        if (arrays.length == 2) {
            return a.minimum(arrays[1]);
        }
        NumPyRecord high = number(call);
        return high.isInteger(0) ? a.minimum(high.integer(0)) : a.minimum(high.number(0));
    }
}
