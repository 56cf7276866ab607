package io.github.dlfs4j.ndarray.kernel;

/** {@link WarmingProduct} of {@code double}. */
final class WarmingDoubleProduct extends WarmingProduct<double[]> {
    WarmingDoubleProduct(FusedDoubleProduct plain) {
        super(plain, new ProductPlan(plain.order(), Double.BYTES));
    }

    @Override
    VectorProduct<double[]> vector() {
        return VectorKernels.instance().doubleProduct();
    }
}
