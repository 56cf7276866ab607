/**
 * Benchmarks with JMH, each of which {@code src/test/python/numpy_benchmarks.py} has under the same name for NumPy.
 * {@code src/test/python/compare.py} runs both in turn and prints the ratios. Only profile {@code benchmark} compiles
 * this package; no test runs it.
 */
package io.github.dlfs4j.benchmark;
