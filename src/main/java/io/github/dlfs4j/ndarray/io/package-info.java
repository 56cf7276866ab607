/**
 * Arrays in files that NumPy reads and writes too.
 *
 * <p>There are three formats. {@link io.github.dlfs4j.ndarray.io.Npy} is one array: a line of text that says type,
 * shape and memory order, then the elements. {@link io.github.dlfs4j.ndarray.io.Npz} is several arrays with names, a
 * zip archive of {@code .npy} files; weights and checkpoints are kept in it.
 * {@link io.github.dlfs4j.ndarray.io.PickledArrays} is what Python's {@code pickle} makes of a dictionary of arrays,
 * the form in which the book's weights come; it is read only. Each has static methods that take a
 * {@link java.nio.file.Path}, and nothing to open or close. The first two can come and go as streams as well, and they
 * are what Java's serialisation makes of arrays.
 *
 * <p>NumPy has more element types than the five here. A file's type that has no dtype of its own becomes the next wider
 * one: all other integers become int64, float16 becomes float32, and no value changes. NumPy keeps some arrays, such as
 * the transpose of another, in <i>Fortran order</i>, the first axis innermost. Reading keeps that order in memory,
 * where it makes no difference but to speed; writing always gives C order.
 *
 * <p>A file may be damaged, or made by someone who means harm, and a length in it may be a lie. The readers believe no
 * length beyond the bytes that are there, compare every checksum, want a file to end where its content does, and never
 * run or load what a file names. What a file costs is in proportion to its length and to its arrays, which may take 1
 * GiB in memory, or half of the heap where that is less, unless the call says otherwise; what exceeds that is refused
 * before it is allocated. So each file gives its arrays or a {@link io.github.dlfs4j.ndarray.io.FileFormatException},
 * which says where the file departs from its format; a changed element in a {@code .npy} file or a pickle, which have
 * no checksum, is simply another element.
 *
 * <p>A file is written beside its place, forced to the disk and moved over what was there. Whoever looks, even after a
 * crash, finds the old content or the new, never a part.
 *
 * <p>To follow an array out of a file, begin in {@code Npy.read}: the {@code NpyHeaderParser} makes an
 * {@code ArrayHeader} of the text, which reads the elements off a {@code CheckedInput}, the guard of all lengths.
 * {@code ZipReader} gives {@code Npz} such an input for each entry. A {@code PickleMachine} executes a pickle, and
 * {@code PickledNumPy} knows what the calls in it mean.
 */
package io.github.dlfs4j.ndarray.io;
