package io.github.dlfs4j.ndarray.kernel;

import java.util.stream.Stream;

/** {@link Kernels} that print as their name in the report of a test. */
record NamedKernels(Kernels kernels) {
    /** Plain always; vector, its stand-in and those that go from one to the other where the module is present. */
    static Stream<NamedKernels> available() {
        Stream<Kernels> vectors = KernelSelector.vectorKernels().stream()
                .map(VectorKernels.class::cast)
                .flatMap(vector -> Stream.of(vector, vector.fused(), vector.warming()));
        return Stream.concat(Stream.of(new PlainKernels()), vectors).map(NamedKernels::new);
    }

    @Override
    public String toString() {
        return kernels.name();
    }
}
