package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Arrays;
import java.util.List;

/**
 * An operand of a matrix product, written {@code 100x784}, or {@code 100x784.T} for the transpose of that array.
 *
 * @param rows the rows of the array, before it is transposed
 * @param columns the columns of the array, before it is transposed
 * @param transposed whether the operand is the transpose of the array
 */
public record Operand(int rows, int columns, boolean transposed) {
    private static final String TRANSPOSE = ".T";

    /**
     * Parses the operands of a product.
     *
     * @param operands two operands, separated by a space
     * @return the left and the right operand
     */
    public static List<Operand> parse(String operands) {
        return Arrays.stream(operands.split(" ", 2)).map(Operand::parseOne).toList();
    }

    private static Operand parseOne(String operand) {
        boolean transposed = operand.endsWith(TRANSPOSE);
        String[] lengths = operand.replace(TRANSPOSE, "").split("x", 2);
        return new Operand(Integer.parseInt(lengths[0]), Integer.parseInt(lengths[1]), transposed);
    }

    /**
     * Returns a random array in C order, before it is transposed.
     *
     * @param random the source of the elements, which are drawn from the standard normal distribution
     * @param dtype the dtype of the array
     * @return shape (rows, columns)
     */
    public NDArray draw(RandomState random, DType dtype) {
        return random.randn(rows, columns).astype(dtype);
    }
}
