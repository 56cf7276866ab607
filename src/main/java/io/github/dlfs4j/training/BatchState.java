package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.ndarray.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The state of batches as named arrays, and back. What comes back is from a file, so nothing of it is believed.
 *
 * @param arrays the arrays by name
 */
record BatchState(Map<String, NDArray> arrays) {
    private static final String SAMPLES = "samples";
    private static final String SIZE = "size";
    /** The parts of the generator's state, as NumPy's {@code get_state} calls them. */
    private static final String KEY = "random/key";

    private static final String POSITION = "random/pos";
    private static final String HAS_GAUSS = "random/has_gauss";
    private static final String GAUSS = "random/cached_gaussian";
    /** So many words MT19937 has. */
    private static final int KEY_LENGTH = 624;

    private static final List<String> COMMON = List.of(SAMPLES, SIZE, KEY, POSITION, HAS_GAUSS, GAUSS);

    static void check(Dataset data, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("a batch has at least 1 sample, not " + size);
        }
        if (data.size() == 0) {
            throw new IllegalArgumentException("there are no samples to make batches of");
        }
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
        if (!arrays.keySet().equals(expected)) {
            throw new IllegalArgumentException(
                    "the state of such batches is %s, not %s".formatted(expected, arrays.keySet()));
        }
    }

    void expectSizes(int samples, int size) {
        long savedSamples = number(SAMPLES, Integer.MAX_VALUE);
        long savedSize = number(SIZE, Integer.MAX_VALUE);
        if (savedSamples != samples || savedSize != size) {
            throw new IllegalArgumentException("batches of %d from %d samples, where these are of %d from %d"
                    .formatted(savedSize, savedSamples, size, samples));
        }
    }

    /** A number from 0 to the given one. */
    long number(String name, long most) {
        long value = array(name, DType.INT64).asLong();
        if (value < 0 || value > most) {
            throw new IllegalArgumentException("%s must be from 0 to %d, not %d".formatted(name, most, value));
        }
        return value;
    }

    /** The numbers up to n, in some order. */
    NDArray order(String name, int n) {
        NDArray order = array(name, DType.INT64, n);
        long[] sorted = LongStream.of(order.toLongArray()).sorted().toArray();
        if (!Arrays.equals(sorted, LongStream.range(0, n).toArray())) {
            throw new IllegalArgumentException("%s must have each number from 0 to %d once".formatted(name, n - 1));
        }
        return order.copy();
    }

    RandomState.State random() {
        return new RandomState.State(
                array(KEY, DType.INT64, KEY_LENGTH).toLongArray(),
                (int) number(POSITION, Integer.MAX_VALUE),
                array(HAS_GAUSS, DType.BOOL).asBoolean(),
                array(GAUSS, DType.FLOAT64).asDouble());
    }

    private NDArray array(String name, DType dtype, int... lengths) {
        NDArray array = arrays.get(name);
        Shape shape = Shape.of(lengths);
        if (array.dtype() != dtype || !array.shape().equals(shape)) {
            throw new IllegalArgumentException("%s must be %s of shape %s, not %s of shape %s"
                    .formatted(name, dtype, shape, array.dtype(), array.shape()));
        }
        return array;
    }
}
