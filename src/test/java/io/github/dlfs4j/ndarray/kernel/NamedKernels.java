package io.github.dlfs4j.ndarray.kernel;

import java.util.stream.Stream;

/** {@link Kernels} that print as their name in the report of a test. */
record NamedKernels(String name, Kernels kernels) {
    /**
     * Plain always, for processors with and without fused multiply-add; vector, its stand-in and those that go from one
     * to the other where the module is present.
     */
    static Stream<NamedKernels> available() {
        Stream<Kernels> vectors = KernelSelector.isVectorModuleRead() ? vectors() : Stream.empty();
        return Stream.concat(
                Stream.of(
                        new NamedKernels("plain, fused", new PlainKernels(true)),
                        new NamedKernels("plain, not fused", new PlainKernels(false))),
                vectors.map(kernels -> new NamedKernels(kernels.name(), kernels)));
    }

    private static Stream<Kernels> vectors() {
        int bits = VectorLength.bits();
        return Stream.of(VectorKernels.instance(), new FusedKernels(bits), new WarmingKernels(bits));
    }

    @Override
    public String toString() {
        return name;
    }
}
