package io.github.dlfs4j.network;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.gradient.NumericalDerivative;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The central differences <i>(L(w + h) - L(w - h)) / 2h</i> of the loss of a {@link TwoLayerNet} with respect to each
 * of its parameters. They are those of {@link io.github.dlfs4j.gradient.NumericalGradient NumericalGradient}, but
 * nothing is computed again that a single parameter cannot change.
 *
 * <p>The loss is the mean over the rows of the batch. For a row <i>x</i> the network computes
 *
 * <p><i>a1 = x W1 + b1</i>, <i>z1 = f(a1)</i>, <i>a2 = z1 W2 + b2</i>, <i>y</i> = softmax(<i>a2</i>).
 *
 * <p>If <i>W1[i, j]</i> grows by <i>h</i>, then <i>a1[j]</i> grows by <i>h x[i]</i>, and no other sum changes. The
 * scores <i>a2</i> then grow by the growth of <i>z1[j]</i> times row <i>j</i> of <i>W2</i>. If <i>W2[j, k]</i> grows by
 * <i>h</i>, then score <i>k</i> grows by <i>h z1[j]</i>. A bias is a weight whose input is 1. So the scores always move
 * by a number times a direction, and {@link ShiftedLoss} computes the loss of the row. A row whose input is 0, as most
 * pixels are, has the same loss on both sides and needs no computation.
 *
 * <p>The rows of a gradient are computed in parallel. No sum is split, so any number of threads gives the same bits.
 */
final class CentralDifferences {
    private static final double STEP = NumericalDerivative.STEP;

    private final Map<String, NDArray> parameters;
    private final DoubleUnaryOperator f;
    private final int batch;

    /** For each input or neuron, its values in the rows of the batch. */
    private final double[][] x;

    private final double[][] a1;
    private final double[][] z1;
    private final double[][] ones;

    /** The direction in which the scores move, for each hidden neuron ({@code w2}) or output ({@code unit}). */
    private final double[][] w2;

    private final double[][] unit;
    private final ShiftedLoss loss;

    /** The loss of a row of the batch after a change of the weighted sum of one neuron. */
    @FunctionalInterface
    private interface RowLoss {
        double of(int row, int neuron, double change);
    }

    /**
     * Computes the gradients of a network. There are none for an activation function of unknown form, and none for
     * numbers that are not finite; these need the definition.
     *
     * @param activation the activation function of the hidden layer
     */
    static Optional<Map<String, NDArray>> of(TwoLayerNet net, Layer activation, NDArray x, NDArray t) {
        Map<String, NDArray> parameters = net.parameters();
        boolean finite = Double.isFinite(net.loss(x, t).asDouble())
                && isFinite(x)
                && parameters.values().stream().allMatch(CentralDifferences::isFinite);
        return functionOf(activation).filter(f -> finite).map(f -> {
            NDArray rows = x.reshape(
                    x.ndim() == 1 ? 1 : x.shape(0), parameters.get("W1").shape(0));
            return new CentralDifferences(parameters, f, rows, t).gradients();
        });
    }

    /** Returns the activation as a function of one number, if it is a known one; another layer may do anything. */
    private static Optional<DoubleUnaryOperator> functionOf(Layer activation) {
        if (activation instanceof Relu) {
            return Optional.of(Activations::relu);
        }
        if (activation instanceof Sigmoid) {
            return Optional.of(Activations::sigmoid);
        }
        return Optional.empty();
    }

    /** Infinity times 0 is NaN, and so is every sum with it. */
    private static boolean isFinite(NDArray a) {
        return a.mul(0.0).sum().asDouble() == 0;
    }

    /**
     * Computes the forward pass once.
     *
     * @param parameters W1, b1, W2 and b2, of float32 or float64 and finite
     * @param f the activation function of the hidden layer
     * @param x shape (n, inputs), finite
     * @param t the labels, of n elements, or one-hot, of shape (n, outputs)
     */
    private CentralDifferences(Map<String, NDArray> parameters, DoubleUnaryOperator f, NDArray x, NDArray t) {
        NDArray weights = parameters.get("W2");
        NDArray sums = x.dot(parameters.get("W1")).add(parameters.get("b1"));
        NDArray hidden = map(f, sums);
        this.parameters = parameters;
        this.f = f;
        this.batch = x.shape(0);
        this.x = rows(x.transpose());
        this.a1 = rows(sums.transpose());
        this.z1 = rows(hidden.transpose());
        this.ones = rows(NDArray.ones(1, batch));
        this.w2 = rows(weights);
        this.unit = rows(NDArray.eye(weights.shape(1)));
        this.loss = new ShiftedLoss(hidden.dot(weights).add(parameters.get("b2")), t);
    }

    private static NDArray map(DoubleUnaryOperator f, NDArray a) {
        double[] values = Arrays.stream(a.toDoubleArray()).map(f).toArray();
        return NDArray.of(values, a.shape().toArray());
    }

    private static double[][] rows(NDArray matrix) {
        double[] values = matrix.astype(DType.FLOAT64).toDoubleArray();
        int n = matrix.shape(1);
        double[][] rows = new double[matrix.shape(0)][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * n, (i + 1) * n));
        return rows;
    }

    /** Returns the gradients by the names of the parameters. */
    Map<String, NDArray> gradients() {
        Map<String, NDArray> gradients = new LinkedHashMap<>();
        gradients.put("W1", gradient(parameters.get("W1"), x, this::lossOfHidden));
        gradients.put("b1", gradient(parameters.get("b1"), ones, this::lossOfHidden));
        gradients.put("W2", gradient(parameters.get("W2"), z1, this::lossOfOutput));
        gradients.put("b2", gradient(parameters.get("b2"), ones, this::lossOfOutput));
        return gradients;
    }

    private double lossOfHidden(int row, int j, double change) {
        double changeOfZ1 = f.applyAsDouble(a1[j][row] + change) - z1[j][row];
        return loss.of(row, changeOfZ1, w2[j]);
    }

    private double lossOfOutput(int row, int k, double change) {
        return loss.of(row, change, unit[k]);
    }

    /**
     * Computes the gradient with respect to one parameter.
     *
     * @param parameter the weights from inputs to neurons, of shape (inputs, neurons), or the biases, of shape
     *     (neurons,)
     * @param inputs for each input its values in the rows of the batch
     */
    private NDArray gradient(NDArray parameter, double[][] inputs, RowLoss rowLoss) {
        double[] w = parameter.toDoubleArray();
        double[] gradient = new double[w.length];
        int neurons = parameter.shape(-1);
        IntStream.range(0, inputs.length).parallel().forEach(i -> {
            double[] input = inputs[i];
            int[] rows =
                    IntStream.range(0, batch).filter(row -> input[row] != 0).toArray();
            for (int j = 0; j < neurons; j++) {
                gradient[i * neurons + j] = difference(w[i * neurons + j], input, rows, j, rowLoss);
            }
        });
        return NDArray.of(gradient, parameter.shape().toArray()).astype(parameter.dtype());
    }

    private double difference(double w, double[] input, int[] rows, int neuron, RowLoss rowLoss) {
        // The real steps: w + h and w - h are rounded.
        double above = w + STEP - w;
        double below = w - STEP - w;
        double sum = 0;
        for (int row : rows) {
            sum += rowLoss.of(row, neuron, above * input[row]) - rowLoss.of(row, neuron, below * input[row]);
        }
        return sum / batch / (2 * STEP);
    }
}
