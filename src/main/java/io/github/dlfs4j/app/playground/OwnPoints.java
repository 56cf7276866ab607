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
        String[] numbers = lines.split("[,\\s]+");
        NDArray all = NDArray.of(
                        Stream.of(numbers).mapToDouble(Double::parseDouble).toArray())
                .reshape(-1, 3);
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
