package io.github.dlfs4j.training;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.calculus.Windows;
import io.github.dlfs4j.ndarray.linalg.ConvolveMode;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A record of metrics during training: an action for {@link Trainer#every Trainer.every}.
 *
 * <pre>{@code
 * NDArray inputs = NDArray.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
 * Dataset or = Dataset.of(inputs, NDArray.of(0, 1, 1, 1));
 * RandomState random = new RandomState(0);
 * TwoLayerNet network = new TwoLayerNet(2, 8, 2, 1, new Relu(), random);
 * Trainer trainer = new Trainer(network, new SGD(0.5), Batches.shuffled(or, 4, random));
 * History history = new History().metric("accuracy", t -> or.accuracy(network));
 * trainer.every(20, history).run(60);
 * System.out.println(history.steps() + ": " + history.values("accuracy"));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [20 40 60]: [1. 1. 1.]
 * }</pre>
 *
 * <p>{@link #toCsv toCsv} makes a table for other programs.
 */
public final class History implements Consumer<Trainer> {
    /** The width and the shape of the window of {@link #smooth smooth}, as in the book. */
    private static final int WINDOW = 11;

    private static final double BETA = 2;

    private final Map<String, Function<Trainer, ?>> metrics = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final List<Long> steps = new ArrayList<>();

    /** Creates a history without metrics. */
    public History() {}

    /**
     * Adds a metric; call this before the training begins.
     *
     * @param name the name of the metric
     * @param metric computes the metric: a number, or an array of one element such as {@code t.loss()}
     * @return this history
     * @throws IllegalArgumentException {@code there is a metric accuracy already}
     * @throws IllegalStateException {@code a metric must be added before the first entry}
     */
    public History metric(String name, Function<Trainer, ?> metric) {
        if (!steps.isEmpty()) {
            throw new IllegalStateException("a metric must be added before the first entry");
        }
        Objects.requireNonNull(name, "name");
        if (metrics.putIfAbsent(name, Objects.requireNonNull(metric, "metric")) != null) {
            throw new IllegalArgumentException("there is a metric " + Excerpt.of(name) + " already");
        }
        values.put(name, new ArrayList<>());
        return this;
    }

    /**
     * Records the metrics.
     *
     * @param trainer the trainer
     * @throws IllegalArgumentException {@code metric loss is no number: [1. 2.]}; then nothing is recorded
     */
    @Override
    public void accept(Trainer trainer) {
        Map<String, Double> entry = new LinkedHashMap<>();
        metrics.forEach((name, metric) -> entry.put(name, number(name, metric.apply(trainer))));
        entry.forEach((name, value) -> values.get(name).add(value));
        steps.add(trainer.steps());
    }

    private static double number(String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof NDArray array && array.size() == 1) {
            return array.item();
        }
        throw new IllegalArgumentException(
                "metric %s is no number: %s".formatted(Excerpt.of(name), Excerpt.of(String.valueOf(value))));
    }

    /** {@return the numbers of the steps after which the metrics were recorded, a 1-d array of int64} */
    public NDArray steps() {
        return NDArray.of(steps.stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Returns the recorded values of a metric.
     *
     * @param name the name of the metric
     * @return a 1-d array of float64, as long as {@link #steps()}
     * @throws IllegalArgumentException {@code there is no metric loss}
     */
    public NDArray values(String name) {
        List<Double> entries = values.get(Objects.requireNonNull(name, "name"));
        if (entries == null) {
            throw new IllegalArgumentException("there is no metric " + Excerpt.of(name));
        }
        return NDArray.of(entries.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * Smooths a curve that goes up and down, such as the losses of single batches: each number becomes an average of
     * its neighbours, weighted by nearness with the window of Kaiser. It is the book's {@code smooth_curve}.
     *
     * <pre>{@code
     * NDArray losses = NDArray.of(2.0, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2);
     * System.out.println(History.smooth(losses).get(Index.to(4)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [1.4790632 1.5209368 1.4790632 1.5209368]
     * }</pre>
     *
     * @param curve at least 11 numbers, the width of the window, of shape (n,); both ends are mirrored, so that the
     *     window is full there too
     * @return a 1-d array of float64, as long as the curve
     * @throws IllegalArgumentException {@code a curve to smooth has at least 11 numbers, not the shape (10,)}
     */
    public static NDArray smooth(NDArray curve) {
        if (curve.ndim() != 1 || curve.size() < WINDOW) {
            throw new IllegalArgumentException(
                    "a curve to smooth has at least %s numbers, not the shape %s".formatted(WINDOW, curve.shape()));
        }
        NDArray before = curve.get(Index.range(WINDOW - 1, 0, -1));
        NDArray behind = curve.get(Index.range(-1, -WINDOW, -1));
        NDArray s = NDArray.concatenate(0, before, curve, behind);
        NDArray w = Windows.kaiser(WINDOW, BETA);
        NDArray y = LinearAlgebra.convolve(w.div(w.sum()), s, ConvolveMode.VALID);
        return y.get(Index.range(WINDOW / 2, y.size() - WINDOW / 2));
    }

    /**
     * Returns the entries as comma-separated values (RFC 4180, with line feeds): a row with {@code step} and the names
     * of the metrics, then a row for each entry.
     *
     * <pre>{@code
     * History history = new History().metric("loss", t -> t.loss().asDouble());
     * System.out.print(history.toCsv());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * step,loss
     * }</pre>
     *
     * @return the table, with numbers in full, as NumPy prints them
     */
    public String toCsv() {
        StringBuilder table = new StringBuilder("step");
        metrics.keySet().forEach(name -> table.append(',').append(quoted(name)));
        table.append('\n');
        for (int row = 0; row < steps.size(); row++) {
            table.append(steps.get(row));
            for (List<Double> column : values.values()) {
                table.append(',').append(NDArray.scalar((double) column.get(row)));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Writes the table of {@link #toCsv toCsv} to a file, in UTF-8.
     *
     * @param file the file; an existing file is replaced as a whole
     * @throws IOException if the file cannot be written; an existing file is then unchanged
     */
    public void writeCsv(Path file) throws IOException {
        byte[] table = toCsv().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(table));
    }
}
