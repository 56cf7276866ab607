/** The same products and exponentials with other libraries of the JVM. Only profile {@code peers} compiles them. */
package io.github.dlfs4j.benchmark.peer;
