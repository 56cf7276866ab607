package io.github.dlfs4j.app.playground;

import static io.github.dlfs4j.app.playground.PlayActivation.RELU;
import static io.github.dlfs4j.app.playground.PlayActivation.SIGMOID;
import static io.github.dlfs4j.app.playground.PlayActivation.TANH;
import static io.github.dlfs4j.app.playground.PlayData.CIRCLES;
import static io.github.dlfs4j.app.playground.PlayData.MOONS;
import static io.github.dlfs4j.app.playground.PlayData.SPIRAL;
import static io.github.dlfs4j.app.playground.PlayData.XOR;

import io.github.dlfs4j.app.playground.PlayPlan.Hidden;
import io.github.dlfs4j.app.playground.PlayPlan.Learning;
import io.github.dlfs4j.app.playground.PlayPlan.Points;
import io.github.dlfs4j.language.Words;
import java.util.List;
import java.util.Locale;

/**
 * Something to try, and what there is to see.
 *
 * @param key the key of its title, and with {@code .lesson} that of what it shows
 * @param trials the plans to compare
 */
public record Suggestion(String key, List<Trial> trials) {
    private static final String ADAM = "adam";
    private static final double USUAL_RATE = 0.03;
    private static final int NOISE = 20;
    private static final int MOST_OF_THEM = 80;
    private static final Share ANY = new Share(true, 0);

    /** Plans to try in the order of learning. A test trains each of them and checks its outcome. */
    public static final List<Suggestion> ALL = List.of(
            new Suggestion(
                    "ring",
                    trial("two.neurons", 1000, atMost(90), shape(CIRCLES, TANH, 0, 2)),
                    trial("three.neurons", 1000, atLeast(98), shape(CIRCLES, TANH, 0, 3))),
            new Suggestion(
                    "squares",
                    trial("coordinates", 1000, atMost(70), circlesSeenAs(PlayInput.COORDINATES)),
                    trial("squares", 1000, atLeast(98), circlesSeenAs(List.of(PlayInput.XX, PlayInput.YY)))),
            new Suggestion(
                    "luck",
                    trial("seed.16", 1000, atMost(80), shape(XOR, RELU, 16, 3)),
                    trial("seed.4", 1000, atLeast(98), shape(XOR, RELU, 4, 3))),
            new Suggestion(
                    "spiral",
                    trial("four.neurons", 3000, atMost(82), shape(SPIRAL, TANH, 2, 4)),
                    trial("two.layers", 3000, atLeast(98), shape(SPIRAL, TANH, 2, 8, 8))),
            new Suggestion(
                    "heart",
                    new Trial("no.decay", 3000, atLeast(98), atMost(86), noisy(0)),
                    new Trial("decay", 3000, atMost(95), atLeast(86), noisy(0.01))),
            new Suggestion(
                    "vanish",
                    trial("sigmoid", 1000, atMost(60), circles(SIGMOID, 0.1, 8, 8, 8)),
                    trial("relu", 1000, atLeast(98), circles(RELU, 0.1, 8, 8, 8))),
            new Suggestion(
                    "step",
                    trial("small", 500, atMost(60), circles(RELU, 0.001, 8)),
                    trial("right", 500, atLeast(98), circles(RELU, 1, 8)),
                    trial("large", 500, atMost(65), circles(RELU, 10, 8))));

    private Suggestion(String key, Trial... trials) {
        this(key, List.of(trials));
    }

    /**
     * A plan to try.
     *
     * @param key the key of its name
     * @param steps the number of steps after which the shares are as said
     * @param train the share of points to learn from that are right
     * @param test the share of points for the test that are right
     * @param plan the plan
     */
    public record Trial(String key, int steps, Share train, Share test, PlayPlan plan) {
        /** {@return what is special about it, in a few words, in the language of the thread} */
        public String name() {
            return Words.PAGE.of("play.trial." + key);
        }

        /**
         * Says what there is to see, in the language of the thread.
         *
         * @return for example {@code after 1,000 steps at least 98 % of the training points are right}
         */
        public String outcome() {
            String count = String.format(Locale.ROOT, "%,d", steps);
            return test.equals(ANY)
                    ? Words.PAGE.of("play.outcome", count, train)
                    : Words.PAGE.of("play.outcome.test", count, train, test);
        }
    }

    /**
     * A bound of a share.
     *
     * @param isLeast whether it is a lower bound
     * @param percent the bound
     */
    public record Share(boolean isLeast, int percent) {
        @Override
        public String toString() {
            return Words.PAGE.of(isLeast ? "play.share.least" : "play.share.most", percent);
        }
    }

    private static Share atLeast(int percent) {
        return new Share(true, percent);
    }

    private static Share atMost(int percent) {
        return new Share(false, percent);
    }

    private static Trial trial(String key, int steps, Share train, PlayPlan plan) {
        return new Trial(key, steps, train, ANY, plan);
    }

    private static PlayPlan shape(PlayData data, PlayActivation activation, int seed, Integer... hidden) {
        return new PlayPlan(
                new Points(data), new Hidden(List.of(hidden), activation), new Learning(ADAM, USUAL_RATE), seed);
    }

    private static PlayPlan circlesSeenAs(List<PlayInput> inputs) {
        Hidden none = new Hidden(List.of(), TANH);
        return new PlayPlan(new Points(CIRCLES), inputs, none, new Learning(ADAM, 0.1), 0);
    }

    private static PlayPlan noisy(double decay) {
        Points points = new Points(MOONS, NOISE, MOST_OF_THEM, 0);
        Learning learning = new Learning(ADAM, USUAL_RATE, 10, decay);
        return new PlayPlan(points, new Hidden(List.of(8, 8), TANH), learning, 2);
    }

    private static PlayPlan circles(PlayActivation activation, double rate, Integer... hidden) {
        return new PlayPlan(new Points(CIRCLES), new Hidden(List.of(hidden), activation), new Learning("sgd", rate), 0);
    }
}
