package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The plane as a grid of square cells, row by row from the top left. A network and its neurons answer for the middle of
 * each cell.
 */
public final class Plane {
    /** Both coordinates go from minus this to this. */
    public static final double REACH = 3;

    private final int width;
    private final NDArray middles;

    /**
     * What a network answers over the plane.
     *
     * @param inputs its inputs, of shape (inputs, width, width)
     * @param layers the output of each hidden layer, and the scores; each of shape (neurons, width, width)
     * @param probability the probability of class 1, of shape (width, width)
     */
    public record Answers(NDArray inputs, List<NDArray> layers, NDArray probability) {}

    /**
     * Divides the plane into cells.
     *
     * @param width the number of cells in a row and in a column
     */
    public Plane(int width) {
        this.width = width;
        double half = REACH / width;
        NDArray places = NDArray.linspace(half - REACH, REACH - half, width);
        NDArray[] grid = NDArray.meshgrid(places, places.neg());
        middles = NDArray.stack(1, grid[0].flatten(), grid[1].flatten());
    }

    /**
     * Asks a network for all cells at once.
     *
     * @param network a network of {@code Affine} layers and activation functions in turn, for two classes
     * @param preparation makes its inputs of points
     * @return its answers
     */
    public Answers answers(Sequential network, UnaryOperator<NDArray> preparation) {
        List<NDArray> layers = new ArrayList<>();
        NDArray inputs = preparation.apply(middles);
        NDArray out = inputs;
        for (Layer layer : network.layers()) {
            out = layer.infer(out);
            if (!(layer instanceof Affine)) {
                layers.add(overThePlane(out));
            }
        }
        layers.add(overThePlane(out));
        NDArray probability = Activations.softmax(out).get(Index.all(), 1);
        return new Answers(overThePlane(inputs), layers, probability.reshape(width, width));
    }

    private NDArray overThePlane(NDArray outputs) {
        return outputs.transpose().reshape(-1, width, width);
    }
}
