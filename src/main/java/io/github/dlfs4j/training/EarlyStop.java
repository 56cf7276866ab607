package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.state.NamedArrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * An action for {@link Trainer#everyEpoch Trainer.everyEpoch} or {@link Trainer#every Trainer.every} that stops a
 * training when it no longer gets better. The constructor takes a metric that should grow, such as an accuracy, and
 * {@link #ofLoss ofLoss} one that should fall, such as a loss.
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
 * <p>The network is then that of the last step. With {@link #keepBest keepBest}, {@link #restoreBest restoreBest} makes
 * it that of the best check again:
 *
 * <pre>{@code
 * RandomState random = new RandomState(0);
 * NDArray x = random.uniform(-3, 3, 40, 1);
 * Dataset.Split sine = Dataset.of(x, x.sin().add(random.randn(40, 1).mul(0.3))).split(0.5, random);
 * Initialization xavier = Initialization.xavier();
 * Sequential network = new Sequential(
 *         new IdentityWithLoss(), Affine.of(1, 50, xavier, random), new Tanh(), Affine.of(50, 1, xavier, random));
 * EarlyStop stop = EarlyStop.ofLoss(10, t -> sine.test().loss(network)).keepBest();
 * new Trainer(network, new Adam(0.02), Batches.shuffled(sine.train(), 5, random)).everyEpoch(stop).runEpochs(1000);
 * System.out.println(sine.test().loss(network) == stop.best());
 * stop.restoreBest();
 * System.out.println(sine.test().loss(network) == stop.best());
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * false
 * true
 * }</pre>
 *
 * <p>A checkpoint does not keep what an early stop has seen: the patience of a resumed training begins again.
 */
public final class EarlyStop implements Consumer<Trainer> {
    private final int patience;
    private final ToDoubleFunction<Trainer> metric;
    private final boolean falls;
    private double best;
    private int checksSinceBest;
    private boolean keeps;
    private Network network;
    private Map<String, NDArray> kept;

    /**
     * Creates an early stop for a metric that should grow.
     *
     * @param patience the number of checks without a better value after which the training stops
     * @param metric the metric that should grow, such as the accuracy on samples that are not used for training; for a
     *     loss see {@link #ofLoss ofLoss}
     * @throws IllegalArgumentException {@code patience needs at least 1 check, not 0}
     */
    public EarlyStop(int patience, ToDoubleFunction<Trainer> metric) {
        this(patience, metric, false);
    }

    private EarlyStop(int patience, ToDoubleFunction<Trainer> metric, boolean falls) {
        if (patience < 1) {
            throw new IllegalArgumentException("patience needs at least 1 check, not " + patience);
        }
        this.patience = patience;
        this.metric = Objects.requireNonNull(metric, "metric");
        this.falls = falls;
        best = falls ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }

    /**
     * Creates an early stop for a metric that should fall.
     *
     * @param patience the number of checks without a smaller value after which the training stops
     * @param loss the metric that should fall, such as the loss of samples that are not used for training
     * @return a new early stop
     * @throws IllegalArgumentException {@code patience needs at least 1 check, not 0}
     */
    public static EarlyStop ofLoss(int patience, ToDoubleFunction<Trainer> loss) {
        return new EarlyStop(patience, Objects.requireNonNull(loss, "loss"), true);
    }

    /**
     * Copies the parameters and statistics of the network at each check that is better than all before, for
     * {@link #restoreBest restoreBest}.
     *
     * @return this early stop
     */
    public EarlyStop keepBest() {
        keeps = true;
        return this;
    }

    /**
     * Checks the metric, and stops the training if the best value is too long ago.
     *
     * @param trainer the trainer
     */
    @Override
    public void accept(Trainer trainer) {
        double value = metric.applyAsDouble(Objects.requireNonNull(trainer, "trainer"));
        if (falls ? value < best : value > best) {
            best = value;
            checksSinceBest = 0;
            if (keeps) {
                keep(trainer.network());
            }
            return;
        }
        checksSinceBest++;
        if (checksSinceBest >= patience) {
            trainer.stop();
        }
    }

    private void keep(Network trained) {
        network = trained;
        kept = NamedArrays.mapped(trained.state(), NDArray::copy);
    }

    /**
     * {@return the best value so far: the largest; of a loss the smallest; before the first check negative infinity, or
     * infinity for a loss}
     */
    public double best() {
        return best;
    }

    /**
     * Gives the network the parameters and statistics that it had at the best check. The optimiser keeps its state.
     *
     * @throws IllegalStateException {@code nothing was kept: call keepBest before the training}, also if no check was
     *     made, or if each gave NaN
     */
    public void restoreBest() {
        if (kept == null) {
            throw new IllegalStateException("nothing was kept: call keepBest before the training");
        }
        network.state().forEach((name, array) -> array.at(Index.ellipsis()).set(kept.get(name)));
    }
}
