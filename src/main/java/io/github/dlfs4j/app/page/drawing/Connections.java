package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.stream.IntStream;

/**
 * The weights between the inputs and the outputs of a layer. Inputs and outputs are counted in the order of their
 * arrays.
 */
interface Connections {
    /**
     * Some connections of one number.
     *
     * @param shape how they are arranged: (n) or (channels, height, width)
     * @param indices the numbers at their other ends; -1 in the margin around an image
     * @param weights their weights
     */
    @SuppressWarnings("ArrayRecordComponent") // nothing changes or compares the arrays
    record Ends(Shape shape, int[] indices, double[] weights) {}

    /** No connections. */
    Ends NOTHING = new Ends(Shape.of(0), new int[0], new double[0]);

    /** Returns all inputs that an output is computed from. */
    default Ends into(int output) {
        return NOTHING;
    }

    /** Returns the outputs that an input is used for. */
    default Ends outOf(int input) {
        return NOTHING;
    }

    /** Returns the connections of the layer of a stage; none if the layer has neither weights nor windows. */
    static Connections of(Stage stage) {
        if (stage.layer() instanceof Affine affine) {
            return new OfMatrix(affine.weights(), stage.input().shape());
        }
        if (stage.layer() instanceof Convolution convolution) {
            return new WindowConnections(
                    convolution.window(),
                    stage.input(),
                    stage.steps().get(0).values().shape(),
                    convolution.weights());
        }
        if (stage.layer() instanceof Pooling pooling) {
            return new WindowConnections(
                    pooling.window(),
                    stage.input(),
                    stage.steps().get(0).values().shape(),
                    null);
        }
        return new Connections() {};
    }

    /**
     * Every input is connected with every output.
     *
     * @param weights shape (inputs, outputs)
     * @param inputs the shape of the inputs
     */
    record OfMatrix(NDArray weights, Shape inputs) implements Connections {
        @Override
        public Ends into(int output) {
            return all(inputs, weights.get(Index.all(), output));
        }

        @Override
        public Ends outOf(int input) {
            return all(Shape.of(weights.shape(1)), weights.get(input));
        }

        private static Ends all(Shape shape, NDArray weights) {
            return new Ends(shape, IntStream.range(0, weights.size()).toArray(), weights.toDoubleArray());
        }
    }
}
