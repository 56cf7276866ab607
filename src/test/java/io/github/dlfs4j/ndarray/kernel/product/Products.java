package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.VectorModule;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.stream.Stream;

/** The products of an implementation. Test reports show its name. */
record Products(String name, MatrixProduct<float[]> ofFloats, MatrixProduct<double[]> ofDoubles) {
    static final String PLAIN = "plain";
    static final String VECTOR = "vector";

    /** Returns all implementations, including that of vectors if the module is present. */
    static Stream<Products> available() {
        return available(RowBlocks.configured());
    }

    static Stream<Products> available(RowBlocks rowBlocks) {
        PlainFloatProduct floats = new PlainFloatProduct(rowBlocks);
        PlainDoubleProduct doubles = new PlainDoubleProduct(rowBlocks);
        Products plain = new Products(PLAIN, floats, doubles);
        return VectorModule.isPresent() ? Stream.of(plain, vector(rowBlocks), warming(rowBlocks)) : Stream.of(plain);
    }

    private static Products vector(RowBlocks rowBlocks) {
        return new Products(
                VECTOR,
                new VectorFloatProduct(rowBlocks, new PlainFloatProduct(rowBlocks)),
                new VectorDoubleProduct(rowBlocks, new PlainDoubleProduct(rowBlocks)));
    }

    private static Products warming(RowBlocks rowBlocks) {
        PlainFloatProduct floats = new PlainFloatProduct(rowBlocks);
        PlainDoubleProduct doubles = new PlainDoubleProduct(rowBlocks);
        VectorFloatProduct vectorOfFloats = new VectorFloatProduct(rowBlocks, floats);
        VectorDoubleProduct vectorOfDoubles = new VectorDoubleProduct(rowBlocks, doubles);
        return new Products(
                "warming",
                new WarmingProduct<>(floats, vectorOfFloats.plan(), () -> vectorOfFloats),
                new WarmingProduct<>(doubles, vectorOfDoubles.plan(), () -> vectorOfDoubles));
    }

    @Override
    public String toString() {
        return name;
    }
}
