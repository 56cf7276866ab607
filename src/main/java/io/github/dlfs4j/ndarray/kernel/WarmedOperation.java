package io.github.dlfs4j.ndarray.kernel;

/** What of {@link WarmingKernels} warms up for itself: a function, or all operations that a program uses together. */
enum WarmedOperation {
    EXP,
    SIGMOID,
    LOG,
    TANH,
    COMPARISON,
    REDUCTION
}
