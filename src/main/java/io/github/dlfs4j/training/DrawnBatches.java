package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Transaction;
import java.util.Map;
import java.util.Objects;

/** Batches whose samples a generator draws. */
abstract class DrawnBatches implements Batches {
    final Dataset data;
    final int size;
    final RandomState random;

    DrawnBatches(Dataset data, int size, RandomState random) {
        if (size < 1) {
            throw new IllegalArgumentException("a batch has at least 1 sample, not " + size);
        }
        if (data.size() == 0) {
            throw new IllegalArgumentException("there are no samples to make batches of");
        }
        this.data = data;
        this.size = size;
        this.random = Objects.requireNonNull(random, "random");
    }

    /** Draws the samples of the next batch, and returns their positions. */
    abstract NDArray positions();

    @Override
    public final Batch next() {
        return Transaction.of(() -> data.batch(positions()));
    }

    @Override
    public final Batch next(Batch spent) {
        Objects.requireNonNull(spent, "spent");
        return Transaction.of(() -> data.batch(spent, positions()));
    }

    @Override
    public Map<String, NDArray> state() {
        return BatchState.of(data.size(), size, random.state());
    }

    /** Returns a state after checking that it is one of such batches, with these arrays of their own. */
    final BatchState checked(Map<String, NDArray> state, String... others) {
        BatchState saved = new BatchState(state);
        saved.expectNames(others);
        saved.expectSizes(data.size(), size);
        return saved;
    }
}
