package io.github.dlfs4j.ndarray.kernel;

import java.util.function.Consumer;

/**
 * An operation on a few elements, for vectors and for the plain code.
 *
 * @param use what is run with both
 * @param plain the plain code
 */
record KernelSample(Consumer<Kernels> use, Kernels plain) implements WarmUp.Sample {
    @Override
    public void runVector() {
        use.accept(VectorKernels.instance());
    }

    @Override
    public void runPlain() {
        use.accept(plain);
    }
}
