package cluster;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.RandomSearch;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;

/** A search for hyperparameters whose trials are tasks of a cluster. */
final class ClusterSearch {
    /** A score that can be sent to other machines. */
    interface Score extends ToDoubleFunction<Map<String, Double>>, Serializable {}

    private ClusterSearch() {}

    static List<RandomSearch.Trial> run(
            JavaSparkContext spark, RandomSearch search, int trials, RandomState random, Score score) {
        List<Map<String, Double>> choices =
                Stream.generate(() -> search.draw(random)).limit(trials).toList();
        List<Double> scores =
                spark.parallelize(choices, trials).map(score::applyAsDouble).collect();
        return RandomSearch.ranked(IntStream.range(0, trials)
                .mapToObj(i -> new RandomSearch.Trial(choices.get(i), scores.get(i)))
                .toList());
    }
}
