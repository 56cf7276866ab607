package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.page.server.EventStreams;
import io.github.dlfs4j.file.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The events of a training: its state when it changes, and each new point of its curves. */
final class TrainingEvents implements Supplier<EventStreams.News> {
    private final TrainingControl control;
    private Optional<TrainingRun> run = Optional.empty();
    private Map<String, Object> state = Map.of();

    TrainingEvents(TrainingControl control) {
        this.control = control;
    }

    @Override
    public EventStreams.News get() {
        StringBuilder changes = new StringBuilder();
        // First, so that the end of a training is not told before its last points.
        Map<String, Object> stateNow = control.state();
        Optional<TrainingRun> now = control.run();
        if (now.isPresent() && !now.equals(run)) {
            now.get().points().fresh();
            changes.append(points(now.get()));
        } else if (now.isPresent()) {
            List<Points.Point> fresh = now.get().points().fresh();
            for (Points.Point point : fresh) {
                changes.append(EventStreams.event("point", point.toJson()));
            }
            if (!fresh.isEmpty()) {
                changes.append(smoothed(now.get()));
            }
        }
        run = now;
        boolean isOther = !stateNow.equals(state);
        state = stateNow;
        return new EventStreams.News(
                () -> isOther ? changes + EventStreams.event("state", stateNow) : changes.toString(), this::whole);
    }

    private String whole() {
        return EventStreams.event("state", state)
                + run.map(TrainingEvents::points).orElse(EventStreams.event("points", Map.of("points", List.of())));
    }

    private static String smoothed(TrainingRun run) {
        return EventStreams.event("smoothed", run.points().smoothed());
    }

    private static String points(TrainingRun run) {
        Map<String, Object> points =
                JsonWriter.object("of", run.number(), "points", run.points().toJson());
        return EventStreams.event("points", points) + smoothed(run);
    }
}
