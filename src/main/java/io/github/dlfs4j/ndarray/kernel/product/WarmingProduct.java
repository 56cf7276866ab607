package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import io.github.dlfs4j.ndarray.kernel.warmup.WorkDone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A product with vectors that the plain one stands in for until the parts that it is made of are warm. Each part warms
 * up for itself, when products that need it were computed for long enough.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class WarmingProduct<A> implements MatrixProduct<A> {
    /** Of multiply-adds: plain code computes some 10<sup>10</sup> a second. */
    private static final double WORK_OF_SECOND = 1e10;

    /** So many seconds products that need a part must have been computed: it takes half as long to compile it. */
    private static final double SECONDS_OF_PART = 0.25;

    private final MatrixProduct<A> plain;
    private final ProductPlan plan;
    private final Supplier<VectorProduct<A>> vector;
    private final WorkDone work;
    private final Map<ProductPart, WarmUp> warmUps = new EnumMap<>(ProductPart.class);

    /**
     * A product that has not begun to warm up.
     *
     * @param plain stands in for vectors
     * @param plan says which parts multiply two matrices
     * @param vector is asked for the product with vectors when something of it begins to warm up
     */
    WarmingProduct(MatrixProduct<A> plain, ProductPlan plan, Supplier<VectorProduct<A>> vector) {
        this(plain, plan, vector, (long) (WORK_OF_SECOND * WarmUp.SECONDS_THAT_PAY), (long)
                (WORK_OF_SECOND * SECONDS_OF_PART));
    }

    /**
     * A product that has not begun to warm up.
     *
     * @param plain stands in for vectors
     * @param plan says which parts multiply two matrices
     * @param vector is asked for the product with vectors when something of it begins to warm up
     * @param workThatPays multiply-adds of products of any kind, before parts are looked at
     * @param workOfPart multiply-adds of products that need a part, before it begins to warm up
     */
    WarmingProduct(
            MatrixProduct<A> plain,
            ProductPlan plan,
            Supplier<VectorProduct<A>> vector,
            long workThatPays,
            long workOfPart) {
        this.plain = plain;
        this.plan = plan;
        this.vector = vector;
        this.work = new WorkDone(workThatPays);
        for (ProductPart part : ProductPart.values()) {
            warmUps.put(part, new WarmUp(workOfPart, () -> new ProductSamples<>(vector.get(), plain).of(part)));
        }
    }

    @Override
    public void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        MatrixProduct<A> product = isWarm(a, b) ? vector.get() : plain;
        product.multiply(a, b, c);
    }

    private boolean isWarm(Matrix<A> a, Matrix<A> b) {
        long multiplyAdds = (long) a.rows() * a.columns() * b.columns();
        // Until then it takes no plan.
        if (!work.isEnoughWith(multiplyAdds)) {
            return false;
        }
        Set<ProductPart> parts = plan.parts(a, b);
        // Without parts the plain product serves anyway.
        boolean warm = !parts.isEmpty();
        for (ProductPart part : parts) {
            warm &= warmUps.get(part).isOver(multiplyAdds);
        }
        return warm;
    }
}
