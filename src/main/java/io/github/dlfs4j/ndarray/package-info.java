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
 * <h2>Where is it?</h2>
 *
 * <p><b>What NumPy has as a method or an operator of {@code ndarray}, and what the book's programs call, is a method of
 * {@code NDArray}; any other function is a static method of the class of its chapter in NumPy's reference.</b> No
 * function is in two places except where NumPy has two: {@code matmul} is in {@code LinearAlgebra} too, and so are
 * {@code trace} and {@code diagonal}; of these, the methods take the first two axes, those of {@code LinearAlgebra} the
 * last two. NumPy has no {@code sigmoid} and no {@code softmax}; they are methods, and also in {@code Activations},
 * with the other functions of the notes. A name is NumPy's in camel case, so that {@code count_nonzero} is
 * {@code countNonzero} and {@code argsort} stays {@code argsort}; only {@code isNaN}, {@code isFinite} and their like
 * are spelled as in {@link Double}, and so are {@code isClose} and {@code allClose}.
 *
 * <table>
 *   <caption>The chapters</caption>
 *   <tr><th scope="row">mathematical functions of single elements</th>
 *       <td>{@link io.github.dlfs4j.ndarray.MathFunctions MathFunctions}: {@code arcsin}, {@code floor}</td></tr>
 *   <tr><th scope="row">logic functions</th>
 *       <td>{@link io.github.dlfs4j.ndarray.Logic Logic}: {@code isNaN}, {@code isClose}</td></tr>
 *   <tr><th scope="row">bit-wise operations</th>
 *       <td>{@link io.github.dlfs4j.ndarray.BitOperations BitOperations}</td></tr>
 *   <tr><th scope="row">array creation</th>
 *       <td>{@code Creation} in {@code ndarray.manipulation}: {@code diag}, {@code geomspace}</td></tr>
 *   <tr><th scope="row">array manipulation</th>
 *       <td>{@code Manipulation} in {@code ndarray.manipulation}: {@code vstack}, {@code roll}</td></tr>
 *   <tr><th scope="row">indexing routines</th>
 *       <td>{@code IndexRoutines} in {@code ndarray.manipulation}: {@code takeAlongAxis}</td></tr>
 *   <tr><th scope="row">sorting, searching and counting</th>
 *       <td>{@code Sorting} in {@code ndarray.sorting}: {@code argwhere}, {@code countNonzero}</td></tr>
 *   <tr><th scope="row">set routines</th>
 *       <td>{@code Sets} in {@code ndarray.sorting}: {@code unique}, {@code isin}</td></tr>
 *   <tr><th scope="row">statistics</th>
 *       <td>{@code Statistics} and {@code NaNStatistics} in {@code ndarray.statistics}: {@code median},
 *           {@code nansum}</td></tr>
 *   <tr><th scope="row">differences, gradients and interpolation</th>
 *       <td>{@code Calculus} in {@code ndarray.calculus}: {@code diff}, {@code interp}</td></tr>
 *   <tr><th scope="row">window functions</th>
 *       <td>{@code Windows} in {@code ndarray.calculus}: {@code hamming}</td></tr>
 *   <tr><th scope="row">discrete Fourier transform</th>
 *       <td>{@code Fourier} in {@code ndarray.calculus}: {@code fftfreq}, {@code fftshift}</td></tr>
 *   <tr><th scope="row">polynomials</th>
 *       <td>{@code Polynomials} in {@code ndarray.linalg}: {@code polyfit}, {@code polyval}</td></tr>
 *   <tr><th scope="row">linear algebra</th>
 *       <td>{@code LinearAlgebra} in {@code ndarray.linalg}: {@code einsum}, {@code solve}, {@code svd}</td></tr>
 *   <tr><th scope="row">random sampling</th>
 *       <td>{@code RandomState} in {@code ndarray.random}, with the same numbers as NumPy's from the same seed</td></tr>
 *   <tr><th scope="row">input and output</th>
 *       <td>{@code Npy}, {@code Npz} and {@code TextFile} in {@code ndarray.io}, which has weights of PyTorch, too</td></tr>
 * </table>
 *
 * <p>There are few differences from NumPy: the sum of uint8 is int64, functions such as {@code exp} give float64 for
 * bool and uint8, and an integer that uint8 cannot hold is refused. Errors have NumPy's words. ValueError and
 * OverflowError become {@link IllegalArgumentException}, IndexError and AxisError become
 * {@link IndexOutOfBoundsException}, and TypeError becomes {@link UnsupportedOperationException}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">how a view is indexed</th>
 *       <td>{@code BasicIndexing} for positions and slices, {@code AdvancedIndexing} for masks and lists of
 *           positions</td></tr>
 *   <tr><th scope="row">how a dtype is promoted</th><td>{@code DType}, {@code ResultTypes}</td></tr>
 *   <tr><th scope="row">how numbers are converted</th><td>{@code Casting}</td></tr>
 *   <tr><th scope="row">how an operation goes over its elements</th><td>{@code Elementwise}</td></tr>
 *   <tr><th scope="row">how a sum is ordered</th>
 *       <td>{@code Reduction}, {@code PairwiseSums} in {@code ndarray.kernel.reduction}, and for masks
 *           {@code InnerLoops} in {@code ndarray.strided}</td></tr>
 *   <tr><th scope="row">how a product is ordered</th>
 *       <td>{@code Dot}, and {@code SummationOrder} in {@code ndarray.kernel.product}</td></tr>
 *   <tr><th scope="row">how an array is printed</th><td>{@code ArrayFormat}, {@code FloatFormat}</td></tr>
 *   <tr><th scope="row">how arrays use memory again</th><td>{@code ArrayScope}</td></tr>
 * </table>
 *
 * @serial exclude
 */
package io.github.dlfs4j.ndarray;
