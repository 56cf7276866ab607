/**
 * Functions, with the bits that NumPy computes on its most common platform: Linux with the GNU C library on x86-64
 * processors with AVX2.
 *
 * <h2>Where to change what</h2>
 *
 * <p>Each function is a class with its name. The Javadoc of the class explains the algorithm and names its source.
 *
 * <table>
 *   <caption>The classes of the functions</caption>
 *   <tr><th>Function</th><th>{@code float}</th><th>{@code double}</th></tr>
 *   <tr><td>exp</td><td>{@code FloatExp}, {@code VectorFloatExp}</td><td>{@code DoubleExp}</td></tr>
 *   <tr><td>log</td><td>{@code FloatLog}, {@code VectorFloatLog}</td>
 *       <td>{@code DoubleLog}, {@code VectorDoubleLog}</td></tr>
 *   <tr><td>sin, cos</td><td>{@code FloatSines}, {@code VectorFloatSines}, {@code LargeFloatSines}</td>
 *       <td>{@code DoubleSines}, {@code LargeDoubleAngle}</td></tr>
 *   <tr><td>tanh</td><td colspan="2">{@code DoubleTanh}, {@code VectorDoubleTanh}</td></tr>
 *   <tr><td>power</td><td>{@code FloatPow}</td><td>{@code DoublePow}</td></tr>
 * </table>
 *
 * <p>If a function has a plain class and a {@code Vector…} class, both must give the same bits: change both. The method
 * with the name of the function selects between them; {@code FunctionWarmUp} lists the functions that have two. Then
 * run these tests:
 *
 * <ul>
 *   <li>{@code FunctionsTest}: are both implementations equal?
 *   <li>{@code EveryFloatTest} and {@code NumPyFunctionReplayTest}: are the bits still NumPy's?
 *   <li>{@code ExactValuesTest}: how far are they from the exact value?
 * </ul>
 *
 * <h2>Why there are two kinds of algorithms</h2>
 *
 * <p>For {@code float}, NumPy has algorithms of its own. They are short enough to be computed for a vector of numbers
 * at once, so each has a second implementation with the Vector API. For large arguments, NumPy calls C's {@code sinf}
 * and {@code cosf}; {@code LargeFloatSines} has their bits.
 *
 * <p>For {@code double}, and for powers of {@code float}, NumPy calls the C library. Its functions look up tables,
 * which is faster one number at a time, so a single plain loop serves both kernels. There are two exceptions: the
 * logarithm, where {@code VectorDoubleLog} does everything but the look-up in vectors, and the hyperbolic tangent,
 * which is NumPy's own. {@code src/build/java/Tables.java} computes the tables when the library is built.
 *
 * <h2>Other functions</h2>
 *
 * <p>The remaining functions of the C library, such as {@code arcsin} and {@code log10}, do not have NumPy's bits. They
 * are close to the exact value and the same on every platform: {@link java.lang.StrictMath} computes them, or formulas
 * on it and on the functions above, in {@link io.github.dlfs4j.ndarray.kernel.function.InverseSines},
 * {@link io.github.dlfs4j.ndarray.kernel.function.InverseHyperbolics},
 * {@link io.github.dlfs4j.ndarray.kernel.function.DoubleLogarithms} and
 * {@link io.github.dlfs4j.ndarray.kernel.function.DoublePairLoops}.
 *
 * <p>{@link io.github.dlfs4j.ndarray.kernel.function.DoubleSigmoid} and
 * {@link io.github.dlfs4j.ndarray.kernel.function.DoubleSoftmax} are compositions: they apply the operations of NumPy's
 * expressions one after the other.
 */
package io.github.dlfs4j.ndarray.kernel.function;
