package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.compareAll;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.calculus.Calculus;
import io.github.dlfs4j.ndarray.manipulation.IndexRoutines;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.ndarray.sorting.Sets;
import io.github.dlfs4j.ndarray.sorting.Sorting;
import io.github.dlfs4j.ndarray.statistics.BinRule;
import io.github.dlfs4j.ndarray.statistics.Histogram;
import io.github.dlfs4j.ndarray.statistics.NaNStatistics;
import io.github.dlfs4j.ndarray.statistics.QuantileMethod;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Replays the records of sorting, searching, sets, statistics and reductions over several axes. */
@BothKernels
class NumPyStatisticsReplayTest {
    private static void replayCalls(String file, BiFunction<NumPyCall, NDArray[], NDArray[]> calls) {
        replay(file, record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            return compareAll(record, 2, tolerance(call), () -> calls.apply(call, record.arrays(1)));
        });
    }

    /** Replays the records of a file with the arrays in other layouts in memory. */
    private static void replayViews(String file, BiFunction<NumPyCall, NDArray[], NDArray[]> calls) {
        Random random = new Random(25);
        ViewKind[] kinds = {ViewKind.PERMUTED, ViewKind.STEPPED, ViewKind.REVERSED, ViewKind.MIXED};
        replay(file, record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            NDArray[] views = record.arrays(1);
            for (int i = 0; i < views.length; i++) {
                ViewKind kind = kinds[random.nextInt(kinds.length)];
                NDArray view = kind.array(views[i].dtype(), views[i].shape(), random);
                Casting.assign(view, views[i]);
                views[i] = view;
            }
            return compareAll(record, 2, tolerance(call), () -> calls.apply(call, views));
        });
    }

    /** It is not specified which zero is the larger, which one stays in a set, and which of equal zeros is first. */
    private static Tolerance tolerance(NumPyCall call) {
        return switch (call.name()) {
            case "max", "min", "nanmax", "nanmin", "maximum", "minimum" -> Tolerance.VALUES;
            case "median", "nanmedian", "percentile", "quantile", "histogram" -> Tolerance.VALUES;
            case "unique", "unique_all", "intersect1d", "intersect1d_all", "union1d", "setdiff1d", "setxor1d" ->
                Tolerance.VALUES;
            default -> Tolerance.BITS;
        };
    }

    private static NDArray[] one(NDArray result) {
        return new NDArray[] {result};
    }

    @Test
    void reductionsOverSeveralAxesGiveNumPysBits() {
        replayCalls("seed1/axes.tsv", (call, arrays) -> one(reduced(call, arrays[0])));
    }

    @Test
    void sumsOfViewsOverSeveralAxesHaveNumPysOrder() {
        replay("seed1/axesview.tsv", record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            NDArray whole = new RandomState(call.integer("seed"))
                    .rand(call.integers("shape"))
                    .astype(call.dtype("dtype"));
            NDArray view =
                    whole.get(NumPyIndexReplayTest.index(record.field(1))).transpose(call.integers("order"));
            return compare(record, 2, Tolerance.BITS, () -> reduced(call, view));
        });
    }

    private static NDArray reduced(NumPyCall call, NDArray a) {
        return ElementwiseFunctions.call(call.name(), a, call.options());
    }

    @Test
    void sortingAndSearchingGiveNumPysElements() {
        replayCalls("seed1/sorting.tsv", NumPyStatisticsReplayTest::sorted);
        replayViews("seed1/sorting.tsv", NumPyStatisticsReplayTest::sorted);
    }

    private static NDArray[] sorted(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        return switch (call.name()) {
            case "sort" -> one(NDArray.sort(a, call.integer("axis")));
            case "argsort" -> one(a.argsort(call.integer("axis")));
            case "partition" -> one(NDArray.partition(a, call.integer("kth")));
            case "argpartition" -> one(a.argpartition(call.integer("kth")));
            case "searchsorted" -> {
                Side side = call.constant("side", Side.class);
                yield one(
                        arrays.length == 2
                                ? a.searchsorted(arrays[1], side)
                                : a.searchsorted(arrays[1], side, arrays[2]));
            }
            case "nonzero" -> a.nonzero();
            case "argwhere" -> one(Sorting.argwhere(a));
            case "flatnonzero" -> one(Sorting.flatnonzero(a));
            case "count_nonzero" ->
                one(call.has("axes") ? Sorting.countNonzero(a, call.options()) : Sorting.countNonzero(a));
            case "take_along_axis" -> one(IndexRoutines.takeAlongAxis(a, arrays[1], call.integer("axis")));
            case "put_along_axis" -> {
                IndexRoutines.putAlongAxis(a, arrays[1], arrays[2], call.integer("axis"));
                yield one(a);
            }
            case "unravel_index" -> IndexRoutines.unravelIndex(a, call.integers("shape"));
            case "ravel_multi_index" -> one(IndexRoutines.ravelMultiIndex(arrays, call.integers("shape")));
            case "ptp" -> one(call.has("axis") ? a.ptp(call.integer("axis")) : a.ptp());
            case "argmax" -> one(a.argmax(ReductionOptions.DEFAULT.keepDims()));
            case "argmin" -> one(a.argmin(ReductionOptions.DEFAULT.keepDims()));
            default -> throw call.unknown();
        };
    }

    @Test
    void setsHaveNumPysElements() {
        replayCalls("seed1/sets.tsv", NumPyStatisticsReplayTest::set);
        replayViews("seed1/sets.tsv", NumPyStatisticsReplayTest::set);
    }

    private static NDArray[] set(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        return switch (call.name()) {
            case "unique" -> one(call.has("axis") ? Sets.unique(a, call.integer("axis")) : Sets.unique(a));
            case "unique_all" -> {
                Sets.Unique unique = call.has("axis") ? Sets.uniqueAll(a, call.integer("axis")) : Sets.uniqueAll(a);
                yield new NDArray[] {unique.values(), unique.indices(), unique.inverse(), unique.counts()};
            }
            case "isin" -> one(Sets.isin(a, arrays[1], call.flag("invert")));
            case "intersect1d" -> one(Sets.intersect1d(a, arrays[1]));
            case "intersect1d_all" -> {
                Sets.Intersection common = Sets.intersect1dAll(a, arrays[1]);
                yield new NDArray[] {common.values(), common.indices1(), common.indices2()};
            }
            case "union1d" -> one(Sets.union1d(a, arrays[1]));
            case "setdiff1d" -> one(Sets.setdiff1d(a, arrays[1]));
            case "setxor1d" -> one(Sets.setxor1d(a, arrays[1]));
            default -> throw call.unknown();
        };
    }

    @Test
    void statisticsGiveNumPysBits() {
        replay("seed1/statistics.tsv", record -> {
            NumPyCall call = NumPyCall.of(record.field(0));
            NDArray[] arrays = record.arrays(1);
            if (call.name().equals("cov") || call.name().equals("corrcoef")) {
                return compareCovariances(record, call, arrays);
            }
            return compareAll(record, 2, tolerance(call), () -> statistic(call, arrays));
        });
    }

    private static NDArray[] statistic(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        boolean all = !call.has("axes");
        ReductionOptions options = call.options();
        return switch (call.name()) {
            case "median" -> one(all ? Statistics.median(a) : Statistics.median(a, options));
            case "percentile" -> {
                if (call.has("q")) {
                    double q = call.number("q");
                    yield one(
                            all
                                    ? Statistics.percentile(a, q)
                                    : Statistics.percentile(a, q, options, QuantileMethod.LINEAR));
                }
                NDArray q = arrays[1];
                yield one(
                        all
                                ? Statistics.percentile(a, q)
                                : Statistics.percentile(a, q, options, QuantileMethod.LINEAR));
            }
            case "quantile" -> {
                if (call.has("q")) {
                    double q = call.number("q");
                    yield one(
                            all
                                    ? Statistics.quantile(a, q)
                                    : Statistics.quantile(a, q, options, QuantileMethod.LINEAR));
                }
                NDArray q = arrays[1];
                yield one(all ? Statistics.quantile(a, q) : Statistics.quantile(a, q, options, QuantileMethod.LINEAR));
            }
            case "average" -> one(all ? Statistics.average(a, arrays[1]) : Statistics.average(a, arrays[1], options));
            case "histogram" -> {
                Histogram histogram = histogram(call, arrays);
                yield new NDArray[] {call.flag("density") ? histogram.density() : histogram.counts(), histogram.edges()
                };
            }
            case "bincount" -> {
                int minlength = call.has("minlength") ? call.integer("minlength") : 0;
                yield one(
                        arrays.length == 1
                                ? Statistics.bincount(a, minlength)
                                : Statistics.bincount(a, arrays[1], minlength));
            }
            case "digitize" -> one(Statistics.digitize(a, arrays[1], call.flag("right")));
            default -> throw call.unknown();
        };
    }

    @Test
    void quantilesByEachMethodAreNumPys() {
        replayCalls("seed1/estimates.tsv", NumPyStatisticsReplayTest::estimate);
        replayViews("seed1/estimates.tsv", NumPyStatisticsReplayTest::estimate);
    }

    private static NDArray[] estimate(NumPyCall call, NDArray[] arrays) {
        return switch (call.name()) {
            case "percentile", "quantile" -> one(quantile(call, arrays));
            case "histogram" -> {
                BinRule rule = call.constant("rule", BinRule.class);
                double[] range = call.has("range") ? call.numbers("range") : null;
                Histogram histogram = range == null
                        ? Statistics.histogram(arrays[0], rule)
                        : Statistics.histogram(arrays[0], rule, range[0], range[1]);
                yield new NDArray[] {histogram.counts(), histogram.edges()};
            }
            case "meshgrid" -> NDArray.meshgrid(call.constant("indexing", Indexing.class), call.flag("sparse"), arrays);
            default -> throw call.unknown();
        };
    }

    private static NDArray quantile(NumPyCall call, NDArray[] arrays) {
        QuantileMethod method = call.constant("method", QuantileMethod.class);
        boolean isPercentile = call.name().equals("percentile");
        NDArray a = arrays[0];
        ReductionOptions options = call.options();
        if (call.has("q")) {
            double q = call.number("q");
            return isPercentile
                    ? Statistics.percentile(a, q, options, method)
                    : Statistics.quantile(a, q, options, method);
        }
        return isPercentile
                ? Statistics.percentile(a, arrays[1], options, method)
                : Statistics.quantile(a, arrays[1], options, method);
    }

    private static Histogram histogram(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        NDArray weights = call.flag("weights") ? arrays[arrays.length - 1] : null;
        if (!call.has("bins")) {
            return weights == null ? Statistics.histogram(a, arrays[1]) : Statistics.histogram(a, arrays[1], weights);
        }
        int bins = call.integer("bins");
        if (call.has("range")) {
            double[] range = call.numbers("range");
            return weights == null
                    ? Statistics.histogram(a, bins, range[0], range[1])
                    : Statistics.histogram(a, bins, range[0], range[1], weights);
        }
        return weights == null ? Statistics.histogram(a, bins) : Statistics.histogram(a, bins, weights);
    }

    /** Sums of k products may be off by {@code 4 k eps} of the sum of their magnitudes, a correlation by as much. */
    private static String compareCovariances(NumPyRecord record, NumPyCall call, NDArray[] arrays) {
        if (record.field(2).startsWith("!")) {
            return compareAll(record, 2, Tolerance.BITS, () -> one(covariance(call, arrays)));
        }
        NDArray expected = record.array(2);
        NDArray actual = covariance(call, arrays);
        if (!actual.shape().equals(expected.shape()) || actual.dtype() != expected.dtype()) {
            return "expected %s but was %s".formatted(expected.repr(), actual.repr());
        }
        NDArray numbers = expected.get(expected.eq(expected).and(expected.abs().lt(Double.POSITIVE_INFINITY)));
        double scale = call.name().equals("corrcoef") || numbers.size() == 0
                ? 1
                : numbers.abs().max().asDouble();
        int k = arrays[0].size();
        boolean close = true;
        for (int[] index : expected.indices()) {
            double e = expected.getDouble(index);
            double a = actual.getDouble(index);
            close &= Tolerance.VALUES.accepts(e, a, DType.FLOAT64) || Math.abs(e - a) <= 4 * k * 0x1p-52 * scale;
        }
        return close ? null : "expected %s but was %s".formatted(expected, actual);
    }

    private static NDArray covariance(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        boolean inRows = call.flag("rowvar");
        if (call.name().equals("cov")) {
            if (arrays.length == 2) {
                return Statistics.cov(a, arrays[1]);
            }
            return call.has("ddof") ? Statistics.cov(a, inRows, call.number("ddof")) : Statistics.cov(a, inRows);
        }
        return arrays.length == 2 ? Statistics.corrcoef(a, arrays[1]) : Statistics.corrcoef(a, inRows);
    }

    @Test
    void statisticsWithoutNaNGiveNumPysBits() {
        replayCalls("seed1/nan.tsv", (call, arrays) -> one(withoutNaN(call, arrays[0])));
    }

    private static NDArray withoutNaN(NumPyCall call, NDArray a) {
        boolean all = !call.has("axes") && !call.has("axis") && !call.has("ddof");
        ReductionOptions options = call.options();
        return switch (call.name()) {
            case "nansum" -> all ? NaNStatistics.nansum(a) : NaNStatistics.nansum(a, options);
            case "nanprod" -> all ? NaNStatistics.nanprod(a) : NaNStatistics.nanprod(a, options);
            case "nanmean" -> all ? NaNStatistics.nanmean(a) : NaNStatistics.nanmean(a, options);
            case "nanmax" -> all ? NaNStatistics.nanmax(a) : NaNStatistics.nanmax(a, options);
            case "nanmin" -> all ? NaNStatistics.nanmin(a) : NaNStatistics.nanmin(a, options);
            case "nanmedian" -> all ? NaNStatistics.nanmedian(a) : NaNStatistics.nanmedian(a, options);
            case "nanvar" -> all ? NaNStatistics.nanvar(a) : NaNStatistics.nanvar(a, options);
            case "nanstd" -> all ? NaNStatistics.nanstd(a) : NaNStatistics.nanstd(a, options);
            case "nanargmax" -> all ? NaNStatistics.nanargmax(a) : NaNStatistics.nanargmax(a, options);
            case "nanargmin" -> all ? NaNStatistics.nanargmin(a) : NaNStatistics.nanargmin(a, options);
            default -> throw call.unknown();
        };
    }

    @Test
    void differencesAndInterpolationsGiveNumPysBits() {
        replayCalls("seed1/calculus.tsv", NumPyStatisticsReplayTest::calculus);
        replayViews("seed1/calculus.tsv", NumPyStatisticsReplayTest::calculus);
    }

    private static NDArray[] calculus(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        return switch (call.name()) {
            case "cumsum" -> one(call.has("axis") ? a.cumsum(call.integer("axis")) : a.cumsum());
            case "cumprod" -> one(call.has("axis") ? a.cumprod(call.integer("axis")) : a.cumprod());
            case "diff" -> {
                int n = call.integer("n");
                int axis = call.integer("axis");
                yield one(
                        arrays.length == 1
                                ? Calculus.diff(a, n, axis)
                                : Calculus.diff(a, n, axis, arrays[1], arrays[2]));
            }
            case "ediff1d" -> one(arrays.length == 1 ? Calculus.ediff1d(a) : Calculus.ediff1d(a, arrays[1], arrays[2]));
            case "gradient" -> {
                if (!call.has("axis")) {
                    yield Calculus.gradient(a, call.number("spacing"));
                }
                int axis = call.integer("axis");
                int order = call.integer("edge_order");
                yield one(
                        call.has("spacing")
                                ? Calculus.gradient(a, call.number("spacing"), axis, order)
                                : Calculus.gradient(a, arrays[1], axis, order));
            }
            case "interp" -> {
                if (call.has("period")) {
                    yield one(Calculus.interp(a, arrays[1], arrays[2], call.number("period")));
                }
                yield one(
                        call.has("left")
                                ? Calculus.interp(a, arrays[1], arrays[2], call.number("left"), call.number("right"))
                                : Calculus.interp(a, arrays[1], arrays[2]));
            }
            default -> throw call.unknown();
        };
    }

    @Test
    void accumulationsWriteAsInNumPy() {
        replayCalls("seed1/accumulate.tsv", NumPyStatisticsReplayTest::accumulated);
        replayViews("seed1/accumulate.tsv", NumPyStatisticsReplayTest::accumulated);
    }

    private static NDArray[] accumulated(NumPyCall call, NDArray[] arrays) {
        NDArray a = arrays[0];
        String index = call.arguments().get("index").replace('_', ' ');
        Selection selection = a.at(NumPyIndexReplayTest.index(index));
        switch (call.name()) {
            case "add" -> selection.addAt(arrays[1]);
            case "subtract" -> selection.subAt(arrays[1]);
            case "multiply" -> selection.mulAt(arrays[1]);
            case "divide" -> selection.divAt(arrays[1]);
            case "maximum" -> selection.maximumAt(arrays[1]);
            case "minimum" -> selection.minimumAt(arrays[1]);
            default -> throw call.unknown();
        }
        return one(a);
    }
}
