package io.github.dlfs4j.ndarray;

/** An operation of two operands, element by element. {@link Elementwise} applies it. */
sealed interface BinaryOperation permits Arithmetic, BinaryFunction, Bitwise {
    /** The dtype of the result for operands of the given ones; an error where there is none. */
    DType resultType(DType a, DType b);

    /** Fills the output, which may be an operand, with results of the dtype. */
    void compute(DType dtype, NDArray a, NDArray b, NDArray out);
}
