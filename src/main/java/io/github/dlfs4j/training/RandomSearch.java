package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.PortableMath;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * The search for hyperparameters of section 6.5: draw hyperparameters at random, see which do well, and search again in
 * a narrower range (Bergstra and Bengio, <i>Random Search for Hyper-Parameter Optimization</i>, 2012).
 *
 * <pre>{@code
 * RandomSearch search = new RandomSearch(Map.of("lr", new RandomSearch.LogRange(-6, -2)));
 * List<RandomSearch.Trial> trials = search.run(20, new RandomState(0), drawn -> -Math.abs(drawn.get("lr") - 1e-3));
 * System.out.printf(Locale.ROOT, "lr %.4f%n", trials.get(0).hyperparameters().get("lr"));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * lr 0.0007
 * }</pre>
 */
public final class RandomSearch {
    private final Map<String, LogRange> ranges;

    /**
     * A range between two powers of 10, from which each order of magnitude is drawn equally often.
     *
     * @param lowExponent the exponent of the lower end
     * @param highExponent the exponent of the upper end
     */
    public record LogRange(double lowExponent, double highExponent) {
        /**
         * Creates a range.
         *
         * @throws IllegalArgumentException {@code a range needs finite exponents in order, not -2.0 and -6.0}
         */
        public LogRange {
            if (!(lowExponent <= highExponent) || !Double.isFinite(lowExponent) || !Double.isFinite(highExponent)) {
                throw new IllegalArgumentException(
                        "a range needs finite exponents in order, not %s and %s".formatted(lowExponent, highExponent));
            }
        }

        /**
         * Draws a number of the range, {@code 10 ** np.random.uniform(low, high)}.
         *
         * @param random the generator, for one uniform number
         * @return the number
         */
        public double draw(RandomState random) {
            return PortableMath.pow(
                    10, random.uniform(lowExponent, highExponent).asDouble());
        }
    }

    /**
     * The result of one choice of hyperparameters.
     *
     * @param hyperparameters the numbers drawn, by name
     * @param score their score; higher is better
     */
    public record Trial(Map<String, Double> hyperparameters, double score) {
        /**
         * Creates a trial.
         *
         * @param hyperparameters the numbers drawn, by name; copied
         */
        public Trial {
            hyperparameters = Collections.unmodifiableMap(
                    new LinkedHashMap<>(NamedArrays.nonNull("hyperparameters", hyperparameters)));
        }
    }

    /**
     * Creates a search.
     *
     * @param ranges the hyperparameters by name, drawn in the order of the map
     */
    public RandomSearch(Map<String, LogRange> ranges) {
        this.ranges = Collections.unmodifiableMap(new LinkedHashMap<>(NamedArrays.nonNull("ranges", ranges)));
    }

    /**
     * Draws hyperparameters for a trial that you run yourself, for example on another machine.
     *
     * @param random the generator, for one uniform number for each range, in the order of the map
     * @return the numbers by name; an unmodifiable map
     */
    public Map<String, Double> draw(RandomState random) {
        return Collections.unmodifiableMap(NamedArrays.mapped(ranges, range -> range.draw(random)));
    }

    /**
     * Sorts trials by their scores.
     *
     * @param trials the trials
     * @return a new list with the best trial first and those with a score of NaN last; trials of equal scores keep
     *     their order
     */
    public static List<Trial> ranked(List<Trial> trials) {
        List<Trial> ranked = new ArrayList<>(Objects.requireNonNull(trials, "trials"));
        ranked.sort(Comparator.comparingDouble(
                        (Trial trial) -> Double.isNaN(trial.score()) ? Double.NEGATIVE_INFINITY : trial.score())
                .reversed());
        return ranked;
    }

    /**
     * Tries random hyperparameters.
     *
     * @param trials the number of trials
     * @param random the generator
     * @param score computes the score of hyperparameters, for example the accuracy after a short training
     * @return the trials, {@link #ranked ranked}
     */
    public List<Trial> run(int trials, RandomState random, ToDoubleFunction<Map<String, Double>> score) {
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(score, "score");
        List<Trial> done = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            Map<String, Double> drawn = draw(random);
            done.add(new Trial(drawn, score.applyAsDouble(drawn)));
        }
        return ranked(done);
    }
}
