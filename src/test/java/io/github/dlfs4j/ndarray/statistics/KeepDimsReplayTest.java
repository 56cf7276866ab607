package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;
import static io.github.dlfs4j.ndarray.statistics.QuantileMethod.LINEAR;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import org.junit.jupiter.api.Test;

/** Replays statistics along one axis, which stays or not, and their checks in NumPy's order. */
class KeepDimsReplayTest {
    @Test
    void statisticsAlongAnAxisThatStaysAreThoseOfNumPy() {
        replay("seed1/keepdims.tsv", KeepDimsReplayTest::firstDifference);
    }

    private static String firstDifference(NumPyRecord record) {
        NumPyCall call = NumPyCall.of(record.field(0));
        return compare(record, 2, Tolerance.VALUES, () -> result(call, record.arrays(1)));
    }

    private static NDArray result(NumPyCall call, NDArray... arrays) {
        if (arrays.length == 2) {
            return quantiles(call, arrays[0], arrays[1], call.options());
        }
        return call.has("q") ? quantile(call, arrays[0], call.options()) : reduced(call, arrays[0], call.options());
    }

    private static NDArray reduced(NumPyCall call, NDArray a, ReductionOptions options) {
        int axis = call.integer("axis");
        boolean keepDims = call.flag("keepdims");
        return switch (call.name()) {
            case "median" -> keepDims ? Statistics.median(a, options) : Statistics.median(a, axis);
            case "count_nonzero" -> keepDims ? Sorting.countNonzero(a, options) : Sorting.countNonzero(a, axis);
            case "nansum" -> keepDims ? NaNStatistics.nansum(a, options) : NaNStatistics.nansum(a, axis);
            case "nanprod" -> keepDims ? NaNStatistics.nanprod(a, options) : NaNStatistics.nanprod(a, axis);
            case "nanmean" -> keepDims ? NaNStatistics.nanmean(a, options) : NaNStatistics.nanmean(a, axis);
            case "nanmax" -> keepDims ? NaNStatistics.nanmax(a, options) : NaNStatistics.nanmax(a, axis);
            case "nanmin" -> keepDims ? NaNStatistics.nanmin(a, options) : NaNStatistics.nanmin(a, axis);
            case "nanmedian" -> keepDims ? NaNStatistics.nanmedian(a, options) : NaNStatistics.nanmedian(a, axis);
            case "nanvar" -> keepDims ? NaNStatistics.nanvar(a, options) : NaNStatistics.nanvar(a, axis);
            case "nanstd" -> keepDims ? NaNStatistics.nanstd(a, options) : NaNStatistics.nanstd(a, axis);
            default -> throw call.unknown();
        };
    }

    private static NDArray quantile(NumPyCall call, NDArray a, ReductionOptions options) {
        double q = call.number("q");
        return switch (call.name()) {
            case "percentile" -> Statistics.percentile(a, q, options, LINEAR);
            case "quantile" -> Statistics.quantile(a, q, options, LINEAR);
            case "nanpercentile" -> NaNStatistics.nanpercentile(a, q, options, LINEAR);
            case "nanquantile" -> NaNStatistics.nanquantile(a, q, options, LINEAR);
            default -> throw call.unknown();
        };
    }

    private static NDArray quantiles(NumPyCall call, NDArray a, NDArray q, ReductionOptions options) {
        return switch (call.name()) {
            case "percentile" -> Statistics.percentile(a, q, options, LINEAR);
            case "quantile" -> Statistics.quantile(a, q, options, LINEAR);
            case "nanpercentile" -> NaNStatistics.nanpercentile(a, q, options, LINEAR);
            case "nanquantile" -> NaNStatistics.nanquantile(a, q, options, LINEAR);
            default -> throw call.unknown();
        };
    }
}
