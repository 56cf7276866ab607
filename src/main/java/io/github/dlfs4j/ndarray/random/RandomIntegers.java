package io.github.dlfs4j.ndarray.random;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import java.util.Arrays;
import java.util.Objects;

/** Integers evenly distributed between two bounds. */
final class RandomIntegers {
    /** Draws integers of int64, from low to below high. */
    static NDArray draw(MersenneTwister twister, long low, long high, int... shape) {
        checkRange(low, high, shape);
        NDArray result = NDArray.empty(DType.INT64, shape);
        long[] values = (long[]) Inside.storage(result).values();
        long greatest = high - 1 - low;
        for (int i = 0; i < values.length; i++) {
            values[i] = low + twister.nextUpTo(greatest);
        }
        return result;
    }

    /** Draws integers of a dtype, from low to below high; one random word gives several of bool or uint8. */
    static NDArray draw(MersenneTwister twister, DType dtype, long low, long high, int... shape) {
        return switch (dtype) {
            case BOOL -> drawSmall(twister, dtype, 2, low, high, shape);
            case UINT8 -> drawSmall(twister, dtype, 256, low, high, shape);
            case INT64 -> draw(twister, low, high, shape);
            case FLOAT32, FLOAT64 ->
                throw new UnsupportedOperationException("Unsupported dtype dtype('%s') for randint".formatted(dtype));
        };
    }

    private static NDArray drawSmall(
            MersenneTwister twister, DType dtype, int values, long low, long high, int... shape) {
        boolean nothing = isNothing(shape);
        if (low < 0 && !nothing) {
            throw boundOutOfBounds("low", dtype);
        }
        if (high > values && !nothing) {
            throw boundOutOfBounds("high", dtype);
        }
        checkRange(low, high, shape);
        NDArray result = NDArray.empty(dtype, shape);
        BufferedBits bits = new BufferedBits(twister, Integer.numberOfTrailingZeros(values));
        int greatest = (int) (high - 1 - low);
        for (int i = 0; i < result.size(); i++) {
            Inside.storage(result).setLong(i, low + bits.nextUpTo(greatest));
        }
        return result;
    }

    private static void checkRange(long low, long high, int... shape) {
        if (low >= high && !isNothing(shape)) {
            throw new IllegalArgumentException(low == 0 ? "high <= 0" : "low >= high");
        }
    }

    private static boolean isNothing(int... shape) {
        return Arrays.stream(Objects.requireNonNull(shape, "shape")).anyMatch(length -> length == 0);
    }

    private static IllegalArgumentException boundOutOfBounds(String bound, DType dtype) {
        return new IllegalArgumentException("%s is out of bounds for %s".formatted(bound, dtype));
    }
}
