package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.statistics.Statistics;
import io.github.dlfs4j.ndarray.strided.Lengths;
import io.github.dlfs4j.network.Network;
import java.util.Locale;

/**
 * A table of how often samples of each class were predicted as each class. It shows what an accuracy hides: which
 * classes are confused.
 *
 * <pre>{@code
 * NDArray labels = NDArray.of(0, 0, 1, 1, 1, 2);
 * NDArray predictions = NDArray.of(0, 1, 1, 1, 0, 2);
 * ConfusionMatrix matrix = ConfusionMatrix.of(labels, predictions, 3);
 * System.out.println(matrix);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 *        predicted as
 * label  0  1  2   recall  precision
 *     0  1  1  .   0.5000     0.5000
 *     1  1  2  .   0.6667     0.6667
 *     2  .  .  1   1.0000     1.0000
 * }</pre>
 *
 * @param counts int64 of shape (classes, classes): row i, column j has the number of samples of class i that were
 *     predicted as class j
 */
public record ConfusionMatrix(NDArray counts) {
    private static final int AT_ONCE = 250;

    /**
     * Creates a matrix of given counts.
     *
     * @throws IllegalArgumentException {@code a confusion matrix is a square of int64, not float64 of shape (2, 3)}
     */
    public ConfusionMatrix {
        if (counts.dtype() != DType.INT64 || counts.ndim() != 2 || counts.shape(0) != counts.shape(1)) {
            throw new IllegalArgumentException("a confusion matrix is a square of int64, not %s of shape %s"
                    .formatted(counts.dtype(), counts.shape()));
        }
        counts = counts.readOnlyCopy();
    }

    /**
     * Counts how often each class was predicted as each class.
     *
     * @param labels the true classes, of shape (n,) and an integer dtype
     * @param predictions the predicted classes, of the same shape
     * @param classes the number of classes, which are numbered from 0
     * @return the matrix
     * @throws IllegalArgumentException {@code 3 labels and 4 predictions must be equally many}, or {@code labels must
     *     be from 0 to 9, and one is 10}, and likewise for predictions; {@code array is too big; 46341 x 46341 elements
     *     are more than the maximum of 2147483639}
     */
    public static ConfusionMatrix of(NDArray labels, NDArray predictions, int classes) {
        if (labels.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "%s labels and %s predictions must be equally many".formatted(labels.size(), predictions.size()));
        }
        int size = Lengths.checkedSize(classes, classes);
        NDArray rows = checked("labels", labels, classes);
        NDArray columns = checked("predictions", predictions, classes);
        NDArray places = rows.mul(classes).add(columns);
        return new ConfusionMatrix(Statistics.bincount(places, size).reshape(classes, classes));
    }

    /**
     * Counts how often a network predicts each class for each class of a data set, 250 samples at a time.
     *
     * @param network a network that classifies: each row of what it predicts has a number for each class
     * @param dataset the samples
     * @return the matrix
     * @throws IllegalArgumentException as for {@link Dataset#labels()} and {@link #of(NDArray, NDArray, int)}, or if
     *     the samples do not fit the network
     */
    public static ConfusionMatrix of(Network network, Dataset dataset) {
        NDArray labels = dataset.labels();
        NDArray scores = ArrayScope.inBlocks(
                dataset.inputs(),
                AT_ONCE,
                x -> network.predict(dataset.preparation().apply(x)));
        return of(labels, scores.argmax(1), scores.shape(1));
    }

    private static NDArray checked(String what, NDArray numbers, int classes) {
        NDArray checked = numbers.ravel().astype(DType.INT64);
        for (long number : checked.toLongArray()) {
            if (number < 0 || number >= classes) {
                throw new IllegalArgumentException(
                        "%s must be from 0 to %s, and one is %s".formatted(what, classes - 1, number));
            }
        }
        return checked;
    }

    /**
     * Computes the share of samples whose class was predicted.
     *
     * @return from 0 to 1; NaN if there are no samples
     */
    public double accuracy() {
        return counts.trace().asDouble() / counts.sum().asDouble();
    }

    /**
     * Returns the number of samples of one class that were predicted as another, or the same, class.
     *
     * @param label the true class
     * @param prediction the predicted class
     * @return at least 0
     */
    public long count(int label, int prediction) {
        return counts.getLong(label, prediction);
    }

    /**
     * Computes the precision of a class: of the samples predicted as this class, the share that belong to it.
     *
     * @param label the class
     * @return from 0 to 1; NaN if no sample was predicted as this class
     */
    public double precision(int label) {
        return count(label, label) / counts.get(Index.all(), label).sum().asDouble();
    }

    /**
     * Computes the recall of a class: of the samples of this class, the share that were predicted as it.
     *
     * @param label the class
     * @return from 0 to 1; NaN if the class has no samples
     */
    public double recall(int label) {
        return count(label, label) / counts.get(label).sum().asDouble();
    }

    /**
     * Returns the matrix as a table with a row for each class, a column for each class that it was predicted as, and
     * the recall and precision of the class. A point stands for 0.
     *
     * @return lines without a line feed at the end; with ten classes of up to 9,999 samples, a line has 74 characters
     */
    @Override
    public String toString() {
        int classes = counts.shape(0);
        int width = Math.max(3, counts.max().toString().length() + 1);
        StringBuilder table = new StringBuilder("       predicted as\nlabel");
        for (int column = 0; column < classes; column++) {
            append(table, Integer.toString(column), width);
        }
        table.append("   recall  precision");
        for (int row = 0; row < classes; row++) {
            append(table.append('\n'), Integer.toString(row), 5);
            for (int column = 0; column < classes; column++) {
                append(table, count(row, column) == 0 ? "." : Long.toString(count(row, column)), width);
            }
            append(table, fraction(recall(row)), 9);
            append(table, fraction(precision(row)), 11);
        }
        return table.toString();
    }

    private static String fraction(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.4f", share);
    }

    private static void append(StringBuilder table, String text, int width) {
        table.append(("%" + width + "s").formatted(text));
    }
}
