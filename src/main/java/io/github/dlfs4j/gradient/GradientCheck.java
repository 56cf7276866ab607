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
 * How far gradients by backpropagation are from numerical ones, section 5.7.3: the mean of the absolute differences,
 * for each parameter. With float64 a right gradient is off by some 1e-8 or less; a wrong one by much more.
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
 * @param differences the mean absolute difference of each parameter, by its name
 */
public record GradientCheck(Map<String, Double> differences) {
    /**
     * The result of a check.
     *
     * @param differences the mean absolute difference of each parameter, by its name; copied
     */
    public GradientCheck {
        differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
    }

    /**
     * Compares gradients with numerical ones.
     *
     * @param loss the loss as a scalar, computed anew from the parameters each time
     * @param parameters the arrays the loss depends on, by name, float64; changed while this runs, and then as before
     * @param gradients the gradients of the loss to be checked, by the same names and of the same shapes
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
        parameters.forEach((name, parameter) -> {
            NDArray numerical = NumericalGradient.of(changed -> loss.get(), parameter);
            differences.put(name, meanAbsolute(numerical.sub(gradients.get(name))));
        });
        return new GradientCheck(differences);
    }

    private static double meanAbsolute(NDArray difference) {
        return difference.size() == 0 ? 0 : difference.abs().mean().asDouble();
    }

    /**
     * The largest of the differences.
     *
     * @return NaN if one of them is NaN, 0 if there are none
     */
    public double largest() {
        return differences.values().stream().reduce(0.0, Math::max);
    }

    /**
     * Whether all differences are smaller than a bound.
     *
     * @param tolerance the bound
     * @return false if one of them is NaN
     */
    public boolean isBelow(double tolerance) {
        return largest() < tolerance;
    }

    /**
     * A line for each parameter.
     *
     * @return for example {@code W1: 4.18e-10}, the name and the difference
     */
    @Override
    public String toString() {
        return differences.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%s: %.2e", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
