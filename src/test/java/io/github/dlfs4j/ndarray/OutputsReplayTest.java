package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Replays the records of the arguments {@code out}, {@code initial} and {@code where}. */
@BothKernels
class OutputsReplayTest {
    @Test
    void reductionsTakeNumPysArguments() {
        replay("seed1/options.tsv", OutputsReplayTest::firstDifference);
    }

    /** The sums of floats depend on the order in memory, so in other layouts only other results are compared. */
    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        boolean ordered = switch (call.name()) {
            case "mean", "var", "std" -> true;
            case "sum", "prod" -> record.field(1).contains("float");
            default -> false;
        };
        for (int way = 0; way < (ordered ? 1 : ViewsOf.count()); way++) {
            NDArray[] arrays = ViewsOf.of(record.arrays(1), way);
            String difference = compare(record, 2, tolerance(call.name()), () -> {
                int next = 1;
                ReductionOptions options = call.options();
                if (call.has("where")) {
                    options = options.where(arrays[next++]);
                }
                if (call.has("out")) {
                    options = options.out(arrays[next]);
                }
                return reduced(call.name(), arrays[0], options);
            });
            if (difference != null) {
                return record.field(0) + ", way " + way + ": " + difference;
            }
        }
        return null;
    }

    static NDArray reduced(String name, NDArray a, ReductionOptions options) {
        return switch (name) {
            case "sum" -> a.sum(options);
            case "prod" -> a.prod(options);
            case "mean" -> a.mean(options);
            case "max" -> a.max(options);
            case "min" -> a.min(options);
            case "var" -> a.var(options);
            case "std" -> a.std(options);
            case "any" -> a.any(options);
            case "all" -> a.all(options);
            default -> throw new IllegalStateException("unknown function: " + name);
        };
    }

    @Test
    void sumsOfSelectedElementsHaveNumPysOrder() {
        replay("seed1/optionsview.tsv", record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            NDArray a = stepped(drawn(call), call.integers("steps")).transpose(call.integers("order"));
            String difference = compare(record, 1, tolerance(call.name()), () -> {
                ReductionOptions options = call.options();
                if (call.has("mask")) {
                    NDArray uniform = new RandomState(call.integer("seed") + 1).rand(call.integers("mask"));
                    options = options.where(placed(
                            uniform.lt(call.number("density")), call.arguments().get("masked")));
                }
                if (call.has("into")) {
                    NDArray zeros = NDArray.zeros(dtype(call, "into"), shape(record));
                    options = options.out(placed(zeros, call.arguments().get("placed")));
                }
                return reduced(call.name(), a, options);
            });
            return difference == null ? null : record.field(0) + ": " + difference;
        });
    }

    private static int[] shape(NumPyRecord record) {
        return record.array(1).shape().toArray();
    }

    private static NDArray drawn(NumPyCall call) {
        NDArray numbers = new RandomState(call.integer("seed")).rand(call.integers("shape"));
        DType dtype = dtype(call, "dtype");
        if (call.name().equals("prod")) {
            numbers = numbers.mul(0.02).add(0.99);
        } else if (dtype.isInteger()) {
            numbers = numbers.mul(200);
        }
        return dtype == DType.BOOL ? numbers.lt(0.5) : numbers.astype(dtype);
    }

    private static DType dtype(NumPyCall call, String argument) {
        return DType.valueOf(call.arguments().get(argument).toUpperCase(Locale.ROOT));
    }

    private static NDArray stepped(NDArray whole, int... steps) {
        Index[] index = new Index[steps.length];
        for (int axis = 0; axis < steps.length; axis++) {
            index[axis] = Index.range(null, null, steps[axis]);
        }
        return whole.get(index);
    }

    /** A copy in C order, in Fortran's, or with gaps between the elements of its rows. */
    private static NDArray placed(NDArray array, String layout) {
        if (layout.equals("F")) {
            return array.transpose().copy().transpose();
        }
        if (layout.equals("C") || array.ndim() == 0) {
            return array.copy();
        }
        int[] wide = array.shape().toArray();
        wide[wide.length - 1] *= 2;
        NDArray gaps = NDArray.zeros(array.dtype(), wide).get(Index.ellipsis(), Index.range(null, null, 2));
        gaps.at(Index.ellipsis()).set(array);
        return gaps;
    }

    @Test
    void functionsWriteIntoAnArray() {
        replay("seed1/outputs.tsv", OutputsReplayTest::firstDifferenceOfOutputs);
    }

    private static String firstDifferenceOfOutputs(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(record, 1, (arrays, way) -> {
            NDArray out = arrays[arrays.length - 1];
            Supplier<NDArray> operation = () -> written(call, arrays, out);
            String difference = compare(record, 2, tolerance(call.name()), operation);
            if (difference == null
                    && !record.field(2).startsWith("!")
                    && operation.get().storage() != out.storage()) {
                difference = "another array";
            }
            return difference;
        });
    }

    /** As in the records without an output. */
    private static Tolerance tolerance(String name) {
        return switch (name) {
            case "max", "min", "maximum", "minimum", "fmax", "fmin", "clip" -> Tolerance.VALUES;
            case "tan",
                    "arcsin",
                    "arccos",
                    "arctan",
                    "sinh",
                    "cosh",
                    "arcsinh",
                    "arccosh",
                    "arctanh",
                    "expm1",
                    "exp2" -> Tolerance.FOUR_ULPS;
            case "log2", "log10", "log1p", "cbrt", "arctan2", "hypot", "logaddexp", "power", "sin", "cos" ->
                Tolerance.FOUR_ULPS;
            default -> Tolerance.BITS;
        };
    }

    private static NDArray written(NumPyCall call, NDArray[] arrays, NDArray out) {
        NDArray a = arrays[0];
        return switch (call.name()) {
            case "abs" -> a.abs(out);
            case "sign" -> a.sign(out);
            case "square" -> a.square(out);
            case "negative" -> a.neg(out);
            case "sqrt" -> a.sqrt(out);
            case "exp" -> a.exp(out);
            case "log" -> a.log(out);
            case "sin" -> a.sin(out);
            case "cos" -> a.cos(out);
            case "tanh" -> a.tanh(out);
            case "invert" -> a.not(out);
            case "cumsum" -> call.has("axis") ? a.cumsum(call.integer("axis"), out) : a.cumsum(out);
            case "cumprod" -> call.has("axis") ? a.cumprod(call.integer("axis"), out) : a.cumprod(out);
            case "argmax" -> a.argmax(call.options().out(out));
            case "argmin" -> a.argmin(call.options().out(out));
            case "clip" ->
                a.clip(
                        call.flag("min") ? arrays[1] : null,
                        call.flag("max") ? arrays[call.flag("min") ? 2 : 1] : null,
                        out);
            default -> arrays.length == 2 ? ofOne(call, a, out) : ofTwo(call, a, arrays[1], out);
        };
    }

    private static NDArray ofOne(NumPyCall call, NDArray a, NDArray out) {
        return switch (call.name()) {
            case "tan" -> MathFunctions.tan(a, out);
            case "arcsin" -> MathFunctions.arcsin(a, out);
            case "arccos" -> MathFunctions.arccos(a, out);
            case "arctan" -> MathFunctions.arctan(a, out);
            case "deg2rad" -> MathFunctions.deg2rad(a, out);
            case "rad2deg" -> MathFunctions.rad2deg(a, out);
            case "radians" -> MathFunctions.radians(a, out);
            case "degrees" -> MathFunctions.degrees(a, out);
            case "sinh" -> MathFunctions.sinh(a, out);
            case "cosh" -> MathFunctions.cosh(a, out);
            case "arcsinh" -> MathFunctions.arcsinh(a, out);
            case "arccosh" -> MathFunctions.arccosh(a, out);
            case "arctanh" -> MathFunctions.arctanh(a, out);
            case "expm1" -> MathFunctions.expm1(a, out);
            case "exp2" -> MathFunctions.exp2(a, out);
            case "log2" -> MathFunctions.log2(a, out);
            case "log10" -> MathFunctions.log10(a, out);
            case "log1p" -> MathFunctions.log1p(a, out);
            case "cbrt" -> MathFunctions.cbrt(a, out);
            case "floor" -> MathFunctions.floor(a, out);
            case "ceil" -> MathFunctions.ceil(a, out);
            case "trunc" -> MathFunctions.trunc(a, out);
            case "fix" -> MathFunctions.fix(a, out);
            case "rint" -> MathFunctions.rint(a, out);
            case "reciprocal" -> MathFunctions.reciprocal(a, out);
            case "positive" -> MathFunctions.positive(a, out);
            case "fabs" -> MathFunctions.fabs(a, out);
            case "signbit" -> MathFunctions.signbit(a, out);
            case "conj" -> MathFunctions.conj(a, out);
            case "isnan" -> Logic.isNaN(a, out);
            case "isfinite" -> Logic.isFinite(a, out);
            case "isinf" -> Logic.isInfinite(a, out);
            case "isposinf" -> Logic.isPosInf(a, out);
            case "isneginf" -> Logic.isNegInf(a, out);
            case "logical_not" -> Logic.logicalNot(a, out);
            default -> throw call.unknown();
        };
    }

    private static NDArray ofTwo(NumPyCall call, NDArray a, NDArray b, NDArray out) {
        return switch (call.name()) {
            case "power" -> a.pow(b, out);
            case "arctan2" -> MathFunctions.arctan2(a, b, out);
            case "hypot" -> MathFunctions.hypot(a, b, out);
            case "logaddexp" -> MathFunctions.logaddexp(a, b, out);
            case "fmod" -> MathFunctions.fmod(a, b, out);
            case "fmax" -> MathFunctions.fmax(a, b, out);
            case "fmin" -> MathFunctions.fmin(a, b, out);
            case "copysign" -> MathFunctions.copysign(a, b, out);
            case "nextafter" -> MathFunctions.nextafter(a, b, out);
            case "heaviside" -> MathFunctions.heaviside(a, b, out);
            case "maximum" -> a.maximum(b, out);
            case "minimum" -> a.minimum(b, out);
            case "floor_divide" -> MathFunctions.floorDivide(a, b, out);
            case "remainder" -> MathFunctions.remainder(a, b, out);
            case "greater" -> a.gt(b, out);
            case "greater_equal" -> a.ge(b, out);
            case "less" -> a.lt(b, out);
            case "less_equal" -> a.le(b, out);
            case "equal" -> a.eq(b, out);
            case "not_equal" -> a.ne(b, out);
            case "logical_and" -> Logic.logicalAnd(a, b, out);
            case "logical_or" -> Logic.logicalOr(a, b, out);
            case "logical_xor" -> Logic.logicalXor(a, b, out);
            case "bitwise_and" -> a.and(b, out);
            case "bitwise_or" -> a.or(b, out);
            case "bitwise_xor" -> a.xor(b, out);
            default -> throw call.unknown();
        };
    }
}
