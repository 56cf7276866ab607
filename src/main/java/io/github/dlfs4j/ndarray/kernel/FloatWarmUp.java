package io.github.dlfs4j.ndarray.kernel;

/** The warm-up of an operation of {@link WarmingKernels} on {@code float}. */
final class FloatWarmUp extends WarmUp {
    private final WarmedOperation operation;
    private final Kernels plain;

    /** A warm-up that begins when so many elements were computed. */
    FloatWarmUp(WarmedOperation operation, Kernels plain, long workThatPays) {
        super(workThatPays);
        this.operation = operation;
        this.plain = plain;
    }

    @Override
    void runVector() {
        FloatSample.run(operation, VectorKernels.instance());
    }

    @Override
    void runPlain() {
        FloatSample.run(operation, plain);
    }
}
