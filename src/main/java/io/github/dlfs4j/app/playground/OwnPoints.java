package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Points that the user has set.
 *
 * @param lines for each point its coordinates, from -{@link Plane#REACH} to {@link Plane#REACH}, and its class, 0 or 1
 */
public record OwnPoints(String lines) implements PlayPoints {
    private static final Pattern NUMBER = Pattern.compile("[^,\\s]+");

    @Override
    public Dataset points(int each, double noise, RandomState random) {
        double[] numbers = NUMBER.matcher(lines)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
        NDArray all = NDArray.of(numbers).reshape(-1, 3);
        return Dataset.of(
                all.get(Index.all(), Index.to(2)),
                all.get(Index.all(), Index.at(2)).astype(DType.INT64));
    }

    @Override
    public String code() {
        return """
                new OwnPoints(\"""
                %s        \""")""".formatted(lines.indent(8));
    }

    @Override
    public String toString() {
        return "own";
    }
}
