/**
 * Convolutions whose columns are never made.
 *
 * <p>A convolution is a product: the filters, a matrix with a row for each filter, times the matrix of all windows,
 * which {@code im2col} makes of an image. That matrix has each pixel as many times as a window has pixels, and to make
 * it takes longer than to multiply. But element (k, p) of it, pixel k of the window at position p, is in the image, at
 * an offset {@code pixels[k] + positions[p]} that {@link io.github.dlfs4j.ndarray.kernel.convolution.WindowOffsets}
 * computes. So {@link io.github.dlfs4j.ndarray.kernel.product.OffsetMatrix} multiplies the image itself, an implicit
 * {@code im2col} (Chetlur et al., <i>cuDNN: Efficient Primitives for Deep Learning</i>, 2014). The three products:
 *
 * <ul>
 *   <li>the results: filters times windows, in vectors along a row of positions;
 *   <li>the gradient of the filters: windows times the transposed gradients of the results, in vectors along the
 *       filters;
 *   <li>the gradient of an image: the transposed filters times the gradients of the results, for one pixel of the
 *       window at a time. A tile adds to the image, as {@code col2im} does.
 * </ul>
 *
 * <p>The first and the third product copy the filters such that a tile reads them from end to end, without a check of
 * each index; the second adds to the sum of all images at once. The compiler keeps a check for each element that a tile
 * reads at an offset: a tile of 24 sums that read both operands at offsets took 95 instructions for 24 multiply-adds.
 * So the second reads the pixels of a row of positions in a loop of its own, whose indices are checked once before it.
 *
 * <p>Every element of a product is the same chain as that of the product with columns, and every sum has the same
 * order, so no bit differs. {@code WindowProductTest} compares them.
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>The offsets, and how an image with a stride lies in memory: {@code WindowOffsets} and {@code DoublePlanes}.
 *   <li>The tiles: the table in {@code src/build/java/Tiles.java}; which of them computes what:
 *       {@code VectorDoubleOffsetProduct}.
 *   <li>The products and the order of the sums: {@code DoubleConvolution}.
 *   <li>What must be compiled first: {@code DoubleConvolutionWarmUp}.
 *   <li>When columns are made nevertheless: {@code WindowProduct}.
 * </ul>
 */
package io.github.dlfs4j.ndarray.kernel.convolution;
