/**
 * Benchmarks of the same products and exponentials with other libraries of the JVM. Only profile {@code peers} compiles
 * this package.
 */
package io.github.dlfs4j.benchmark.peer;
