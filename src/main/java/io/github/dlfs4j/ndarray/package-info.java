/**
 * NumPy's arrays for Java.
 *
 * <p>{@link io.github.dlfs4j.ndarray.NDArray} is the one class to learn. You create an array with {@code NDArray.of(1,
 * 2, 3)}, {@code NDArray.zeros(2, 3)} or {@code NDArray.arange(10)}, and combine arrays with methods that read like
 * Python's operators: {@code x.dot(w).add(b)} is {@code np.dot(x, w) + b}. An array has a
 * {@link io.github.dlfs4j.ndarray.Shape}, the lengths of its axes, and a {@link io.github.dlfs4j.ndarray.DType}, one of
 * five types of elements.
 *
 * <p>Python's brackets become {@code get} and {@code at}. {@code x.get(1, 2)} is {@code x[1, 2]}, {@code x.get(mask)}
 * is {@code x[mask]}, and you write slices with {@link io.github.dlfs4j.ndarray.Index}: {@code x.get(Index.range(1, 3),
 * Index.all())} is {@code x[1:3, :]}. You change elements with {@code at}: {@code x.at(mask).set(0)} is {@code x[mask]
 * = 0}.
 *
 * <p>The methods of NumPy's arrays are methods of {@code NDArray}. NumPy's functions are static methods, under their
 * own names in camel case, of one class for each chapter of its reference:
 * {@link io.github.dlfs4j.ndarray.MathFunctions MathFunctions} ({@code arcsin}, {@code floor}),
 * {@link io.github.dlfs4j.ndarray.Logic Logic} ({@code isNaN}, {@code isClose}),
 * {@link io.github.dlfs4j.ndarray.BitOperations BitOperations}, {@link io.github.dlfs4j.ndarray.Creation Creation},
 * {@link io.github.dlfs4j.ndarray.Manipulation Manipulation}, {@link io.github.dlfs4j.ndarray.IndexRoutines
 * IndexRoutines}, {@link io.github.dlfs4j.ndarray.Sorting Sorting}, {@link io.github.dlfs4j.ndarray.Sets Sets},
 * {@link io.github.dlfs4j.ndarray.Statistics Statistics}, {@link io.github.dlfs4j.ndarray.NaNStatistics NaNStatistics},
 * {@link io.github.dlfs4j.ndarray.Calculus Calculus}, {@link io.github.dlfs4j.ndarray.LinearAlgebra LinearAlgebra} and
 * {@link io.github.dlfs4j.ndarray.Windows Windows}.
 *
 * <p>Random numbers come from a {@link io.github.dlfs4j.ndarray.RandomState}, which gives the same numbers as NumPy's
 * from the same seed.
 *
 * <p>There are few differences from NumPy: the sum of uint8 is int64, functions such as {@code exp} give float64 for
 * bool and uint8, and an integer that uint8 cannot hold is refused. Errors have NumPy's words. ValueError and
 * OverflowError become {@link IllegalArgumentException}, IndexError and AxisError become
 * {@link IndexOutOfBoundsException}, and TypeError becomes {@link UnsupportedOperationException}.
 *
 * @serial exclude
 */
package io.github.dlfs4j.ndarray;
