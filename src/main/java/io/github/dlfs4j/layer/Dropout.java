package io.github.dlfs4j.layer;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.Scales;
import io.github.dlfs4j.state.Transaction;
import java.util.Objects;

/**
 * Dropout, section 6.4.3. Each training step switches off a random part of the neurons, so that no neuron can rely on
 * another (Srivastava et al., <i>Dropout: A Simple Way to Prevent Neural Networks from Overfitting</i>, 2014). For
 * predictions all neurons are on, and {@link #infer infer} scales them by the share that was on in training.
 *
 * <pre>{@code
 * Dropout dropout = new Dropout(0.5, new RandomState(0));
 * System.out.println(dropout.forward(NDArray.of(1.0, 2.0, 3.0, 4.0, 5.0)));
 * System.out.println(dropout.backward(NDArray.ones(5)));
 * System.out.println(dropout.infer(NDArray.of(1.0, 2.0, 3.0, 4.0, 5.0)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [1. 2. 3. 4. 0.]
 * [1. 1. 1. 1. 0.]
 * [0.5 1.  1.5 2.  2.5]
 * }</pre>
 */
@Scales
public final class Dropout extends SerializableLayer {
    private static final long serialVersionUID = 1;

    private final double ratio;
    private final RandomState random;
    private NDArray mask;

    /**
     * Creates a layer.
     *
     * @param ratio the share of neurons to switch off, from 0 to 1
     * @param random the generator: each forward draws {@code rand} in the shape of the input, and a neuron stays on if
     *     its number is above the ratio
     * @throws IllegalArgumentException {@code the ratio of Dropout must be from 0 to 1, not 1.5}
     */
    public Dropout(double ratio, RandomState random) {
        if (!(ratio >= 0 && ratio <= 1)) {
            throw new IllegalArgumentException("the ratio of Dropout must be from 0 to 1, not " + ratio);
        }
        this.ratio = ratio;
        this.random = Objects.requireNonNull(random, "random");
    }

    /**
     * Sets a random part of the input to 0.
     *
     * @param x the input, of any shape
     * @return an array of the shape of x
     */
    @Override
    public NDArray forward(NDArray x) {
        mask = Transaction.before(random).rand(x.shape().toArray()).gt(ratio);
        return x.mul(mask);
    }

    /**
     * Multiplies the input by {@code 1 - ratio}, for predictions.
     *
     * @param x the input, of any shape
     * @return an array of the shape of x
     */
    @Override
    public NDArray infer(NDArray x) {
        return x.mul(1 - ratio);
    }

    @Override
    Variable output(Variable x) {
        return x.mul(1 - ratio);
    }

    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, mask, dout);
        return dout.mul(mask);
    }

    /** {@return the share of neurons that are off in training, from 0 to 1} */
    public double ratio() {
        return ratio;
    }

    @Override
    public String toString() {
        return "Dropout(ratio=%s)".formatted(NDArray.scalar(ratio));
    }

    @Override
    RandomState random() {
        return random;
    }
}
