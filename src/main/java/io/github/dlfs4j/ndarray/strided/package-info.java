/**
 * The memory of arrays, and how loops walk through it. Nothing here knows an array, its dtype or its shape.
 *
 * <p>A {@link io.github.dlfs4j.ndarray.strided.Storage} is a Java array of one of five
 * {@link io.github.dlfs4j.ndarray.strided.Primitive primitive types}. A {@link io.github.dlfs4j.ndarray.strided.Layout}
 * says where in it the elements are: every view is another layout of the same storage. The two together are a
 * {@link io.github.dlfs4j.ndarray.strided.Strided}, which is all that a loop sees of an array.
 *
 * <p>{@link io.github.dlfs4j.ndarray.strided.Traversal} runs a kernel's loop over operands: over the Java arrays
 * themselves where it can, otherwise a block at a time. The order in which the elements of several operands are visited
 * is a {@link io.github.dlfs4j.ndarray.strided.StridedLoop}; a {@link io.github.dlfs4j.ndarray.strided.Cursor} copies
 * blocks in this order, converted to the type of a {@link io.github.dlfs4j.ndarray.strided.Carrier}.
 *
 * <table>
 *   <caption>Where to change what</caption>
 *   <tr><th scope="row">how a view is made of a view</th><td>{@code Layout}</td></tr>
 *   <tr><th scope="row">the order in which elements are visited</th><td>{@code StridedLoop}</td></tr>
 *   <tr><th scope="row">how an array is copied to another</th><td>{@code ElementCopy}, {@code DoubleCopy}</td></tr>
 *   <tr><th scope="row">how blocks are copied and converted</th><td>{@code Cursor}, {@code Storage}</td></tr>
 *   <tr><th scope="row">when a loop runs in blocks, or on several threads</th><td>{@code Traversal}</td></tr>
 *   <tr><th scope="row">which lengths an array may have</th><td>{@code Lengths}</td></tr>
 *   <tr><th scope="row">how axes are counted and checked</th><td>{@code Axes}</td></tr>
 *   <tr><th scope="row">which lengths go together</th><td>{@code Broadcasting}</td></tr>
 *   <tr><th scope="row">the memory that an {@code ArrayScope} uses again</th><td>{@code ScopeMemory}</td></tr>
 *   <tr><th scope="row">an error that several classes throw</th><td>{@code Errors}</td></tr>
 * </table>
 */
package io.github.dlfs4j.ndarray.strided;
