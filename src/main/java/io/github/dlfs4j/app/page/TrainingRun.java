package io.github.dlfs4j.app.page;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.training.EarlyStop;
import io.github.dlfs4j.training.Trainer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A training in a thread of its own. Other threads have it pause, go on and stop, and look at its network between two
 * steps.
 */
final class TrainingRun implements Runnable {
    /** What it is doing. */
    enum Phase {
        TRAINING,
        PAUSED,
        EVALUATING,
        ENDED,
        FAILED
    }

    /** So many points make a curve. */
    private static final int POINTS = 200;

    /** In nanoseconds. */
    private static final long LONGEST_BETWEEN_POINTS = 1_000_000_000;
    /** In seconds. */
    private static final long PATIENCE_OF_OTHERS = 3;
    /** In milliseconds. */
    private static final long LOOK_AGAIN = 50;

    private final Course course;
    private final Samples test;
    private final Points points = new Points();
    private final Pace pace = new Pace();
    /** Held while a step is made. It is fair, so that who waits gets it before the next step. */
    private final ReentrantLock step = new ReentrantLock(true);

    private final Condition later = step.newCondition();
    private volatile boolean pausing;
    private volatile boolean stopping;
    private long timeOfPoint;
    private volatile Phase phase = Phase.TRAINING;
    private volatile String message = "";
    private volatile long steps;
    private volatile Optional<Evaluation> evaluation = Optional.empty();

    TrainingRun(Course course, Samples test) {
        this.course = course;
        this.test = test;
        steps = course.trainer().steps();
    }

    Course course() {
        return course;
    }

    Points points() {
        return points;
    }

    Phase phase() {
        return phase;
    }

    /** Why it has ended; empty before. */
    String message() {
        return message;
    }

    long steps() {
        return steps;
    }

    Pace pace() {
        return pace;
    }

    Optional<Evaluation> evaluation() {
        return evaluation;
    }

    boolean isOver() {
        return phase == Phase.ENDED || phase == Phase.FAILED;
    }

    @Override
    public void run() {
        step.lock();
        try {
            train();
            evaluate(false);
            end(Phase.ENDED, conclusion());
        } catch (OutOfMemoryError e) {
            end(Phase.FAILED, "Java has too little memory for this: start it with a larger -Xmx");
        } catch (RuntimeException | Error e) {
            end(Phase.FAILED, e.getMessage() == null ? e.toString() : e.getMessage());
        } finally {
            step.unlock();
        }
    }

    private void end(Phase last, String why) {
        message = why;
        phase = last;
    }

    private String conclusion() {
        if (steps >= course.end()) {
            return "ended after step " + steps;
        }
        return "stopped after step " + steps + (stopping ? "" : ", since the accuracy no longer got better");
    }

    private void train() {
        Trainer trainer = course.trainer();
        long perEpoch = trainer.stepsPerEpoch();
        trainer.every(1, this::afterStep);
        trainer.every(perEpoch, t -> evaluate(true));
        course.patience()
                .ifPresent(epochs -> trainer.every(
                        perEpoch, new EarlyStop(epochs, t -> points.last().unseenAccuracy())));
        trainer.every(1, this::letOthersIn);
        pace.begin(steps);
        trainer.run(Math.max(0, course.end() - steps));
    }

    private void afterStep(Trainer trainer) {
        course.everyStep().accept(trainer);
        steps = trainer.steps();
        pace.step(steps);
        long now = System.nanoTime();
        boolean isDue = steps % Math.max(1, course.end() / POINTS) == 0 || steps == course.end();
        if (isDue || now - timeOfPoint > LONGEST_BETWEEN_POINTS) {
            timeOfPoint = now;
            points.add(new Points.Point(steps, trainer.loss().asDouble(), Double.NaN, Double.NaN));
        }
    }

    /** What only reads the network may be done meanwhile. */
    private void evaluate(boolean ofEpoch) {
        if (!ofEpoch && evaluation.isPresent() && evaluation.get().step() == steps) {
            return;
        }
        Phase before = phase;
        phase = Phase.EVALUATING;
        step.unlock();
        try {
            evaluation = Optional.of(Evaluation.of(course.model(), steps, test));
            double trainAccuracy =
                    ofEpoch ? course.train().accuracy(course.model().network()) : Double.NaN;
            double unseenAccuracy = course.areTestImages()
                    ? evaluation.get().matrix().accuracy()
                    : course.unseen().accuracy(course.model().network());
            double loss = points.last().loss();
            points.add(new Points.Point(steps, loss, trainAccuracy, unseenAccuracy));
        } finally {
            step.lock();
        }
        phase = before;
        pace.begin(steps);
    }

    /** Nobody needs the lock to say that a pause is over, so this looks again and again. */
    private void pauseUntilToldOtherwise() {
        try {
            while (pausing && !stopping) {
                later.await(LOOK_AGAIN, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Between two steps: whoever waits for the network, and pauses. */
    private void letOthersIn(Trainer trainer) {
        if (step.hasQueuedThreads()) {
            step.unlock();
            step.lock();
        }
        if (pausing && !stopping) {
            evaluate(false);
            phase = Phase.PAUSED;
            pauseUntilToldOtherwise();
            phase = Phase.TRAINING;
            pace.begin(steps);
        }
    }

    /** Ends the training after the step that is being made. */
    void stop() {
        stopping = true;
        course.trainer().stop();
    }

    /** Has it pause after the step that is being made, or go on. */
    void pause(boolean wanted) {
        pausing = wanted;
    }

    /**
     * Does something while no step is made.
     *
     * @throws Refused if a step takes too long to wait for
     */
    <T> T betweenSteps(Supplier<T> work) throws Refused {
        try {
            if (step.tryLock(PATIENCE_OF_OTHERS, TimeUnit.SECONDS)) {
                try {
                    return work.get();
                } finally {
                    step.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refused(Refused.UNAVAILABLE, "the network makes a long step; try again");
    }
}
