/**
 * Functions, to the bit as NumPy computes them on its commonest platform: Linux with the GNU C library on x86-64 with
 * AVX2.
 *
 * <p>For {@code float} NumPy has algorithms of its own, which the same class names have here: {@code FloatExp},
 * {@code FloatLog}, {@code FloatTanh}, {@code FloatSines}. They are short enough to be computed for a vector of numbers
 * at once, so each has a second implementation with the Vector API, {@code VectorFloatExp} and so on. For large
 * arguments NumPy calls C's {@code sinf} and {@code cosf}: {@code LargeFloatSines}.
 *
 * <p>For {@code double} NumPy calls the functions of the C library: {@code DoubleExp}, {@code DoubleLog},
 * {@code DoubleSines}, {@code DoublePow}, and {@code FloatPow}. They look up a table, which is faster one number after
 * the other, so a plain loop serves both kernels; of the logarithm alone, {@code VectorDoubleLog} does the rest in
 * vectors. {@code DoubleTanh} is NumPy's own, and has both.
 *
 * <p>The other functions of the C library, {@code arcsin} or {@code log10}, are near the exact value, not NumPy's to
 * the bit, and the same everywhere: by {@link StrictMath}, or by formulas on it and on the functions above, in
 * {@code InverseHyperbolics}, {@code DoubleLogarithms} and {@code DoublePairLoops}.
 *
 * <p>{@code sigmoid} and {@code softmax} are compositions: the operations of NumPy's expressions one after the other.
 *
 * <p>To change a function, change the class that has its name; {@code EveryFloatTest} and
 * {@code NumPyFunctionReplayTest} tell whether it is still NumPy's, {@code ExactValuesTest} how near it is.
 */
package io.github.dlfs4j.ndarray.kernel.function;
