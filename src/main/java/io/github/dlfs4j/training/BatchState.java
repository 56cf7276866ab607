package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The state of batches as named arrays.
 *
 * @param saved the arrays by name
 */
record BatchState(SavedArrays saved) {
    private static final String SAMPLES = "samples";
    private static final String SIZE = "size";
    /** The parts of the generator's state, as NumPy's {@code get_state} calls them. */
    private static final String KEY = "random/key";

    private static final String POSITION = "random/pos";
    private static final String HAS_GAUSS = "random/has_gauss";
    private static final String GAUSS = "random/cached_gaussian";
    /** The number of words of MT19937. */
    private static final int KEY_LENGTH = 624;
    /** Above the largest Gaussian that the generator makes of numbers of 53 bits, 12.01. */
    private static final double MOST_GAUSS = 13;

    private static final List<String> COMMON = List.of(SAMPLES, SIZE, KEY, POSITION, HAS_GAUSS, GAUSS);

    BatchState(Map<String, NDArray> arrays) {
        this(new SavedArrays(Checkpoint.IN_BATCHES, NamedArrays.nonNull("state", arrays)));
    }

    static Map<String, NDArray> of(int samples, int size, RandomState.State random) {
        Map<String, NDArray> state = new LinkedHashMap<>();
        state.put(SAMPLES, NDArray.scalar((long) samples));
        state.put(SIZE, NDArray.scalar((long) size));
        state.put(KEY, NDArray.of(random.key()));
        state.put(POSITION, NDArray.scalar((long) random.position()));
        state.put(HAS_GAUSS, NDArray.scalar(random.hasGauss()));
        state.put(GAUSS, NDArray.scalar(random.cachedGaussian()));
        return state;
    }

    void expectNames(String... others) {
        Set<String> expected = new LinkedHashSet<>(COMMON);
        expected.addAll(List.of(others));
        saved.expectNames(expected, "the state of such batches");
    }

    void expectSizes(int samples, int size) {
        long savedSamples = saved.count(SAMPLES, Integer.MAX_VALUE);
        long savedSize = saved.count(SIZE, Integer.MAX_VALUE);
        if (savedSamples != samples || savedSize != size) {
            throw new IllegalArgumentException("batches of %s from %s samples instead of %s from %s"
                    .formatted(savedSize, savedSamples, size, samples));
        }
    }

    /** Returns the saved place where the next batch begins among n samples; n means that none is left. */
    int beginning(String name, int size, int n) {
        int beginning = (int) saved.count(name, n);
        if (beginning % size != 0 && beginning != n) {
            throw saved.refused(name, "must be a multiple of %s, or %s, not %s".formatted(size, n, beginning));
        }
        return beginning;
    }

    /** Returns the saved order of the numbers below n. */
    NDArray order(String name, int n) {
        NDArray order = saved.finite(name, DType.INT64, Shape.of(n));
        long[] sorted = LongStream.of(order.toLongArray()).sorted().toArray();
        if (!Arrays.equals(sorted, LongStream.range(0, n).toArray())) {
            throw saved.refused(name, "must have each number from 0 to %s once".formatted(n - 1));
        }
        return order.copy();
    }

    RandomState.State random() {
        NDArray key = saved.finite(KEY, DType.INT64, Shape.of(KEY_LENGTH));
        int position = (int) saved.count(POSITION, KEY_LENGTH);
        boolean hasGauss = saved.finite(HAS_GAUSS, DType.BOOL, Shape.of()).asBoolean();
        double gauss = saved.number(GAUSS);
        if (Math.abs(gauss) > MOST_GAUSS) {
            throw saved.refused(GAUSS, "must be a number of the standard normal distribution, not " + gauss);
        }
        try {
            return new RandomState.State(key.toLongArray(), position, hasGauss, gauss);
        } catch (IllegalArgumentException e) {
            throw saved.refused(KEY, "must be a state of MT19937: " + e.getMessage());
        }
    }
}
