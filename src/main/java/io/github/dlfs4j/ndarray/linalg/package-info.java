/**
 * Linear algebra: products, norms, systems of equations, decompositions and eigenvalues in
 * {@link io.github.dlfs4j.ndarray.linalg.LinearAlgebra LinearAlgebra}. {@code dot} and {@code trace} are methods of
 * {@code NDArray}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">stacks of products, {@code tensordot}</th><td>{@code Products}</td></tr>
 *   <tr><th scope="row">{@code multiDot}</th><td>{@code ProductChain}</td></tr>
 *   <tr><th scope="row">{@code cross} and {@code vecdot}</th><td>{@code VectorProducts}</td></tr>
 *   <tr><th scope="row">{@code einsum}</th><td>{@code Einsum}, {@code Subscripts}</td></tr>
 *   <tr><th scope="row">norms</th><td>{@code Norms}</td></tr>
 *   <tr><th scope="row">systems of equations, inverses, powers</th><td>{@code LinearSystems}</td></tr>
 *   <tr><th scope="row">determinants</th><td>{@code Determinants}</td></tr>
 *   <tr><th scope="row">eigenvalues and eigenvectors</th><td>{@code Eigenvalues}</td></tr>
 *   <tr><th scope="row">singular values and vectors</th><td>{@code SingularValues}</td></tr>
 *   <tr><th scope="row">least squares, pseudoinverses</th><td>{@code LeastSquares}</td></tr>
 *   <tr><th scope="row">ranks and condition numbers</th><td>{@code Conditioning}</td></tr>
 *   <tr><th scope="row">{@code convolve} and {@code correlate}</th><td>{@code Correlation}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.linalg;
