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
import java.util.List;
import java.util.Locale;

/**
 * Something to try, and what there is to see.
 *
 * @param title a few words
 * @param lesson what it shows
 * @param trials the plans to compare
 */
public record Suggestion(String title, String lesson, List<Trial> trials) {
    private static final String SGD = "sgd";
    private static final String ADAM = "adam";
    private static final double USUAL_RATE = 0.03;
    private static final int NOISE = 20;
    private static final int MOST_OF_THEM = 80;
    private static final Share ANY = new Share(true, 0);

    /** Plans to try in the order of learning. A test trains each of them and checks its outcome. */
    public static final List<Suggestion> ALL = List.of(
            new Suggestion(
                    "A ring needs three lines",
                    "Each neuron of the first layer draws one line. Two lines cannot enclose a disc, three can.",
                    List.of(
                            trial("2 neurons", 1000, atMost(90), shape(CIRCLES, TANH, 0, 2)),
                            trial("3 neurons", 1000, atLeast(98), shape(CIRCLES, TANH, 0, 3)))),
            new Suggestion(
                    "The luck of the first weights",
                    "With seed 16, one of the three ReLU neurons becomes 0 for every point, and no longer learns.",
                    List.of(
                            trial("seed 16", 1000, atMost(80), shape(XOR, RELU, 16, 3)),
                            trial("seed 4", 1000, atLeast(98), shape(XOR, RELU, 4, 3)))),
            new Suggestion(
                    "A spiral needs many lines",
                    "Four lines are too few. Eight, which a second layer bends, follow the arms.",
                    List.of(
                            trial("4 neurons", 3000, atMost(82), shape(SPIRAL, TANH, 2, 4)),
                            trial("8 and 8", 3000, atLeast(98), shape(SPIRAL, TANH, 2, 8, 8)))),
            new Suggestion(
                    "Learned by heart",
                    "With much noise and few training points, the network learns the noise: the test loss falls, and"
                            + " then rises. With weight decay it stays low.",
                    List.of(
                            new Trial("no decay", 3000, atLeast(98), atMost(86), noisy(0)),
                            new Trial("decay 0.01", 3000, atMost(95), atLeast(86), noisy(0.01)))),
            new Suggestion(
                    "Gradients that vanish",
                    "Through three layers of sigmoid, the gradient of the first weights is less than a hundredth of that"
                            + " of the last. ReLU lets more pass.",
                    List.of(
                            trial("sigmoid", 1000, atMost(60), deep(SIGMOID)),
                            trial("ReLU", 1000, atLeast(98), deep(RELU)))),
            new Suggestion(
                    "How long a step",
                    "If the learning rate is too small, little happens for long. If it is too large, the loss jumps, and"
                            + " most ReLU neurons become 0 for every point.",
                    List.of(
                            trial("0.001", 500, atMost(60), withRate(0.001)),
                            trial("1", 500, atLeast(98), withRate(1)),
                            trial("10", 500, atMost(65), withRate(10)))));

    /** Copies the list. */
    public Suggestion {
        trials = List.copyOf(trials);
    }

    /**
     * A plan to try.
     *
     * @param name what is special about it, in a few words
     * @param steps the number of steps after which the shares are as said
     * @param train the share of points to learn from that are right
     * @param test the share of points for the test that are right
     * @param plan the plan
     */
    public record Trial(String name, int steps, Share train, Share test, PlayPlan plan) {
        /**
         * Says what there is to see.
         *
         * @return for example {@code after 1,000 steps at least 98 % of the training points are right}
         */
        public String outcome() {
            String ofTest = test.equals(ANY) ? "" : " and " + test + " of the test points";
            return String.format(
                    Locale.ROOT, "after %,d steps %s of the training points%s are right", steps, train, ofTest);
        }
    }

    /**
     * A bound of a share.
     *
     * @param isLeast whether it is a lower bound
     * @param percent the bound
     */
    public record Share(boolean isLeast, int percent) {
        /**
         * Tells whether an accuracy keeps to the bound.
         *
         * @param accuracy from 0 to 1
         * @return whether it does
         */
        public boolean allows(double accuracy) {
            double inPercent = 100 * accuracy;
            return isLeast ? inPercent >= percent : inPercent <= percent;
        }

        @Override
        public String toString() {
            return (isLeast ? "at least " : "at most ") + percent + " %";
        }
    }

    private static Share atLeast(int percent) {
        return new Share(true, percent);
    }

    private static Share atMost(int percent) {
        return new Share(false, percent);
    }

    private static Trial trial(String name, int steps, Share train, PlayPlan plan) {
        return new Trial(name, steps, train, ANY, plan);
    }

    private static PlayPlan shape(PlayData data, PlayActivation activation, int seed, Integer... hidden) {
        return new PlayPlan(
                new Points(data), new Hidden(List.of(hidden), activation), new Learning(ADAM, USUAL_RATE), seed);
    }

    private static PlayPlan noisy(double decay) {
        Points points = new Points(MOONS, NOISE, MOST_OF_THEM, 0);
        Learning learning = new Learning(ADAM, USUAL_RATE).withWeightDecay(decay);
        return new PlayPlan(points, new Hidden(List.of(8, 8), TANH), learning, 2);
    }

    private static PlayPlan deep(PlayActivation activation) {
        return new PlayPlan(new Points(CIRCLES), new Hidden(List.of(8, 8, 8), activation), new Learning(SGD, 0.1), 0);
    }

    private static PlayPlan withRate(double rate) {
        return new PlayPlan(new Points(CIRCLES), new Hidden(List.of(8), RELU), new Learning(SGD, rate), 0);
    }
}
