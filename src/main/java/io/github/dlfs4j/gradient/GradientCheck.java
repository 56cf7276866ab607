package io.github.dlfs4j.gradient;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The differences between gradients by backpropagation and numerical gradients, section 5.7.3: for each parameter, the
 * mean of the absolute differences. In float64 the difference of a right gradient is about 1e-8 or less, and that of a
 * wrong gradient much larger, if the gradient and the loss belong together.
 *
 * <pre>{@code
 * NDArray w = NDArray.of(0.5, -1.0, 2.0);
 * Map<String, NDArray> right = Map.of("w", w.mul(2));
 * Map<String, NDArray> wrong = Map.of("w", w.mul(2).add(0.25));
 * System.out.println(GradientCheck.of(() -> w.pow(2).sum(), Map.of("w", w), right).isBelow(1e-7));
 * System.out.println(GradientCheck.of(() -> w.pow(2).sum(), Map.of("w", w), wrong));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * true
 * w: 2.50e-01
 * }</pre>
 *
 * <p>The book's softmax with loss is an exception: its loss adds 1e-7 to a probability <i>y</i> before the logarithm,
 * and its backward does not. So a right gradient differs by some 1e-7 / <i>y</i>, where <i>y</i> is small by more than
 * 1. Compare it with the loss without the 1e-7, to which it belongs:
 *
 * <pre>{@code
 * RandomState random = new RandomState(3);
 * Sequential network = MultiLayerNet.ofSizes(4, 6, 3).build(random); // Affine, Relu, Affine, softmax with loss
 * NDArray x = random.randn(8, 4);
 * NDArray t = NDArray.eye(3).take(random.randint(0, 3, 8), 0); // one-hot
 * Map<String, NDArray> gradients = network.gradient(x, t);
 * System.out.println(GradientCheck.of(() -> network.loss(x, t), network.parameters(), gradients).isBelow(1e-7));
 * System.out.println(GradientCheck.of(
 *                 () -> Activations.softmax(network.predict(x)).log().mul(t).sum().div(-8),
 *                 network.parameters(),
 *                 gradients)
 *         .isBelow(1e-7));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * false
 * true
 * }</pre>
 *
 * <p>A numerical gradient is wrong, too, where the input of ReLU is nearer to 0 than 1e-4.
 *
 * @param differences the mean absolute difference of each parameter, by its name
 */
public record GradientCheck(Map<String, Double> differences) {
    /**
     * Creates the result of a check.
     *
     * @param differences the mean absolute difference of each parameter, by its name; copied
     */
    public GradientCheck {
        differences = Collections.unmodifiableMap(new LinkedHashMap<>(NamedArrays.nonNull("differences", differences)));
    }

    /**
     * Compares gradients with numerical ones.
     *
     * @param loss computes the loss, a scalar, from the parameters each time it is called
     * @param parameters the arrays that the loss depends on, by name, float64; they change while this runs, and are
     *     restored at the end
     * @param gradients the gradients of the loss to check, by the same names and of the same shapes
     * @return the differences, in the order of the parameters
     * @throws IllegalArgumentException {@code parameters [W, b] and gradients [W] must have the same names}, {@code the
     *     gradient of W must have the shape (2, 3), not (3,)}, or {@code the function must return a scalar, not an
     *     array of shape (2,)}
     * @throws UnsupportedOperationException {@code a gradient needs an array of float64, not int64; use astype first}
     */
    public static GradientCheck of(
            Supplier<NDArray> loss, Map<String, NDArray> parameters, Map<String, NDArray> gradients) {
        NamedArrays.checkGradients(parameters, gradients);
        Map<String, Double> differences = new LinkedHashMap<>();
        NamedArrays.nonNull("parameters", parameters).forEach((name, parameter) -> {
            NDArray numerical = NumericalGradient.of(changed -> loss.get(), parameter);
            differences.put(name, meanAbsolute(numerical.sub(gradients.get(name))));
        });
        return new GradientCheck(differences);
    }

    private static double meanAbsolute(NDArray difference) {
        return difference.size() == 0 ? 0 : difference.abs().mean().asDouble();
    }

    /** {@return the largest difference; NaN if a difference is NaN, 0 if there are none} */
    public double largest() {
        return differences.values().stream().reduce(0.0, Math::max);
    }

    /**
     * Returns whether all differences are below a bound.
     *
     * @param tolerance the bound
     * @return false if a difference is NaN
     */
    public boolean isBelow(double tolerance) {
        return largest() < tolerance;
    }

    /** {@return a line for each parameter with the name and the difference, for example {@code W1: 4.18e-10}} */
    @Override
    public String toString() {
        return differences.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s: %.2e", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
