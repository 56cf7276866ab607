/**
 * The matrix product c = a b.
 *
 * <h2>What it gives</h2>
 *
 * <p>An element of c is one chain of fused multiply-adds in the order of k, begun with 0 and ended by adding 0. So it
 * depends on its row of a and its column of b alone: a row of a batch has the bits that it has by itself, and neither
 * layout, block, tile, thread nor the length of a vector shows. Where b is a single column of 32 elements or more, or
 * up to four columns of 256 or more, an element is the sum of 8 such chains, of {@code float} 16.
 * {@link io.github.dlfs4j.ndarray.kernel.product.SummationOrder} says it exactly, and since everything below keeps to
 * it, any part of a product may be computed by any of the ways.
 *
 * <h2>How it is computed</h2>
 *
 * <p>A program calls {@link io.github.dlfs4j.ndarray.kernel.product.DoubleProduct}, which takes plain loops, vectors,
 * or {@code WarmingProduct}: plain loops until vectors are warm.
 *
 * <ul>
 *   <li><b>Plain loops</b> ({@code PlainDoubleProduct}): blocks of the operands are copied, each row to an array of its
 *       own, because then the JIT compiler makes SIMD code of the loop that adds three rows of b to three rows of c
 *       ({@code DoubleRows}). It runs along the longer side of c. Where both sides are short, or there is one row,
 *       scalar sums serve, ten side by side ({@code DoubleRowByRow}).
 *   <li><b>Tiles</b> ({@code VectorProduct}, {@code VectorDoubleTiles}): with vectors, some rows of c by some vectors
 *       of columns are summed in registers, 24 sums where there are 32 registers. For each k a tile loads a few vectors
 *       of b and spreads one element of a after the other over a vector. A last vector that is not full begins earlier
 *       and stores the same values again, or is half a one.
 *   <li><b>Packed blocks</b> ({@code PackedBlocks}): where b is too large for the L2 cache, blocks of a and b are
 *       copied in the order in which a tile reads them. A block leaves its sums in c, and the next one goes on from
 *       there.
 *   <li><b>Zeros</b> ({@code Sparsity}): of rows that are mostly zero, as images are, the zeros are left out, if b is
 *       finite: each row by itself in plain loops, eight rows at a time with vectors.
 *   <li><b>Few columns</b> ({@code PlainDoubleColumn}, {@code VectorDoubleColumn}): vectors along k, a chain in each
 *       lane; if the columns of a lie in order, vectors along them.
 *   <li><b>Warm-up</b> ({@code WarmingProduct}): each {@code ProductPart} of the vector product warms up for itself, on
 *       small {@code ProductSamples}, when products that need it were computed for long enough. {@code ProductPlan}
 *       knows which parts those are.
 * </ul>
 *
 * <p>Rows are spread over threads by {@link io.github.dlfs4j.parallel.RowBlocks}.
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>The order of a sum: {@code SummationOrder}, {@code DoubleChains}, and everything that adds.
 *   <li>A tile, its rows and vectors: the table in {@code src/build/java/Tiles.java}, from which
 *       {@code VectorDoubleTiles} and {@code VectorFloatTiles} are written; {@code VectorDoubleProduct} calls them.
 *   <li>Which way vectors take for which shape, and the sizes of blocks: {@code ProductPlan}, {@code PackedBlocks}.
 *   <li>The same for plain loops: the constants and the first methods of {@code PlainDoubleProduct}.
 *   <li>When zeros are left out: {@code Sparsity}, and {@code leavesZerosOut} of both products.
 * </ul>
 */
package io.github.dlfs4j.ndarray.kernel.product;
