package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Replays the records of elementary.py, with arrays of all layouts. */
@BothKernels
class ElementaryReplayTest {
    @Test
    void partsAndSignsAreThoseOfNumPy() {
        replay("seed1/elementary.tsv", ElementaryReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        for (int way = 0; way < ViewsOf.count(); way++) {
            NDArray[] arrays = ViewsOf.of(record.arrays(1), way);
            Supplier<NDArray[]> operation = () -> elementary(call, arrays[0], arrays);
            String difference = compareAll(record, 2, Tolerance.BITS, operation);
            if (difference == null && !record.field(3).equals("-")) {
                boolean shared = operation.get()[0].storage() == arrays[0].storage();
                difference = shared == record.field(3).equals("v") ? null : "shares memory: " + shared;
            }
            if (difference != null) {
                return record.field(0) + ", way " + way + ": " + difference;
            }
        }
        return null;
    }

    private static NDArray[] elementary(NumPyCall call, NDArray a, NDArray... arrays) {
        return switch (call.name()) {
            case "reciprocal" -> all(MathFunctions.reciprocal(a));
            case "fabs" -> all(MathFunctions.fabs(a));
            case "positive" -> all(MathFunctions.positive(a));
            case "signbit" -> all(MathFunctions.signbit(a));
            case "modf" -> MathFunctions.modf(a);
            case "heaviside" ->
                all(
                        call.has("number")
                                ? MathFunctions.heaviside(a, call.number("number"))
                                : MathFunctions.heaviside(a, arrays[1]));
            case "nan_to_num" -> all(nanToNum(call, a));
            case "conj" -> all(MathFunctions.conj(a));
            case "real" -> all(MathFunctions.real(a));
            case "imag" -> all(MathFunctions.imag(a));
            default -> throw call.unknown();
        };
    }

    private static NDArray nanToNum(NumPyCall call, NDArray a) {
        if (!call.has("posinf")) {
            return call.has("nan") ? MathFunctions.nanToNum(a, call.number("nan")) : MathFunctions.nanToNum(a);
        }
        double nan = call.number("nan");
        double posinf = call.number("posinf");
        double neginf = call.number("neginf");
        return call.has("copy")
                ? MathFunctions.nanToNum(a, nan, posinf, neginf, false)
                : MathFunctions.nanToNum(a, nan, posinf, neginf);
    }

    private static NDArray[] all(NDArray... results) {
        return results;
    }
}
