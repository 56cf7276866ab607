package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Points that the user has set.
 *
 * @param rows for each point its coordinates, from -{@link Plane#REACH} to {@link Plane#REACH}, and its class, 0 or 1
 */
public record OwnPoints(List<List<Double>> rows) implements PlayPoints {
    /** The largest number of points. */
    public static final int MOST = 1000;

    /** Copies the list. */
    public OwnPoints {
        rows = List.copyOf(rows);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Dataset draw(double noise, RandomState random) {
        double[] numbers = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
        NDArray all = NDArray.of(numbers).reshape(size(), 3);
        NDArray classes = all.get(Index.all(), Index.at(2)).astype(DType.INT64);
        return Dataset.of(all.get(Index.all(), Index.to(2)), classes);
    }

    @Override
    public String call(double noise) {
        return """
                Dataset.of(POINTS.get(Index.all(), Index.to(2)), POINTS.get(Index.all(), Index.at(2)).astype(DType.INT64))""";
    }

    @Override
    public String declaration() {
        String lines = rows.stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(", ", "        {", "},\n")))
                .collect(Collectors.joining());
        return """
                    /** The coordinates of each point, and its class. */
                    private static final NDArray POINTS = NDArray.of(new double[][] {
                %s    });

                """.formatted(lines);
    }

    @Override
    public String toString() {
        return "own";
    }
}
