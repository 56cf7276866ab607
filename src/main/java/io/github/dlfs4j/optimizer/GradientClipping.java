package io.github.dlfs4j.optimizer;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.state.NamedArrays;
import java.util.Map;

/**
 * Shortens gradients that are too long, all by the same factor, so that one unlucky batch does not throw a network far
 * off (Pascanu, Mikolov and Bengio, <i>On the Difficulty of Training Recurrent Neural Networks</i>, 2013). A trainer
 * does so before each update, see {@link io.github.dlfs4j.training.Trainer#clipGradients clipGradients}.
 *
 * <pre>{@code
 * Map<String, NDArray> gradients = Map.of("x", NDArray.of(3.0, 4.0));
 * System.out.println(GradientClipping.norm(gradients));
 * System.out.println(GradientClipping.clipped(gradients, 1));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 5.0
 * {x=[0.6 0.8]}
 * }</pre>
 */
public final class GradientClipping {
    /** The squares of float32 that add up to less may have vanished. */
    private static final double LEAST_SUM = 1e-30;

    private GradientClipping() {}

    /**
     * Computes the norm of all gradients together, the root of the sum of all squares.
     *
     * @param gradients the gradients by name
     * @return the norm; NaN or infinite if an element is, and infinite if no double is as large
     */
    public static double norm(Map<String, NDArray> gradients) {
        Map<String, NDArray> ordered = NamedArrays.nonNull("gradients", gradients);
        double sum = 0;
        for (NDArray gradient : ordered.values()) {
            sum += gradient.square().sum().asDouble();
        }
        boolean isUsual = Double.isNaN(sum) || (sum > LEAST_SUM && sum < Double.POSITIVE_INFINITY);
        return isUsual ? Math.sqrt(sum) : scaledNorm(ordered);
    }

    /** Computes a norm whose squares overflow or vanish. */
    private static double scaledNorm(Map<String, NDArray> gradients) {
        double largest = gradients.values().stream()
                .filter(gradient -> gradient.size() > 0)
                .mapToDouble(gradient -> gradient.abs().max().asDouble())
                .reduce(0, Math::max);
        if (largest == 0 || largest == Double.POSITIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (NDArray gradient : gradients.values()) {
            sum += gradient.astype(DType.FLOAT64).divi(largest).square().sum().asDouble();
        }
        return largest * Math.sqrt(sum);
    }

    /**
     * Makes gradients shorter if their norm is above a bound, as PyTorch's {@code clip_grad_norm_}.
     *
     * @param gradients the gradients by name, which stay as they are
     * @param maxNorm the bound, above 0
     * @return the same arrays if the norm is at most the bound or NaN; otherwise new ones, of the norm {@code maxNorm}
     * @throws IllegalArgumentException {@code the largest norm of gradients must be above 0, but is 0.0}
     */
    public static Map<String, NDArray> clipped(Map<String, NDArray> gradients, double maxNorm) {
        boolean isBounded = checkedNorm(maxNorm) < Double.POSITIVE_INFINITY;
        Map<String, NDArray> ordered = NamedArrays.nonNull("gradients", gradients);
        double norm = isBounded ? norm(ordered) : 0;
        return norm > maxNorm ? NamedArrays.mapped(ordered, gradient -> gradient.mul(maxNorm / norm)) : gradients;
    }

    /**
     * {@return the bound, after refusing one that no gradient is below}
     *
     * @param maxNorm the bound
     * @throws IllegalArgumentException {@code the largest norm of gradients must be above 0, but is 0.0}
     */
    public static double checkedNorm(double maxNorm) {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("the largest norm of gradients must be above 0, but is " + maxNorm);
        }
        return maxNorm;
    }
}
