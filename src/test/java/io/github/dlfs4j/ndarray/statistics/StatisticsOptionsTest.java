package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.NDArrayAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.linalg.MatrixNorm;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the functions of the chapters do with options; the records of NumPy have the axes. */
class StatisticsOptionsTest {
    private static final ReductionOptions ALL = ReductionOptions.DEFAULT;
    private static final NDArray MASK = NDArray.of(true, true, false);

    private final NDArray a = NDArray.of(new int[][] {{10, 7, 4}, {3, 2, 1}});
    private final NDArray x = NDArray.of(new double[][] {{1, Double.NaN, 3}, {Double.NaN, Double.NaN, 6.5}});

    @Test
    void sumsAndMeansWithoutNaNTakeAMask() {
        assertThat(NaNStatistics.nansum(x, ReductionOptions.axes(1).where(MASK).initial(10)))
                .hasElements(11, 10);
        assertThat(NaNStatistics.nanprod(x, ReductionOptions.axes(0).initial(2)))
                .hasElements(2, 2, 39);
        assertThat(NaNStatistics.nanmean(x, ReductionOptions.axes(1).where(MASK)))
                .hasElements(1, Double.NaN);
        NDArray out = NDArray.zeros(DType.FLOAT32, 3);
        assertThat(NaNStatistics.nanmean(x, ReductionOptions.axes(0).out(out))).isSameAs(out);
        assertThat(out).hasElements(1, Double.NaN, 4.75);
        assertThatThrownBy(() -> NaNStatistics.nanmean(x, ALL.out(NDArray.zeros(DType.INT64))))
                .hasMessage("If a is inexact, then out must be inexact");
    }

    @Test
    void positionsTakeOneAxisAndAnOutput() {
        NDArray out = NDArray.zeros(DType.INT64, 2);
        assertThat(a.argmax(ReductionOptions.axes(1).out(out))).isSameAs(out);
        assertThat(a.argmin(ALL.keepDims())).hasShape(1, 1).hasElements(5);
        assertThat(NaNStatistics.nanargmax(
                        x, ReductionOptions.axes(1).keepDims().out(out.reshape(2, 1))))
                .hasElements(2, 2);
        assertThat(out).hasElements(2, 2);
        assertThatThrownBy(() ->
                        NaNStatistics.nanargmin(x, ReductionOptions.axes(0).out(out)))
                .hasMessage("All-NaN slice encountered");
        assertThat(out).hasElements(2, 2);
        assertThatThrownBy(() -> a.argmax(ReductionOptions.axes(0, 1)))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("'tuple' object cannot be interpreted as an integer");
    }

    @Test
    void rangesAveragesAndNormsKeepTheirAxes() {
        assertThat(a.ptp(ReductionOptions.axes(0, 1).keepDims())).hasShape(1, 1).hasElements(9);
        assertThat(a.ptp(ReductionOptions.axes(0).out(NDArray.zeros(3)))).hasElements(7, 5, 3);
        NDArray out = NDArray.zeros(DType.BOOL, 3);
        assertThatThrownBy(() -> a.gt(0).ptp(ReductionOptions.axes(0).out(out)))
                .hasMessageStartingWith("numpy boolean subtract");
        assertThat(out).hasElements(0, 0, 0);
        NDArray weights = NDArray.of(1, 1, 2);
        assertThat(Statistics.average(a, weights, ReductionOptions.axes(1).keepDims()))
                .hasShape(2, 1)
                .hasElements(6.25, 1.75);
        assertThat(Statistics.average(a, weights, 1)).hasShape(2).hasElements(6.25, 1.75);
        assertThat(LinearAlgebra.norm(a, MatrixNorm.FROBENIUS, ALL.keepDims())).hasToString("[[13.37908816]]");
        assertThat(LinearAlgebra.norm(
                        a, MatrixNorm.NUCLEAR, ReductionOptions.axes(1, 0).keepDims()))
                .hasToString("[[13.56093579]]");
        assertThat(LinearAlgebra.vectorNorm(a, 2, ALL.keepDims())).hasToString("[[13.37908816]]");
    }

    /** NumPy adds the middle one to itself and halves the sum. */
    @Test
    void nanmedianOfAnOddNumberOfLargeElementsIsTheMiddleOne() {
        NDArray large = NDArray.of(new double[][] {{1.5e308, 1.7e308, Double.NaN, 1.6e308}});
        assertThat(NaNStatistics.nanmedian(large, 1)).isEqualTo(NDArray.of(1.6e308));
    }

    @Test
    void optionsThatAFunctionDoesNotTakeAreRefused() {
        Map<String, UnaryOperator<ReductionOptions>> options = new TreeMap<>();
        options.put("where", all -> all.where(MASK));
        options.put("initial", all -> all.initial(1));
        options.put("ddof", all -> all.ddof(1));
        options.put("out", all -> all.out(NDArray.zeros()));
        Map<String, Reduction> functions = new TreeMap<>();
        functions.put("median", all -> Statistics.median(a, all));
        functions.put("percentile", all -> Statistics.percentile(a, 50, all, QuantileMethod.LINEAR));
        functions.put("quantile", all -> Statistics.quantile(a, NDArray.of(0.5), all, QuantileMethod.LINEAR));
        functions.put("average", all -> Statistics.average(a, a, all));
        functions.put("nanmedian", all -> NaNStatistics.nanmedian(x, all));
        functions.put("nanpercentile", all -> NaNStatistics.nanpercentile(x, 50, all, QuantileMethod.LINEAR));
        functions.put("nanquantile", all -> NaNStatistics.nanquantile(x, NDArray.of(0.5), all, QuantileMethod.LINEAR));
        functions.put("nanmax", all -> NaNStatistics.nanmax(x, all));
        functions.put("nanmin", all -> NaNStatistics.nanmin(x, all));
        functions.put("count_nonzero", all -> Sorting.countNonzero(a, all));
        functions.put("norm", all -> LinearAlgebra.norm(a, 1, all));
        functions.put("vector_norm", all -> LinearAlgebra.vectorNorm(a, 1, all));
        functions.forEach((name, function) ->
                options.forEach((option, with) -> assertRefused(name, option, () -> function.of(with.apply(ALL)))));
        assertRefused("argmax", "where", () -> a.argmax(ALL.where(MASK)));
        assertRefused("argmin", "initial", () -> a.argmin(ALL.initial(1)));
        assertRefused("nanargmax", "ddof", () -> NaNStatistics.nanargmax(x, ALL.ddof(1)));
        assertRefused("ptp", "where", () -> a.ptp(ALL.where(MASK)));
        assertRefused("nansum", "ddof", () -> NaNStatistics.nansum(x, ALL.ddof(1)));
        assertRefused("nanprod", "ddof", () -> NaNStatistics.nanprod(x, ALL.ddof(1)));
        assertRefused("nanmean", "initial", () -> NaNStatistics.nanmean(x, ALL.initial(1)));
        assertRefused("nanvar", "initial", () -> NaNStatistics.nanvar(x, ALL.initial(1)));
        assertRefused("nanstd", "initial", () -> NaNStatistics.nanstd(x, ALL.initial(1)));
    }

    private interface Reduction {
        NDArray of(ReductionOptions options);
    }

    private static void assertRefused(String function, String option, Runnable call) {
        assertThatThrownBy(call::run)
                .as("%s with %s", function, option)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("%s() got an unexpected keyword argument '%s'", function, option);
    }
}
