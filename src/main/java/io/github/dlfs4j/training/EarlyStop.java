package io.github.dlfs4j.training;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * An action for {@link Trainer#every Trainer.every} that stops a training when it no longer gets better.
 *
 * <pre>{@code
 * NDArray inputs = NDArray.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
 * Dataset or = Dataset.of(inputs, NDArray.of(0, 1, 1, 1));
 * RandomState random = new RandomState(0);
 * TwoLayerNet network = new TwoLayerNet(2, 8, 2, 1, new Relu(), random);
 * Trainer trainer = new Trainer(network, new SGD(0.5), Batches.shuffled(or, 4, random));
 * EarlyStop stop = new EarlyStop(3, t -> or.accuracy(network));
 * boolean allSteps = trainer.every(10, stop).run(1000);
 * System.out.println(allSteps + ", best: " + stop.best());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * false, best: 1.0
 * }</pre>
 *
 * <p>A checkpoint does not keep what an early stop has seen: the patience of a resumed training begins again.
 */
public final class EarlyStop implements Consumer<Trainer> {
    private final int patience;
    private final ToDoubleFunction<Trainer> metric;
    private double best = Double.NEGATIVE_INFINITY;
    private int checksSinceBest;

    /**
     * Creates an early stop.
     *
     * @param patience the number of checks without a better value after which the training stops
     * @param metric the metric that should grow, such as the accuracy on samples that are not used for training
     * @throws IllegalArgumentException {@code patience needs at least 1 check, not 0}
     */
    public EarlyStop(int patience, ToDoubleFunction<Trainer> metric) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience needs at least 1 check, not " + patience);
        }
        this.patience = patience;
        this.metric = metric;
    }

    /**
     * Checks the metric, and stops the training if the best value is too long ago.
     *
     * @param trainer the trainer
     */
    @Override
    public void accept(Trainer trainer) {
        double value = metric.applyAsDouble(trainer);
        if (value > best) {
            best = value;
            checksSinceBest = 0;
            return;
        }
        checksSinceBest++;
        if (checksSinceBest >= patience) {
            trainer.stop();
        }
    }

    /**
     * Returns the best value so far.
     *
     * @return the best value; negative infinity before the first check
     */
    public double best() {
        return best;
    }
}
