/**
 * The matrix product c = a b.
 *
 * <h2>The bits of the result</h2>
 *
 * <p>An element of c is a chain of fused multiply-adds in the order of k. It begins with 0 and ends by adding 0. So it
 * depends only on its row of a and its column of b: a row has the same bits in every batch, and neither layouts,
 * blocks, tiles, threads nor the length of a vector make a difference.
 *
 * <p>If b is a single column of at least 32 elements, or two to four columns of at least 256, an element is instead the
 * sum of several chains: 8 for {@code double}, 16 for {@code float}.
 *
 * <p>{@link io.github.dlfs4j.ndarray.kernel.product.SummationOrder} has the exact definition. Every method below keeps
 * to it, so any method may compute any part of a product.
 *
 * <h2>How a product is computed</h2>
 *
 * <p>{@link io.github.dlfs4j.ndarray.kernel.product.DoubleProduct} selects plain loops or, once their code is compiled,
 * vectors. Then {@code ProductPlan} says how vectors multiply, and {@code VectorDoubleProduct} carries the plan out.
 * {@link io.github.dlfs4j.parallel.RowBlocks} distributes the rows over threads.
 *
 * <dl>
 *   <dt>Plain loops: {@code PlainDoubleProduct}
 *   <dd>Each row of a block is copied to an array of its own. Only then does the JIT compiler turn the loop that adds
 *       three rows of b to three rows of c into SIMD code ({@code DoubleRows}, {@code DoubleTiles}). The loop runs
 *       along the longer side of c. If both sides are short, or if there is one row, the product consists of scalar
 *       sums, ten side by side ({@code DoubleRowByRow}).
 *   <dt>Tiles: {@code VectorDoubleProduct}, {@code VectorDoubleTiles}
 *   <dd>With vectors, a tile of some rows of c by some vectors of columns is summed in registers: 24 sums if there are
 *       32 registers, otherwise eight to twelve. For each k, a tile loads a few vectors of b and broadcasts one element
 *       of a after the other. If the last columns do not fill a vector, it begins earlier and stores the same values
 *       again, or is half a vector.
 *   <dt>Packed blocks: {@code PackedDoubleBlocks}
 *   <dd>If b is too large for the L2 cache, blocks of a and b are copied in the order in which a tile reads them. A
 *       block leaves its sums in c, and the next block continues them.
 *   <dt>Matrices at offsets: {@code VectorDoubleOffsetProduct}
 *   <dd>The same tiles, for matrices whose rows and columns lie anywhere, such as the windows of an image; see
 *       {@link io.github.dlfs4j.ndarray.kernel.convolution}.
 *   <dt>Zeros: {@code Sparsity}
 *   <dd>If the rows of a are mostly zero, as images are, and b is finite, the zeros are left out: in each row in plain
 *       loops, in eight rows at a time with vectors of 512 bits. For a single row, b must be known to be finite, since
 *       a search would take longer than the product.
 *   <dt>Few columns: {@code PlainDoubleColumn}, {@code VectorDoubleColumn}
 *   <dd>Vectors run along k, with a chain in each lane. If the columns of a are contiguous, vectors run along them.
 * </dl>
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>The rows and vectors of a tile: the table in {@code src/build/java/Tiles.java}, from which the build writes
 *       {@code VectorDoubleTiles} and {@code VectorFloatTiles}. {@code VectorDoubleProduct} calls the tiles.
 *   <li>The tiles of plain loops, and the chains of few columns with vectors: the templates in
 *       {@code src/build/templates}, from which the build writes {@code DoubleTiles} and {@code VectorDoubleChains}.
 *   <li>Which tile or method computes which shape with vectors: {@code ProductPlan}.
 *   <li>The sizes of blocks: the constants of {@code ProductPlan} and {@code PackedDoubleBlocks}.
 *   <li>The same for plain loops: the constants and the first methods of {@code PlainDoubleProduct}.
 *   <li>When zeros are left out: {@code Sparsity}, {@code ProductPlan}, and {@code leavesZerosOut} in
 *       {@code PlainDoubleProduct}.
 *   <li>What must be compiled before vectors multiply: the samples of {@code DoubleProduct}.
 *   <li>The order of a sum: {@code SummationOrder}, {@code DoubleChains}, and every loop that adds.
 * </ul>
 *
 * <p>{@code ProductBitsTest} compares every method with the definition, bit by bit. {@code ProductContractTest} checks
 * exact values and special numbers, and {@code ProductPlanTest} checks the plans for the vectors of every processor.
 */
package io.github.dlfs4j.ndarray.kernel.product;
