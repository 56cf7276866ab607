package io.github.dlfs4j.app.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The curves of the trainings before the last one, for comparison. Their networks and data are not kept. A new one
 * replaces the oldest when there are too many.
 */
final class EarlierRuns {
    private static final int MOST = 3;

    private final List<Run> runs = new ArrayList<>();

    /** What is kept of a training: its number, and what the page shows. */
    private record Run(int number, Map<String, Object> shown) {}

    /** Keeps the curves of a training that is over, if it has any. */
    synchronized void add(TrainingRun run) {
        if (run.points().all().isEmpty()) {
            return;
        }
        if (runs.size() == MOST) {
            runs.remove(0);
        }
        runs.add(new Run(run.number(), run.curves()));
    }

    /**
     * Removes one.
     *
     * @throws Refused if there is none with this number
     */
    synchronized void remove(int number) throws Refused {
        if (!runs.removeIf(run -> run.number() == number)) {
            throw new Refused(Refused.NOT_FOUND, "there is no earlier training with this number");
        }
    }

    synchronized List<Integer> numbers() {
        return runs.stream().map(Run::number).toList();
    }

    synchronized List<Map<String, Object>> toJson() {
        return runs.stream().map(Run::shown).toList();
    }
}
