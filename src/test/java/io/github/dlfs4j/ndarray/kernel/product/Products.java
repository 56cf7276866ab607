package io.github.dlfs4j.ndarray.kernel.product;

import io.github.dlfs4j.ndarray.kernel.VectorModule;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.stream.Stream;

/** The products of an implementation. Test reports show its name. */
record Products(String name, MatrixProduct<float[]> ofFloats, MatrixProduct<double[]> ofDoubles) {
    static final String PLAIN = "plain";
    static final String VECTOR = "vector";

    /**
     * Returns the implementation of this run: vectors if the module is present, as plain loops have a run of their own.
     */
    static Stream<Products> available() {
        return available(RowBlocks.configured());
    }

    static Stream<Products> available(RowBlocks rowBlocks) {
        PlainFloatProduct floats = new PlainFloatProduct(rowBlocks);
        PlainDoubleProduct doubles = new PlainDoubleProduct(rowBlocks);
        Products vector = new Products(
                VECTOR,
                (a, b, c) -> VectorFloatProduct.of(a, b, rowBlocks, floats).multiply(a, b, c),
                (a, b, c) -> VectorDoubleProduct.of(a, b, rowBlocks, doubles).multiply(a, b, c));
        return Stream.of(VectorModule.isPresent() ? vector : new Products(PLAIN, floats, doubles));
    }

    @Override
    public String toString() {
        return name;
    }
}
