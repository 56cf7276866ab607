package io.github.dlfs4j.ndarray.kernel.function;

/** The functions whose loops {@link DoubleFunctions} and its twin for {@code float} select. */
public enum Function {
    EXP,
    LOG,
    SIN,
    COS,
    TANH;

    /**
     * Returns whether the function has an implementation with the Vector API. Most functions of {@code double} look up
     * a table, which is faster one number at a time.
     *
     * @param type {@code float} or {@code double}
     */
    boolean isVectorised(Class<?> type) {
        return type == float.class || this == LOG || this == TANH;
    }
}
