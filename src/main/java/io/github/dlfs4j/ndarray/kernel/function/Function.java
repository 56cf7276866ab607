package io.github.dlfs4j.ndarray.kernel.function;

/** The functions that have loops of their own. */
public enum Function {
    EXP,
    LOG,
    SIN,
    COS,
    TANH;

    /**
     * Whether there is an implementation with the Vector API. Most functions of {@code double} look up a table, which
     * is faster one by one.
     *
     * @param type {@code float} or {@code double}
     */
    boolean isVectorised(Class<?> type) {
        return type == float.class || this == LOG || this == TANH;
    }
}
