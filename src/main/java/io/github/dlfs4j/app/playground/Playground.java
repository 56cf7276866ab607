package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** A small network and the points of the plane that it learns. Only one thread may use it. */
public final class Playground {
    /** The number of points of each class. */
    public static final int POINTS_OF_A_CLASS = 200;

    private static final int COORDINATES = 2;
    private static final int CLASSES = 2;
    static final double PERCENT = 100;

    private final Dataset train;
    private final Dataset test;
    private final Sequential network;
    private final Optimizer optimizer;
    private final Trainer trainer;

    /** The learning rates by the number of steps before them. */
    private final SortedMap<Long, Double> rates = new TreeMap<>();

    private PlayPlan plan;

    /**
     * How well the network does.
     *
     * @param loss the loss, as the library's networks define it
     * @param accuracy the share of points whose class is right
     */
    public record Score(double loss, double accuracy) {}

    /**
     * Makes the points and a network that has not learned yet.
     *
     * @param plan the plan
     * @param optimizers makes the plan's optimiser from a learning rate
     */
    public Playground(PlayPlan plan, DoubleFunction<Optimizer> optimizers) {
        this.plan = plan;
        rates.put(0L, plan.learning().rate());
        RandomState dataRandom = new RandomState(plan.points().seed());
        Dataset.Split split = plan.points()
                .data()
                .points(POINTS_OF_A_CLASS, plan.points().noise() / PERCENT, dataRandom)
                .split(plan.points().testShare() / PERCENT, dataRandom);
        train = split.train();
        test = split.test();
        RandomState random = new RandomState(plan.seed());
        IntStream hidden = plan.hidden().sizes().stream().mapToInt(Integer::intValue);
        int[] sizes = IntStream.concat(IntStream.concat(IntStream.of(COORDINATES), hidden), IntStream.of(CLASSES))
                .toArray();
        network = MultiLayerNet.ofSizes(sizes)
                .activation(plan.hidden().activation()::layer)
                .initialization(plan.hidden().activation().initialization())
                .weightDecay(plan.learning().weightDecay())
                .build(random);
        optimizer = optimizers.apply(plan.learning().rate());
        trainer = new Trainer(
                network, optimizer, Batches.shuffled(train, plan.learning().batch(), random));
    }

    /** {@return the plan, with the learning rate that was set last} */
    public PlayPlan plan() {
        return plan;
    }

    /** {@return the points to learn from: inputs of shape (n, 2), and labels} */
    public Dataset train() {
        return train;
    }

    /** {@return the points that are kept for the test: inputs of shape (n, 2), and labels} */
    public Dataset test() {
        return test;
    }

    /** {@return the network, which the next steps change} */
    public Sequential network() {
        return network;
    }

    /**
     * Returns the program that makes the same points and network and has made the same steps.
     *
     * @return a class {@code Play}, which prints the losses and the shares of points that are right
     */
    public String program() {
        return PlayProgram.of(plan, optimizer.name(), rates, steps());
    }

    /** {@return the number of steps so far} */
    public long steps() {
        return trainer.steps();
    }

    /** {@return the number of steps in which each point to learn from comes once, at least 1} */
    public int stepsPerEpoch() {
        return trainer.stepsPerEpoch();
    }

    /**
     * Changes the learning rate for the next steps.
     *
     * @param rate the learning rate, above 0
     */
    public void learningRate(double rate) {
        optimizer.learningRate(rate);
        if (rate != plan.learning().rate()) {
            rates.put(steps(), rate);
        }
        plan = plan.withLearningRate(rate);
    }

    /**
     * Makes some steps, at least one.
     *
     * @param most the number of steps
     * @param budget the time after which no other step is begun
     */
    public void learn(long most, Duration budget) {
        long start = System.nanoTime();
        long made = 0;
        do {
            trainer.run(1);
            made++;
        } while (made < most && System.nanoTime() - start < budget.toNanos());
    }

    /**
     * Tells how well the network does.
     *
     * @param points {@link #train() train} or {@link #test() test}
     * @return loss and accuracy
     */
    public Score score(Dataset points) {
        return new Score(points.loss(network), points.accuracy(network));
    }
}
