package io.github.dlfs4j.app.playground;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a playground is made of. Two playgrounds of the same plan learn the same numbers.
 *
 * @param points the points to tell apart
 * @param inputs what the network sees of a point, at least one
 * @param hidden the hidden layers
 * @param learning how the network learns
 * @param seed the seed of the first weights and of the order of the points
 */
public record PlayPlan(Points points, List<PlayInput> inputs, Hidden hidden, Learning learning, int seed) {
    /** {@return the number of inputs, the neurons of each hidden layer, and the number of scores} */
    public List<Integer> sizes() {
        return Stream.of(List.of(inputs.size()), hidden.sizes, List.of(2))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Makes a plan of a network that sees the coordinates.
     *
     * @param points the points to tell apart
     * @param hidden the hidden layers
     * @param learning how the network learns
     * @param seed the seed of the first weights and of the order of the points
     */
    public PlayPlan(Points points, Hidden hidden, Learning learning, int seed) {
        this(points, PlayInput.COORDINATES, hidden, learning, seed);
    }

    /**
     * The points to tell apart.
     *
     * @param data where they come from
     * @param noise the noise in percent, the standard deviation by which a point of the plane is moved
     * @param testShare the share of points that are kept for the test, in percent
     * @param seed the seed of the points, and of which of them are for the test
     */
    public record Points(PlayPoints data, int noise, int testShare, int seed) {
        private static final int HALF = 50;

        /** Makes points without noise, half of them for the test. */
        Points(PlayData data) {
            this(data, 0, HALF, 0);
        }
    }

    /**
     * The hidden layers.
     *
     * @param sizes their numbers of neurons
     * @param activation their activation function
     */
    public record Hidden(List<Integer> sizes, PlayActivation activation) {}

    /**
     * How the network learns.
     *
     * @param optimizer the name of the optimiser on the command line
     * @param rate the learning rate
     * @param batch the number of points of a step
     * @param weightDecay the strength of the weight decay; 0 for none
     */
    public record Learning(String optimizer, double rate, int batch, double weightDecay) {
        private static final int USUAL_BATCH = 10;

        /** Makes batches of ten, without weight decay. */
        Learning(String optimizer, double rate) {
            this(optimizer, rate, USUAL_BATCH, 0);
        }
    }

    /**
     * {@return the same plan with another learning rate, the one value that may change while a network learns}
     *
     * @param rate the learning rate
     */
    public PlayPlan withLearningRate(double rate) {
        Learning faster = new Learning(learning.optimizer, rate, learning.batch, learning.weightDecay);
        return new PlayPlan(points, inputs, hidden, faster, seed);
    }
}
