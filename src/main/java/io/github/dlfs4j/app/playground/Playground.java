package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** A small network and the points of the plane that it learns. Only one thread may use it. */
public final class Playground {
    /** The number of points of each class. */
    public static final int POINTS_OF_A_CLASS = 200;

    static final double PERCENT = 100;

    private final Dataset train;
    private final Dataset test;
    private final Sequential network;

    private final Trainer trainer;

    final Optimizer optimizer;

    /** What was changed, by the number of steps before: for each call of a program, the number that it sets. */
    final SortedMap<Long, Map<String, Double>> changes = new TreeMap<>();

    /** The share of points for the test: at least one of them, but not all. */
    final double testShare;

    double firstRate;
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
        firstRate = plan.learning().rate();
        RandomState dataRandom = new RandomState(plan.points().seed());
        Dataset points = plan.points()
                .data()
                .points(POINTS_OF_A_CLASS, plan.points().noise() / PERCENT, dataRandom)
                .prepared(PlayInput.preparation(plan.inputs().toArray(PlayInput[]::new)));
        double one = 1.0 / points.size();
        testShare = Math.min(Math.max(plan.points().testShare() / PERCENT, one), 1 - one);
        Dataset.Split split = points.split(testShare, dataRandom);
        train = split.train();
        test = split.test();
        RandomState random = new RandomState(plan.seed());
        network = MultiLayerNet.ofSizes(
                        plan.sizes().stream().mapToInt(Integer::intValue).toArray())
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
     * Returns the program that makes the same points and network and has made the same steps and changes.
     *
     * @return a class {@code Play}, which prints the losses and the shares of points that are right
     */
    public String program() {
        return PlayProgram.of(this);
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
        if (steps() == 0) {
            firstRate = rate;
        } else if (rate != plan.learning().rate()) {
            change("optimizer.learningRate", rate);
        }
        plan = plan.withLearningRate(rate);
    }

    private void change(String call, double value) {
        changes.computeIfAbsent(steps(), step -> new LinkedHashMap<>()).put(call, value);
    }

    /**
     * Sets a weight or bias, with which the next steps go on.
     *
     * @param layer the number of the layer, from 1
     * @param neuron the number of the neuron in it, from 1
     * @param input which of its inputs the weight is for, from 1; 0 for the bias
     * @param value the value
     */
    public void set(int layer, int neuron, int input, double value) {
        String name = (input == 0 ? "b" : "W") + layer;
        int[] place = input == 0 ? new int[] {neuron - 1} : new int[] {input - 1, neuron - 1};
        network.parameters().get(name).at(place).set(value);
        String index = Arrays.toString(place).replaceAll("[\\[\\]]", "");
        change("network.parameters().get(\"%s\").at(%s).set".formatted(name, index), value);
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
