package io.github.dlfs4j.ndarray;

/** An operation of two operands, element by element. {@link Elementwise} applies it. */
sealed interface BinaryOperation permits Arithmetic, BinaryFunction, Bitwise {
    /** Returns the dtype of the result for operands of the given dtypes; throws an error if they are not supported. */
    DType resultType(DType a, DType b);

    /** Computes results of the dtype into the output, which may be an operand. */
    void compute(DType dtype, NDArray a, NDArray b, NDArray out);
}
