/**
 * Loops that compute each element of the result from the elements at the same place of the operands.
 *
 * <p>All arrays of a loop share one index, because only then does the JIT compiler turn the loop into SIMD code. If
 * each array had its own offset, the compiler would have to assume that they overlap. So most operations have a single,
 * plain implementation.
 *
 * <ul>
 *   <li>Arithmetic: {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleArithmeticLoops}; with one number
 *       {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleScalarLoops}; divisions
 *       {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleQuotientLoops}; divisions with a remainder
 *       {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleDivisionLoops} and
 *       {@link io.github.dlfs4j.ndarray.kernel.elementwise.LongDivisionLoops}.
 *   <li>Rounding, square roots and angles: {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleUnaryLoops}.
 *   <li>Floating-point numbers: {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleNumberLoops}, and the tests
 *       for NaN and infinities in {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleKindLoops}.
 *   <li>Bits and logic: {@link io.github.dlfs4j.ndarray.kernel.elementwise.LongBitLoops} and
 *       {@link io.github.dlfs4j.ndarray.kernel.elementwise.BooleanLoops}.
 *   <li>Comparisons, choices and the rectified linear unit:
 *       {@link io.github.dlfs4j.ndarray.kernel.elementwise.DoubleComparisons}. The JIT compiler does not vectorise
 *       loops that mix booleans with numbers, so each has a second loop with the Vector API in
 *       {@code VectorDoubleComparisons}, which the build writes from a template.
 *   <li>Max pooling: {@link io.github.dlfs4j.ndarray.kernel.elementwise.WindowLoops}.
 * </ul>
 *
 * <h2>Where to change what</h2>
 *
 * <p>To add an operation, add a line to the table of its kind in {@code src/build/templates}, from which the build
 * writes the loops of all types. Then add a line to the tables of {@code src/build/java/OperationTables.java}, from
 * which it writes the enums of {@link io.github.dlfs4j.ndarray}: {@code BinaryFunction}, {@code UnaryFunction} and
 * {@code Relation}. {@code TraversalTest} and {@code ComparisonsTest} test the loops.
 */
package io.github.dlfs4j.ndarray.kernel.elementwise;
