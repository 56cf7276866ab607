package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.BatchNormalization;
import io.github.dlfs4j.layer.Dropout;
import io.github.dlfs4j.layer.LastLayer;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A plan for a network of several fully connected layers, chapter 6. Its options are those that the chapter tries out:
 * activation functions, first weights, batch normalisation, weight decay and dropout.
 *
 * <pre>{@code
 * MultiLayerNet plan = MultiLayerNet.ofSizes(784, 100, 100, 10).batchNormalization().dropout(0.2);
 * System.out.println(plan);
 * System.out.println(plan.build(new RandomState(0)).parameters().keySet());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * MultiLayerNet of sizes (784, 100, 100, 10): Relu, He's initialisation, batch normalisation, dropout 0.2, SoftmaxWithLoss
 * [W1, b1, gamma1, beta1, W2, b2, gamma2, beta2, W3, b3]
 * }</pre>
 *
 * <p>Each hidden layer is Affine, batch normalisation if wanted, the activation function, and dropout if wanted, in
 * this order. The last layer is Affine alone. A plan is immutable: each method returns a new plan.
 */
public final class MultiLayerNet {
    private final int[] sizes;
    private final Supplier<? extends Layer> activation;
    private final Initialization initialization;
    private final double weightDecay;
    private final boolean batchNormalization;
    private final double dropout;
    private final Supplier<? extends LastLayer> lastLayer;

    private MultiLayerNet(
            int[] sizes,
            Supplier<? extends Layer> activation,
            Initialization initialization,
            double weightDecay,
            boolean batchNormalization,
            double dropout,
            Supplier<? extends LastLayer> lastLayer) {
        this.sizes = sizes;
        this.activation = activation;
        this.initialization = initialization;
        this.weightDecay = weightDecay;
        this.batchNormalization = batchNormalization;
        this.dropout = dropout;
        this.lastLayer = lastLayer;
    }

    /**
     * {@return a plan with ReLU, He's initialisation, softmax with cross entropy as the last layer, and nothing else}
     *
     * @param sizes the numbers of inputs, of neurons in each hidden layer, and of outputs
     * @throws IllegalArgumentException {@code a network needs at least the numbers of inputs and of outputs}
     */
    public static MultiLayerNet ofSizes(int... sizes) {
        if (sizes.length < 2) {
            throw new IllegalArgumentException("a network needs at least the numbers of inputs and of outputs");
        }
        return new MultiLayerNet(sizes.clone(), Relu::new, Initialization.he(), 0, false, 0, SoftmaxWithLoss::new);
    }

    /**
     * {@return a plan with another activation function}
     *
     * @param function a supplier of new layers, for example {@code Sigmoid::new}
     */
    public MultiLayerNet activation(Supplier<? extends Layer> function) {
        Objects.requireNonNull(function, "function");
        return new MultiLayerNet(sizes, function, initialization, weightDecay, batchNormalization, dropout, lastLayer);
    }

    /**
     * Returns a plan with another rule for the first weights. The {@link #dtype dtype} stays that of the plan, whatever
     * the rule has.
     *
     * @param weights the rule
     * @return a plan
     */
    public MultiLayerNet initialization(Initialization weights) {
        return drawn(weights.dtype(initialization.dtype()));
    }

    /**
     * Returns a plan for a network of another dtype. In float32 it has the weights of float64, rounded; see <a
     * href="package-summary.html#float32">float32</a>.
     *
     * @param dtype float32 or float64
     * @return a plan
     * @throws IllegalArgumentException {@code a network computes in float32 or float64, not int64}
     */
    public MultiLayerNet dtype(DType dtype) {
        return drawn(initialization.dtype(dtype));
    }

    private MultiLayerNet drawn(Initialization weights) {
        return new MultiLayerNet(sizes, activation, weights, weightDecay, batchNormalization, dropout, lastLayer);
    }

    /**
     * {@return a plan with weight decay}
     *
     * @param strength the strength λ, see {@link Sequential}
     */
    public MultiLayerNet weightDecay(double strength) {
        return new MultiLayerNet(sizes, activation, initialization, strength, batchNormalization, dropout, lastLayer);
    }

    /** {@return a plan with batch normalisation before each activation function} */
    public MultiLayerNet batchNormalization() {
        return new MultiLayerNet(sizes, activation, initialization, weightDecay, true, dropout, lastLayer);
    }

    /**
     * {@return a plan with dropout after each activation function}
     *
     * @param ratio the share of neurons to switch off; 0 for none
     */
    public MultiLayerNet dropout(double ratio) {
        return new MultiLayerNet(sizes, activation, initialization, weightDecay, batchNormalization, ratio, lastLayer);
    }

    /**
     * {@return a plan with another last layer, such as {@link io.github.dlfs4j.layer.IdentityWithLoss IdentityWithLoss}
     * for a network that predicts numbers}
     *
     * @param end a supplier of new last layers, for example {@code IdentityWithLoss::new}
     */
    public MultiLayerNet lastLayer(Supplier<? extends LastLayer> end) {
        Objects.requireNonNull(end, "end");
        return new MultiLayerNet(sizes, activation, initialization, weightDecay, batchNormalization, dropout, end);
    }

    /**
     * Builds a network that has learned nothing.
     *
     * @param random the generator for the weights, layer by layer, and later for dropout
     * @return a new network of the {@link #dtype dtype}, float64 if none was chosen
     * @throws IllegalArgumentException if the weight decay or the ratio of dropout is out of its range
     */
    public Sequential build(RandomState random) {
        DType dtype = initialization.dtype();
        List<Layer> layers = new ArrayList<>();
        int last = sizes.length - 1;
        for (int i = 1; i <= last; i++) {
            layers.add(Affine.of(sizes[i - 1], sizes[i], initialization, random));
            if (i == last) {
                break;
            }
            if (batchNormalization) {
                layers.add(BatchNormalization.of(sizes[i], dtype));
            }
            layers.add(activation.get());
            if (dropout != 0) {
                layers.add(new Dropout(dropout, random));
            }
        }
        return new Sequential(weightDecay, lastLayer.get(), layers.toArray(Layer[]::new));
    }

    /** {@return the options in one line} */
    @Override
    public String toString() {
        List<String> options = new ArrayList<>(List.of(activation.get().toString(), initialization.toString()));
        if (batchNormalization) {
            options.add("batch normalisation");
        }
        if (dropout != 0) {
            options.add("dropout " + NDArray.scalar(dropout));
        }
        if (weightDecay != 0) {
            options.add("weight decay " + NDArray.scalar(weightDecay));
        }
        options.add(lastLayer.get().toString());
        return "MultiLayerNet of sizes %s%s: %s"
                .formatted(Shape.of(sizes), initialization.inDType(), String.join(", ", options));
    }
}
