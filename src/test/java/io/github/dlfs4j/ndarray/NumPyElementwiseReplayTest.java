package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replays the records of {@link MathFunctions}, {@link Logic} and {@link BitOperations} on arrays and views. */
@BothKernels
class NumPyElementwiseReplayTest {
    private static final List<String> LIBRARY = List.of(
            "tan",
            "arcsin",
            "arccos",
            "arctan",
            "sinh",
            "cosh",
            "arcsinh",
            "arccosh",
            "arctanh",
            "exp2",
            "expm1",
            "log2",
            "log10",
            "log1p",
            "cbrt",
            "arctan2",
            "hypot",
            "logaddexp");

    /** Layouts in memory for the elements of a record's array. */
    enum MemoryLayout {
        IN_C_ORDER,
        BACKWARDS_WITH_GAPS,
        TRANSPOSED;

        /** Returns an array of the same elements. */
        NDArray of(NDArray a) {
            if (a.ndim() == 0) {
                return a;
            }
            return switch (this) {
                case IN_C_ORDER -> a;
                case BACKWARDS_WITH_GAPS -> backwardsWithGaps(a);
                case TRANSPOSED -> a.transpose().copy().transpose();
            };
        }

        private static NDArray backwardsWithGaps(NDArray a) {
            NDArray wide = NDArray.zeros(a.dtype(), withLastAxisDoubled(a.shape()));
            NDArray view = wide.get(Index.ellipsis(), Index.range(null, null, -2));
            view.at(Index.ellipsis()).set(a);
            return view;
        }

        private static int[] withLastAxisDoubled(Shape shape) {
            int[] lengths = shape.toArray();
            lengths[lengths.length - 1] *= 2;
            return lengths;
        }
    }

    @ParameterizedTest
    @EnumSource
    void functionsOfOneOperandGiveNumPysResults(MemoryLayout lying) {
        replay(
                "seed1/function.tsv",
                record -> compare(record, 2, tolerance(record), () -> {
                    NDArray a = lying.of(record.array(1));
                    String[] words = record.field(0).split(" ", -1);
                    return words[0].equals("round")
                            ? a.round(Integer.parseInt(words[1]))
                            : ElementwiseFunctions.call(words[0], a);
                }));
    }

    @ParameterizedTest
    @EnumSource
    void functionsOfTwoOperandsGiveNumPysResults(MemoryLayout lying) {
        replay(
                "seed1/pair.tsv",
                record -> compareAll(record, 3, tolerance(record), () -> {
                    NDArray a = lying.of(record.array(1));
                    if (record.isInteger(2)) {
                        return withScalar(record, a, record.integer(2));
                    }
                    return record.isNumber(2)
                            ? withScalar(record, a, record.number(2))
                            : withArray(record, a, lying.of(record.array(2)));
                }));
    }

    private static NDArray[] withArray(NumPyRecord record, NDArray a, NDArray b) {
        return record.field(0).equals("divmod")
                ? MathFunctions.divmod(a, b)
                : new NDArray[] {ofTwo(record.field(0), a, b)};
    }

    private static NDArray ofTwo(String name, NDArray a, NDArray b) {
        return switch (name) {
            case "clip_min" -> a.clip(b, null);
            case "clip_max" -> a.clip(null, b);
            case "isclose_nan" -> Logic.isClose(a, b, 1e-3, 1e-4, true);
            case "array_equal_nan" -> NDArray.scalar(Logic.arrayEqual(a, b, true));
            // In place, as ifloor_divide.
            default ->
                ElementwiseFunctions.exists(name, a, b)
                        ? ElementwiseFunctions.call(name, a, b)
                        : ElementwiseFunctions.call(name.substring(1), a, b, a);
        };
    }

    private static NDArray[] withScalar(NumPyRecord record, NDArray a, double b) {
        return record.field(0).equals("divmod")
                ? MathFunctions.divmod(a, b)
                : new NDArray[] {ElementwiseFunctions.call(record.field(0), a, b)};
    }

    private static NDArray[] withScalar(NumPyRecord record, NDArray a, long b) {
        if (record.field(0).equals("divmod")) {
            return MathFunctions.divmod(a, b);
        }
        return ElementwiseFunctions.exists(record.field(0), a, b)
                ? new NDArray[] {ElementwiseFunctions.call(record.field(0), a, b)}
                : withScalar(record, a, (double) b);
    }

    private static Tolerance tolerance(NumPyRecord record) {
        String op = record.field(0);
        if (LIBRARY.contains(op)) {
            return Tolerance.FOUR_ULPS;
        }
        return (op.startsWith("fm") && !op.equals("fmod")) || op.startsWith("clip") ? Tolerance.VALUES : Tolerance.BITS;
    }
}
