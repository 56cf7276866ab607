package io.github.dlfs4j.ndarray.kernel;

/**
 * An operation on a few elements, for vectors and for the plain code.
 *
 * @param use what is run with both
 * @param plain the plain code
 */
record KernelSample(Use use, Kernels plain) implements WarmUp.Sample {
    /** A use of kernels. */
    interface Use {
        void run(Kernels kernels);
    }

    @Override
    public void runVector() {
        use.run(VectorKernels.instance());
    }

    @Override
    public void runPlain() {
        use.run(plain);
    }
}
