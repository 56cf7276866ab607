package io.github.dlfs4j.ndarray.kernel;

import java.util.stream.Stream;

/** {@link Kernels} that print as their name in the report of a test. */
record NamedKernels(Kernels kernels) {
    /** Plain always, vector where its module is present, whichever of them the arrays use. */
    static Stream<NamedKernels> available() {
        return Stream.concat(Stream.of(new PlainKernels()), KernelSelector.vectorKernels().stream())
                .map(NamedKernels::new);
    }

    @Override
    public String toString() {
        return kernels.name();
    }
}
