package io.github.dlfs4j.ndarray.kernel;

import java.util.stream.Stream;

/** {@link Kernels} that print as their name in the report of a test. */
record NamedKernels(String name, Kernels kernels) {
    /**
     * Plain always, for processors with and without fused multiply-add; vector, its stand-in and those that go from one
     * to the other where the module is present.
     */
    static Stream<NamedKernels> available() {
        Stream<Kernels> vectors = KernelSelector.vectorKernels().stream()
                .map(VectorKernels.class::cast)
                .flatMap(vector -> Stream.of(vector, vector.fused(), vector.warming()));
        return Stream.concat(
                Stream.of(
                        new NamedKernels("plain, fused", new PlainKernels(true)),
                        new NamedKernels("plain, not fused", new PlainKernels(false))),
                vectors.map(kernels -> new NamedKernels(kernels.name(), kernels)));
    }

    @Override
    public String toString() {
        return name;
    }
}
