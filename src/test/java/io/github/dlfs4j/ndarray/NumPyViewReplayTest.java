package io.github.dlfs4j.ndarray;

import static io.github.dlfs4j.ndarray.Replay.compare;
import static io.github.dlfs4j.ndarray.Replay.replay;

import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sums of views with gaps, to the bit: the order of the additions depends on the layout in memory. */
class NumPyViewReplayTest {
    @Test
    void sumsOfViewsHaveNumPysOrder() {
        replay("seed1/view.tsv", record -> compare(record, 8, Tolerance.BITS, () -> reduce(record, view(record))));
    }

    private static NDArray reduce(NumPyRecord record, NDArray view) {
        return record.field(1).equals("-")
                ? NumPyReplayTest.reduceAll(record, view)
                : NumPyReplayTest.reduceAlong(record, view, Integer.parseInt(record.field(1)), false);
    }

    private static NDArray view(NumPyRecord record) {
        DType dtype = DType.valueOf(record.field(2).toUpperCase(Locale.ROOT));
        RandomState random = new RandomState(Long.parseLong(record.field(3)));
        int[] shape = NumPyRecord.ints(record.field(4), ",");
        NDArray whole = dtype == DType.INT64
                ? random.randint(1L << 52, 1L << 53, shape)
                : random.rand(shape).astype(dtype);
        NDArray view = whole.get(NumPyIndexReplayTest.index(record.field(5)))
                .transpose(NumPyRecord.ints(record.field(6), ","));
        int times = Integer.parseInt(record.field(7));
        if (times == 0) {
            return view;
        }
        int[] lengths = view.expandDims(0).shape().toArray();
        lengths[0] = times;
        return view.broadcastTo(Shape.of(lengths));
    }
}
