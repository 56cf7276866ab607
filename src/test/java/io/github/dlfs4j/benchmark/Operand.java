package io.github.dlfs4j.benchmark;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import java.util.Arrays;
import java.util.List;

/**
 * An operand of a matrix product, written {@code 100x784}, or {@code 100x784.T} for the transpose of such an array.
 *
 * @param rows the rows of the array, before it is transposed
 * @param columns its columns
 * @param transposed whether its transpose is the operand
 */
public record Operand(int rows, int columns, boolean transposed) {
    private static final String TRANSPOSE = ".T";

    /**
     * The operands of a product.
     *
     * @param operands two of them, with a space between
     * @return the left one and the right one
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
     * An array in C order, not transposed yet.
     *
     * @param random draws its elements from the standard normal distribution
     * @param dtype its dtype
     * @return shape (rows, columns)
     */
    public NDArray draw(RandomState random, DType dtype) {
        return random.randn(rows, columns).astype(dtype);
    }
}
