package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * An endless source of batches to train with.
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
 * <p>The generator is used, not copied: who shares it, such as a layer that drops neurons at random, is put back with
 * it when a checkpoint is restored. Batches are taken by one thread.
 */
public interface Batches extends Iterable<Batch> {
    /**
     * The book's batches: each drawn from all samples anew, {@code np.random.choice(train_size, batch_size)}. In an
     * epoch some samples come twice and some not at all.
     *
     * @param data the samples
     * @param size how many samples a batch has
     * @param random draws them
     * @return batches without end
     * @throws IllegalArgumentException {@code a batch has at least 1 sample, not 0}, or {@code there are no samples to
     *     make batches of}
     */
    static Batches random(Dataset data, int size, RandomState random) {
        return new RandomBatches(data, size, random);
    }

    /**
     * Batches that go through all samples in random order, {@code np.random.permutation(train_size)}, then in another
     * random order, and so on. In an epoch each sample comes once; the last batch has those that are left.
     *
     * @param data the samples
     * @param size how many samples a batch has
     * @param random draws the orders
     * @return batches without end
     * @throws IllegalArgumentException {@code a batch has at least 1 sample, not 0}, or {@code there are no samples to
     *     make batches of}
     */
    static Batches shuffled(Dataset data, int size, RandomState random) {
        return new ShuffledBatches(data, size, random);
    }

    /**
     * The next batch.
     *
     * @return samples, prepared for the network
     */
    Batch next();

    /**
     * The next batch, {@link #next()}, in the arrays of an earlier one where they can hold it: those of labels, and of
     * inputs that are not prepared.
     *
     * @param spent a batch from here that is not used any more: what it holds may be overwritten
     * @return samples, prepared for the network
     */
    default Batch next(Batch spent) {
        return next();
    }

    /**
     * The batches of an epoch, for a loop of your own: the next {@link #perEpoch()} ones, as so many calls of
     * {@link #next()} give them. A batch is taken when the loop comes to it, so a loop that ends early leaves the rest
     * for the next one, and the {@link #state()} is at each moment that of the batches that were taken.
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
     * How many batches make an epoch.
     *
     * @return from 1 on
     */
    int perEpoch();

    /**
     * How many batches make an epoch where a part of a batch counts, as the book has it: 2.5 for {@link #random}
     * batches of 100 from 250 samples.
     *
     * @return from 1 on; {@link #perEpoch()} if not overridden
     */
    default double exactPerEpoch() {
        return perEpoch();
    }

    /**
     * What the next batches depend on, besides the samples.
     *
     * @return arrays by name, which the next batches do not change
     */
    Map<String, NDArray> state();

    /**
     * Takes over a state, so that the next batches are those that would have followed it.
     *
     * @param state what {@link #state()} of batches of the same kind, size and number of samples returned
     * @throws IllegalArgumentException if it is of others; then nothing is changed
     */
    void restore(Map<String, NDArray> state);
}
