package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replays the records of the arguments {@code out}, {@code initial} and {@code where}. */
@BothKernels
class OutputsReplayTest {
    /** Formulas, of whose refused outputs there is no record, and the standard deviation, whose root is one. */
    private static final Set<String> OF_FLOATS = Set.of("sigmoid", "softmax", "where", "std");

    /** NumPy has no erf; relations have another name in {@link Logic}; the last argument of others is no output. */
    private static final Set<String> NOT_RECORDED = Set.of(
            "erf searchsorted sort nanmax nanmin nanmedian nanvar nanstd nanpercentile nanquantile gt ge lt le eq ne"
                    .split(" "));

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
                return ElementwiseFunctions.call(call.name(), arrays[0], options);
            });
            if (difference != null) {
                return "way " + way + ": " + difference;
            }
        }
        return null;
    }

    @Test
    void sumsOfSelectedElementsHaveNumPysOrder() {
        replay("seed1/optionsview.tsv", record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            NDArray a = stepped(drawn(call), call.integers("steps")).transpose(call.integers("order"));
            return compare(record, 1, tolerance(call.name()), () -> {
                ReductionOptions options = call.options();
                if (call.has("mask")) {
                    NDArray uniform = new RandomState(call.integer("seed") + 1).rand(call.integers("mask"));
                    options = options.where(placed(
                            uniform.lt(call.number("density")), call.arguments().get("masked")));
                }
                if (call.has("into")) {
                    NDArray zeros = NDArray.zeros(call.dtype("into"), shape(record));
                    options = options.out(placed(zeros, call.arguments().get("placed")));
                }
                return ElementwiseFunctions.call(call.name(), a, options);
            });
        });
    }

    private static int[] shape(NumPyRecord record) {
        return record.array(1).shape().toArray();
    }

    private static NDArray drawn(NumPyCall call) {
        NDArray numbers = new RandomState(call.integer("seed")).rand(call.integers("shape"));
        DType dtype = call.dtype("dtype");
        if (call.name().equals("prod")) {
            numbers = numbers.mul(0.02).add(0.99);
        } else if (dtype.isInteger()) {
            numbers = numbers.mul(200);
        }
        return dtype == DType.BOOL ? numbers.lt(0.5) : numbers.astype(dtype);
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

    /** What is computed in float32 is rounded to it before it goes into float64, for one. */
    @Test
    void functionsComputeInTheDtypeOfTheirOperandsWhateverThatOfTheArray() {
        replay("seed1/outputdtypes.tsv", OutputsReplayTest::firstDifferenceOfOutputs);
    }

    /** For bool and uint8, NumPy has loops of 8 and 16 bits. */
    @Test
    void everyFunctionWithAnOutputHasARecordForEachDType() {
        Set<String> recorded = new HashSet<>();
        for (NumPyRecord record : NumPyRecord.read("seed1/outputdtypes.tsv")) {
            NDArray[] arrays = record.arrays(1);
            String name =
                    ElementwiseFunctions.ours(NumPyCall.of(record.field(0)).name());
            recorded.add(name.toLowerCase(Locale.ROOT) + arrays[0].dtype() + arrays[arrays.length - 1].dtype());
        }
        Set<String> functions = functionsWithOutput();
        assertThat(functions).hasSizeGreaterThan(100);
        for (DType dtype : List.of(DType.INT64, DType.FLOAT32, DType.FLOAT64)) {
            for (DType out : DType.values()) {
                assertThat(functions)
                        .filteredOn(name -> out.isFloating() || !OF_FLOATS.contains(name))
                        .allMatch(name -> recorded.contains(name + dtype + out), dtype + " into " + out);
            }
        }
    }

    /** The functions that have an overload with one more array, and the reductions that take an output. */
    private static Set<String> functionsWithOutput() {
        List<Method> methods = ElementwiseFunctions.CLASSES.stream()
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> method.getReturnType() == NDArray.class && !NOT_RECORDED.contains(method.getName()))
                .toList();
        Set<String> names = new TreeSet<>();
        for (Method method : methods) {
            List<Class<?>> longer = new ArrayList<>(List.of(method.getParameterTypes()));
            longer.add(NDArray.class);
            if (longer.contains(ReductionOptions.class)
                    || methods.stream().anyMatch(other -> isOf(other, method.getName(), longer))) {
                names.add(method.getName().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static boolean isOf(Method method, String name, List<Class<?>> types) {
        return method.getName().equals(name) && types.equals(List.of(method.getParameterTypes()));
    }

    private static String firstDifferenceOfOutputs(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return inEachLayout(record, 1, (arrays, way) -> {
            NDArray out = arrays[arrays.length - 1];
            Supplier<NDArray> operation = () -> written(call, arrays, out);
            Tolerance usual = tolerance(call.name());
            boolean isFloat = Arrays.stream(arrays, 0, arrays.length - 1)
                            .map(NDArray::dtype)
                            .reduce(DType::promote)
                            .orElseThrow()
                    == DType.FLOAT32;
            Tolerance tolerance = isFloat && usual == Tolerance.FOUR_ULPS ? Tolerance.FOUR_FLOAT_ULPS : usual;
            String difference = compare(record, 2, tolerance, operation);
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
            case "cumsum" -> call.has("axis") ? a.cumsum(call.integer("axis"), out) : a.cumsum(out);
            case "cumprod" -> call.has("axis") ? a.cumprod(call.integer("axis"), out) : a.cumprod(out);
            case "clip" ->
                a.clip(call.flag("min") ? arrays[1] : null, call.flag("max") ? arrays[arrays.length - 2] : null, out);
            case "round" -> a.round(1, out);
            case "take" -> a.take(arrays[1], 0, out);
            case "where" -> NDArray.where(a, arrays[1], arrays[2], out);
            default ->
                call.arguments().isEmpty()
                        ? ElementwiseFunctions.call(call.name(), (Object[]) arrays)
                        : ElementwiseFunctions.call(
                                call.name(), a, call.options().out(out));
        };
    }
}
