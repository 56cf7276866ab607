package io.github.dlfs4j.ndarray.kernel;

import java.util.stream.Stream;

/** {@link Kernels} that print as their name in the report of a test. */
record NamedKernels(Kernels kernels) {
    /** Plain always, vector and its stand-in where the module is present, whichever of them the arrays use. */
    static Stream<NamedKernels> available() {
        Stream<Kernels> vectors = KernelSelector.vectorKernels().stream()
                .flatMap(vector -> Stream.of(vector, ((VectorKernels) vector).fused()));
        return Stream.concat(Stream.of(new PlainKernels()), vectors).map(NamedKernels::new);
    }

    @Override
    public String toString() {
        return kernels.name();
    }
}
