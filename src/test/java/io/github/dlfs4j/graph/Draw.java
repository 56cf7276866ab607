package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Random;

/** Random shapes and arrays of float64 to test operations with. */
final class Draw {
    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    /** Draws a number from 0 to n - 1. */
    int below(int n) {
        return random.nextInt(n);
    }

    /** Draws a shape of some axes, now and then of length 1 or 0. */
    int[] shape() {
        return shape(random.nextInt(4));
    }

    int[] shape(int ndim) {
        return random.ints(ndim, 0, 12)
                .map(chance -> chance == 0 ? 0 : chance < 3 ? 1 : 2 + chance % 2)
                .toArray();
    }

    /** Draws a shape without an empty axis. */
    int[] nonEmptyShape(int ndim) {
        return random.ints(ndim, 1, 4).toArray();
    }

    /** Draws two shapes that broadcast. */
    int[][] twoShapes() {
        int[] a = shape();
        int[] b = java.util.Arrays.copyOfRange(a, random.nextInt(a.length + 1), a.length);
        for (int[] lengths : new int[][] {a, b}) {
            if (lengths.length > 0 && random.nextBoolean()) {
                lengths[random.nextInt(lengths.length)] = 1;
            }
        }
        return random.nextBoolean() ? new int[][] {a, b} : new int[][] {b, a};
    }

    /** Draws numbers between -1 and 1. */
    NDArray any(int... shape) {
        return uniform(-1, 1, shape);
    }

    /** Draws numbers between 0.5 and 2. */
    NDArray positive(int... shape) {
        return uniform(0.5, 2, shape);
    }

    private NDArray uniform(double from, double to, int... shape) {
        return new RandomState(random.nextInt(1000)).uniform(from, to, shape);
    }

    /**
     * Draws multiples of 0.1 with an offset. They are so far from each other and from 0 that the step of a difference
     * does not change which one is larger.
     */
    NDArray distinct(double offset, int... shape) {
        int size = NDArray.zeros(shape).size();
        NDArray order = new RandomState(random.nextInt(1000)).permutation(size);
        return order.sub(size / 2).mul(0.1).add(offset).reshape(shape);
    }

    /** Returns the same elements in another layout. */
    NDArray laidOut(NDArray a) {
        Index everyOther = Index.range(null, null, 2);
        Index backwards = Index.range(null, null, -1);
        return switch (a.ndim() == 0 ? 0 : random.nextInt(4)) {
            case 1 -> a.transpose().copy().transpose();
            case 2 -> a.get(backwards).copy().get(backwards);
            case 3 -> {
                int[] lengths = a.shape().toArray();
                lengths[lengths.length - 1] *= 2;
                NDArray view = NDArray.zeros(a.dtype(), lengths).get(Index.ellipsis(), everyOther);
                view.at(Index.ellipsis()).set(a);
                yield view;
            }
            default -> a;
        };
    }
}
