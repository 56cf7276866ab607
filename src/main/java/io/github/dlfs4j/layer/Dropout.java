package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.Objects;

/**
 * Dropout, section 6.4.3: in each step of learning a random part of the neurons is switched off, so that none can rely
 * on another (Srivastava et al., <i>Dropout: A Simple Way to Prevent Neural Networks from Overfitting</i>, 2014). When
 * learning is over, all take part, each scaled by the share that took part before.
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
public final class Dropout extends SerializableLayer {
    private static final long serialVersionUID = 1;

    private final transient double ratio;
    private final transient RandomState random;
    private transient NDArray mask;

    /**
     * A layer without parameters.
     *
     * @param ratio the share of neurons to switch off, from 0 to 1
     * @param random draws {@code rand} of the input's shape in each forward; a neuron stays on where the number is
     *     above the ratio
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
     * The input with a random part of it 0.
     *
     * @param x the input, of any shape
     * @return an array of the shape of x
     */
    @Override
    public NDArray forward(NDArray x) {
        mask = random.rand(x.shape().toArray()).gt(ratio);
        return x.mul(mask);
    }

    /**
     * The input times {@code 1 - ratio}, when learning is over.
     *
     * @param x the input, of any shape
     * @return an array of the shape of x
     */
    @Override
    public NDArray infer(NDArray x) {
        return x.mul(1 - ratio);
    }

    @Override
    public NDArray backward(NDArray dout) {
        Upstream.check(this, mask, dout);
        return dout.mul(mask);
    }

    @Override
    public String toString() {
        return "Dropout(ratio=%s)".formatted(NDArray.scalar(ratio));
    }

    @Override
    Serializable form() {
        return new Form(ratio, random);
    }

    private record Form(double ratio, RandomState random) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            return SerializedForm.resolve(() -> new Dropout(ratio, random));
        }
    }
}
