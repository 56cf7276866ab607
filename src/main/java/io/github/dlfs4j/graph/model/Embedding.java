package io.github.dlfs4j.graph.model;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.TorchTensor;
import java.util.Objects;

/**
 * A table with a row of numbers for each word, or each other thing that has a number. The rows are learned: they are
 * the parameter {@code W}.
 *
 * <pre>{@code
 * Embedding words = new Embedding(NDArray.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}));
 * System.out.println(words.predict(NDArray.of(2, 0, 2)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[5. 6.]
 *  [1. 2.]
 *  [5. 6.]]
 * }</pre>
 */
@TorchTensor(name = "weight", of = "W")
public final class Embedding extends ReadyModel {
    private static final long serialVersionUID = 1;

    private final Variable rows;

    /**
     * Creates a table of float64, drawn from the standard normal distribution.
     *
     * @param count the number of rows
     * @param size the length of a row
     * @param random the generator, for {@code randn}
     */
    public Embedding(int count, int size, RandomState random) {
        this(count, size, random, DType.FLOAT64);
    }

    /**
     * Creates a table, drawn from the standard normal distribution.
     *
     * @param count the number of rows
     * @param size the length of a row
     * @param random the generator, for {@code randn}
     * @param dtype float64 or float32
     * @throws IllegalArgumentException {@code a model computes in float32 or float64, not int64}
     */
    public Embedding(int count, int size, RandomState random, DType dtype) {
        this(FirstWeights.of(1, random, dtype, count, size));
    }

    /**
     * Creates a table of given rows. It uses the array and does not copy it.
     *
     * @param rows shape (count, size)
     * @throws IllegalArgumentException {@code W must be a matrix, not of shape (2,)}
     */
    public Embedding(NDArray rows) {
        this(Variable.of(Objects.requireNonNull(rows, "rows")));
    }

    private Embedding(Variable rows) {
        if (rows.shape().ndim() != 2) {
            throw new IllegalArgumentException("W must be a matrix, not of shape " + rows.shape());
        }
        this.rows = parameter("W", rows);
    }

    static Embedding unpacked(SerializedForm form) {
        return new Embedding(form.part("W", Variable.class));
    }

    /**
     * Takes rows of the table. A row that is taken more than once gets the sum of its gradients.
     *
     * @param x a constant of numbers of rows, int64 or uint8, of any shape
     * @return the rows, of the shape of x and one axis more
     * @throws IllegalArgumentException {@code an Embedding takes integers, the numbers of its rows, not bool}
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 0 with size 3}
     */
    @Override
    public Variable forward(Variable x) {
        DType dtype = x.value().dtype();
        if (dtype != DType.INT64 && dtype != DType.UINT8) {
            throw new IllegalArgumentException("an Embedding takes integers, the numbers of its rows, not " + dtype);
        }
        return rows.get(Index.of(x.value()));
    }

    @Override
    public String toString() {
        return "Embedding(%s, %s)".formatted(rows.shape().get(0), rows.shape().get(1));
    }
}
