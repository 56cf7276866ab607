/**
 * The choice between two implementations of a loop: plain Java, or the Vector API.
 *
 * <p>Until the JIT compiler has compiled it, an operation on a vector is a call that allocates, some hundred times
 * slower than the instruction it becomes. So unless the user has asked for the Vector API, a program starts with plain
 * loops. When it has used a family of loops for a while, a background thread compiles their vector code. The vectors
 * take over once they are measured to be faster. Both implementations give the same bits, so the change does not show
 * in a result. On a JDK that was not tried, a trial compares their bits first.
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>Which implementation runs: a family of loops in one type has a
 *       {@link io.github.dlfs4j.ndarray.kernel.warmup.WarmUp}, such as {@code DoubleProduct} or {@code FunctionWarmUp},
 *       which provides the samples that are compiled and measured. A loop asks whether it is over.
 *   <li>How long a program computes before its vectors are compiled, how often they must win, and how the background
 *       thread rests: the constants of {@link io.github.dlfs4j.ndarray.kernel.warmup.WarmUp}.
 *   <li>With which numbers vectors are tried: {@code Trial}.
 *   <li>On which JDK and processor the Vector API is used at all: {@link io.github.dlfs4j.ndarray.kernel.Kernel}.
 * </ul>
 */
package io.github.dlfs4j.ndarray.kernel.warmup;
