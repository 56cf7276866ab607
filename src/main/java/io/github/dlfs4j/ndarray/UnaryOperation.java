package io.github.dlfs4j.ndarray;

/** An operation of one operand, element by element. {@link Elementwise} applies it. */
sealed interface UnaryOperation permits UnaryFunction, LibraryFunction {
    /** The dtype of the result for an operand of the given one; an error where there is none. */
    DType resultType(DType a);

    /** Fills the output, which may be the operand, with results of the dtype. */
    void compute(DType dtype, NDArray a, NDArray out);
}
