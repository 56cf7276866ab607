/**
 * Arrays in files that NumPy and PyTorch read and write too.
 *
 * <p>There are six formats. {@link io.github.dlfs4j.ndarray.io.Npy Npy} is one array: a line of text with type, shape
 * and memory order, then the elements. {@link io.github.dlfs4j.ndarray.io.Npz Npz} is several named arrays in a zip
 * archive of {@code .npy} files; it holds weights and checkpoints. {@link io.github.dlfs4j.ndarray.io.TextFile
 * TextFile} is an array as text, with a row on each line. {@link io.github.dlfs4j.ndarray.io.PickledArrays
 * PickledArrays} is a dictionary of arrays as Python's {@code pickle} writes it; the book's weights come in this form,
 * and it can only be read. {@link io.github.dlfs4j.ndarray.io.Safetensors Safetensors} is several named arrays after a
 * header of JSON, and {@link io.github.dlfs4j.ndarray.io.TorchFile TorchFile} reads tensors that PyTorch has saved.
 * Each class has static methods that take a {@link java.nio.file.Path}; there is nothing to open or close. All formats
 * but pickles also work with streams.
 *
 * <p>NumPy has more element types than the five here. A type without a dtype of its own is read as the next wider one:
 * all other integers become int64, float16 and bfloat16 become float32, and no value changes. NumPy stores some arrays,
 * such as the transpose of another, in <i>Fortran order</i>, with the first axis innermost. Reading keeps that order in
 * memory, where it only affects speed; writing always uses C order.
 *
 * <p>A file may be damaged or malicious, and a length in it may be false. The readers trust no length beyond the bytes
 * that are there, compare every checksum, require a file to end where its content ends, and never run or load what a
 * file names. The cost of a file is proportional to its length and to its arrays. The arrays may take 1 GiB in memory,
 * or half of the heap if that is less, unless the call sets another limit; larger arrays are refused before memory is
 * allocated. A file therefore gives either its arrays or a {@link io.github.dlfs4j.ndarray.io.FileFormatException
 * FileFormatException}, which says where the file departs from its format. A {@code .npy} file, a pickle or a
 * safetensors file has no checksum, so a changed element in it is simply another element.
 *
 * <p>A new file is written to a temporary file, forced to the disk and moved over the old one. Even after a crash,
 * readers see either the old content or the new content, never a part.
 *
 * <p>To follow an array out of a file, begin in {@code Npy.read}. The {@code NpyHeaderParser} turns the text into an
 * {@code ArrayHeader}, which reads the elements from a {@code CheckedInput}, the guard of all lengths.
 * {@code ZipReader} gives {@code Npz} such an input for each entry. A {@code PickleMachine} executes a pickle, and
 * {@code PickledNumPy} knows what the calls in it mean; for files of PyTorch, {@code PickledTorch} does. A
 * {@code TextReader} reads the fields that {@code TextRows} finds in the lines of a text file, and {@code TextContent}
 * writes such lines by a {@code LineFormat}.
 */
package io.github.dlfs4j.ndarray.io;
