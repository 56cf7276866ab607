package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.Tolerance;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import org.junit.jupiter.api.Test;

/** Replays statistics along one axis, which stays or not, and their checks in NumPy's order. */
@BothKernels
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
        int axis = call.integer("axis");
        boolean keepDims = call.flag("keepdims");
        if (arrays.length == 2) {
            return quantiles(call, arrays[0], arrays[1], axis, keepDims);
        }
        return call.has("q") ? quantile(call, arrays[0], axis, keepDims) : reduced(call, arrays[0], axis, keepDims);
    }

    private static NDArray reduced(NumPyCall call, NDArray a, int axis, boolean keepDims) {
        return switch (call.name()) {
            case "median" -> Statistics.median(a, axis, keepDims);
            case "count_nonzero" -> Sorting.countNonzero(a, axis, keepDims);
            case "nansum" -> NaNStatistics.nansum(a, axis, keepDims);
            case "nanprod" -> NaNStatistics.nanprod(a, axis, keepDims);
            case "nanmean" -> NaNStatistics.nanmean(a, axis, keepDims);
            case "nanmax" -> NaNStatistics.nanmax(a, axis, keepDims);
            case "nanmin" -> NaNStatistics.nanmin(a, axis, keepDims);
            case "nanmedian" -> NaNStatistics.nanmedian(a, axis, keepDims);
            case "nanvar" -> NaNStatistics.nanvar(a, axis, keepDims);
            case "nanstd" -> NaNStatistics.nanstd(a, axis, keepDims);
            default -> throw call.unknown();
        };
    }

    private static NDArray quantile(NumPyCall call, NDArray a, int axis, boolean keepDims) {
        double q = call.number("q");
        return switch (call.name()) {
            case "percentile" -> Statistics.percentile(a, q, axis, keepDims);
            case "quantile" -> Statistics.quantile(a, q, axis, keepDims);
            case "nanpercentile" -> NaNStatistics.nanpercentile(a, q, axis, keepDims);
            case "nanquantile" -> NaNStatistics.nanquantile(a, q, axis, keepDims);
            default -> throw call.unknown();
        };
    }

    private static NDArray quantiles(NumPyCall call, NDArray a, NDArray q, int axis, boolean keepDims) {
        return switch (call.name()) {
            case "percentile" -> Statistics.percentile(a, q, axis, keepDims);
            case "quantile" -> Statistics.quantile(a, q, axis, keepDims);
            case "nanpercentile" -> NaNStatistics.nanpercentile(a, q, axis, keepDims);
            case "nanquantile" -> NaNStatistics.nanquantile(a, q, axis, keepDims);
            default -> throw call.unknown();
        };
    }
}
