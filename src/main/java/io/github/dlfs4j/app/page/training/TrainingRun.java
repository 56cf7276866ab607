package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A training in a thread of its own. Other threads let it pause, continue and stop, and use its network between two
 * steps.
 */
final class TrainingRun implements Runnable, Life.Watcher {
    /** What the training is doing. */
    enum Phase {
        TRAINING,
        PAUSED,
        EVALUATING,
        ENDED,
        FAILED
    }

    /** The number of points of a curve, about. */
    private static final int POINTS = 200;

    /** The longest time between two points, in nanoseconds. */
    private static final long LONGEST_BETWEEN_POINTS = 1_000_000_000;
    /** An accuracy on ten digits that is hardly better than guessing. */
    private static final double NOWHERE = 0.2;
    /** How often a paused training looks whether it may continue, in milliseconds. */
    private static final long LOOK_AGAIN = 50;

    private final int number;
    private final Course course;
    private final Learner learner;
    private final Life life;
    private final Trainer trainer;
    private final Points points = new Points();
    private final StepLock step = new StepLock();
    private volatile Pace pace;
    private volatile boolean pausing;
    private volatile boolean stopping;
    private long timeOfPoint;
    private volatile Phase phase = Phase.TRAINING;
    /** Says why the training has ended; empty before. */
    private volatile Supplier<String> message = () -> "";

    private volatile long steps;
    private volatile Optional<Result> result = Optional.empty();
    private final SavedTrainings saved;
    /** The name that the training was last saved to or resumed from. */
    private volatile Optional<String> name;

    /**
     * An evaluation of the network.
     *
     * @param step the number of steps made before
     * @param verdict what came out
     */
    record Result(long step, Learner.Verdict verdict) {}

    /**
     * @param number counts the trainings of this server
     * @param saved the files to save to
     * @param name the name of the file that the training is resumed from
     */
    TrainingRun(int number, Course course, SavedTrainings saved, Optional<String> name) {
        this.number = number;
        this.course = course;
        learner = course.learner();
        life = course.life();
        trainer = life.trainer();
        this.saved = saved;
        this.name = name;
        steps = trainer.steps();
        pace = Pace.from(steps);
    }

    int number() {
        return number;
    }

    Course course() {
        return course;
    }

    Points points() {
        return points;
    }

    /** Returns the last evaluation. */
    Optional<Result> result() {
        return result;
    }

    /** Returns the state that the page shows. */
    Map<String, Object> state() {
        Phase now = phase;
        long made = steps;
        long end = Math.max(made, life.end());
        Optional<Double> perSecond = now == Phase.TRAINING ? pace.stepsPerSecond() : Optional.empty();
        return JsonWriter.object(
                "phase", now.name().toLowerCase(Locale.ROOT),
                "step", made,
                "steps", end,
                "secondsLeft",
                        perSecond.map(each -> rounded((end - made) / each)).orElse(null),
                "stepsPerSecond", perSecond.map(TrainingRun::rounded).orElse(null),
                "message", message,
                "run", number,
                "title", learner.shape(),
                "name", course.name(),
                "options", course.options(),
                "unseen", learner.unseen(),
                "evaluated", result.map(Result::step).orElse(null),
                "counted", learner.counted().orElse(null));
    }

    /** Returns what the page shows of it when another training has followed. */
    Map<String, Object> curves() {
        return JsonWriter.object(
                "run", number,
                "title", learner.shape(),
                "name", course.name(),
                "unseen", learner.unseen(),
                "points", points.toJson(),
                "smoothed", points.smoothed(),
                "counted", learner.counted().orElse(null));
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }

    boolean isOver() {
        return phase == Phase.ENDED || phase == Phase.FAILED;
    }

    @Override
    public void run() {
        step.take();
        try {
            train();
            evaluate(false);
            end(Phase.ENDED, conclusion());
        } catch (OutOfMemoryError e) {
            end(Phase.FAILED, () -> Words.PAGE.of("train.memory"));
        } catch (Refusal e) {
            end(Phase.FAILED, () -> Words.PAGE.of("train.not.finite", steps));
        } catch (RuntimeException | Error e) {
            end(Phase.FAILED, () -> e.getMessage() == null ? e.toString() : e.getMessage());
        } finally {
            step.release();
        }
    }

    private void end(Phase last, Supplier<String> why) {
        message = why;
        phase = last;
    }

    private Supplier<String> conclusion() {
        if (steps < life.end()) {
            return stopping ? () -> Words.PAGE.of("train.stopped", steps) : life::stoppedEarly;
        }
        boolean isNowhere = result.orElseThrow().verdict().unseen() < NOWHERE;
        return () -> Words.PAGE.of(isNowhere ? "train.nowhere" : "train.ended", steps);
    }

