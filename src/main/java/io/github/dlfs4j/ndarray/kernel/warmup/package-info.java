/**
 * Which of two implementations runs, and when.
 *
 * <p>Before the JIT compiler has seen it often enough, an operation on a vector is a call that allocates, some hundred
 * times slower than the instruction it becomes. So where the Vector API was not asked for by name, plain loops, which
 * give the same bits, serve a kind of operation until the program has used it for a while, and then until the vectors
 * were seen to be faster. {@link io.github.dlfs4j.ndarray.kernel.warmup.Implementations} says that for all loops;
 * {@link io.github.dlfs4j.ndarray.kernel.warmup.WarmUp} waits, compiles and compares.
 */
package io.github.dlfs4j.ndarray.kernel.warmup;
