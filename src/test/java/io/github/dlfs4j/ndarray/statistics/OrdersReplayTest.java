package io.github.dlfs4j.ndarray.statistics;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.NumPyCall;
import io.github.dlfs4j.ndarray.NumPyRecord;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.Tolerance;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Replays sums whose last bits depend on the order of the additions. */
class OrdersReplayTest {
    @Test
    void sumsOfTurnedStretchedAndConvertedArraysHaveNumPysBits() {
        replay(
                "seed1/orders.tsv",
                record -> compare(record, 1, Tolerance.BITS, () -> result(NumPyCall.of(record.field(0)))));
    }

    private static NDArray result(NumPyCall call) {
        NDArray a = array(call.arguments().get("a"), !call.name().equals("average"));
        ReductionOptions options = call.options();
        return switch (call.name()) {
            case "average" -> Statistics.average(a, array(call.arguments().get("weights"), false), options);
            case "nansum" -> NaNStatistics.nansum(a, options);
            case "nanprod" -> NaNStatistics.nanprod(a, options);
            case "nanmean" -> NaNStatistics.nanmean(a, options);
            case "nanvar" -> NaNStatistics.nanvar(a, options);
            case "nanstd" -> NaNStatistics.nanstd(a, options);
            default -> throw call.unknown();
        };
    }

    private static NDArray array(String text, boolean nan) {
        String[] parts = text.split(":", -1);
        DType dtype = DType.valueOf(parts[0].toUpperCase(Locale.ROOT));
        int[] lengths = NumPyRecord.ints(parts[1], ",");
        int step = Integer.parseInt(parts[4]);
        int[] whole = lengths.clone();
        whole[whole.length - 1] *= step;
        return elements(dtype, nan, Shape.of(whole).size())
                .reshape(whole)
                .get(Index.ellipsis(), Index.range(null, null, step))
                .transpose(NumPyRecord.ints(parts[2], ","))
                .broadcastTo(Shape.of(NumPyRecord.ints(parts[3], ",")));
    }

    private static NDArray elements(DType dtype, boolean nan, int n) {
        double[] elements = new double[n];
        for (int i = 0; i < n; i++) {
            long mixed = (i * 7919L + 13) % 10007;
            boolean missing = nan && mixed % 11 == 0;
            elements[i] = missing ? Double.NaN : dtype.isFloating() ? mixed / 1000.0 : mixed % 9;
        }
        return NDArray.of(elements).astype(dtype);
    }
}
