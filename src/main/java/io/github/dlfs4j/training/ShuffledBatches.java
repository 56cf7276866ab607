package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Transaction;
import java.util.Map;

/** Batches that go through all samples in a random order, then in another one, and so on. */
final class ShuffledBatches extends DrawnBatches {
    private static final String ORDER = "order";
    private static final String NEXT = "next";

    private NDArray order;
    /** The place in the order where the next batch begins; at the end, a new order is drawn first. */
    private int next;

    ShuffledBatches(Dataset data, int size, RandomState random) {
        super(data, size, random);
        this.order = NDArray.arange(data.size());
        this.next = data.size();
    }

    @Override
    NDArray positions() {
        NDArray orderBefore = order;
        int nextBefore = next;
        Transaction.undo(() -> {
            order = orderBefore;
            next = nextBefore;
        });
        if (next == data.size()) {
            order = Transaction.before(random).permutation(data.size());
            next = 0;
        }
        int end = next + Math.min(size, data.size() - next);
        NDArray positions = order.get(Index.range(next, end));
        next = end;
        return positions;
    }

    @Override
    public int perEpoch() {
        return (data.size() - 1) / size + 1;
    }

    @Override
    public Map<String, NDArray> state() {
        Map<String, NDArray> state = super.state();
        state.put(ORDER, order);
        state.put(NEXT, NDArray.scalar((long) next));
        return state;
    }

    @Override
    public void restore(Map<String, NDArray> state) {
        BatchState saved = checked(state, ORDER, NEXT);
        NDArray savedOrder = saved.order(ORDER, data.size());
        int savedNext = saved.beginning(NEXT, size, data.size());
        random.restore(saved.random());
        order = savedOrder;
        next = savedNext;
    }
}
