/**
 * Benchmarks with JMH. {@code src/test/python/numpy_benchmarks.py} has the same benchmarks, under the same names, for
 * NumPy, and {@code torch_benchmarks.py} beside it has many of them for PyTorch. {@code src/test/python/compare.py}
 * runs all and prints the ratios. Only profile {@code benchmark} compiles this package; no test runs it.
 */
package io.github.dlfs4j.benchmark;
