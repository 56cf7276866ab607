package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.MultiLayerNet;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** A small network and the points of the plane that it learns. Only one thread may use it. */
public final class Playground {
    private static final int CLASSES = 2;

    /** One to learn from, and one for the test. */
    private static final int LEAST_POINTS = 2;

    /** The largest number of lines that a program may have for what was changed. */
    private static final int MOST_CHANGES = 1000;

    private final Dataset train;
    private final Dataset test;
    private final Sequential network;
    private final Optimizer optimizer;
    private final Trainer trainer;

    /** What was changed, by the number of steps before: for each call of a program, the number that it sets. */
    private final SortedMap<Long, Map<String, Double>> changes = new TreeMap<>();

    private double firstRate;
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
        Dataset points = plan.points().data().draw(plan.points().noiseShare(), dataRandom);
        if (!plan.inputs().equals(PlayInput.COORDINATES)) {
            points = points.prepared(PlayInput.preparation(plan.inputs()));
        }
        boolean canLearn = points.size() >= LEAST_POINTS;
        Dataset.Split split = canLearn
                ? points.split(plan.points().testShareOf(points.size()), dataRandom)
                : new Dataset.Split(
                        points,
                        Dataset.of(
                                points.inputs().get(Index.to(0)),
                                points.targets().get(Index.to(0))));
        train = split.train();
        test = split.test();
        RandomState random = new RandomState(plan.seed());
        IntStream hidden = plan.hidden().sizes().stream().mapToInt(Integer::intValue);
        int[] sizes = IntStream.concat(
                        IntStream.concat(IntStream.of(plan.inputs().size()), hidden), IntStream.of(CLASSES))
                .toArray();
        network = MultiLayerNet.ofSizes(sizes)
                .activation(plan.hidden().activation()::layer)
                .initialization(plan.hidden().activation().initialization())
                .weightDecay(plan.learning().weightDecay())
                .build(random);
        optimizer = optimizers.apply(plan.learning().rate());
        trainer = canLearn
                ? new Trainer(
                        network,
                        optimizer,
                        Batches.shuffled(train, plan.learning().batch(), random))
                : null;
    }

    /** {@return the plan, with the learning rate that was set last} */
    public PlayPlan plan() {
        return plan;
    }

    /** {@return whether there are enough points to learn from and for the test} */
    public boolean canLearn() {
        return trainer != null;
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
     * Returns the program that makes the same points and network and has made the same steps and changes. Only a
     * playground that {@linkplain #canLearn() can learn} has one.
     *
     * @return a class {@code Play}, which prints the losses and the shares of points that are right
     */
    public String program() {
        return PlayProgram.of(plan, new PlayProgram.Course(optimizer.name(), firstRate, changes, steps()));
    }

    /** {@return the number of steps so far} */
    public long steps() {
        return canLearn() ? trainer.steps() : 0;
    }

    /** {@return the number of steps in which each point to learn from comes once, at least 1} */
    public int stepsPerEpoch() {
        return canLearn() ? trainer.stepsPerEpoch() : 1;
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
     * @throws IndexOutOfBoundsException if the network has no such weight
     * @throws IllegalStateException if so much was changed that the program would be too long
     */
    public void set(int layer, int neuron, int input, double value) {
        if (changes.values().stream().mapToInt(Map::size).sum() >= MOST_CHANGES) {
            throw new IllegalStateException(Words.PAGE.of("play.changes", MOST_CHANGES));
        }
        Affine affine = (Affine) network.layers().get(2 * layer - 2);
        if (input == 0) {
            affine.bias().at(neuron - 1).set(value);
            change("network.parameters().get(\"b%s\").at(%s).set".formatted(layer, neuron - 1), value);
        } else {
            affine.weights().at(input - 1, neuron - 1).set(value);
            change("network.parameters().get(\"W%s\").at(%s, %s).set".formatted(layer, input - 1, neuron - 1), value);
        }
    }

    /**
     * Makes some steps, at least one, if there are points enough.
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
