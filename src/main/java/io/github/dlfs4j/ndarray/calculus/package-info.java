/**
 * Differences of neighbours, gradients, integrals and interpolation in
 * {@link io.github.dlfs4j.ndarray.calculus.Calculus Calculus}, frequencies in
 * {@link io.github.dlfs4j.ndarray.calculus.Fourier Fourier}, and window functions in
 * {@link io.github.dlfs4j.ndarray.calculus.Windows Windows}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">{@code diff}, {@code ediff1d}</th><td>{@code NeighbourDifferences}</td></tr>
 *   <tr><th scope="row">{@code gradient}</th><td>{@code Gradients}</td></tr>
 *   <tr><th scope="row">{@code trapezoid}</th><td>{@code TrapezoidalRule}</td></tr>
 *   <tr><th scope="row">{@code interp}</th><td>{@code Interpolation}</td></tr>
 *   <tr><th scope="row">{@code i0}, which {@code kaiser} needs</th><td>{@code Bessel}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.calculus;
