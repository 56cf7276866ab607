package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.Replay.unknown;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The records of {@link MathFunctions}, {@link Logic} and {@link BitOperations}, replayed on arrays and on views. */
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

    /** How the elements of a record's array lie in memory. */
    enum Lying {
        IN_C_ORDER(a -> a),
        BACKWARDS_WITH_GAPS(a -> {
            NDArray wide = NDArray.zeros(a.dtype(), withLastAxisDoubled(a.shape()));
            NDArray view = wide.get(Index.ellipsis(), Index.range(null, null, -2));
            view.at(Index.ellipsis()).set(a);
            return view;
        }),
        TRANSPOSED(a -> a.transpose().copy().transpose());

        private final UnaryOperator<NDArray> view;

        Lying(UnaryOperator<NDArray> view) {
            this.view = view;
        }

        /** An array of the same elements. */
        NDArray of(NDArray a) {
            return a.ndim() == 0 ? a : view.apply(a);
        }

        private static int[] withLastAxisDoubled(Shape shape) {
            int[] lengths = shape.toArray();
            lengths[lengths.length - 1] *= 2;
            return lengths;
        }
    }

    @ParameterizedTest
    @EnumSource
    void functionsOfOneOperandGiveNumPysResults(Lying lying) {
        replay(
                "seed1/function.tsv",
                record -> compare(record, 2, tolerance(record), () -> {
                    NDArray a = lying.of(record.array(1));
                    String[] words = record.field(0).split(" ", -1);
                    return words[0].equals("round") ? a.round(Integer.parseInt(words[1])) : functionOf(record, a);
                }));
    }

    private static NDArray functionOf(NumPyRecord record, NDArray a) {
        return switch (record.field(0)) {
            case "tan" -> MathFunctions.tan(a);
            case "arcsin" -> MathFunctions.arcsin(a);
            case "arccos" -> MathFunctions.arccos(a);
            case "arctan" -> MathFunctions.arctan(a);
            case "sinh" -> MathFunctions.sinh(a);
            case "cosh" -> MathFunctions.cosh(a);
            case "arcsinh" -> MathFunctions.arcsinh(a);
            case "arccosh" -> MathFunctions.arccosh(a);
            case "arctanh" -> MathFunctions.arctanh(a);
            case "exp2" -> MathFunctions.exp2(a);
            case "expm1" -> MathFunctions.expm1(a);
            case "log2" -> MathFunctions.log2(a);
            case "log10" -> MathFunctions.log10(a);
            case "log1p" -> MathFunctions.log1p(a);
            case "cbrt" -> MathFunctions.cbrt(a);
            case "floor" -> MathFunctions.floor(a);
            case "ceil" -> MathFunctions.ceil(a);
            case "trunc" -> MathFunctions.trunc(a);
            case "fix" -> MathFunctions.fix(a);
            case "rint" -> MathFunctions.rint(a);
            case "deg2rad" -> MathFunctions.deg2rad(a);
            case "rad2deg" -> MathFunctions.rad2deg(a);
            case "radians" -> MathFunctions.radians(a);
            case "degrees" -> MathFunctions.degrees(a);
            case "isnan" -> Logic.isNaN(a);
            case "isfinite" -> Logic.isFinite(a);
            case "isinf" -> Logic.isInfinite(a);
            case "isposinf" -> Logic.isPosInf(a);
            case "isneginf" -> Logic.isNegInf(a);
            case "logical_not" -> Logic.logicalNot(a);
            case "invert" -> BitOperations.invert(a);
            default -> throw unknown(record);
        };
    }

    @ParameterizedTest
    @EnumSource
    void functionsOfTwoOperandsGiveNumPysResults(Lying lying) {
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
        return record.field(0).equals("divmod") ? MathFunctions.divmod(a, b) : new NDArray[] {of(record, a, b)};
    }

    private static NDArray of(NumPyRecord record, NDArray a, NDArray b) {
        return switch (record.field(0)) {
            case "arctan2" -> MathFunctions.arctan2(a, b);
            case "hypot" -> MathFunctions.hypot(a, b);
            case "logaddexp" -> MathFunctions.logaddexp(a, b);
            case "copysign" -> MathFunctions.copysign(a, b);
            case "nextafter" -> MathFunctions.nextafter(a, b);
            case "floor_divide" -> MathFunctions.floorDivide(a, b);
            case "remainder" -> MathFunctions.remainder(a, b);
            case "fmod" -> MathFunctions.fmod(a, b);
            case "fmax" -> MathFunctions.fmax(a, b);
            case "fmin" -> MathFunctions.fmin(a, b);
            case "clip_min" -> a.clip(b, null);
            case "clip_max" -> a.clip(null, b);
            case "bitwise_and" -> BitOperations.bitwiseAnd(a, b);
            case "bitwise_or" -> BitOperations.bitwiseOr(a, b);
            case "bitwise_xor" -> BitOperations.bitwiseXor(a, b);
            case "left_shift" -> BitOperations.leftShift(a, b);
            case "right_shift" -> BitOperations.rightShift(a, b);
            case "ifloor_divide" -> MathFunctions.floorDivide(a, b, a);
            case "iremainder" -> MathFunctions.remainder(a, b, a);
            case "ibitwise_and" -> BitOperations.bitwiseAnd(a, b, a);
            case "ibitwise_or" -> BitOperations.bitwiseOr(a, b, a);
            case "ibitwise_xor" -> BitOperations.bitwiseXor(a, b, a);
            case "ileft_shift" -> BitOperations.leftShift(a, b, a);
            case "iright_shift" -> BitOperations.rightShift(a, b, a);
            case "logical_and" -> Logic.logicalAnd(a, b);
            case "logical_or" -> Logic.logicalOr(a, b);
            case "logical_xor" -> Logic.logicalXor(a, b);
            case "isclose" -> Logic.isClose(a, b);
            case "isclose_nan" -> Logic.isClose(a, b, 1e-3, 1e-4, true);
            case "allclose" -> NDArray.scalar(Logic.allClose(a, b));
            case "array_equal" -> NDArray.scalar(Logic.arrayEqual(a, b));
            case "array_equal_nan" -> NDArray.scalar(Logic.arrayEqual(a, b, true));
            case "array_equiv" -> NDArray.scalar(Logic.arrayEquiv(a, b));
            default -> throw unknown(record);
        };
    }

    private static NDArray[] withScalar(NumPyRecord record, NDArray a, double b) {
        return record.field(0).equals("divmod") ? MathFunctions.divmod(a, b) : new NDArray[] {of(record, a, b)};
    }

    private static NDArray of(NumPyRecord record, NDArray a, double b) {
        return switch (record.field(0)) {
            case "arctan2" -> MathFunctions.arctan2(a, b);
            case "hypot" -> MathFunctions.hypot(a, b);
            case "logaddexp" -> MathFunctions.logaddexp(a, b);
            case "copysign" -> MathFunctions.copysign(a, b);
            case "nextafter" -> MathFunctions.nextafter(a, b);
            case "floor_divide" -> MathFunctions.floorDivide(a, b);
            case "remainder" -> MathFunctions.remainder(a, b);
            case "fmod" -> MathFunctions.fmod(a, b);
            case "fmax" -> MathFunctions.fmax(a, b);
            case "fmin" -> MathFunctions.fmin(a, b);
            default -> throw unknown(record);
        };
    }

    private static NDArray[] withScalar(NumPyRecord record, NDArray a, long b) {
        return record.field(0).equals("divmod") ? MathFunctions.divmod(a, b) : new NDArray[] {of(record, a, b)};
    }

    private static NDArray of(NumPyRecord record, NDArray a, long b) {
        return switch (record.field(0)) {
            case "floor_divide" -> MathFunctions.floorDivide(a, b);
            case "remainder" -> MathFunctions.remainder(a, b);
            case "fmod" -> MathFunctions.fmod(a, b);
            case "fmax" -> MathFunctions.fmax(a, b);
            case "fmin" -> MathFunctions.fmin(a, b);
            case "bitwise_and" -> BitOperations.bitwiseAnd(a, b);
            case "bitwise_or" -> BitOperations.bitwiseOr(a, b);
            case "bitwise_xor" -> BitOperations.bitwiseXor(a, b);
            case "left_shift" -> BitOperations.leftShift(a, b);
            case "right_shift" -> BitOperations.rightShift(a, b);
            default -> of(record, a, (double) b);
        };
    }

    private static Tolerance tolerance(NumPyRecord record) {
        String op = record.field(0);
        if (LIBRARY.contains(op)) {
            return Tolerance.FOUR_ULPS;
        }
        return op.startsWith("fm") && !op.equals("fmod") || op.startsWith("clip") ? Tolerance.VALUES : Tolerance.BITS;
    }
}
