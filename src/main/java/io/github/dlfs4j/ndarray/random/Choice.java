package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Objects;

/** Positions drawn from a population, all with the same probability, and the checks of every choice. */
final class Choice {
    /** Returns how many draws fill a shape; one if it has no axes. */
    static long size(int... shape) {
        return Lengths.product(Objects.requireNonNull(shape, "shape"));
    }

    static void checkPopulation(int a, int... shape) {
        if (a <= 0 && size(shape) != 0) {
            throw new IllegalArgumentException("a must be greater than 0 unless no samples are taken");
        }
    }

    /** Returns the element of a 0-d array, from below which integers are drawn. */
    static int population(NDArray a) {
        if (a.dtype().isFloating()) {
            throw new IllegalArgumentException("a must be 1-dimensional or an integer");
        }
        return Lengths.checkLength(Math.max(a.asLong(), 0));
    }

    static void checkPopulation(NDArray a, int... shape) {
        if (a.ndim() != 1) {
            throw new IllegalArgumentException("a must be 1-dimensional");
        }
        if (a.size() == 0 && size(shape) != 0) {
            throw new IllegalArgumentException("'a' cannot be empty unless no samples are taken");
        }
    }

    /** Checks a number of draws without replacement. */
    static void checkSize(int population, int... shape) {
        long size = size(shape);
        if (size > population) {
            throw Errors.sampleTooLarge();
        }
        if (size < 0) {
            throw Errors.negativeSample();
        }
    }

    static NDArray positions(RandomState random, int population, int[] shape, boolean replace) {
        if (replace) {
            return random.randint(0, population, shape);
        }
        checkSize(population, shape);
        int size = (int) size(shape);
        return random.permutation(population).get(Index.to(size)).copy().reshape(shape);
    }
}
