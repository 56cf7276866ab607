package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Transaction;
import java.util.Map;

/** Batches that are each drawn from all samples. */
final class RandomBatches extends DrawnBatches {
    RandomBatches(Dataset data, int size, RandomState random) {
        super(data, size, random);
    }

    @Override
    NDArray positions() {
        return Transaction.before(random).choice(data.size(), size);
    }

    /** Counts whole batches only. */
    @Override
    public int perEpoch() {
        return Math.max(data.size() / size, 1);
    }

    /** Counts as the book does, {@code max(train_size / batch_size, 1)}. */
    @Override
    public double exactPerEpoch() {
        return Math.max((double) data.size() / size, 1);
    }

    @Override
    public void restore(Map<String, NDArray> state) {
        random.restore(checked(state).random());
    }
}
