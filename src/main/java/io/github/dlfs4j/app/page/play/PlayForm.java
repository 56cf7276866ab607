package io.github.dlfs4j.app.page.play;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.playground.PlayActivation;
import io.github.dlfs4j.app.playground.PlayData;
import io.github.dlfs4j.app.playground.PlayInput;
import io.github.dlfs4j.app.playground.PlayPlan;
import io.github.dlfs4j.file.JsonWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes a plan of the playground as fields of JSON. */
final class PlayForm {
    private static final Pattern HIDDEN = Pattern.compile("0|[2-8](-[2-8]){0,2}");
    private static final Pattern LINES = Pattern.compile("(?s).*");

    /** A digit for each input: 1 if the network sees it. */
    private static final Pattern INPUTS = Pattern.compile("(?=.*1)[01]{7}");

    private final Collection<String> optimizers;

    /** How many steps the network makes from one picture to the next. */
    enum Speed {
        STEP(0),
        EPOCH(1),
        EPOCHS(10);

        private final long epochs;

        Speed(long epochs) {
            this.epochs = epochs;
        }

        long steps(int perEpoch) {
            return Math.max(1, epochs * perEpoch);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param optimizers the names of the optimisers */
    PlayForm(Collection<String> optimizers) {
        this.optimizers = optimizers;
    }

    /** Takes the fields of a plan. */
    PlayPlan plan(Body body) throws Refused {
        PlayPlan.Points points = new PlayPlan.Points(
                body.has("points")
                        ? new PointLines(body.text("points", LINES)).points()
                        : body.choice("data", List.of(PlayData.values())),
                body.integer("noise", 0, 50),
                body.integer("testShare", 10, 90),
                body.integer("dataSeed", 0, 999_999));
        PlayPlan.Hidden hidden = new PlayPlan.Hidden(
                Stream.of(body.text("hidden", HIDDEN).split("-", -1))
                        .map(Integer::valueOf)
                        .filter(size -> size > 0)
                        .toList(),
                body.choice("activation", List.of(PlayActivation.values())));
        PlayPlan.Learning learning = new PlayPlan.Learning(
                body.choice("optimizer", optimizers),
                body.number("learningRate", 1e-6, 10),
                body.integer("batch", 1, 100),
                body.number("weightDecay", 0, 1));
        return new PlayPlan(points, inputs(body), hidden, learning, body.integer("seed", 0, 999_999));
    }

    /** Takes the inputs; those of a request without them are the coordinates. */
    private static List<PlayInput> inputs(Body body) throws Refused {
        String seen = body.has("inputs") ? body.text("inputs", INPUTS) : "1100000";
        List<PlayInput> all = List.of(PlayInput.values());
        return all.stream()
                .filter(input -> seen.charAt(all.indexOf(input)) == '1')
                .toList();
    }

    /** Writes the fields of a plan. */
    static Map<String, Object> toJson(PlayPlan plan) {
        String inputs = Stream.of(PlayInput.values())
                .map(input -> plan.inputs().contains(input) ? "1" : "0")
                .collect(Collectors.joining());
        String hidden = plan.hidden().sizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return JsonWriter.object(
                "data", plan.points().data().toString(),
                "noise", plan.points().noise(),
                "testShare", plan.points().testShare(),
                "dataSeed", plan.points().seed(),
                "inputs", inputs,
                "hidden", hidden.isEmpty() ? "0" : hidden,
                "activation", plan.hidden().activation().toString(),
                "optimizer", plan.learning().optimizer(),
                "learningRate", plan.learning().rate(),
                "batch", plan.learning().batch(),
                "weightDecay", plan.learning().weightDecay(),
                "seed", plan.seed());
    }
}
