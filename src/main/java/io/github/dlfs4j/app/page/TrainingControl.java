package io.github.dlfs4j.app.page;

import io.github.dlfs4j.mnist.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** One training at a time, the same for all tabs. */
final class TrainingControl {
    private static final Pattern ACTION = Pattern.compile("[a-z]{1,20}");
    /** What the command line may have, but no control characters. */
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,100}");

    private final MainJob job;
    private final SavedTrainings saved;
    /** Held while a training is made ready. */
    private final ReentrantLock start = new ReentrantLock();

    private volatile Optional<TrainingRun> current = Optional.empty();

    TrainingControl(MainJob job, SavedTrainings saved) {
        this.job = job;
        this.saved = saved;
    }

    /** The training that goes on, or was the last. */
    Optional<TrainingRun> run() {
        return current;
    }

    /** Does what a request asks for, and tells the state. */
    Map<String, Object> act(Body body) throws IOException, Refused {
        String action = body.text("action", ACTION);
        switch (action) {
            case "start" -> {
                Map<String, String> options = options(body);
                body.end();
                begin(() -> job.begin(options));
            }
            case "resume" -> {
                Path file = saved.existing(body.text("name", SavedTrainings.NAME));
                Map<String, String> options = options(body);
                body.end();
                begin(() -> job.resume(file, options));
            }
            case "save" -> {
                String name = body.text("name", SavedTrainings.NAME);
                body.end();
                save(any(), saved.toSave(name));
            }
            case "pause", "continue" -> {
                body.end();
                going().pause(action.equals("pause"));
            }
            case "stop" -> {
                body.end();
                going().stop();
            }
            default -> throw new Refused("\"action\" must be start, pause, continue, stop, save or resume");
        }
        return state();
    }

    private static Map<String, String> options(Body body) throws Refused {
        Map<String, String> options = body.texts("options", VALUE);
        options.values().removeIf(String::isBlank);
        return options;
    }

    /** Makes a training ready. */
    private interface Preparation {
        Course prepare() throws Refused;
    }

    private void begin(Preparation preparation) throws IOException, Refused {
        if (!start.tryLock()) {
            throw new Refused(Refused.CONFLICT, "another training is just being started");
        }
        try {
            if (current.isPresent() && !current.get().isOver()) {
                throw new Refused(Refused.CONFLICT, "there is a training already: stop it first");
            }
            Samples test = job.testImages();
            TrainingRun run = new TrainingRun(preparation.prepare(), test);
            current = Optional.of(run);
            Workers.daemons("training").newThread(run).start();
        } finally {
            start.unlock();
        }
    }

    private static void save(TrainingRun run, Path file) throws Refused {
        if (run.phase() == TrainingRun.Phase.FAILED) {
            throw new Refused(Refused.CONFLICT, "a training that has failed is not worth saving");
        }
        try {
            run.betweenSteps(() -> {
                try {
                    run.course().beforeSaving().accept(run.course().trainer());
                    run.course().trainer().save(file);
                    return null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw new Refused(
                    Refused.FAILED, "it cannot be saved: " + e.getCause().getMessage());
        }
    }

    private TrainingRun any() throws Refused {
        return current.orElseThrow(() -> new Refused(Refused.CONFLICT, "there is no training"));
    }

    private TrainingRun going() throws Refused {
        return current.filter(run -> !run.isOver())
                .orElseThrow(() -> new Refused(Refused.CONFLICT, "there is no training"));
    }

    /** Ends the training, if there is one. */
    void close() {
        current.ifPresent(TrainingRun::stop);
    }

    /** The state as the page shows it. */
    Map<String, Object> state() {
        if (current.isEmpty()) {
            return Json.object("phase", "idle", "step", 0, "steps", 0, "message", "", "saved", saved.names());
        }
        TrainingRun run = current.get();
        long step = run.steps();
        long end = Math.max(step, run.course().end());
        OptionalDouble pace =
                run.phase() == TrainingRun.Phase.TRAINING ? run.pace().stepsPerSecond() : OptionalDouble.empty();
        return Json.object(
                "phase", run.phase().name().toLowerCase(Locale.ROOT),
                "step", step,
                "steps", end,
                "secondsLeft", pace.isPresent() ? rounded((end - step) / pace.getAsDouble()) : null,
                "stepsPerSecond", pace.isPresent() ? rounded(pace.getAsDouble()) : null,
                "message", run.message(),
                "title", run.course().model().shape(),
                "options", run.course().options(),
                "unseen", run.course().areTestImages() ? "test" : "validation",
                "evaluated", run.evaluation().map(Evaluation::step).orElse(null),
                "saved", saved.names());
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }
}
