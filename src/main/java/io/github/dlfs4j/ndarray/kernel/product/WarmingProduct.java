package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.warmup.WarmUp;
import io.github.dlfs4j.ndarray.kernel.warmup.WorkDone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A product that uses the plain implementation until the vector code it needs is warm. Each part of the vector product
 * warms up separately, once the program has spent enough time on products that need it.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
final class WarmingProduct<A> implements MatrixProduct<A> {
    /** The multiply-adds that plain code computes in a second. */
    private static final double WORK_OF_SECOND = 1e10;

    /**
     * How many seconds a program must have spent on products that need a part before the part warms up. Compiling it
     * takes half as long.
     */
    private static final double SECONDS_OF_PART = 0.25;

    private final MatrixProduct<A> plain;
    private final ProductPlan plan;
    private final Supplier<VectorProduct<A>> vector;
    private final WorkDone work;
    private final Map<ProductPart, WarmUp> warmUps = new HashMap<>();

    /**
     * Creates a product that has not started to warm up.
     *
     * @param plain the product that is used until vectors are warm
     * @param plan tells which parts multiply two matrices
     * @param vector supplies the product with vectors when a part starts to warm up
     */
    WarmingProduct(MatrixProduct<A> plain, ProductPlan plan, Supplier<VectorProduct<A>> vector) {
        this(plain, plan, vector, (long) (WORK_OF_SECOND * WarmUp.SECONDS_THAT_PAY), (long)
                (WORK_OF_SECOND * SECONDS_OF_PART));
    }

    /**
     * Creates a product that has not started to warm up.
     *
     * @param plain the product that is used until vectors are warm
     * @param plan tells which parts multiply two matrices
     * @param vector supplies the product with vectors when a part starts to warm up
     * @param workThatPays the multiply-adds of all products before the first plan is made
     * @param workOfPart the multiply-adds of products that need a part before the part warms up
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
            warmUps.put(part, new WarmUp(workOfPart, new Samples(part)));
        }
    }

    /** Supplies the samples of a part. A class, because a lambda takes some milliseconds at the start of a program. */
    private final class Samples implements Supplier<List<? extends WarmUp.Sample>> {
        private final ProductPart part;

        Samples(ProductPart part) {
            this.part = part;
        }

        @Override
        public List<? extends WarmUp.Sample> get() {
            return new ProductSamples<>(vector.get(), plain).of(part);
        }
    }

    @Override
    public void multiply(Matrix<A> a, Matrix<A> b, Matrix<A> c) {
        MatrixProduct<A> product = isWarm(a, b) ? vector.get() : plain;
        product.multiply(a, b, c);
    }

    private boolean isWarm(Matrix<A> a, Matrix<A> b) {
        long multiplyAdds = (long) a.rows() * a.columns() * b.columns();
        // Until then, no plan is made.
        if (!work.isEnoughWith(multiplyAdds)) {
            return false;
        }
        Set<ProductPart> parts = plan.parts(a, b);
        // The vector product would call the plain one.
        boolean warm = !parts.isEmpty();
        for (ProductPart part : parts) {
            warm &= warmUps.get(part).isOver(multiplyAdds);
        }
        return warm;
    }
}
