package io.github.dlfs4j.training;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Stops a training that no longer gets better: an action for {@link Trainer#every}.
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
 * <p>What it has seen is not part of a checkpoint: after one its patience begins anew.
 */
public final class EarlyStop implements Consumer<Trainer> {
    private final int patience;
    private final ToDoubleFunction<Trainer> metric;
    private double best = Double.NEGATIVE_INFINITY;
    private int checksSinceBest;

    /**
     * An early stop.
     *
     * @param patience after how many checks without a better value the training stops
     * @param metric what shall get larger, such as the accuracy of samples that are not trained with
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
     * Checks, and stops the training if the best value is too long ago.
     *
     * @param trainer the training
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
     * The best value so far.
     *
     * @return negative infinity before the first check
     */
    public double best() {
        return best;
    }
}
