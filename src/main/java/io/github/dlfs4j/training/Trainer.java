package io.github.dlfs4j.training;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MapOrder;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.optimizer.GradientClipping;
import io.github.dlfs4j.optimizer.LearningRateSchedule;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.state.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * The training loop of sections 4.5 and 5.7.4: take a batch, compute the gradients, update the parameters.
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
 * <p>Add other things, such as progress, checkpoints or an early stop, as actions that run {@link #every every} so many
 * steps. Steps are counted from the very first, so a resumed training runs an action where the first training would
 * have.
 *
 * <p>Each step after the first has an {@link ArrayScope}: outputs of layers and gradients reuse the memory of the step
 * before, and are no longer valid after their step. For a {@code TwoLayerNet} of 784-50-10 and batches of 100 images
 * they take less than 5 MiB. Parameters and statistics stay, and so does everything that layers and optimisers make in
 * the first step. A layer or an optimiser of your own that makes an array later and needs it longer copies it by
 * {@link NDArray#keep() keep}.
 *
 * <p>Only one thread may use a trainer; any thread may call {@link #stop stop}.
 */
public final class Trainer {
    private final Network network;
    private final Optimizer optimizer;
    private final Batches batches;
    private final List<Action> actions = new ArrayList<>();
    private String description = "";
    private LearningRateSchedule schedule;
    private double largestNorm = Double.POSITIVE_INFINITY;
    private boolean asTheBook;
    private boolean saves;
    private volatile boolean stopped;
    private long steps;
    private Batch lastBatch;

    /** An action, and the numbers of steps after which it is due. */
    private record Action(LongPredicate isDue, Consumer<Trainer> consumer) {}

    /**
     * Creates a trainer.
     *
     * @param network the network that learns
     * @param optimizer the optimiser that updates its parameters
     * @param batches the batches to learn from, one for each step
     */
    public Trainer(Network network, Optimizer optimizer, Batches batches) {
        this.network = Objects.requireNonNull(network, "network");
        this.optimizer = Objects.requireNonNull(optimizer, "optimizer");
        this.batches = Objects.requireNonNull(batches, "batches");
    }

    /**
     * Sets a description, which every checkpoint keeps. It can tell a program how to make the network again; training
     * does not depend on it.
     *
     * @param text any text of up to 1 MiB in UTF-8; empty by default
     * @return this trainer
     */
    public Trainer describe(String text) {
        description = Objects.requireNonNull(text, "text");
        return this;
    }

    /**
     * Sets a schedule for the learning rate. Before each step the optimiser gets the rate of that step.
     *
     * <p>A checkpoint does not keep the schedule. A training that is resumed with the same schedule continues as if it
     * had never ended, since a rate depends on the number of the step alone. A training that is resumed without a
     * schedule continues with the last rate.
     *
     * @param rates the learning rate of each step
     * @return this trainer
     */
    public Trainer learningRate(LearningRateSchedule rates) {
        schedule = Objects.requireNonNull(rates, "rates");
        return this;
    }

    /**
     * Makes gradients shorter before an update if their norm is above a bound, by {@link GradientClipping#clipped
     * GradientClipping.clipped}. A checkpoint does not keep the bound, so set it again when you resume.
     *
     * @param maxNorm the largest norm of all gradients together, above 0
     * @return this trainer
     * @throws IllegalArgumentException {@code the largest norm of gradients must be above 0, but is 0.0}
     */
    public Trainer clipGradients(double maxNorm) {
        largestNorm = GradientClipping.checkedNorm(maxNorm);
        return this;
    }

    /**
     * Adds an action that runs after each step whose number is a multiple of the period. Several actions of one step
     * run in the order in which they were added.
     *
     * @param period the number of steps from one run of the action to the next; {@link #stepsPerEpoch() stepsPerEpoch}
     *     for an epoch
     * @param action the action, which gets this trainer; its exceptions end the training
     * @return this trainer
     * @throws IllegalArgumentException {@code an action needs a period of at least 1 step, not 0}
     */
    public Trainer every(long period, Consumer<Trainer> action) {
        if (period < 1) {
            throw new IllegalArgumentException("an action needs a period of at least 1 step, not " + period);
        }
        actions.add(new Action(count -> count % period == 0, Objects.requireNonNull(action, "action")));
        return this;
    }

    /**
     * Adds an action that runs once an epoch, such as an evaluation: after the last step of the epoch, or after its
     * first step if epochs are {@link #epochsAsTheBook() as in the book}.
     *
     * @param action the action, which gets this trainer; its exceptions end the training
     * @return this trainer
     */
    public Trainer everyEpoch(Consumer<Trainer> action) {
        actions.add(new Action(this::isEvaluated, Objects.requireNonNull(action, "action")));
        return this;
    }

    /**
     * Stops the training when a condition holds. It is checked once an epoch, as {@link #everyEpoch everyEpoch} says;
     * {@link EarlyStop} stops when a metric no longer gets better.
     *
     * <pre>{@code
     * trainer.stopWhen(t -> validation.accuracy(network) > 0.99);
     * }</pre>
     *
     * @param condition whether to stop
     * @return this trainer
     */
    public Trainer stopWhen(Predicate<Trainer> condition) {
        Objects.requireNonNull(condition, "condition");
        return everyEpoch(trainer -> {
            if (condition.test(trainer)) {
                trainer.stop();
            }
        });
    }

    private boolean isEvaluated(long count) {
        return asTheBook ? (count - 1) % batches.exactPerEpoch() == 0 : count % batches.perEpoch() == 0;
    }

    /**
     * Counts epochs as the book's {@code Trainer} does, so that lists of accuracies are those of the book. There are
     * two differences. First, actions of an epoch run after its first step, not after its last; so the first accuracy
     * is that of a network that has learned one batch. Second, an epoch of {@link Batches#random random} batches may
     * have a fraction of a step: with batches of 100 from 250 samples it has 2.5 steps, and four epochs have 10.
     * Actions then run only for epochs that begin with a whole step, here after steps 1 and 6.
     *
     * @return this trainer
     */
    public Trainer epochsAsTheBook() {
        asTheBook = true;
        return this;
    }

    /**
     * Saves a checkpoint every so many steps. If the file cannot be written, training ends with an
     * {@link UncheckedIOException}; the last checkpoint is still there.
     *
     * <p>A training whose checkpoints no file can hold, because it has too many arrays, is refused here, or after its
     * first step if it is the optimiser that has too many.
     *
     * @param period the number of steps from one checkpoint to the next
     * @param file the file, replaced each time
     * @return this trainer
     * @throws IllegalArgumentException {@code an action needs a period of at least 1 step, not 0}, or {@code this
     *     training cannot be saved: an archive holds at most 10000 arrays}
     */
    public Trainer saveEvery(long period, Path file) {
        Objects.requireNonNull(file, "file");
        checkCanBeSaved();
        every(period, trainer -> {
            try {
                trainer.save(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        saves = true;
        return this;
    }

    private void checkCanBeSaved() {
        try {
            checkpoint().checkCanBeWritten();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this training cannot be saved: " + e.getMessage(), e);
        }
    }

    /**
     * Trains for a number of steps, or until {@link #stop stop} is called.
     *
     * @param count the number of steps
     * @return whether all steps were made; after a stop, the actions of the last step have run too. If a step throws,
     *     all that is of this library is as after the step before, and the next step takes the same batch
     * @throws IllegalArgumentException {@code the number of steps must not be negative, but is -1}, or if the samples
     *     do not fit the network, or after the first step {@code this training cannot be saved: an archive holds at
     *     most 10000 arrays}, if it is to be saved every so many steps
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
     * Trains for a number of epochs of {@link #stepsPerEpoch() stepsPerEpoch} steps, or as {@link #epochsAsTheBook()
     * the book counts} them. A training that was restored from the middle of an epoch also ends in the middle of one.
     *
     * @param count the number of epochs
     * @return as for {@link #run run}
     * @throws IllegalArgumentException as for {@link #run run}
     */
    public boolean runEpochs(int count) {
        return run(asTheBook ? (long) (count * batches.exactPerEpoch()) : (long) count * stepsPerEpoch());
    }

    private void step() {
        Batch spent = lastBatch;
        lastBatch = null; // if the step is refused, the next one is the first again
        lastBatch = Transaction.of(() -> learned(spent));
        steps++;
        if (spent == null && saves) {
            checkCanBeSaved();
        }
        for (Action action : actions) {
            if (action.isDue().test(steps)) {
                action.consumer().accept(this);
            }
        }
    }

    /** Learns the next batch, and returns it. */
    @SuppressWarnings("try") // nothing uses the scope; it only has to be open
    private Batch learned(Batch spent) {
        Batch batch = spent == null ? batches.next() : batches.next(spent);
        // Layers and optimisers keep what they make in the first step.
        try (ArrayScope scope = spent == null ? null : ArrayScope.open()) {
            Map<String, NDArray> gradients = network.gradient(batch.x(), batch.t());
            if (schedule != null) {
                optimizer.learningRate(schedule.rate(steps));
            }
            optimizer.update(MapOrder.of(network.parameters()), GradientClipping.clipped(gradients, largestNorm));
        }
        return batch;
    }

    /**
     * Ends training after the current step and its actions. If no training is running, the next one ends before its
     * first step. An action may call this as an early stop; any thread may call it.
     */
    public void stop() {
        stopped = true;
    }

    /** {@return the number of steps so far, including those before a checkpoint} */
    public long steps() {
        return steps;
    }

    /** {@return the number of steps in an epoch: {@link Batches#perEpoch() perEpoch} of the batches, at least 1} */
    public int stepsPerEpoch() {
        return batches.perEpoch();
    }

    /**
     * Returns the number of the epoch that the last step belongs to, including epochs before a checkpoint. In an action
     * of {@link #everyEpoch everyEpoch} it is 1 at first, then 2, and so on:
     *
     * <pre>{@code
     * trainer.everyEpoch(t -> System.out.printf("epoch %d: loss %.4f%n", t.epoch(), t.loss().item()));
     * }</pre>
     *
     * @return from 1; 0 before the first step
     */
    public long epoch() {
        return (long) Math.ceil(steps / (asTheBook ? batches.exactPerEpoch() : batches.perEpoch()));
    }

    /** Returns the network that learns. */
    Network network() {
        return network;
    }

    /**
     * Computes the loss of the last step's batch after the update, as in the book's lists of losses. It takes a forward
     * pass. The loss is an array; {@code printf} needs its number, {@code loss().item()}.
     *
     * <p>Once the loss is not finite, the training has failed: its state cannot be restored. To keep the last good
     * checkpoint, add an action that throws an exception before {@link #saveEvery saveEvery}:
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
     * @return a 0-d array; {@code item()} is the number
     * @throws IllegalStateException {@code no step has been made}, by this trainer, or since one was refused
     */
    public NDArray loss() {
        checkBegun();
        return network.loss(lastBatch.x(), lastBatch.t());
    }

    /**
     * Computes the loss of the last step's batch with the network as it is in training: dropout draws again, and batch
     * normalisation uses the statistics of the batch. The book's deep network, section 8.1, records this loss instead
     * of {@link #loss loss}. To draw the same random numbers as the book's training, call it in an action for every
     * step.
     *
     * @return a 0-d array; {@code item()} is the number
     * @throws IllegalStateException {@code no step has been made}, by this trainer, or since one was refused
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

    /** {@return the state after the last step, a checkpoint which later steps do not change} */
    public Checkpoint checkpoint() {
        return new Checkpoint(steps, description, network, optimizer, batches.state());
    }

    /**
     * Restores a saved state, from which this training continues as the saved one would have. The state includes the
     * learning rate. The kind of network, the class of the optimiser, the size of the batches and the number of samples
     * must be the same.
     *
     * @param checkpoint the state
     * @throws IllegalArgumentException if the state is that of another kind of training, such as {@code batches of 50
     *     from 60000 samples instead of 100 from 60000}, or if a value is missing, not finite or out of range, such as
     *     {@code optimizer/v/W1 is missing from the state of Momentum}; then nothing is changed
     */
    public void restore(Checkpoint checkpoint) {
        checkpoint.checkFits(network);
        if (!checkpoint.optimizer().equals(optimizer.name())) {
            throw new IllegalArgumentException(
                    "optimiser %s instead of %s".formatted(Excerpt.of(checkpoint.optimizer()), optimizer.name()));
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
     * @param file the file; an existing file is replaced as a whole, so that it always holds either the old state or
     *     the new one
     * @throws IllegalArgumentException {@code an archive holds at most 10000 arrays}; {@link #saveEvery saveEvery}
     *     finds that out before the training, and so does a first {@code save} before the first step
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public void save(Path file) throws IOException {
        checkpoint().write(file);
    }

    /**
     * Restores a state from a file, {@code restore(Checkpoint.read(file))}.
     *
     * @param file the file
     * @throws FileFormatException if the file is not a checkpoint, or if {@link #restore restore} refuses it; the
     *     message names the file and what was expected, and nothing is changed
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
