/**
 * Loops over elements. All arrays of a loop share one index, because only then does the JIT compiler turn it into SIMD
 * code: with an offset for each array it must fear that they overlap. So most loops have one implementation, such as
 * {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops}.
 *
 * <p>Comparisons and choices mix booleans with numbers, which it does not vectorise. They have two:
 * {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisonLoops} and, with the Vector API,
 * {@code VectorDoubleComparisonLoops}; {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons} hands out
 * the one to take.
 *
 * <p>To add an operation, add its loop to the class of its kind, and name it in {@code Arithmetic},
 * {@code UnaryFunction} or {@code Relation} of {@link io.github.dlfs4j.ndarray}.
 */
package io.github.dlfs4j.ndarray.kernel.elementwise;
