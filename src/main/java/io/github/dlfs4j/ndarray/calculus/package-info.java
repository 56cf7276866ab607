/**
 * Differences of neighbours, gradients, integrals and interpolation in
 * {@link io.github.dlfs4j.ndarray.calculus.Calculus Calculus}, frequencies in
 * {@link io.github.dlfs4j.ndarray.calculus.Fourier Fourier}, and window functions in
 * {@link io.github.dlfs4j.ndarray.calculus.Windows Windows}. {@code NeighbourDifferences} has {@code diff}, and
 * {@code Gradients} has {@code gradient}.
 */
package io.github.dlfs4j.ndarray.calculus;
