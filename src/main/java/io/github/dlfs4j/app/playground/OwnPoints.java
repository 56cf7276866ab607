package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import java.util.stream.Stream;

/**
 * Points that the user has set.
 *
 * @param lines for each point its coordinates, from -{@link Plane#REACH} to {@link Plane#REACH}, and its class, 0 or 1
 */
public record OwnPoints(String lines) implements PlayPoints {
    @Override
    public Dataset points(int each, double noise, RandomState random) {
        Stream<String> numbers = Stream.of(lines.split("[,\\s]+"));
        NDArray all = NDArray.of(numbers.mapToDouble(Double::parseDouble).toArray());
        NDArray rows = all.reshape(-1, 3);
        NDArray labels = rows.get(Index.all(), Index.at(2)).astype(DType.INT64);
        return Dataset.of(rows.get(Index.all(), Index.to(2)), labels);
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
