package io.github.dlfs4j.ndarray;

/**
 * What arithmetic computes with: an array, or a variable of a computational graph. A formula that is written for
 * operands serves both, as those of the derivatives in packages {@code activation} and {@code loss} do.
 *
 * @param <T> the class itself, {@code NDArray} or {@code Variable}
 */
public interface Operand<T extends Operand<T>> {
    /**
     * Subtracts an operand, {@code self - b}.
     *
     * @param b the operand to subtract
     * @return the difference
     */
    T sub(T b);

    /**
     * Subtracts this from a number, {@code a - self}.
     *
     * @param a the number
     * @return the difference
     */
    T rsub(double a);

    /**
     * Multiplies by an operand, {@code self * b}.
     *
     * @param b the other factor
     * @return the product
     */
    T mul(T b);

    /**
     * Divides by a number, {@code self / b}.
     *
     * @param b the divisor
     * @return the quotient
     */
    T div(double b);

    /**
     * Raises to a power, {@code self ** exponent}.
     *
     * @param exponent the exponent
     * @return the power
     */
    T pow(double exponent);
}
