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
    private static final int MOST_NOISE = 50;
    private static final int LEAST_TEST = 10;
    private static final int MOST_TEST = 90;
    private static final int MOST_SEED = 999_999;
    private static final int MOST_BATCH = 100;
    private static final double LEAST_RATE = 1e-6;
    private static final double MOST_RATE = 10;
    private static final double MOST_DECAY = 1;

    private static final Pattern HIDDEN = Pattern.compile("0|[2-8](-[2-8]){0,2}");
    private static final Pattern LINES = Pattern.compile("(?s).*");

    /** A digit for each input: 1 if the network sees it. */
    private static final Pattern INPUTS = Pattern.compile("(?=.*1)[01]{7}");

    private final Collection<String> optimizers;

    /** How many steps the network makes from one picture to the next. */
    enum Speed {
        STEP,
        EPOCH,
        EPOCHS;

        private static final int SEVERAL = 10;

        long steps(int perEpoch) {
            return switch (this) {
                case STEP -> 1;
                case EPOCH -> perEpoch;
                case EPOCHS -> (long) SEVERAL * perEpoch;
            };
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
                body.integer("noise", 0, MOST_NOISE),
                body.integer("testShare", LEAST_TEST, MOST_TEST),
                body.integer("dataSeed", 0, MOST_SEED));
        PlayPlan.Hidden hidden = new PlayPlan.Hidden(
                Stream.of(body.text("hidden", HIDDEN).split("-", -1))
                        .map(Integer::valueOf)
                        .filter(size -> size > 0)
                        .toList(),
                body.choice("activation", List.of(PlayActivation.values())));
        PlayPlan.Learning learning = new PlayPlan.Learning(
                body.choice("optimizer", optimizers),
                body.number("learningRate", LEAST_RATE, MOST_RATE),
                body.integer("batch", 1, MOST_BATCH),
                body.number("weightDecay", 0, MOST_DECAY));
        return new PlayPlan(points, inputs(body), hidden, learning, body.integer("seed", 0, MOST_SEED));
    }

    /** Takes the inputs; those of a request without them are the coordinates. */
    private static List<PlayInput> inputs(Body body) throws Refused {
        String seen = body.has("inputs") ? body.text("inputs", INPUTS) : digits(PlayInput.COORDINATES);
        return Stream.of(PlayInput.values())
                .filter(input -> seen.charAt(input.ordinal()) == '1')
                .toList();
    }

    private static String digits(List<PlayInput> inputs) {
        return Stream.of(PlayInput.values())
                .map(input -> inputs.contains(input) ? "1" : "0")
                .collect(Collectors.joining());
    }

    /** Takes the field of a speed. */
    static Speed speed(Body body) throws Refused {
        return body.choice("speed", List.of(Speed.values()));
    }

    /** Writes the fields of a plan. */
    static Map<String, Object> toJson(PlayPlan plan) {
        String hidden = plan.hidden().sizes().stream().map(String::valueOf).collect(Collectors.joining("-"));
        return JsonWriter.object(
                "data", plan.points().data().toString(),
                "noise", plan.points().noise(),
                "testShare", plan.points().testShare(),
                "dataSeed", plan.points().seed(),
                "inputs", digits(plan.inputs()),
                "hidden", hidden.isEmpty() ? "0" : hidden,
                "activation", plan.hidden().activation().toString(),
                "optimizer", plan.learning().optimizer(),
                "learningRate", plan.learning().rate(),
                "batch", plan.learning().batch(),
                "weightDecay", plan.learning().weightDecay(),
                "seed", plan.seed());
    }
}
