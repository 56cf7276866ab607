/**
 * The products, exponentials and linear algebra of dlfs4j's benchmarks, with other libraries of the JVM.
 * {@code src/test/python/compare.py --peers} runs them.
 */
package peers;
