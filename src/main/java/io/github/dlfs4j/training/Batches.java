package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * An endless source of batches for training.
 *
 * <pre>{@code
 * NDArray inputs = NDArray.arange(6).reshape(6, 1);
 * Batches batches = Batches.shuffled(Dataset.of(inputs, NDArray.arange(6)), 3, new RandomState(0));
 * System.out.println(batches.next().t() + " " + batches.next().t());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [5 2 1] [3 0 4]
 * }</pre>
 *
 * <p>Batches use the given generator and do not copy it. If something else shares the generator, such as a dropout
 * layer, restoring a checkpoint sets it back for both. Only one thread may take batches.
 */
public interface Batches extends Iterable<Batch> {
    /**
     * Returns the book's batches, each drawn from all samples, {@code np.random.choice(train_size, batch_size)}. In an
     * epoch some samples come twice and some not at all.
     *
     * @param data the samples
     * @param size the number of samples in a batch
     * @param random the generator
     * @return endless batches
     * @throws IllegalArgumentException {@code a batch has at least 1 sample, not 0}, or {@code there are no samples to
     *     make batches of}
     */
    static Batches random(Dataset data, int size, RandomState random) {
        return new RandomBatches(data, size, random);
    }

    /**
     * Returns batches that go through all samples in a random order, {@code np.random.permutation(train_size)}, then in
     * another one, and so on. In an epoch each sample comes once; the last batch has the samples that are left.
     *
     * @param data the samples
     * @param size the number of samples in a batch
     * @param random the generator for the orders
     * @return endless batches
     * @throws IllegalArgumentException {@code a batch has at least 1 sample, not 0}, or {@code there are no samples to
     *     make batches of}
     */
    static Batches shuffled(Dataset data, int size, RandomState random) {
        return new ShuffledBatches(data, size, random);
    }

    /** {@return the next batch: samples, prepared for the network} */
    Batch next();

    /**
     * Returns the {@link #next() next} batch, and may reuse the arrays of an earlier one: the array of labels, and that
     * of inputs without a preparation.
     *
     * @param spent an earlier batch of this source that is no longer needed; its arrays may be overwritten
     * @return samples, prepared for the network
     */
    default Batch next(Batch spent) {
        Objects.requireNonNull(spent, "spent");
        return next();
    }

    /**
     * Returns the batches of an epoch, for a loop of your own: the next {@link #perEpoch() perEpoch} batches. The loop
     * takes each batch from {@link #next() next} when it comes to it. So a loop that ends early leaves the rest for the
     * next loop, and the {@link #state() state} is always that after the batches taken so far.
     *
     * <pre>{@code
     * Dataset data = Dataset.of(NDArray.arange(5).reshape(5, 1), NDArray.arange(5));
     * for (Batch batch : Batches.shuffled(data, 2, new RandomState(0))) {
     *     System.out.println(batch.t());
     * }
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [2 0]
     * [1 3]
     * [4]
     * }</pre>
     */
    @Override
    default Iterator<Batch> iterator() {
        return new Iterator<>() {
            private int left = perEpoch();

            @Override
            public boolean hasNext() {
                return left > 0;
            }

            @Override
            public Batch next() {
                if (left == 0) {
                    throw new NoSuchElementException("the epoch is over");
                }
                left--;
                return Batches.this.next();
            }
        };
    }

    /**
     * Returns the number of batches in an epoch. Of 100 samples in batches of 30, {@link #shuffled shuffled} batches
     * have 4, and the last has 10 samples; {@link #random random} batches, which are all whole, have 3.
     *
     * @return at least 1
     */
    int perEpoch();

    /**
     * Returns the number of batches in an epoch as the book counts them, with a fraction: 2.5 for {@link #random
     * random} batches of 100 from 250 samples.
     *
     * @return at least 1; {@link #perEpoch() perEpoch} unless overridden
     */
    default double exactPerEpoch() {
        return perEpoch();
    }

    /**
     * {@return what the next batches depend on, apart from the samples: arrays by name, which later batches do not
     * change}
     */
    Map<String, NDArray> state();

    /**
     * Restores a state, so that the next batches are those that would have followed it.
     *
     * @param state a {@link #state() state} of batches of the same kind, size and number of samples
     * @throws IllegalArgumentException if it is the state of other batches; then nothing is changed
     */
    void restore(Map<String, NDArray> state);
}
