/**
 * The loops under the arrays. They see raw Java arrays and know nothing of dtypes, shapes or views; nothing outside
 * {@code ndarray} calls them. Each topic has a package, whose page teaches its algorithm and says where to change what:
 *
 * <ul>
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.elementwise}: arithmetic, comparisons, choices, element by element;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.function}: exp, log, sin, cos, tanh, powers, sigmoid, softmax;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.reduction}: sums, extremes, and where they are;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.product}: the matrix product;
 *   <li>{@link io.github.dlfs4j.ndarray.kernel.warmup}: which of two implementations runs, and when.
 * </ul>
 *
 * <h2>One arithmetic</h2>
 *
 * <p>What bits a loop gives is defined once, and depends on nothing else: not on the implementation, the virtual
 * machine, the length of a vector, the number of threads or time. + - * / and square roots are those of IEEE 754, which
 * Java defines to the bit; a product that is added at once is rounded once, by
 * {@link io.github.dlfs4j.ndarray.kernel.FusedMultiplyAdd}, whether the processor has an instruction for it or not.
 * Sums have NumPy's order, functions NumPy's algorithms. The functions of {@link java.lang.Math} that may differ from
 * one virtual machine to another ({@code sin}, {@code exp}, {@code pow} and their like) are not called.
 *
 * <p>A loop has one implementation, in plain Java, where the JIT compiler makes SIMD code of it by itself, else a
 * second one with the Vector API. {@link io.github.dlfs4j.ndarray.kernel.Kernel} says which is taken.
 *
 * <h2>One source</h2>
 *
 * <p>What is the same for {@code float} and {@code double} is written for {@code double}, in a class that is annotated
 * {@link io.github.dlfs4j.ndarray.kernel.AlsoFor}; its twin is made when the library is built.
 */
package io.github.dlfs4j.ndarray.kernel;
