package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.EventStreams;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.app.page.server.Server;
import io.github.dlfs4j.file.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** The view "Train". It starts and controls the training, of which there is one at a time, the same in all tabs. */
public final class TrainingControl implements AutoCloseable {
    private static final int MOST_STREAMS = 128;
    private static final int MOST_EARLIER = 3;
    private static final Pattern ACTION = Pattern.compile("[a-z]{1,20}");
    /** Any value that the command line may have, without control characters. */
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,100}");

    private final TrainingJob job;
    private final SavedTrainings saved;
    /** Held while a training is being prepared. */
    private final ReentrantLock start = new ReentrantLock();

    private final EventStreams streams;
    /**
     * What the page shows of the trainings before, by their numbers. Their networks and data are not kept. A new one
     * replaces the oldest when there are too many.
     */
    private final NavigableMap<Integer, Map<String, Object>> earlier = new ConcurrentSkipListMap<>();

    private volatile Optional<TrainingRun> current = Optional.empty();

    /**
     * Prepares the view, in which nothing is trained yet.
     *
     * @param job makes the trainings
     * @param saves the folder that trainings are saved to; created when the first one is saved
     */
    public TrainingControl(TrainingJob job, Path saves) {
        this.job = job;
        saved = new SavedTrainings(saves);
        streams = new EventStreams(MOST_STREAMS, EventStreams.PERIOD, new TrainingEvents(this));
    }

    /**
     * Returns what answers the view's requests.
     *
     * @return the routes by their paths
     */
    public Map<String, Route> routes() {
        Results results = new Results(this);
        return Map.of(
                "/api/options",
                        Route.get(() -> Reply.json(
                                job.fields().stream().map(Field::toJson).toList())),
                "/api/training", Route.of(() -> Reply.json(state()), this::act),
                "/api/events", Route.events(streams::serve),
                "/api/runs", Route.get(() -> Reply.json(earlier.values())),
                "/api/evaluation", Route.get(results::evaluation),
                "/api/cell", Route.post(results::cell),
                "/api/weights", Route.get(results::weights));
    }

    /** Returns the training that is running, or else the last one. */
    Optional<TrainingRun> run() {
        return current;
    }

    /** Does what a request asks for, and returns the new state. */
    Map<String, Object> act(Body body) throws Refused {
        try {
            act(body, body.text("action", ACTION));
        } catch (IOException e) {
            throw new Refused(Refused.FAILED, job.trouble(e));
        }
        return state();
    }

    private void act(Body body, String action) throws IOException, Refused {
        switch (action) {
            case "start", "resume" -> {
                Optional<String> name =
                        action.equals("start") ? Optional.empty() : Optional.of(body.text("name", SavedTrainings.NAME));
                Map<String, String> options = options(body);
                body.end();
                begin(options, name);
            }
            case "save" -> {
                String name = body.text("name", SavedTrainings.NAME);
                body.end();
                any().save(name);
            }
            case "pause", "continue" -> {
                body.end();
                going().pause(action.equals("pause"));
            }
            case "stop" -> {
                body.end();
                going().stop();
            }
            case "remove" -> {
                int number = body.integer("run", 1, Integer.MAX_VALUE);
                body.end();
                if (earlier.remove(number) == null) {
                    throw Refused.because(Refused.NOT_FOUND, "no.run");
                }
            }
            default -> throw Refused.because("action.train");
        }
    }

    private static Map<String, String> options(Body body) throws Refused {
        Map<String, String> options = body.texts("options", VALUE);
        options.values().removeIf(String::isBlank);
        return options;
    }

    /** @param name the name of the file that the training is resumed from */
    private void begin(Map<String, String> options, Optional<String> name) throws IOException, Refused {
        Optional<Path> file = name.isEmpty() ? Optional.empty() : Optional.of(saved.existing(name.get()));
        if (!start.tryLock()) {
            throw Refused.because(Refused.CONFLICT, "starting");
        }
        try {
            if (current.isPresent() && !current.get().isOver()) {
                throw Refused.because(Refused.CONFLICT, "running");
            }
            int number = current.map(TrainingRun::number).orElse(0) + 1;
            TrainingRun run = new TrainingRun(number, job.prepare(options, file), saved, name);
            current.ifPresent(this::keepCurves);
            current = Optional.of(run);
            Server.daemons("training").newThread(run).start();
        } finally {
            start.unlock();
        }
    }

    private void keepCurves(TrainingRun before) {
        if (!before.points().all().isEmpty()) {
            earlier.put(before.number(), before.curves());
            if (earlier.size() > MOST_EARLIER) {
                earlier.pollFirstEntry();
            }
        }
    }

    private TrainingRun any() throws Refused {
        return current.orElseThrow(() -> Refused.because(Refused.CONFLICT, "no.training"));
    }

    private TrainingRun going() throws Refused {
        return current.filter(run -> !run.isOver()).orElseThrow(() -> Refused.because(Refused.CONFLICT, "no.training"));
    }

    /** Stops the training without saving it. */
    @Override
    public void close() {
        current.ifPresent(TrainingRun::stop);
        streams.close();
    }

    /**
     * Stops the training after its current step, and saves it if it was saved or resumed before.
     *
     * @return lines for the user that say so; empty if no training is running
     */
    public List<String> stopAndSave() {
        if (current.isEmpty()) {
            return List.of();
        }
        try {
            return current.get().stopAndSave();
        } catch (IOException e) {
            return List.of("not saved: " + job.trouble(e));
        } catch (Refused | RuntimeException e) {
            return List.of("not saved: " + e.getMessage());
        }
    }

    /** Returns the state that the page shows. */
    Map<String, Object> state() {
        Map<String, Object> state = current.map(TrainingRun::state)
                .orElseGet(() -> JsonWriter.object("phase", "idle", "step", 0, "steps", 0, "message", ""));
        state.put("earlier", List.copyOf(earlier.keySet()));
        state.put("saved", saved.names());
        state.put("saves", saved.known().hashCode());
        return state;
    }
}
