/**
 * The loops that do the arithmetic of arrays. They work on Java arrays of primitive types and know nothing of dtypes,
 * shapes or views. Only {@link io.github.dlfs4j.ndarray} and the packages below it call them.
 *
 * <ul>
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.elementwise}: arithmetic, comparisons, rounding and choices, element by
 *       element;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.function}: exp, log, sin, cos, tanh, powers, sigmoid, softmax;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.reduction}: sums, products, extremes and their positions;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.product}: the matrix product;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.convolution}: convolutions, and sums of what windows see;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.decomposition}: decompositions of matrices;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.sorting}: sorting and the bins of histograms;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.warmup}: the choice between two implementations of a loop.
 * </ul>
 *
 * <h2>Where to change what</h2>
 *
 * <p>The page of each package explains its algorithms and lists its classes by purpose. The usual questions:
 *
 * <ul>
 *   <li><b>exp</b> or another function: the class with its name in {@link io.github.dlfs4j.ndarray.kernel.function},
 *       such as {@code FloatExp} and {@code DoubleExp};
 *   <li><b>the order of a sum</b>: {@code PairwiseSums} in {@link io.github.dlfs4j.ndarray.kernel.reduction};
 *   <li><b>the order of a matrix product's sums</b>: {@code SummationOrder} in
 *       {@link io.github.dlfs4j.ndarray.kernel.product};
 *   <li><b>the tiles of a matrix product</b>: the table in {@code src/build/java/Tiles.java}; {@code ProductPlan} says
 *       which tile computes which shape;
 *   <li><b>a new element-wise operation</b>: see {@link io.github.dlfs4j.ndarray.kernel.elementwise};
 *   <li><b>when the Vector API is used</b>: {@link io.github.dlfs4j.ndarray.kernel.Kernel};
 *   <li><b>how long plain loops run before it</b>: {@code WarmUp} in {@link io.github.dlfs4j.ndarray.kernel.warmup}.
 * </ul>
 *
 * <h2>One arithmetic</h2>
 *
 * <p>The bits of a result depend on nothing but its operands: not on the implementation, the virtual machine, the
 * length of a vector, the number of threads or the time. Four rules ensure this:
 *
 * <ul>
 *   <li>The operations + - * / and square roots are those of IEEE 754, which Java defines to the bit.
 *   <li>A product to which a number is added at once is rounded only once, by
 *       {@link io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd}, whether the processor has an instruction for it or
 *       not.
 *   <li>Sums have NumPy's order, and functions NumPy's algorithms.
 *   <li>The functions of {@link java.lang.Math} that may differ between virtual machines ({@code sin}, {@code exp},
 *       {@code pow} and the like) are not called.
 * </ul>
 *
 * <p>If the JIT compiler turns a plain Java loop into SIMD code by itself, the loop has only that implementation.
 * Otherwise it may have a second one with the Vector API. {@link io.github.dlfs4j.ndarray.kernel.Kernel} says which of
 * the two runs.
 *
 * <h2>One source</h2>
 *
 * <p>Code that is the same for {@code float} and {@code double} is written once, for {@code double}, in a class
 * annotated with {@link io.github.dlfs4j.ndarray.kernel.AlsoFor}. The build makes its twin: edit {@code DoubleSums} and
 * {@code FloatSums} follows. Code that repeats a line for each of several sums, or a loop for each of several
 * operations, is a template in {@code src/build/templates}, from which the build makes the classes for both types.
 */
package io.github.dlfs4j.ndarray.kernel;
