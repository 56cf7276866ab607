package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.differenceOfMemory;
import static io.github.dlfs4j.ndarray.Replay.inEachLayout;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.calculus.Fourier;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.ndarray.statistics.NaNStatistics;
import io.github.dlfs4j.ndarray.statistics.QuantileMethod;
import java.util.Locale;
import java.util.function.BiFunction;
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
        return inEachLayout(record, 1, (arrays, way) -> {
            Supplier<NDArray[]> operation = () -> elementary(call, arrays[0], arrays);
            String difference = compareAll(record, 2, Tolerance.BITS, operation);
            return difference == null
                    ? differenceOfMemory(record, 3, () -> operation.get()[0].storage() == arrays[0].storage())
                    : difference;
        });
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

    @Test
    void setsIntegralsAndStatisticsWithoutNaNAreThoseOfNumPy() {
        replayCalls("seed1/withoutnan.tsv", ElementaryReplayTest::withoutNaN);
    }

    private static void replayCalls(String file, BiFunction<NumPyCall, NDArray[], NDArray[]> calls) {
        replay(file, record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            return inEachLayout(record, 1, (arrays, way) -> {
                // The order of the axes in memory is that of NumPy's sums only for the first way.
                Tolerance tolerance =
                        call.name().equals("trapezoid") && way > 0 ? Tolerance.FOUR_ULPS : Tolerance.VALUES;
                return compareAll(record, 2, tolerance, () -> calls.apply(call, arrays));
            });
        });
    }

    private static NDArray[] withoutNaN(NumPyCall call, NDArray... arrays) {
        NDArray a = arrays[0];
        return switch (call.name()) {
            case "unique_values" -> all(Sets.uniqueValues(a));
            case "unique_counts" -> {
                Sets.UniqueCounts unique = Sets.uniqueCounts(a);
                yield all(unique.values(), unique.counts());
            }
            case "unique_inverse" -> {
                Sets.UniqueInverse unique = Sets.uniqueInverse(a);
                yield all(unique.values(), unique.inverse());
            }
            case "unique_all" -> {
                Sets.Unique unique = Sets.uniqueAll(a, false);
                yield all(unique.values(), unique.indices(), unique.inverse(), unique.counts());
            }
            case "trapezoid" -> all(arrays.length == 1 ? trapezoid(call, a) : trapezoid(call, a, arrays[1]));
            case "nancumsum" ->
                all(call.has("axis") ? NaNStatistics.nancumsum(a, call.integer("axis")) : NaNStatistics.nancumsum(a));
            case "nancumprod" ->
                all(call.has("axis") ? NaNStatistics.nancumprod(a, call.integer("axis")) : NaNStatistics.nancumprod(a));
            case "nanpercentile" ->
                all(arrays.length == 1 ? percentile(call, a, call.number("q")) : percentile(call, a, arrays[1]));
            case "nanquantile" ->
                all(arrays.length == 1 ? quantile(call, a, call.number("q")) : quantile(call, a, arrays[1]));
            default -> throw call.unknown();
        };
    }

    private static NDArray trapezoid(NumPyCall call, NDArray y) {
        if (call.has("axis")) {
            return Calculus.trapezoid(y, call.number("dx"), call.integer("axis"));
        }
        return call.has("dx") ? Calculus.trapezoid(y, call.number("dx")) : Calculus.trapezoid(y);
    }

    private static NDArray trapezoid(NumPyCall call, NDArray y, NDArray x) {
        return call.has("axis") ? Calculus.trapezoid(y, x, call.integer("axis")) : Calculus.trapezoid(y, x);
    }

    private static boolean isOneAxis(NumPyCall call) {
        return !call.has("method") && call.has("axes") && call.integers("axes").length == 1 && !call.flag("keepdims");
    }

    private static QuantileMethod method(NumPyCall call) {
        return call.has("method") ? call.constant("method", QuantileMethod.class) : QuantileMethod.LINEAR;
    }

    private static NDArray percentile(NumPyCall call, NDArray a, double q) {
        return isOneAxis(call)
                ? NaNStatistics.nanpercentile(a, q, call.integer("axes"))
                : NaNStatistics.nanpercentile(a, q, call.options(), method(call));
    }

    private static NDArray quantile(NumPyCall call, NDArray a, double q) {
        return isOneAxis(call)
                ? NaNStatistics.nanquantile(a, q, call.integer("axes"))
                : NaNStatistics.nanquantile(a, q, call.options(), method(call));
    }

    private static NDArray percentile(NumPyCall call, NDArray a, NDArray q) {
        return isOneAxis(call)
                ? NaNStatistics.nanpercentile(a, q, call.integer("axes"))
                : NaNStatistics.nanpercentile(a, q, call.options(), method(call));
    }

    private static NDArray quantile(NumPyCall call, NDArray a, NDArray q) {
        return isOneAxis(call)
                ? NaNStatistics.nanquantile(a, q, call.integer("axes"))
                : NaNStatistics.nanquantile(a, q, call.options(), method(call));
    }

    @Test
    void limitsKindsAndFrequenciesAreThoseOfNumPy() {
        replayCalls("seed1/limits.tsv", ElementaryReplayTest::limits);
    }

    private static NDArray[] limits(NumPyCall call, NDArray... arrays) {
        return switch (call.name()) {
            case "finfo" -> numbers(DType.finfo(call.dtype("dtype")));
            case "iinfo" -> {
                DType.IntegerLimits limits = DType.iinfo(call.dtype("dtype"));
                yield all(NDArray.of(limits.bits(), limits.min(), limits.max()));
            }
            case "can_cast" -> all(NDArray.scalar(canCast(call)));
            case "isdtype" -> all(NDArray.scalar(DType.isdtype(call.dtype("dtype"), kinds(call))));
            case "fftfreq" ->
                all(
                        call.has("d")
                                ? Fourier.fftfreq(call.integer("n"), call.number("d"))
                                : Fourier.fftfreq(call.integer("n")));
            case "rfftfreq" ->
                all(
                        call.has("d")
                                ? Fourier.rfftfreq(call.integer("n"), call.number("d"))
                                : Fourier.rfftfreq(call.integer("n")));
            case "fftshift" ->
                all(
                        call.has("axes")
                                ? Fourier.fftshift(arrays[0], call.integers("axes"))
                                : Fourier.fftshift(arrays[0]));
            case "ifftshift" ->
                all(
                        call.has("axes")
                                ? Fourier.ifftshift(arrays[0], call.integers("axes"))
                                : Fourier.ifftshift(arrays[0]));
            default -> throw call.unknown();
        };
    }

    private static NDArray[] numbers(DType.FloatLimits limits) {
        return all(
                NDArray.of(new long[] {
                    limits.bits(),
                    limits.iexp(),
                    limits.machep(),
                    limits.maxexp(),
                    limits.minexp(),
                    limits.negep(),
                    limits.nexp(),
                    limits.nmant(),
                    limits.precision()
                }),
                NDArray.of(
                        limits.eps(),
                        limits.epsneg(),
                        limits.max(),
                        limits.min(),
                        limits.resolution(),
                        limits.smallestNormal(),
                        limits.smallestSubnormal(),
                        limits.tiny()));
    }

    private static boolean canCast(NumPyCall call) {
        DType from = call.dtype("from");
        DType to = call.dtype("to");
        return call.has("casting")
                ? DType.canCast(from, to, call.constant("casting", DType.CastingRule.class))
                : DType.canCast(from, to);
    }

    private static DType.Kind[] kinds(NumPyCall call) {
        String[] names = call.arguments().get("kinds").toUpperCase(Locale.ROOT).split(",", -1);
        DType.Kind[] kinds = new DType.Kind[names.length];
        for (int i = 0; i < names.length; i++) {
            kinds[i] = DType.Kind.valueOf(names[i]);
        }
        return kinds;
    }

    @Test
    void noSamplesHaveNoFrequencies() {
        assertThatThrownBy(() -> Fourier.fftfreq(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("float division by zero");
        assertThatThrownBy(() -> Fourier.rfftfreq(4, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
