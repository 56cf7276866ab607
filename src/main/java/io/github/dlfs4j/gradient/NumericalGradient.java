package io.github.dlfs4j.gradient;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Selection;
import java.util.Objects;
import java.util.function.Function;

/**
 * The gradient of a function of an array by central differences, section 4.4. It is slow, since it calls the function
 * twice for each element, but simple; use it to check faster methods.
 *
 * <p>As in the book, the array itself is changed before each call of the function, one element at a time, and restored
 * afterwards. So the function may ignore its argument: the loss of a network, {@code w -> net.loss(x, t)}, sees the
 * change if the array holds weights of the network. No other thread may read the array meanwhile.
 *
 * <pre>{@code
 * NDArray x = NDArray.of(3.0, 4.0);
 * System.out.println(NumericalGradient.of(v -> v.pow(2).sum(), x));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [6. 8.]
 * }</pre>
 */
public final class NumericalGradient {
    private static final double STEP = NumericalDerivative.STEP;

    private NumericalGradient() {}

    /**
     * Computes the gradient: the partial derivatives with respect to all elements.
     *
     * @param f a function whose result is a scalar, a 0-d array; {@code v -> NDArray.scalar(g(v))} makes one of a
     *     function g whose result is a double
     * @param x the point, of any shape, float64 (float32 gives few right digits); it changes while this runs, and is
     *     restored at the end, even if f fails
     * @return a new array of the shape and dtype of x
     * @throws UnsupportedOperationException {@code a gradient needs an array of float64, not int64; use astype first}
     *     (an integer cannot change by 0.0001)
     * @throws IllegalArgumentException {@code the function must return a scalar, not an array of shape (2,)}, or if x
     *     is a broadcast view: {@code assignment destination is read-only}
     */
    public static NDArray of(Function<NDArray, NDArray> f, NDArray x) {
        checkFloating(x);
        NDArray gradient = NDArray.zerosLike(x);
        for (int[] index : x.indices()) {
            gradient.at(index).set(partial(f, x, index));
        }
        return gradient;
    }

    /**
     * Computes the gradients at several points, as {@code numerical_gradient} of the book's {@code gradient_2d.py}
     * does: for each row, the {@link #of gradient} at that point.
     *
     * <pre>{@code
     * NDArray points = NDArray.of(new double[][] {{3, 4}, {0, 2}, {3, 0}});
     * System.out.println(NumericalGradient.ofRows(v -> v.pow(2).sum(), points));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[6. 8.]
     *  [0. 4.]
     *  [6. 0.]]
     * }</pre>
     *
     * @param f a function of one point, of shape (d,), whose result is a scalar, a 0-d array
     * @param points the points, of shape (n, d), float64; they change while this runs, and are restored at the end,
     *     even if f fails
     * @return a new array of the shape and dtype of the points
     * @throws IllegalArgumentException {@code points have the shape (n, d), not (2,)}, or as for {@link #of of}
     * @throws UnsupportedOperationException as for {@link #of of}
     */
    public static NDArray ofRows(Function<NDArray, NDArray> f, NDArray points) {
        checkFloating(Objects.requireNonNull(points, "points"));
        if (points.ndim() != 2) {
            throw new IllegalArgumentException("points have the shape (n, d), not " + points.shape());
        }
        NDArray gradients = NDArray.zerosLike(points);
        for (int i = 0; i < points.shape(0) && points.size() > 0; i++) {
            gradients.at(i).set(of(f, points.get(i)));
        }
        return gradients;
    }

    /**
     * Computes one partial derivative, section 4.3.3: by the element at an index, while all others stay the same.
     *
     * @param f a function whose result is a scalar, a 0-d array
     * @param x the point, as for {@link #of of}
     * @param index a position for each axis; negative ones count from the end
     * @return about the partial derivative of f at x
     * @throws UnsupportedOperationException {@code a gradient needs an array of float64, not int64; use astype first}
     * @throws IllegalArgumentException {@code the function must return a scalar, not an array of shape (2,)}, or if x
     *     is a broadcast view: {@code assignment destination is read-only}
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or if the number of
     *     positions is not the number of axes
     */
    public static double partial(Function<NDArray, NDArray> f, NDArray x, int... index) {
        checkFloating(x);
        double value = x.getDouble(Objects.requireNonNull(index, "index"));
        Selection element = x.at(index);
        try {
            element.set(value + STEP);
            double above = result(f, x);
            element.set(value - STEP);
            double below = result(f, x);
            return (above - below) / (2 * STEP);
        } finally {
            element.set(value);
        }
    }

    private static double result(Function<NDArray, NDArray> f, NDArray x) {
        NDArray result = f.apply(x);
        if (result == null || result.ndim() != 0) {
            throw new IllegalArgumentException("the function must return a scalar, not "
                    + (result == null ? "null" : "an array of shape " + result.shape()));
        }
        return result.asDouble();
    }

    static void checkFloating(NDArray x) {
        if (!x.dtype().isFloating()) {
            throw new UnsupportedOperationException(
                    "a gradient needs an array of float64, not %s; use astype first".formatted(x.dtype()));
        }
    }
}