    private void train() {
        learner.period().ifPresent(period -> evaluate(false));
        pace = Pace.from(steps);
        life.run(this);
    }

    @Override
    public String lastGood() {
        return "";
    }

    @Override
    public double afterEpoch() {
        evaluate(true);
        return points.last().unseenAccuracy();
    }

    @Override
    public void afterStep() {
        steps = trainer.steps();
        pace = pace.at(steps);
        long now = System.nanoTime();
        boolean isDue = steps % Math.max(1, life.end() / POINTS) == 0 || steps == life.end();
        if (isDue || now - timeOfPoint > LONGEST_BETWEEN_POINTS) {
            timeOfPoint = now;
            points.add(new Points.Point(steps, trainer.loss().asDouble(), Double.NaN, Double.NaN));
        }
    }

    /** Evaluates the network without the lock, so that other threads can use the network meanwhile. */
    private void evaluate(boolean ofEpoch) {
        if (!ofEpoch && result.isPresent() && result.get().step() == steps) {
            return;
        }
        Phase before = phase;
        phase = Phase.EVALUATING;
        step.release();
        try {
            Learner.Verdict verdict = learner.examiner().examine(steps, ofEpoch);
            result = Optional.of(new Result(steps, verdict));
            points.add(new Points.Point(steps, points.last().loss(), verdict.train(), verdict.unseen()));
        } finally {
            step.take();
        }
        phase = before;
        pace = Pace.from(steps);
    }

    /** Looks again and again whether the pause is over, since nothing signals the end of a pause. */
    private void waitForTheEndOfThePause() {
        try {
            while (pausing && !stopping) {
                step.letOthersIn(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    /** Gives the lock to waiting threads between two steps, and pauses if that is wanted. */
    @Override
    public void beforeNextStep() {
        step.letOthersIn();
        learner.period().filter(period -> steps % period == 0).ifPresent(period -> evaluate(false));
        if (pausing && !stopping) {
            evaluate(false);
            phase = Phase.PAUSED;
            waitForTheEndOfThePause();
            phase = Phase.TRAINING;
            pace = Pace.from(steps);
        }
    }

    /** Stops the training after the current step. */
    void stop() {
        stopping = true;
        trainer.stop();
    }

    /** Pauses the training after the current step, or lets it continue. */
    void pause(boolean wanted) {
        pausing = wanted;
    }

    /**
     * Does work while no step is made.
     *
     * @throws Refused if the current step takes too long
     */
    <T> T betweenSteps(Supplier<T> work) throws Refused {
        step.takeSoon();
        try {
            return work.get();
        } finally {
            step.release();
        }
    }

    /**
     * Saves the state between two steps.
     *
     * @throws Refused if the current step takes too long, the state is not worth saving, or the file is a link
     * @throws IOException if the file cannot be written
     */
    void save(String to) throws IOException, Refused {
        step.takeSoon();
        try {
            write(to);
        } finally {
            step.release();
        }
    }

    private Path write(String to) throws IOException, Refused {
        if (phase == Phase.FAILED) {
            throw Refused.because(Refused.CONFLICT, "has.failed");
        }
        try {
            life.check(lastGood());
        } catch (RuntimeException e) {
            throw new Refused(Refused.CONFLICT, e.getMessage());
        }
        Path file = saved.toSave(to);
        trainer.save(file);
        saved.know(to);
        name = Optional.of(to);
        return file;
    }

    /** Says how to go on, if {@code --resume} does. */
    private String saved(String file) {
        return learner.reader().isPresent() ? Life.saved(file) : "saved: " + file;
    }

    /**
     * Stops the training after the current step, however long that takes, and saves it if it has a file. If it is over
     * already, waits until it is saved, if a request does that now.
     *
     * @return lines for the user that say so
     * @throws Refused if the file is a link
     * @throws IOException if the file cannot be written
     */
    List<String> stopAndSave() throws IOException, Refused {
        boolean wasOver = isOver();
        stop();
        step.take();
        try {
            if (wasOver) {
                return List.of();
            }
            String interrupted = life.interrupted();
            if (phase == Phase.FAILED) {
                return List.of("not saved: " + message.get());
            }
            return name.isEmpty()
                    ? List.of(interrupted, "not saved, since it was not saved on the page before")
                    : List.of(
                            interrupted, saved(write(saved.ownName(name.get())).toString()));
        } finally {
            step.release();
        }
    }
}
