package io.github.dlfs4j.training;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.optimizer.LearningRateSchedule;
import io.github.dlfs4j.optimizer.Optimizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * The loop of sections 4.5 and 5.7.4: take a batch, compute the gradients, update the parameters.
 *
 * <pre>{@code
 * NDArray inputs = NDArray.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
 * Dataset xor = Dataset.of(inputs, NDArray.of(0, 1, 1, 0));
 * RandomState random = new RandomState(0);
 * TwoLayerNet network = new TwoLayerNet(2, 8, 2, 1, new Relu(), random);
 * Trainer trainer = new Trainer(network, new SGD(0.5), Batches.shuffled(xor, 2, random));
 * trainer.every(100, t -> System.out.println("step " + t.steps() + ": " + xor.accuracy(network)));
 * trainer.run(300);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * step 100: 1.0
 * step 200: 1.0
 * step 300: 1.0
 * }</pre>
 *
 * <p>What shall happen besides, such as progress, checkpoints or an early stop, is an action {@link #every} so many
 * steps. Steps are counted from the very first, so a training that was resumed acts where it would have acted anyway.
 *
 * <p>Each step but the first is in an {@link ArrayScope}: the outputs of the layers and the gradients lie in the memory
 * of the step before, and end with the step. They take less than 5 MiB for a {@code TwoLayerNet} of 784-50-10 and
 * batches of 100 images. Parameters and statistics outlive it, and what layers and optimisers, own ones too, make in
 * the first step; what they make later and need longer, they copy by {@link NDArray#keep()}.
 *
 * <p>A trainer is used by one thread; {@link #stop} alone may be called from any.
 */
public final class Trainer {
    private final Network network;
    private final Optimizer optimizer;
    private final Batches batches;
    private final List<Action> actions = new ArrayList<>();
    private String description = "";
    private LearningRateSchedule schedule;
    private boolean asTheBook;
    private volatile boolean stopped;
    private long steps;
    private Batch lastBatch;

    /** What is done after a step, if it is due after so many. */
    private record Action(LongPredicate isDue, Consumer<Trainer> consumer) {}

    /**
     * A training that has not begun.
     *
     * @param network learns
     * @param optimizer updates its parameters
     * @param batches are what it learns from, one a step
     */
    public Trainer(Network network, Optimizer optimizer, Batches batches) {
        this.network = network;
        this.optimizer = optimizer;
        this.batches = batches;
    }

    /**
     * Describes the training. Every checkpoint keeps the text, for a program that is to make such a network anew; the
     * training does not depend on it.
     *
     * @param text any text of up to 1 MiB in UTF-8; empty at first
     * @return this trainer
     */
    public Trainer describe(String text) {
        description = text;
        return this;
    }

    /**
     * Has the learning rate follow a schedule: before each step the optimiser gets the rate of that step, whatever rate
     * it had.
     *
     * <p>The schedule is no part of a checkpoint, as the network and the samples are not. A training that is resumed
     * with the same one goes on as if it had never ended, since a rate depends on nothing but the number of the step;
     * one without goes on with the last rate.
     *
     * @param rates the learning rate of each step
     * @return this trainer
     */
    public Trainer learningRate(LearningRateSchedule rates) {
        schedule = rates;
        return this;
    }

    /**
     * Has something done again and again, after the steps whose number is a multiple of the period. Actions of the same
     * step are done in the order in which they were added.
     *
     * @param period how many steps lie between, {@link #stepsPerEpoch()} for an epoch
     * @param action is given this trainer; an exception it throws ends the run
     * @return this trainer
     * @throws IllegalArgumentException {@code an action needs a period of at least 1 step, not 0}
     */
    public Trainer every(long period, Consumer<Trainer> action) {
        if (period < 1) {
            throw new IllegalArgumentException("an action needs a period of at least 1 step, not " + period);
        }
        actions.add(new Action(count -> count % period == 0, action));
        return this;
    }

    /**
     * Has something done once an epoch, mostly an evaluation: after its last step, or after its first one if epochs are
     * {@link #epochsAsTheBook() as in the book}.
     *
     * @param action is given this trainer; an exception it throws ends the run
     * @return this trainer
     */
    public Trainer everyEpoch(Consumer<Trainer> action) {
        actions.add(new Action(this::isEvaluated, action));
        return this;
    }

    private boolean isEvaluated(long count) {
        return asTheBook ? (count - 1) % batches.exactPerEpoch() == 0 : count % batches.perEpoch() == 0;
    }

    /**
     * Takes epochs as the book's {@code Trainer} does, so that lists of accuracies are those of the book. Evaluations
     * come after the first step of an epoch, not after the last; so the first entry is that of a network which has
     * learned one batch. And an epoch of {@link Batches#random} batches has a fraction of a step: 2.5 steps for batches
     * of 100 from 250 samples. Four epochs are 10 steps then; the evaluations come where an epoch begins with a step,
     * after steps 1 and 6.
     *
     * @return this trainer
     */
    public Trainer epochsAsTheBook() {
        asTheBook = true;
        return this;
    }

    /**
     * Saves a checkpoint again and again. If that fails, the run ends with an {@link UncheckedIOException}; the last
     * checkpoint is still there.
     *
     * @param period how many steps lie between
     * @param file the file, replaced each time
     * @return this trainer
     * @throws IllegalArgumentException {@code an action needs a period of at least 1 step, not 0}
     */
    public Trainer saveEvery(long period, Path file) {
        return every(period, trainer -> {
            try {
                trainer.save(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Makes steps until their number is reached or {@link #stop} is called.
     *
     * @param count how many steps
     * @return whether they were all made; if not, no action was left out for it
     * @throws IllegalArgumentException {@code the number of steps must not be negative, but is -1}, or if network and
     *     samples do not fit each other
     */
    public boolean run(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of steps must not be negative, but is " + count);
        }
        long end = steps + count;
        while (steps < end && !stopped) {
            step();
        }
        stopped = false;
        return steps == end;
    }

    /**
     * Makes the steps of some epochs, {@link #stepsPerEpoch()} each, or as {@link #epochsAsTheBook() the book counts}
     * them. After a checkpoint from the middle of an epoch the run ends in the middle of one.
     *
     * @param count how many epochs
     * @return as {@link #run}
     * @throws IllegalArgumentException as {@link #run}
     */
    public boolean runEpochs(int count) {
        return run(asTheBook ? (long) (count * batches.exactPerEpoch()) : (long) count * stepsPerEpoch());
    }

    @SuppressWarnings("try") // the scope is open, that is its use
    private void step() {
        if (schedule != null) {
            optimizer.learningRate(schedule.rate(steps));
        }
        boolean first = lastBatch == null;
        lastBatch = first ? batches.next() : batches.next(lastBatch);
        if (first) {
            learn();
        } else {
            try (ArrayScope scope = ArrayScope.open()) {
                learn();
            }
        }
        steps++;
        for (Action action : actions) {
            if (action.isDue().test(steps)) {
                action.consumer().accept(this);
            }
        }
    }

    private void learn() {
        optimizer.update(network.parameters(), network.gradient(lastBatch.x(), lastBatch.t()));
    }

    /**
     * Ends the run after the step that is being made, with its actions. If no run goes on, the next one ends before its
     * first step. Called by an action it is an early stop; it may be called by any thread.
     */
    public void stop() {
        stopped = true;
    }

    /**
     * How many steps have been made, those before a checkpoint included.
     *
     * @return from 0 on
     */
    public long steps() {
        return steps;
    }

    /**
     * How many whole steps make an epoch.
     *
     * @return from 1 on
     */
    public int stepsPerEpoch() {
        return batches.perEpoch();
    }

    /**
     * The loss of the batch of the last step, computed now: after the update, as the book's lists of losses have it.
     *
     * <p>Once it is not finite the training has failed: its state cannot be restored. An action that is added before
     * {@link #saveEvery} sees it first, and by an exception keeps the last good checkpoint:
     *
     * <pre>{@code
     * trainer.every(100, t -> {
     *     if (!Double.isFinite(t.loss().asDouble())) {
     *         throw new ArithmeticException("the loss is not finite after step " + t.steps());
     *     }
     * });
     * trainer.saveEvery(100, file);
     * }</pre>
     *
     * @return a 0-d array
     * @throws IllegalStateException {@code no step has been made}, by this trainer
     */
    public NDArray loss() {
        checkBegun();
        return network.loss(lastBatch.x(), lastBatch.t());
    }

    /**
     * The loss of the batch of the last step with the network as it is while learning, computed now: dropout draws anew
     * what it drops, and batch normalisation takes the statistics of the batch. The book's deep network, section 8.1,
     * has this loss where others have {@link #loss}; an action for every step that takes it draws what the book's
     * training draws.
     *
     * @return a 0-d array
     * @throws IllegalStateException {@code no step has been made}, by this trainer
     */
    public NDArray trainingLoss() {
        checkBegun();
        return network.trainingLoss(lastBatch.x(), lastBatch.t());
    }

    private void checkBegun() {
        if (lastBatch == null) {
            throw new IllegalStateException("no step has been made");
        }
    }

    /**
     * The state after the last step.
     *
     * @return a checkpoint that later steps do not change
     */
    public Checkpoint checkpoint() {
        return new Checkpoint(
                steps,
                description,
                Networks.architecture(network),
                network.state(),
                optimizer.name(),
                optimizer.state(),
                batches.state());
    }

    /**
     * Takes over a state, from which this training goes on as that one would have. The learning rate is part of it; the
     * network, the class of the optimiser, the size of the batches and the number of samples must be the same.
     *
     * @param checkpoint the state
     * @throws IllegalArgumentException if it is of another kind of training, such as {@code batches of 50 from 60000
     *     samples, where these are of 100 from 60000}, or if a value of it is missing, not finite or out of range, such
     *     as {@code optimizer/v/W1 is missing from the state of Momentum}; then nothing is changed
     */
    public void restore(Checkpoint checkpoint) {
        checkpoint.checkFits(network);
        if (!checkpoint.optimizer().equals(optimizer.name())) {
            throw new IllegalArgumentException("optimiser %s where this one is %s"
                    .formatted(Excerpt.of(checkpoint.optimizer()), optimizer.name()));
        }
        Map<String, NDArray> before = batches.state();
        batches.restore(checkpoint.batches());
        try {
            restoreOptimizer(checkpoint);
        } catch (RuntimeException e) {
            batches.restore(before);
            throw e;
        }
        checkpoint.restore(network);
        steps = checkpoint.steps();
        lastBatch = null;
    }

    private void restoreOptimizer(Checkpoint checkpoint) {
        try {
            optimizer.restore(checkpoint.optimizerState(), network.parameters(), checkpoint.steps());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Checkpoint.IN_OPTIMIZER + e.getMessage(), e);
        }
    }

    /**
     * Saves the state after the last step, {@code checkpoint().write(file)}.
     *
     * @param file the file; one that exists is replaced as a whole, so that at each moment the old state or the new is
     *     there, complete
     * @throws IOException if the file cannot be written; what was there before is as it was
     */
    public void save(Path file) throws IOException {
        checkpoint().write(file);
    }

    /**
     * Goes on from a saved state, {@code restore(Checkpoint.read(file))}.
     *
     * @param file the file
     * @throws FileFormatException if the file is no checkpoint, or one that {@link #restore} refuses; the message names
     *     the file and what was expected; then nothing is changed
     * @throws IOException if the file cannot be read
     */
    public void resume(Path file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        try {
            restore(checkpoint);
        } catch (IllegalArgumentException e) {
            FileFormatException refused =
                    new FileFormatException(file, "a checkpoint of this training", e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }
}
