package io.github.dlfs4j.app.playground;

import java.util.List;

/**
 * What a playground is made of. Two playgrounds of the same plan learn the same numbers.
 *
 * @param data the kind of data
 * @param noise the noise in percent, the standard deviation by which a point of the plane is moved
 * @param testShare the share of points that are kept for the test, in percent
 * @param dataSeed the seed of the points, and of which of them are for the test
 * @param hidden the numbers of neurons of the hidden layers
 * @param activation the activation function of the hidden layers
 * @param optimizer the name of the optimiser on the command line
 * @param learningRate the learning rate
 * @param batch the number of points of a step
 * @param weightDecay the strength of the weight decay; 0 for none
 * @param seed the seed of the first weights and of the order of the points
 */
public record PlayPlan(
        PlayData data,
        int noise,
        int testShare,
        int dataSeed,
        List<Integer> hidden,
        PlayActivation activation,
        String optimizer,
        double learningRate,
        int batch,
        double weightDecay,
        int seed) {
    /** Copies the list. */
    public PlayPlan {
        hidden = List.copyOf(hidden);
    }

    /**
     * Returns the same plan with another learning rate, the one value that may change while a network learns.
     *
     * @param rate the learning rate
     * @return a plan
     */
    public PlayPlan withLearningRate(double rate) {
        return new PlayPlan(
                data, noise, testShare, dataSeed, hidden, activation, optimizer, rate, batch, weightDecay, seed);
    }
}
