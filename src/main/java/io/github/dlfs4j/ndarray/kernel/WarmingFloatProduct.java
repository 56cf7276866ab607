package io.github.dlfs4j.ndarray.kernel;

/** {@link WarmingProduct} of {@code float}. */
final class WarmingFloatProduct extends WarmingProduct<float[]> {
    WarmingFloatProduct(FusedFloatProduct plain) {
        super(plain, new ProductPlan(plain.order(), Float.BYTES));
    }

    @Override
    VectorProduct<float[]> vector() {
        return VectorKernels.instance().floatProduct();
    }
}
