package io.github.dlfs4j.ndarray;

/** An operation of one operand, element by element. {@link Elementwise} applies it. */
sealed interface UnaryOperation permits UnaryFunction, LibraryFunction {
    /** Returns the dtype of the result for an operand of the given dtype; throws an error if it is not supported. */
    DType resultType(DType a);

    /** Computes results of the dtype into the output, which may be the operand. */
    void compute(DType dtype, NDArray a, NDArray out);
}
