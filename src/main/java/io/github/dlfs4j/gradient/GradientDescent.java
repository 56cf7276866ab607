package io.github.dlfs4j.gradient;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.strided.Lengths;
import java.util.Objects;
import java.util.function.Function;

/**
 * The path of gradient descent, section 4.4.1: each step leads from a point against the gradient, {@code x -= lr *
 * grad}.
 *
 * <pre>{@code
 * NDArray start = NDArray.of(-3.0, 4.0);
 * GradientDescent descent = GradientDescent.minimize(x -> x.pow(2).sum(), start, 0.1, 100);
 * System.out.println(descent.end());
 * System.out.println(descent.path().get(Index.range(0, 3)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [-6.11110793e-10  8.14814391e-10]
 * [[-3.    4.  ]
 *  [-2.4   3.2 ]
 *  [-1.92  2.56]]
 * }</pre>
 *
 * @param path the points from the start to the end, one more than there are steps; the first axis counts them
 */
public record GradientDescent(NDArray path) {
    /** Creates a path of points, which are not copied. */
    public GradientDescent {
        Objects.requireNonNull(path, "path");
    }

    /**
     * Descends a function by its numerical gradient.
     *
     * @param f a function whose result is a scalar, a 0-d array
     * @param start the first point, of any shape, float64; not changed
     * @param learningRate the share of the gradient that a step takes; a negative one ascends
     * @param steps the number of steps
     * @return the path
     * @throws UnsupportedOperationException {@code a gradient needs an array of float64, not int64; use astype first}
     * @throws IllegalArgumentException {@code the number of steps must not be negative, but is -1}, {@code the learning
     *     rate must be finite, but is NaN}, {@code the function must return a scalar, not an array of shape (2,)}, or
     *     if a Java array cannot hold the path
     */
    public static GradientDescent minimize(
            Function<NDArray, NDArray> f, NDArray start, double learningRate, int steps) {
        Objects.requireNonNull(f, "f");
        NumericalGradient.checkFloating(Objects.requireNonNull(start, "start"));
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps must not be negative, but is " + steps);
        }
        if (!Double.isFinite(learningRate)) {
            throw new IllegalArgumentException("the learning rate must be finite, but is " + learningRate);
        }
        NDArray path = start.expandDims(0).repeat(Lengths.checkLength(steps + 1L), 0);
        NDArray x = start.copy();
        for (int step = 1; step <= steps; step++) {
            x.subi(NumericalGradient.of(f, x).mul(learningRate));
            path.at(step).set(x);
        }
        return new GradientDescent(path);
    }

    /** {@return the last point, a new array of the shape of the start} */
    public NDArray end() {
        return path.get(-1).copy();
    }
}
