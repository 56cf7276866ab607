package io.github.dlfs4j.ndarray.kernel;

/** The warm-up of an operation of {@link WarmingKernels} on {@code double}. */
final class DoubleWarmUp extends WarmUp {
    private final WarmedOperation operation;
    private final Kernels plain;

    /** A warm-up that begins when so many elements were computed. */
    DoubleWarmUp(WarmedOperation operation, Kernels plain, long workThatPays) {
        super(workThatPays);
        this.operation = operation;
        this.plain = plain;
    }

    @Override
    void runVector() {
        DoubleSample.run(operation, VectorKernels.instance());
    }

    @Override
    void runPlain() {
        DoubleSample.run(operation, plain);
    }
}
