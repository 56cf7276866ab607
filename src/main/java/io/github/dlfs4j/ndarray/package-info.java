/**
 * Arrays as NumPy has them.
 *
 * <p>{@link io.github.dlfs4j.ndarray.NDArray} is the one class to learn. An array is made by {@code NDArray.of(1, 2,
 * 3)}, {@code NDArray.zeros(2, 3)} or {@code NDArray.arange(10)}, and combined by methods that read like Python's
 * operators: {@code x.dot(w).add(b)} is {@code np.dot(x, w) + b}. Its elements have one of five types,
 * {@link io.github.dlfs4j.ndarray.DType}; its lengths are a {@link io.github.dlfs4j.ndarray.Shape}.
 *
 * <p>Python's brackets become {@code get} and {@code at}. {@code x.get(1, 2)} is {@code x[1, 2]}, {@code x.get(mask)}
 * is {@code x[mask]}, and slices are written with {@link io.github.dlfs4j.ndarray.Index}: {@code x.get(Index.range(1,
 * 3), Index.all())} is {@code x[1:3, :]}. Writing goes through {@code at}: {@code x.at(mask).set(0)} is {@code x[mask]
 * = 0}.
 *
 * <p>What NumPy has as methods of its arrays, {@code NDArray} has too; its functions are in a class for each chapter of
 * its reference, under their own names in camel case: {@link io.github.dlfs4j.ndarray.MathFunctions} ({@code arcsin},
 * {@code floor}), {@link io.github.dlfs4j.ndarray.Logic} ({@code isNaN}, {@code isClose}),
 * {@link io.github.dlfs4j.ndarray.BitOperations}, {@link io.github.dlfs4j.ndarray.Creation},
 * {@link io.github.dlfs4j.ndarray.Manipulation}, {@link io.github.dlfs4j.ndarray.IndexRoutines},
 * {@link io.github.dlfs4j.ndarray.Sorting}, {@link io.github.dlfs4j.ndarray.Sets},
 * {@link io.github.dlfs4j.ndarray.Statistics}, {@link io.github.dlfs4j.ndarray.NaNStatistics},
 * {@link io.github.dlfs4j.ndarray.Calculus}, {@link io.github.dlfs4j.ndarray.LinearAlgebra} and
 * {@link io.github.dlfs4j.ndarray.Windows}.
 *
 * <p>Random numbers come from a {@link io.github.dlfs4j.ndarray.RandomState}, which gives NumPy's from the same seed.
 *
 * <p>What differs from NumPy is little: the sum of uint8 is int64, functions such as {@code exp} give float64 for bool
 * and uint8, and an integer that uint8 cannot hold is refused. Errors have NumPy's words; ValueError and OverflowError
 * become {@link IllegalArgumentException}, IndexError and AxisError {@link IndexOutOfBoundsException}, TypeError
 * {@link UnsupportedOperationException}.
 *
 * @serial exclude
 */
package io.github.dlfs4j.ndarray;
