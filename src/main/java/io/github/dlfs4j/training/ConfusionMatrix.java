package io.github.dlfs4j.training;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Statistics;
import java.util.Locale;

/**
 * Which class was taken for which, and how often: what an accuracy leaves open.
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
 * label  0  1  2   recall  precision
 *     0  1  1  .   0.5000     0.5000
 *     1  1  2  .   0.6667     0.6667
 *     2  .  .  1   1.0000     1.0000
 * }</pre>
 *
 * @param counts shape (classes, classes) of int64: in row i and column j, how many samples of class i were taken for
 *     class j
 */
public record ConfusionMatrix(NDArray counts) {
    /**
     * A matrix of counts.
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
     * Counts.
     *
     * @param labels the true classes, of shape (n,), an integer dtype
     * @param predictions what each was taken for, of the same shape
     * @param classes how many classes there are, numbered from 0
     * @return the matrix
     * @throws IllegalArgumentException {@code 3 labels and 4 predictions must be equally many}, or {@code labels must
     *     be from 0 to 9, and one is 10}, likewise of predictions
     */
    public static ConfusionMatrix of(NDArray labels, NDArray predictions, int classes) {
        if (labels.size() != predictions.size()) {
            throw new IllegalArgumentException(
                    "%d labels and %d predictions must be equally many".formatted(labels.size(), predictions.size()));
        }
        NDArray rows = checked("labels", labels, classes);
        NDArray columns = checked("predictions", predictions, classes);
        NDArray places = rows.mul(classes).add(columns);
        return new ConfusionMatrix(
                Statistics.bincount(places, classes * classes).reshape(classes, classes));
    }

    private static NDArray checked(String what, NDArray numbers, int classes) {
        NDArray checked = numbers.ravel().astype(DType.INT64);
        for (long number : checked.toLongArray()) {
            if (number < 0 || number >= classes) {
                throw new IllegalArgumentException(
                        "%s must be from 0 to %d, and one is %d".formatted(what, classes - 1, number));
            }
        }
        return checked;
    }

    /**
     * The share of samples that were taken for what they are.
     *
     * @return from 0 to 1; NaN if there are no samples
     */
    public double accuracy() {
        return counts.trace().asDouble() / counts.sum().asDouble();
    }

    /**
     * How many samples of one class were taken for another, or for the same.
     *
     * @param label the true class
     * @param prediction what they were taken for
     * @return from 0 on
     */
    public long count(int label, int prediction) {
        return counts.getLong(label, prediction);
    }

    /**
     * Which share of the samples taken for a class are of it.
     *
     * @param label the class
     * @return from 0 to 1; NaN if nothing was taken for it
     */
    public double precision(int label) {
        return count(label, label)
                / counts.get(Index.all(), Index.at(label)).sum().asDouble();
    }

    /**
     * Which share of the samples of a class were taken for it.
     *
     * @param label the class
     * @return from 0 to 1; NaN if there are none
     */
    public double recall(int label) {
        return count(label, label) / counts.get(label).sum().asDouble();
    }

    /**
     * The matrix as a table, a row for each class, with its recall and its precision. A point stands for no sample.
     *
     * @return lines, the last one without its end; of ten classes and up to 9,999 samples each they have 74 characters
     */
    @Override
    public String toString() {
        int classes = counts.shape(0);
        int width = Math.max(3, counts.max().toString().length() + 1);
        StringBuilder table = new StringBuilder("label");
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
        table.append(" ".repeat(Math.max(0, width - text.length()))).append(text);
    }
}
