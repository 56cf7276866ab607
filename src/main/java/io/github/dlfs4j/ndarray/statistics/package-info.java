/**
 * Statistics: {@link io.github.dlfs4j.ndarray.statistics.Statistics Statistics}, and
 * {@link io.github.dlfs4j.ndarray.statistics.NaNStatistics NaNStatistics} of what is not NaN.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">medians and quantiles</th><td>{@code Quantiles}, {@code QuantileMethod}</td></tr>
 *   <tr><th scope="row">averages and covariances</th><td>{@code Averages}</td></tr>
 *   <tr><th scope="row">histograms</th><td>{@code Histograms}, {@code BinRule}</td></tr>
 *   <tr><th scope="row">counts of integers</th><td>{@code Counting}</td></tr>
 *   <tr><th scope="row">reductions without NaN</th><td>{@code NaNReduction}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.statistics;
