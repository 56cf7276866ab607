package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.kernel.Kernel;
import io.github.dlfs4j.ndarray.strided.ArrayAccess;
import io.github.dlfs4j.ndarray.strided.Axes;
import io.github.dlfs4j.ndarray.strided.BooleanStorage;
import io.github.dlfs4j.ndarray.strided.ByteStorage;
import io.github.dlfs4j.ndarray.strided.Constancy;
import io.github.dlfs4j.ndarray.strided.Diagonals;
import io.github.dlfs4j.ndarray.strided.DoubleStorage;
import io.github.dlfs4j.ndarray.strided.Errors;
import io.github.dlfs4j.ndarray.strided.FloatStorage;
import io.github.dlfs4j.ndarray.strided.HalfPrecision;
import io.github.dlfs4j.ndarray.strided.IndexIterator;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.LongStorage;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.ndarray.strided.Strided;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An array of numbers or truth values with any number of axes. It gives the same results as NumPy's {@code ndarray},
 * prints the same text and reports errors in the same words.
 *
 * <pre>{@code
 * NDArray a = NDArray.of(new int[][] {{1, 2}, {3, 4}});
 * System.out.println(a.mul(NDArray.of(10, 20)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [[10 40]
 *  [30 80]]
 * }</pre>
 *
 * <table>
 *   <caption>The methods, in the chapters of NumPy's reference</caption>
 *   <tr><th scope="row">Array creation</th>
 *       <td>{@link #of(int...) of}, {@link #wrap(byte[], int...) wrap}, {@link #scalar(double) scalar},
 *           {@link #zeros(int...) zeros}, {@link #empty(int...) empty}, {@link #ones(int...) ones},
 *           {@link #full(double, int...) full}, {@link #zerosLike(NDArray) zerosLike},
 *           {@link #onesLike(NDArray) onesLike}, {@link #arange(int) arange},
 *           {@link #linspace(double, double, int) linspace}, {@link #eye(int) eye}, {@link #meshgrid(NDArray...) meshgrid}</td></tr>
 *   <tr><th scope="row">Attributes</th>
 *       <td>{@link #shape() shape}, {@link #ndim ndim}, {@link #size size}, {@link #dtype dtype},
 *           {@link #isWriteable isWriteable}, {@link #isContiguous isContiguous}</td></tr>
 *   <tr><th scope="row">Manipulation</th>
 *       <td>{@link #reshape(int...) reshape}, {@link #ravel() ravel}, {@link #flatten() flatten},
 *           {@link #transpose() transpose}, {@link #T T}, {@link #swapaxes swapaxes},
 *           {@link #expandDims(int) expandDims}, {@link #squeeze() squeeze}, {@link #broadcastTo broadcastTo},
 *           {@link #sumTo sumTo}, {@link #concatenate(int, NDArray...) concatenate},
 *           {@link #stack(int, NDArray...) stack},
 *           {@link #repeat(int) repeat}, {@link #pad(int[][]) pad}</td></tr>
 *   <tr><th scope="row">Indexing</th>
 *       <td>{@link #get(Index...) get}, {@link #take(NDArray, int) take}, {@link #put(NDArray, NDArray) put}, {@link #compress(NDArray) compress},
 *           {@link #choose(NDArray...) choose}, {@link #diagonal() diagonal},
 *           {@link #slidingWindowView(int[], int...) slidingWindowView}, {@link #indices indices},
 *           {@link #getDouble getDouble}, {@link #getLong getLong}, {@link #getBoolean getBoolean},
 *           {@link #at(Index...) at},
 *           {@link #fill(double) fill}</td></tr>
 *   <tr><th scope="row">Element-wise mathematics</th>
 *       <td>{@link #add(NDArray) add}, {@link #sub(NDArray) sub}, {@link #mul(NDArray) mul},
 *           {@link #div(NDArray) div}, {@link #rsub(double) rsub}, {@link #rdiv(double) rdiv},
 *           {@link #pow(NDArray) pow}, {@link #neg() neg}, {@link #abs abs}, {@link #sign sign},
 *           {@link #square square}, {@link #sqrt() sqrt}, {@link #exp() exp}, {@link #log() log},
 *           {@link #sin() sin}, {@link #cos() cos}, {@link #tanh() tanh}, {@link #sigmoid() sigmoid},
 *           {@link #softmax() softmax}, {@link #round() round}, {@link #maximum(NDArray) maximum},
 *           {@link #minimum(NDArray) minimum}, {@link #clip(NDArray, NDArray) clip}</td></tr>
 *   <tr><th scope="row">In-place arithmetic</th>
 *       <td>{@link #addi(NDArray) addi}, {@link #subi(NDArray) subi}, {@link #muli(NDArray) muli},
 *           {@link #divi(NDArray) divi}</td></tr>
 *   <tr><th scope="row">Comparison and logic</th>
 *       <td>{@link #gt(NDArray) gt}, {@link #ge(NDArray) ge}, {@link #lt(NDArray) lt}, {@link #le(NDArray) le},
 *           {@link #eq(NDArray) eq}, {@link #ne(NDArray) ne}, {@link #and and}, {@link #or or}, {@link #xor xor},
 *           {@link #not not}, {@link #any() any}, {@link #all() all}, {@link #allClose(NDArray) allClose}</td></tr>
 *   <tr><th scope="row">Linear algebra</th>
 *       <td>{@link #dot(NDArray) dot}, {@link #matmul matmul}, {@link #trace() trace}</td></tr>
 *   <tr><th scope="row">Sorting and searching</th>
 *       <td>{@link #sort() sort}, {@link #sortFlat sortFlat}, {@link #argsort() argsort},
 *           {@link #argsortFlat argsortFlat}, {@link #partition(int) partition},
 *           {@link #partitionFlat partitionFlat}, {@link #argpartition(int) argpartition},
 *           {@link #argpartitionFlat argpartitionFlat}, {@link #searchsorted(NDArray) searchsorted},
 *           {@link #argmax() argmax}, {@link #argmin() argmin}, {@link #nonzero nonzero},
 *           {@link #where(NDArray, NDArray, NDArray) where}</td></tr>
 *   <tr><th scope="row">Sums and statistics</th>
 *       <td>{@link #sum() sum}, {@link #prod() prod}, {@link #cumsum() cumsum}, {@link #cumprod() cumprod},
 *           {@link #max() max}, {@link #min() min}, {@link #ptp() ptp}, {@link #mean() mean}, {@link #var() var},
 *           {@link #std() std}</td></tr>
 *   <tr><th scope="row">Conversion</th>
 *       <td>{@link #astype astype}, {@link #roundToFloat16 roundToFloat16}, {@link #item item},
 *           {@link #rows rows}, {@link #asDouble asDouble}, {@link #asLong asLong}, {@link #asInt asInt}, {@link #asBoolean asBoolean},
 *           {@link #toDoubleArray toDoubleArray}, {@link #toFloatArray toFloatArray},
 *           {@link #toLongArray toLongArray}, {@link #toByteArray toByteArray},
 *           {@link #toBooleanArray toBooleanArray}, {@link #toIntArray toIntArray}</td></tr>
 *   <tr><th scope="row">Printing and equality</th>
 *       <td>{@link #toString() toString}, {@link #repr() repr}, {@link #equals equals},
 *           {@link #hashCode hashCode}</td></tr>
 *   <tr><th scope="row">Memory and kernel</th>
 *       <td>{@link #copy copy}, {@link #keep keep}, {@link #readOnlyCopy readOnlyCopy},
 *           {@link #kernel kernel}</td></tr>
 * </table>
 *
 * <p>Other functions of NumPy are static methods of a class for each chapter of its reference, such as
 * {@link MathFunctions}, {@link Logic} or {@code Statistics}; the page of this package says where a function is.
 *
 * <h2>Shapes and dtypes</h2>
 *
 * <p>An array has a {@link #shape() shape} and one of five {@link DType dtypes}. It has at most 64 axes. A 0-d array is
 * a scalar: reductions return one, it prints as a NumPy scalar does, and {@link #asDouble() asDouble} and similar
 * methods read it. A Java number in an operation with an array is <i>weak</i>: {@code float32.mul(1.5)} stays float32.
 * Arrays of different shapes are broadcast: their shapes are aligned at the last axis, and an axis of length 1 is
 * repeated.
 *
 * <h2>Views and changes</h2>
 *
 * <p>Some methods return a <i>view</i>, which shares its elements with the original array: {@link #get(Index...) get}
 * with positions and slices, {@link #reshape(int...) reshape} and {@link #ravel() ravel} where they can,
 * {@link #transpose() transpose}, {@link #T T}, {@link #swapaxes swapaxes}, {@link #expandDims(int) expandDims},
 * {@link #squeeze() squeeze}, {@link #diagonal() diagonal}, {@link #broadcastTo broadcastTo} and
 * {@link #slidingWindowView(int[], int...) slidingWindowView}. Other operations return new arrays.
 *
 * <p>Elements change only through {@link #at(int...) at}, {@link #put(NDArray, NDArray) put}, {@link #fill(double)
 * fill}, {@link #sort() sort}, {@link #partition(int) partition}, in-place arithmetic and methods with an {@code out}
 * array. They refuse a read-only array with a message such as {@code output array is read-only} or {@code assignment
 * destination is read-only}. A {@link #readOnlyCopy() readOnlyCopy} is read-only, and so are the views of
 * {@link #broadcastTo broadcastTo}, {@link #diagonal() diagonal} and {@link #slidingWindowView(int[], int...)
 * slidingWindowView}.
 *
 * <p>Several threads may read one array at the same time, by any method that does not change elements. No thread may
 * change the array or a view of it meanwhile. As with any Java object, hand an array to another thread with
 * synchronisation.
 *
 * <h2>Memory</h2>
 *
 * <p>Besides the array it returns, an operation takes at most 256 KiB of blocks and the memory of two float64 arrays
 * with as many elements as its largest operand or its result. Most operations take the blocks only; those that sort
 * take up to six such arrays. A view takes no memory that grows with its size. Arithmetic in place, or into an
 * {@code out} array, takes the blocks only if all arrays have one dtype. Until the JVM has compiled them, the loops of
 * the vector kernel also make small objects, which are garbage at once.
 *
 * <h2>Serialisation</h2>
 *
 * <p>Java's serialisation keeps dtype, shape and elements of an array to the bit. A view is written without the rest of
 * its array, and an array of an open scope like any other. Reading returns what {@link #copy() copy} returns: a
 * writable array in C order. It takes memory in proportion to the bytes that are there, and refuses anything else with
 * an {@link InvalidObjectException}. It also refuses an array of more than 512 MiB, or of more than a quarter of the
 * reader's heap if that is less.
 */
public final class NDArray extends NDArrayOverloads implements Serializable {
    private static final long serialVersionUID = 1;

    static {
        ArrayAccess.set(new ArrayMemory());
    }

    private final transient Strided elements;
    private final transient DType dtype;
    private final transient Constancy constancy;

    /** The scope that the array belongs to; null for an array that is ordinary garbage. */
    private final transient ArrayScope scope;

    NDArray(Storage storage, Layout layout) {
        this(storage, layout, null);
    }

    NDArray(Storage storage, Layout layout, ArrayScope scope) {
        this(new Strided(storage, layout), DType.of(storage.primitive()), Constancy.CHANGING, scope);
    }

    private NDArray(Strided elements, DType dtype, Constancy constancy, ArrayScope scope) {
        this.elements = elements;
        this.dtype = dtype;
        this.constancy = constancy;
        this.scope = scope;
    }

    /** Returns what loops see of this array. */
    Strided elements() {
        if (scope != null) {
            scope.check();
        }
        return elements;
    }

    Storage storage() {
        return elements().storage();
    }

    Layout layout() {
        return elements.layout();
    }

    Constancy constancy() {
        return constancy;
    }

    /** Returns a view of this array's elements. */
    NDArray withLayout(Layout view) {
        return new NDArray(elements.withLayout(view), dtype, constancy, scope);
    }

    /** Returns a view of this array's elements that cannot be written to. */
    NDArray readOnlyView(Layout view) {
        Constancy readOnly = constancy == Constancy.CHANGING ? Constancy.READ_ONLY : constancy;
        return new NDArray(elements.withLayout(view), dtype, readOnly, scope);
    }

    /** Returns this array stretched to a wider shape, which must fit. */
    NDArray stretchedTo(Shape wider) {
        return shape().equals(wider) ? this : withLayout(layout().broadcastTo(wider.lengths()));
    }

    // Array creation

    /**
     * Creates a 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of int64
     */
    public static NDArray of(int... elements) {
        return of(elements, elements.length);
    }

    /**
     * Creates a 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of int64
     */
    public static NDArray of(long... elements) {
        return of(elements, elements.length);
    }

    /**
     * Creates a 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of float32
     */
    public static NDArray of(float... elements) {
        return of(elements, elements.length);
    }

    /**
     * Creates a 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of float64
     */
    public static NDArray of(double... elements) {
        return of(elements, elements.length);
    }

    /**
     * Creates a 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of bool
     */
    public static NDArray of(boolean... elements) {
        return of(elements, elements.length);
    }

    /**
     * Creates a 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, each byte taken as 0 to 255, copied
     * @return an array of uint8
     */
    public static NDArray of(byte[] elements) {
        return of(elements, elements.length);
    }

    /**
     * Creates an array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of int64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(int[] data, int... shape) {
        Objects.requireNonNull(data, "data");
        return wrap(new LongStorage(Arrays.stream(data).asLongStream().toArray()), shape);
    }

    /**
     * Creates an array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of int64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(long[] data, int... shape) {
        return wrap(new LongStorage(data.clone()), shape);
    }

    /**
     * Creates an array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of float32
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(float[] data, int... shape) {
        return wrap(new FloatStorage(data.clone()), shape);
    }

    /**
     * Creates an array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of float64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(double[] data, int... shape) {
        return wrap(new DoubleStorage(data.clone()), shape);
    }

    /**
     * Creates an array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of bool
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(boolean[] data, int... shape) {
        return wrap(new BooleanStorage(data.clone()), shape);
    }

    /**
     * Creates an array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, each byte taken as 0 to 255, copied
     * @param shape the lengths of the axes
     * @return an array of uint8
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(byte[] data, int... shape) {
        return wrap(new ByteStorage(data.clone()), shape);
    }

    /**
     * Creates a 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of the same length
     * @return an array of int64
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(int[][] rows) {
        return JavaArrays.ofNested(rows, "rows", DType.INT64);
    }

    /**
     * Creates a 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of the same length
     * @return an array of int64
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(long[][] rows) {
        return JavaArrays.ofNested(rows, "rows", DType.INT64);
    }

    /**
     * Creates a 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of the same length
     * @return an array of float32
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(float[][] rows) {
        return JavaArrays.ofNested(rows, "rows", DType.FLOAT32);
    }

    /**
     * Creates a 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of the same length
     * @return an array of float64
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(double[][] rows) {
        return JavaArrays.ofNested(rows, "rows", DType.FLOAT64);
    }

    /**
     * Creates a 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of the same length
     * @return an array of bool
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(boolean[][] rows) {
        return JavaArrays.ofNested(rows, "rows", DType.BOOL);
    }

    /**
     * Creates a 3-d array, {@code np.array([[[…], […]], [[…], […]]])}.
     *
     * @param blocks the blocks of rows, all of the same shape
     * @return an array of int64
     * @throws IllegalArgumentException if blocks or rows differ in length: {@code setting an array element with a
     *     sequence. …}
     */
    public static NDArray of(int[][][] blocks) {
        return JavaArrays.ofNested(blocks, "blocks", DType.INT64);
    }

    /**
     * Creates a 3-d array, {@code np.array([[[…], […]], [[…], […]]])}.
     *
     * @param blocks the blocks of rows, all of the same shape
     * @return an array of float64
     * @throws IllegalArgumentException if blocks or rows differ in length: {@code setting an array element with a
     *     sequence. …}
     */
    public static NDArray of(double[][][] blocks) {
        return JavaArrays.ofNested(blocks, "blocks", DType.FLOAT64);
    }

    /**
     * Creates a 1-d array of a list of numbers, {@code np.array(list)}.
     *
     * @param numbers elements of type Integer, Long, Float or Double, copied
     * @return an array of int64 for Integer and Long, of float32 for Float, otherwise of float64, also for an empty
     *     list
     * @throws UnsupportedOperationException {@code an array is made of Integer, Long, Float or Double, not BigDecimal}
     */
    public static NDArray of(List<? extends Number> numbers) {
        return JavaArrays.ofNumbers(numbers);
    }

    /**
     * Creates an array of uint8 that uses the given Java array as its memory, {@code np.frombuffer(data,
     * np.uint8).reshape(shape)}. A change to one is visible in the other.
     *
     * @param data the elements in C order, each byte taken as 0 to 255; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of uint8
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(byte[] data, int... shape) {
        return wrap(new ByteStorage(data), shape);
    }

    /**
     * Creates an array of int64 that uses the given Java array as its memory, as {@link #wrap(byte[], int...)} does.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(long[] data, int... shape) {
        return wrap(new LongStorage(data), shape);
    }

    /**
     * Creates an array of float32 that uses the given Java array as its memory, as {@link #wrap(byte[], int...)} does.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of float32
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(float[] data, int... shape) {
        return wrap(new FloatStorage(data), shape);
    }

    /**
     * Creates an array of float64 that uses the given Java array as its memory, as {@link #wrap(byte[], int...)} does.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(double[] data, int... shape) {
        return wrap(new DoubleStorage(data), shape);
    }

    /**
     * Creates an array of bool that uses the given Java array as its memory, as {@link #wrap(byte[], int...)} does.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of bool
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(boolean[] data, int... shape) {
        return wrap(new BooleanStorage(data), shape);
    }

    private static NDArray wrap(Storage storage, int... shape) {
        Objects.requireNonNull(storage.values(), "data");
        int length = storage.length();
        Shape checked = Shape.of(Objects.requireNonNull(shape, "shape"));
        if (checked.size() != length) {
            throw Errors.notReshapable(length, shape);
        }
        return new NDArray(storage, Layout.contiguous(checked.lengths()));
    }

    /**
     * Creates a 0-d array, {@code np.float64(value)}.
     *
     * @param value the element
     * @return a 0-d array of float64
     */
    public static NDArray scalar(double value) {
        return new NDArray(new DoubleStorage(new double[] {value}), Layout.contiguous());
    }

    /**
     * Creates a 0-d array, {@code np.float32(value)}.
     *
     * @param value the element
     * @return a 0-d array of float32
     */
    public static NDArray scalar(float value) {
        return new NDArray(new FloatStorage(new float[] {value}), Layout.contiguous());
    }

    /**
     * Creates a 0-d array, {@code np.int64(value)}.
     *
     * @param value the element
     * @return a 0-d array of int64
     */
    public static NDArray scalar(long value) {
        return new NDArray(new LongStorage(new long[] {value}), Layout.contiguous());
    }

    /**
     * Creates a 0-d array, {@code np.bool(value)}.
     *
     * @param value the element
     * @return a 0-d array of bool
     */
    public static NDArray scalar(boolean value) {
        return new NDArray(new BooleanStorage(new boolean[] {value}), Layout.contiguous());
    }

    /**
     * Creates an array of float64 filled with 0, {@code np.zeros(shape)}.
     *
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray zeros(int... shape) {
        return zeros(DType.FLOAT64, shape);
    }

    /**
     * Creates an array filled with 0, {@code np.zeros(shape, dtype)}.
     *
     * @param dtype the type of the elements
     * @param shape the lengths of the axes
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}, or if a Java array cannot hold that
     *     many elements
     */
    public static NDArray zeros(DType dtype, int... shape) {
        NDArray zeros = empty(dtype, shape);
        return zeros.scope == null ? zeros : zeros.fill(0);
    }

    /**
     * Creates an array of float64 whose elements you set later, {@code np.empty(shape)}.
     *
     * @param shape the lengths of the axes
     * @return a new array; its elements are 0, or arbitrary if an {@link ArrayScope} is open
     */
    public static NDArray empty(int... shape) {
        return empty(DType.FLOAT64, shape);
    }

    /**
     * Creates an array whose elements you set later, {@code np.empty(shape, dtype)}.
     *
     * @param dtype the type of the elements
     * @param shape the lengths of the axes
     * @return a new array; its elements are 0, or arbitrary if an {@link ArrayScope} is open
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}, or if a Java array cannot hold that
     *     many elements
     */
    public static NDArray empty(DType dtype, int... shape) {
        return ArrayScope.allocate(dtype, Layout.contiguous(shape.clone()));
    }

    /**
     * Creates an array of float64 filled with 1, {@code np.ones(shape)}.
     *
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray ones(int... shape) {
        return ones(DType.FLOAT64, shape);
    }

    /**
     * Creates an array filled with 1, {@code np.ones(shape, dtype)}.
     *
     * @param dtype the type of the elements
     * @param shape the lengths of the axes
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}, or if a Java array cannot hold that
     *     many elements
     */
    public static NDArray ones(DType dtype, int... shape) {
        return empty(dtype, shape).fill(1);
    }

    /**
     * Creates an array of float64 filled with a value, {@code np.full(shape, value)}.
     *
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray full(double value, int... shape) {
        return full(DType.FLOAT64, value, shape);
    }

    /**
     * Creates an array filled with a value, {@code np.full(shape, value, dtype)}. The value is converted as
     * {@link #astype} converts elements, whereas {@link #fill(double)} refuses a value that an integer dtype cannot
     * hold.
     *
     * @param dtype the type of the elements
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray full(DType dtype, double value, int... shape) {
        NDArray full = empty(dtype, shape);
        Casting.assign(full, scalar(value));
        return full;
    }

    /**
     * Creates an array of int64 filled with a value, {@code np.full(shape, value)}.
     *
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray full(long value, int... shape) {
        return full(DType.INT64, value, shape);
    }

    /**
     * Creates an array filled with a value, {@code np.full(shape, value, dtype)}.
     *
     * @param dtype the type of the elements
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray full(DType dtype, long value, int... shape) {
        return empty(dtype, shape).fill(value);
    }

    /**
     * Creates an array of zeros with the shape and dtype of another, {@code np.zeros_like(a)}.
     *
     * @param a the other array
     * @return a new array
     */
    public static NDArray zerosLike(NDArray a) {
        return zerosLike(a, a.dtype());
    }

    /**
     * Returns an array of zeros in the shape of another array, {@code np.zeros_like(a, dtype)}.
     *
     * @param a the other array
     * @param dtype the type of the elements
     * @return a new array
     */
    public static NDArray zerosLike(NDArray a, DType dtype) {
        return zeros(dtype, a.shape().lengths());
    }

    /**
     * Creates an array of ones with the shape and dtype of another, {@code np.ones_like(a)}.
     *
     * @param a the other array
     * @return a new array
     */
    public static NDArray onesLike(NDArray a) {
        return onesLike(a, a.dtype());
    }

    /**
     * Creates an array of ones in the shape of another array, {@code np.ones_like(a, dtype)}.
     *
     * @param a the other array
     * @param dtype the type of the elements
     * @return a new array
     */
    public static NDArray onesLike(NDArray a, DType dtype) {
        return ones(dtype, a.shape().lengths());
    }

    /**
     * Creates an array of the integers from 0 on, {@code np.arange(stop)}.
     *
     * @param stop the end, not included
     * @return a 1-d array of int64
     */
    public static NDArray arange(int stop) {
        return arange(0L, stop, 1L);
    }

    /**
     * Creates an array of the integers from one to another, {@code np.arange(start, stop)}.
     *
     * @param start the first number
     * @param stop the end, not included
     * @return a 1-d array of int64, empty if stop is not greater than start
     * @throws IllegalArgumentException {@code Maximum allowed size exceeded}
     */
    public static NDArray arange(long start, long stop) {
        return arange(start, stop, 1L);
    }

    /**
     * Creates an array of numbers at a distance of 1, {@code np.arange(start, stop)}.
     *
     * @param start the first number
     * @param stop the end, not included
     * @return a 1-d array of float64, empty if stop is not greater than start
     * @throws IllegalArgumentException {@code Maximum allowed size exceeded}, or, with NaN, {@code arange: cannot
     *     compute length}
     */
    public static NDArray arange(double start, double stop) {
        return arange(start, stop, 1.0);
    }

    /**
     * Creates an array of evenly spaced integers, {@code np.arange(start, stop, step)}.
     *
     * @param start the first number
     * @param stop the end, not included
     * @param step the distance between two numbers, not 0
     * @return a 1-d array of int64, empty if stop does not lie beyond start in the direction of the step
     * @throws IllegalArgumentException if the step is 0, or {@code Maximum allowed size exceeded}
     */
    public static NDArray arange(long start, long stop, long step) {
        return Ranges.arange(start, stop, step);
    }

    /**
     * Creates an array of evenly spaced numbers, {@code np.arange(start, stop, step)}. The last number can lie beyond
     * stop by a rounding error.
     *
     * @param start the first number
     * @param stop the end, not included
     * @param step the distance between two numbers, not 0
     * @return a 1-d array of float64, empty if stop does not lie beyond start in the direction of the step
     * @throws IllegalArgumentException if the step is 0, {@code Maximum allowed size exceeded}, or, with NaN,
     *     {@code arange: cannot compute length}
     */
    public static NDArray arange(double start, double stop, double step) {
        return Ranges.arange(start, stop, step);
    }

    /**
     * Returns evenly spaced numbers of a dtype, {@code np.arange(start, stop, step, dtype)}. As in NumPy, the first two
     * numbers are converted to the dtype, and the others continue at the distance between the two.
     *
     * @param dtype the type of the elements
     * @param start the first number
     * @param stop the end, which is not included
     * @param step the distance between neighbours, not 0
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code Maximum allowed size exceeded}, or if the dtype cannot hold the first two
     * @throws UnsupportedOperationException {@code arange() is only supported for booleans when the result has at most
     *     length 2.}
     */
    public static NDArray arange(DType dtype, double start, double stop, double step) {
        return Ranges.arange(dtype, start, stop, step);
    }

    /**
     * Returns evenly spaced integers as numbers of a dtype, {@code np.arange(start, stop, step, dtype)}.
     *
     * @param dtype the type of the elements
     * @param start the first number
     * @param stop the end, which is not included
     * @param step the distance between neighbours, not 0
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8} for one of the first two
     *     numbers, or {@code Maximum allowed size exceeded}
     * @throws UnsupportedOperationException {@code arange() is only supported for booleans when the result has at most
     *     length 2.}
     */
    public static NDArray arange(DType dtype, long start, long stop, long step) {
        return Ranges.arange(dtype, start, stop, step);
    }

    /**
     * Creates an array of {@code num} evenly spaced numbers from start to stop, both included,
     * {@code np.linspace(start, stop, num)}.
     *
     * @param start the first number
     * @param stop the last number
     * @param num how many numbers to return
     * @return a 1-d array of float64; a single number is start
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}, or {@code array is too
     *     big; …}
     */
    public static NDArray linspace(double start, double stop, int num) {
        return Ranges.linspace(start, stop, num);
    }

    /**
     * Returns evenly spaced numbers, {@code np.linspace(start, stop, count, endpoint)}.
     *
     * @param start the first number
     * @param stop the end
     * @param count the number of elements
     * @param endpoint whether the end is the last element; otherwise it would be the next one
     * @return a new 1-d array of float64
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}
     */
    public static NDArray linspace(double start, double stop, int count, boolean endpoint) {
        return Ranges.linspace(start, stop, count, endpoint);
    }

    /**
     * Creates the identity matrix, {@code np.eye(n)}: 1 on the main diagonal, 0 elsewhere.
     *
     * @param n the number of rows and columns
     * @return a new array of float64 with shape {@code (n, n)}
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(int n) {
        return eye(n, n, 0);
    }

    /**
     * Creates a matrix with ones on the main diagonal and zeros elsewhere, {@code np.eye(rows, columns)}.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(int rows, int columns) {
        return eye(rows, columns, 0);
    }

    /**
     * Returns a matrix with ones on a diagonal and zeros elsewhere, {@code np.eye(rows, columns, k)}.
     *
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array of float64
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(int rows, int columns, int k) {
        return eye(DType.FLOAT64, rows, columns, k);
    }

    /**
     * Returns a matrix with ones on a diagonal and zeros elsewhere, {@code np.eye(rows, columns, k, dtype)}.
     *
     * @param dtype the type of the elements
     * @param rows the number of rows
     * @param columns the number of columns
     * @param k the diagonal: 0 is the main one, 1 the one above it, -1 the one below it
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(DType dtype, int rows, int columns, int k) {
        NDArray eye = zeros(dtype, rows, columns);
        eye.withLayout(eye.layout().diagonal(k, 0, 1)).fill(1);
        return eye;
    }

    /**
     * Creates the coordinates of the points of a grid, {@code np.meshgrid(x, y)}.
     *
     * <p>If x has length 3 and y has length 2, both results have the shape {@code (2, 3)}: x varies from column to
     * column, y from row to row. Each further array varies along a further axis.
     *
     * @param arrays the coordinates along each direction; arrays that are not 1-d are flattened
     * @return one new array for each argument, of its dtype
     */
    public static NDArray[] meshgrid(NDArray... arrays) {
        return Grids.meshgrid(Indexing.XY, false, arrays);
    }

    /**
     * Returns the coordinates of the points of a grid, {@code np.meshgrid(x, y, indexing='ij', sparse=True)}.
     *
     * @param indexing the axes along which the first two coordinates run
     * @param sparse whether each result has length 1 along the axes of the others, for broadcasting
     * @param arrays the coordinates along each direction; arrays that are not 1-d are flattened
     * @return a new array for each of the arrays, of the same dtype
     */
    public static NDArray[] meshgrid(Indexing indexing, boolean sparse, NDArray... arrays) {
        return Grids.meshgrid(Objects.requireNonNull(indexing, "indexing"), sparse, arrays);
    }

    // Attributes

    /**
     * Returns the lengths of the axes, {@code a.shape}.
     *
     * @return the shape, which prints {@code (2, 3)}
     */
    public Shape shape() {
        return Shape.of(layout());
    }

    /**
     * Returns the length of one axis, {@code a.shape[axis]}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return its length
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public int shape(int axis) {
        return layout().length(Axes.check(axis, ndim()));
    }

    /**
     * Returns the number of axes, {@code a.ndim}.
     *
     * @return 0 for a scalar
     */
    public int ndim() {
        return layout().ndim();
    }

    /**
     * Returns the number of elements, {@code a.size}.
     *
     * @return the product of the shape's lengths, 1 for a scalar
     */
    public int size() {
        return layout().size();
    }

    /**
     * Returns the type of the elements, {@code a.dtype}.
     *
     * @return the dtype, which prints {@code int64}
     */
    public DType dtype() {
        return dtype;
    }

    /**
     * Returns whether the elements may be written, {@code a.flags.writeable}.
     *
     * @return false for the results of {@link #readOnlyCopy()}, {@link #broadcastTo}, {@link #diagonal()} and
     *     {@link #slidingWindowView}, and for views of them
     */
    public boolean isWriteable() {
        return constancy == Constancy.CHANGING && !layout().repeatsElements();
    }

    /**
     * Returns whether the elements lie in C order without gaps, {@code a.flags.c_contiguous}. {@link #dot(NDArray,
     * NDArray)} requires this of its output.
     *
     * @return false for most transposes and slices
     */
    public boolean isContiguous() {
        return layout().isContiguous();
    }

    // Manipulation

    /**
     * Gives the elements in C order another shape, {@code a.reshape(shape)}. The result is a view if the strides allow
     * it, otherwise a copy.
     *
     * @param shape the new lengths; one may be -1 and is then computed
     * @return an array of the same dtype
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}, or {@code can only
     *     specify one unknown dimension}
     */
    public NDArray reshape(int... shape) {
        return Reshaping.reshape(this, shape);
    }

    /**
     * Gives the elements in C order the shape of another array, {@code a.reshape(b.shape)}. The result is a view if the
     * strides allow it, otherwise a copy.
     *
     * @param shape the new lengths
     * @return an array of the same dtype
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public NDArray reshape(Shape shape) {
        return reshape(shape.lengths());
    }

    /**
     * Gives the elements another shape, counting them in the given order, {@code a.reshape(shape, order=order)}.
     *
     * @param order the order in which the elements are counted, in this array and in the result
     * @param shape the lengths of the axes, one of which may be -1
     * @return a view if the elements lie in that order in memory, otherwise a copy
     * @throws IllegalArgumentException as for {@link #reshape(int...)}
     */
    public NDArray reshape(MemoryOrder order, int... shape) {
        return Reshaping.reshape(this, order, shape);
    }

    /**
     * Returns the elements in C order on one axis, {@code a.ravel()}. The result is a view if the elements lie in C
     * order in memory, without gaps, otherwise a copy.
     *
     * @return a 1-d array of the same dtype
     */
    public NDArray ravel() {
        return layout().isContiguous() ? reshape(-1) : flatten();
    }

    /**
     * Returns the elements on one axis, in the given order, {@code a.ravel(order)}.
     *
     * @param order the order in which the elements are counted
     * @return a view if the elements lie in that order in memory, otherwise a copy
     */
    public NDArray ravel(MemoryOrder order) {
        Objects.requireNonNull(order, "order");
        return order == MemoryOrder.C ? ravel() : transpose().ravel();
    }

    /**
     * Copies the elements in C order to one axis, {@code a.flatten()}.
     *
     * @return a new 1-d array of the same dtype
     */
    public NDArray flatten() {
        return copy().reshape(size());
    }

    /**
     * Copies the elements to one axis, in the given order, {@code a.flatten(order)}.
     *
     * @param order the order in which the elements are counted
     * @return a new array
     */
    public NDArray flatten(MemoryOrder order) {
        Objects.requireNonNull(order, "order");
        return order == MemoryOrder.C ? flatten() : transpose().flatten();
    }

    /**
     * Reverses the order of the axes, {@code a.T}.
     *
     * @return a view
     */
    public NDArray transpose() {
        return Reshaping.transpose(this);
    }

    /**
     * Puts the axes into another order, {@code a.transpose(axes)}: axis {@code axes[i]} becomes axis i.
     *
     * @param axes every axis once; negative ones count from the end
     * @return a view
     * @throws IllegalArgumentException {@code axes don't match array}, or {@code repeated axis in transpose}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray transpose(int... axes) {
        return Reshaping.transpose(this, axes);
    }

    /**
     * Reverses the order of the axes, {@code a.T}. This is the same as {@link #transpose()}.
     *
     * @return a view
     */
    @SuppressWarnings("MemberName") // NumPy's name
    public NDArray T() {
        return transpose();
    }

    /**
     * Exchanges two axes, {@code a.swapaxes(axis1, axis2)}.
     *
     * @param axis1 one axis; a negative one counts from the end
     * @param axis2 the other axis; a negative one counts from the end
     * @return a view
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray swapaxes(int axis1, int axis2) {
        return Reshaping.swapAxes(this, axis1, axis2);
    }

    /**
     * Inserts a new axis of length 1, {@code np.expand_dims(a, axis)}.
     *
     * @param axis the place of the new axis in the result; a negative one counts from the end
     * @return a view
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 3}
     */
    public NDArray expandDims(int axis) {
        return withLayout(layout().insertAxis(Axes.check(axis, ndim() + 1)));
    }

    /**
     * Inserts several new axes of length 1, {@code np.expand_dims(a, axes)}.
     *
     * @param axes the places of the new axes in the result; negative ones count from the end
     * @return a view
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 4}
     */
    public NDArray expandDims(int... axes) {
        return Reshaping.expandDims(this, axes);
    }

    /**
     * Removes all axes of length 1, {@code a.squeeze()}.
     *
     * @return a view
     */
    public NDArray squeeze() {
        return Reshaping.squeeze(this);
    }

    /**
     * Removes some axes of length 1, {@code a.squeeze(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a view
     * @throws IllegalArgumentException {@code cannot select an axis to squeeze out which has size not equal to one}, or
     *     {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray squeeze(int... axes) {
        return Reshaping.squeeze(this, axes);
    }

    /**
     * Repeats this array to a wider shape, {@code np.broadcast_to(a, shape)}. The elements are not repeated in memory,
     * so the view is read-only, even if nothing is repeated. Writing to it, or to a view of it, is an error:
     * {@code output array is read-only} or {@code assignment destination is read-only}.
     *
     * @param wider the wider shape; its last lengths are those of this array, but any length may replace a 1
     * @return a read-only view
     * @throws IllegalArgumentException {@code operands could not be broadcast together with remapped shapes
     *     [original->remapped]: (3,) and requested shape (4,)}, {@code input operand has more dimensions than allowed
     *     by the axis remapping}, or {@code cannot broadcast a non-scalar to a scalar array}
     */
    public NDArray broadcastTo(Shape wider) {
        return Broadcast.view(this, wider);
    }

    /**
     * Reverses {@link #broadcastTo}: adds up the elements that a broadcast makes of one. A gradient needs this.
     *
     * <pre>{@code
     * System.out.println(NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).sumTo(Shape.of(3)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [5. 7. 9.]
     * }</pre>
     *
     * @param narrower a shape that broadcasts to the shape of this array
     * @return an array of that shape; this array itself if it already has that shape
     * @throws IllegalArgumentException {@code an array of shape (2, 3) cannot be summed to shape (2,)}
     */
    public NDArray sumTo(Shape narrower) {
        return Broadcast.sumTo(this, narrower);
    }

    /**
     * Joins arrays along an axis that they have, {@code np.concatenate(arrays, axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param arrays arrays with the same length on every other axis; dtypes are promoted
     * @return a new array
     * @throws IllegalArgumentException {@code all the input array dimensions except for the concatenation axis must
     *     match exactly, …}, {@code all the input arrays must have same number of dimensions, …}, {@code need at least
     *     one array to concatenate}, {@code zero-dimensional arrays cannot be concatenated}, or {@code array is too
     *     big; …}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public static NDArray concatenate(int axis, NDArray... arrays) {
        return Joining.concatenate(axis, arrays);
    }

    /**
     * Joins the arrays of a list along an axis that they have, {@code np.concatenate(arrays, axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param arrays as for {@link #concatenate(int, NDArray...)}
     * @return a new array
     * @throws IllegalArgumentException as for {@link #concatenate(int, NDArray...)}
     * @throws IndexOutOfBoundsException as for {@link #concatenate(int, NDArray...)}
     */
    public static NDArray concatenate(int axis, List<NDArray> arrays) {
        return Joining.concatenate(axis, arrays.toArray(new NDArray[0]));
    }

    /**
     * Joins arrays of one shape along a new axis, {@code np.stack(arrays, axis)}.
     *
     * @param axis the place of the new axis in the result; a negative one counts from the end
     * @param arrays arrays of one shape; dtypes are promoted
     * @return a new array
     * @throws IllegalArgumentException {@code all input arrays must have the same shape}, or {@code need at least one
     *     array to stack}
     * @throws IndexOutOfBoundsException {@code axis 3 is out of bounds for array of dimension 3}
     */
    public static NDArray stack(int axis, NDArray... arrays) {
        return Joining.stack(axis, arrays);
    }

    /**
     * Joins the arrays of a list, of one shape, along a new axis, {@code np.stack(arrays, axis)}.
     *
     * @param axis the place of the new axis in the result; a negative one counts from the end
     * @param arrays as for {@link #stack(int, NDArray...)}
     * @return a new array
     * @throws IllegalArgumentException as for {@link #stack(int, NDArray...)}
     * @throws IndexOutOfBoundsException as for {@link #stack(int, NDArray...)}
     */
    public static NDArray stack(int axis, List<NDArray> arrays) {
        return Joining.stack(axis, arrays.toArray(new NDArray[0]));
    }

    /**
     * Repeats each element, in C order, {@code a.repeat(times)}.
     *
     * @param times how often to repeat
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public NDArray repeat(int times) {
        return Repeating.repeat(ravel(), times, 0);
    }

    /**
     * Repeats each part along an axis, {@code a.repeat(times, axis)}.
     *
     * @param times how often to repeat
     * @param axis the axis; a negative one counts from the end
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray repeat(int times, int axis) {
        return Repeating.repeat(this, times, axis);
    }

    /**
     * Repeats each element as often as its count says, in C order, {@code a.repeat(counts)}.
     *
     * @param counts one count for each element, or a single one for all
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shape (3,) (2,)}, or
     *     {@code repeats may not contain negative values.}
     * @throws UnsupportedOperationException if the counts are floats: {@code Cannot cast array data …}
     */
    public NDArray repeat(NDArray counts) {
        return Repeating.repeat(ravel(), counts, 0);
    }

    /**
     * Repeats each part along an axis as often as its count says, {@code a.repeat(counts, axis)}.
     *
     * @param counts one count for each part, or a single one for all
     * @param axis the axis; a negative one counts from the end
     * @return a new array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shape (3,) (2,)}, or
     *     {@code repeats may not contain negative values.}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the counts are floats: {@code Cannot cast array data …}
     */
    public NDArray repeat(NDArray counts, int axis) {
        return Repeating.repeat(this, counts, axis);
    }

    /**
     * Adds a margin of zeros, {@code np.pad(a, widths)}.
     *
     * @param widths the numbers of zeros before and after each axis; a single pair applies to every axis
     * @return a new array of the same dtype; axis i is longer by {@code widths[i][0] + widths[i][1]}
     * @throws IllegalArgumentException {@code index can't contain negative values}, {@code array is too big; …}, or, if
     *     the number of pairs is not the number of axes, {@code operands could not be broadcast together with remapped
     *     shapes [original->remapped]: (3,2) and requested shape (2,2)}
     */
    public NDArray pad(int[][] widths) {
        return Padding.pad(this, widths);
    }

    /**
     * Adds a margin of the same width on all sides, {@code np.pad(a, width, mode)}.
     *
     * @param width the number of elements on both sides of every axis
     * @param mode what fills the margin
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, or {@code can't extend empty axis 0
     *     using modes other than 'constant' or 'empty'}
     */
    public NDArray pad(int width, PadMode mode) {
        return pad(Padding.everywhere(this, width), mode);
    }

    /**
     * Adds a margin, {@code np.pad(a, widths, mode)}.
     *
     * @param widths a pair for each axis, the number of elements before and after it; a single pair is for all axes
     * @param mode what fills the margin
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, {@code can't extend empty axis 0
     *     using modes other than 'constant' or 'empty'}, or if the pairs do not fit the axes
     */
    public NDArray pad(int[][] widths, PadMode mode) {
        return Padding.pad(this, widths, mode);
    }

    /**
     * Adds a margin of statistics of the elements at each end, {@code np.pad(a, widths, mode, stat_length=statLength)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.of(1, 2, 3, 9);
     * System.out.println(a.pad(new int[][] {{1, 1}}, PadMode.MAXIMUM, new int[][] {{2, 2}}));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [2 1 2 3 9 9]
     * }</pre>
     *
     * @param widths a pair for each axis, the number of elements before and after it; a single pair is for all axes
     * @param mode a statistic: MAXIMUM, MEAN, MEDIAN or MINIMUM
     * @param statLength a pair for each axis, how many elements at its start and at its end count; a single pair is for
     *     all axes, and a number beyond the length of the axis stands for all its elements
     * @return a new array
     * @throws IllegalArgumentException as for {@link #pad(int[][], PadMode)}, {@code unsupported keyword arguments for
     *     mode 'edge': {'stat_length'}}, or {@code stat_length of 0 yields no value for padding}
     */
    public NDArray pad(int[][] widths, PadMode mode, int[][] statLength) {
        return Padding.pad(this, widths, mode, statLength);
    }

    /**
     * Adds a margin of ramps to numbers at its ends, {@code np.pad(a, widths, 'linear_ramp', end_values=values)}, or of
     * these numbers, {@code np.pad(a, widths, constant_values=values)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.of(4.0, 5.0);
     * System.out.println(a.pad(new int[][] {{2, 2}}, PadMode.LINEAR_RAMP, new double[][] {{0, -5}}));
     * System.out.println(a.pad(new int[][] {{2, 2}}, PadMode.CONSTANT, new double[][] {{0, -5}}));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [ 0.  2.  4.  5.  0. -5.]
     * [ 0.  0.  4.  5. -5. -5.]
     * }</pre>
     *
     * @param widths a pair for each axis, the number of elements before and after it; a single pair is for all axes
     * @param mode LINEAR_RAMP or CONSTANT
     * @param values a pair for each axis, the number at its start and the number at its end; a single pair is for all
     *     axes
     * @return a new array
     * @throws IllegalArgumentException as for {@link #pad(int[][], PadMode)}, {@code unsupported keyword arguments for
     *     mode 'edge': {'end_values'}}, or, for constants, as for {@link #pad(int[][], double)}
     */
    public NDArray pad(int[][] widths, PadMode mode, double[][] values) {
        return Padding.pad(this, widths, mode, values);
    }

    /**
     * Adds a margin filled with a number, {@code np.pad(a, widths, constant_values=constant)}.
     *
     * @param widths a pair for each axis, the number of elements before and after it; a single pair is for all axes
     * @param constant the number, converted as by {@link #fill(double)}
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, if the pairs do not fit the axes,
     *     or if the dtype cannot hold the number: {@code cannot convert float NaN to integer}, {@code Python integer
     *     300 out of bounds for uint8} (NumPy writes 44)
     */
    public NDArray pad(int[][] widths, double constant) {
        return Padding.surround(this, widths, lengths -> empty(dtype(), lengths).fill(constant));
    }

    /**
     * Adds a margin filled with an integer, {@code np.pad(a, widths, constant_values=constant)}.
     *
     * @param widths a pair for each axis, the number of elements before and after it; a single pair is for all axes
     * @param constant the integer, converted as by {@link #full(DType, long, int...)}
     * @return a new array
     * @throws IllegalArgumentException {@code index can't contain negative values}, or if the pairs do not fit the axes
     */
    public NDArray pad(int[][] widths, long constant) {
        return Padding.surround(this, widths, lengths -> full(dtype(), constant, lengths));
    }

    // Indexing

    /**
     * Returns the subarray or element at the given positions, {@code a[i, j]}.
     *
     * @param indices one position for each of the first axes; negative ones count from the end
     * @return a view of the remaining axes; if none remain, a copy of the element as a 0-d array
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or {@code too many
     *     indices for array: array is 2-dimensional, but 3 were indexed}
     */
    public NDArray get(int... indices) {
        return BasicIndexing.get(this, indices);
    }

    /**
     * Returns the elements that the parts of an index select, {@code a[1:3, ::2]}. An array is a part by
     * {@link Index#of(NDArray) Index.of}: {@code a[:, positions]} is {@code get(Index.all(), Index.of(positions))}.
     *
     * @param index positions, slices, new axes, an ellipsis, arrays of positions or masks; an axis without a part is
     *     taken whole
     * @return a view if all parts are positions, slices, new axes or an ellipsis, otherwise a new array
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, {@code too many
     *     indices for array: array is 2-dimensional, but 3 were indexed}, {@code boolean index did not match indexed
     *     array along axis 0; …}, or {@code shape mismatch: indexing arrays could not be broadcast together with shapes
     *     (2,) (3,)}
     */
    public NDArray get(Index... index) {
        return BasicIndexing.get(this, index);
    }

    /**
     * Returns the elements that a mask or arrays of positions select, {@code a[mask]}, {@code a[idx]}, {@code a[rows,
     * cols]}.
     *
     * @param index a bool mask over the first axes, or arrays of int64 positions, one for each axis, which are
     *     broadcast against each other
     * @return a new array
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     */
    public NDArray get(NDArray... index) {
        return BasicIndexing.get(this, BasicIndexing.elements(index));
    }

    /**
     * Returns the elements at a position of the second axis, {@code a[:, j]}, or of the last one, {@code a[..., j]}.
     * With more parts, a position is {@link Index#at Index.at(j)}.
     *
     * @param index the part for the first axis, or an ellipsis
     * @param position the position; a negative one counts from the end
     * @return as for {@link #get(Index...)}
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     */
    public NDArray get(Index index, int position) {
        return get(index, Index.at(position));
    }

    /**
     * Returns what a part of an index selects at a position of the first axis, {@code a[i, 1:]}.
     *
     * @param position the position; a negative one counts from the end
     * @param index the part for the second axis, or an ellipsis
     * @return as for {@link #get(Index...)}
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     */
    public NDArray get(int position, Index index) {
        return get(Index.at(position), index);
    }

    /**
     * Returns the parts at the given positions on one axis, {@code np.take(a, positions, axis=axis)}.
     *
     * @param positions the positions, of an integer dtype or bool and any shape; negative ones count from the end
     * @param axis the axis of the positions; a negative one counts from the end
     * @return a new array, in which the axes of the positions replace the axis: shape (60000, 784) and positions (100,)
     *     on axis 0 give (100, 784)
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 0 with size 3}, {@code axis 2 is out
     *     of bounds for array of dimension 2}, or {@code cannot do a non-empty take from an empty axes.}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'same_kind'}
     */
    public NDArray take(NDArray positions, int axis) {
        return take(positions, axis, Index.Mode.RAISE);
    }

    /**
     * Works like {@link #take(NDArray, int)}; the mode says what becomes of positions that the axis does not have,
     * {@code np.take(a, positions, axis=axis, mode=mode)}.
     *
     * @param positions the positions, of an integer dtype or bool and any shape
     * @param axis the axis of the positions; a negative one counts from the end
     * @param mode what to do with positions that the axis does not have
     * @return a new array, in which the axes of the positions replace the axis
     * @throws IndexOutOfBoundsException as for {@link #take(NDArray, int)}
     * @throws UnsupportedOperationException as for {@link #take(NDArray, int)}
     */
    public NDArray take(NDArray positions, int axis, Index.Mode mode) {
        return Taking.take(this, positions, axis, mode);
    }

    /**
     * Returns the elements at the given positions in C order, {@code np.take(a, positions)}.
     *
     * @param positions the positions, of an integer dtype or bool and any shape; negative ones count from the end
     * @return a new array of the shape of the positions
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 0 with size 6}, or {@code cannot do a
     *     non-empty take from an empty axes.}
     * @throws UnsupportedOperationException as for {@link #take(NDArray, int)}
     */
    public NDArray take(NDArray positions) {
        return ravel().take(positions, 0);
    }

    /**
     * Works like {@link #take(NDArray)}; the mode says what becomes of positions that the array does not have,
     * {@code np.take(a, positions, mode=mode)}.
     *
     * @param positions the positions, of an integer dtype or bool and any shape
     * @param mode what to do with positions that the array does not have
     * @return a new array of the shape of the positions
     * @throws IndexOutOfBoundsException as for {@link #take(NDArray)}
     * @throws UnsupportedOperationException as for {@link #take(NDArray, int)}
     */
    public NDArray take(NDArray positions, Index.Mode mode) {
        return ravel().take(positions, 0, mode);
    }

    /**
     * Writes the result of {@link #take(NDArray, int)} into an array, {@code np.take(a, positions, axis=axis,
     * out=out)}. With it you can take batch after batch without a new array for each.
     *
     * @param positions the positions, of an integer dtype or bool and any shape; negative ones count from the end
     * @param axis the axis of the positions; a negative one counts from the end
     * @param out receives the result; it has the result's shape, and may overlap this array. As in NumPy, its dtype
     *     must be one that this array's dtype can hold; the result is converted to it, even floats to integers
     * @return {@code out}
     * @throws IllegalArgumentException {@code output array does not match result of ndarray.take}, or {@code output
     *     array is read-only}; then nothing changes
     * @throws IndexOutOfBoundsException as for {@link #take(NDArray, int)}; then nothing changes
     * @throws UnsupportedOperationException as for {@link #take(NDArray, int)}, or {@code Cannot cast array data from
     *     dtype('float64') to dtype('float32') according to the rule 'safe'}
     */
    public NDArray take(NDArray positions, int axis, NDArray out) {
        return Taking.take(this, positions, axis, out);
    }

    /**
     * Writes values to the given positions in C order, {@code a.put(positions, values)}.
     *
     * <pre>{@code
     * NDArray a = NDArray.zeros(DType.INT64, 2, 3);
     * a.put(NDArray.of(0, 2, -1), NDArray.of(7, 8));
     * System.out.println(a);
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[7 0 8]
     *  [0 0 7]]
     * }</pre>
     *
     * @param positions the positions, of an integer dtype or bool and any shape; negative ones count from the end
     * @param values the values, converted as by {@link #astype}; if there are fewer than positions they are repeated,
     *     and if there are none nothing changes
     * @throws IllegalArgumentException {@code put: output array is read-only}
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 0 with size 6}, or {@code cannot
     *     replace elements of an empty array}; then nothing changes
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public void put(NDArray positions, NDArray values) {
        put(positions, values, Index.Mode.RAISE);
    }

    /**
     * Works like {@link #put(NDArray, NDArray)}; the mode says what becomes of positions that the array does not have,
     * {@code a.put(positions, values, mode)}.
     *
     * @param positions the positions, of an integer dtype or bool and any shape
     * @param values the values
     * @param mode what to do with positions that the array does not have
     * @throws IllegalArgumentException as for {@link #put(NDArray, NDArray)}
     * @throws IndexOutOfBoundsException as for {@link #put(NDArray, NDArray)}
     * @throws UnsupportedOperationException as for {@link #put(NDArray, NDArray)}
     */
    public void put(NDArray positions, NDArray values, Index.Mode mode) {
        Taking.put(this, positions, values, Objects.requireNonNull(mode, "mode"));
    }

    /**
     * Returns the elements, in C order, for which a condition is true, {@code a.compress(condition)}.
     *
     * @param condition a 1-d array; 0 is false, and every other number is true. Elements beyond its end are left out
     * @return a new 1-d array of this dtype
     * @throws IllegalArgumentException {@code condition must be a 1-d array}
     * @throws IndexOutOfBoundsException {@code index 6 is out of bounds for axis 0 with size 6}, if the condition is
     *     true beyond the last element
     */
    public NDArray compress(NDArray condition) {
        return Taking.compress(ravel(), condition, 0);
    }

    /**
     * Returns the parts along an axis for which a condition is true, {@code a.compress(condition, axis)}.
     *
     * @param condition a 1-d array; 0 is false, and every other number is true. Parts beyond its end are left out
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this dtype
     * @throws IllegalArgumentException {@code condition must be a 1-d array}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}, or {@code index 3 is
     *     out of bounds for axis 1 with size 3}, if the condition is true beyond the end of the axis
     */
    public NDArray compress(NDArray condition, int axis) {
        return Taking.compress(this, condition, axis);
    }

    /**
     * Takes each element from one of several arrays: from the one whose number is in this array,
     * {@code a.choose(choices)}.
     *
     * <pre>{@code
     * NDArray numbers = NDArray.of(2, 0, 1);
     * System.out.println(numbers.choose(NDArray.of(1, 2, 3), NDArray.of(10, 20, 30), NDArray.scalar(7)));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [ 7  2 30]
     * }</pre>
     *
     * @param choices the arrays, broadcast with this one
     * @return a new array of the promoted dtype of the choices
     * @throws IllegalArgumentException {@code invalid entry in choice array}, {@code 0-length sequence.}, or
     *     {@code shape mismatch: objects cannot be broadcast to a single shape. …}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'safe'}
     */
    public NDArray choose(NDArray... choices) {
        return choose(choices, Index.Mode.RAISE);
    }

    /**
     * Works like {@link #choose(NDArray...)}; the mode says what becomes of numbers that no choice has,
     * {@code a.choose(choices, mode=mode)}.
     *
     * @param choices the arrays, broadcast with this one
     * @param mode what to do with numbers that no choice has
     * @return a new array of the promoted dtype of the choices
     * @throws IllegalArgumentException as for {@link #choose(NDArray...)}
     * @throws UnsupportedOperationException as for {@link #choose(NDArray...)}
     */
    public NDArray choose(NDArray[] choices, Index.Mode mode) {
        return Taking.choose(this, choices, mode);
    }

    /**
     * Returns the main diagonal of the first two axes, {@code a.diagonal()}.
     *
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray diagonal() {
        return diagonal(0);
    }

    /**
     * Returns a diagonal of the first two axes, {@code a.diagonal(offset)}.
     *
     * @param offset which diagonal: 0 is the main one, 1 the one above, -1 the one below
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray diagonal(int offset) {
        return diagonal(offset, 0, 1);
    }

    /**
     * Returns a diagonal of two axes, {@code a.diagonal(offset, axis1, axis2)}.
     *
     * @param offset which diagonal: 0 is the main one, 1 the one above, -1 the one below
     * @param axis1 the axis of the rows; a negative one counts from the end
     * @param axis2 the axis of the columns; a negative one counts from the end
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}, or {@code axis1 and
     *     axis2 cannot be the same}
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray diagonal(int offset, int axis1, int axis2) {
        return readOnlyView(Diagonals.of(layout(), offset, axis1, axis2));
    }

    /**
     * Returns all windows of a given size, which slide over the array step by step,
     * {@code np.lib.stride_tricks.sliding_window_view(a, window, axis=axes)}. Windows can overlap, so the view is
     * always read-only, as the view of {@link #broadcastTo} is. To take every other window, slice the result.
     *
     * <pre>{@code
     * System.out.println(NDArray.of(1, 2, 3, 4).slidingWindowView(new int[] {2}, 0));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [[1 2]
     *  [2 3]
     *  [3 4]]
     * }</pre>
     *
     * @param window the length of a window along each of the axes
     * @param axes the axes that the window slides along; negative ones count from the end
     * @return a read-only view; each of the axes is shorter by the window's length less 1, and the axes of the window
     *     follow at the end
     * @throws IllegalArgumentException {@code window shape cannot be larger than input array shape},
     *     {@code `window_shape` cannot contain negative values}, or {@code Must provide matching length window_shape
     *     and axis; got 1 window_shape elements and 2 axes elements.}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray slidingWindowView(int[] window, int... axes) {
        return Reshaping.slidingWindowView(this, window, axes);
    }

    /**
     * Works like {@link #slidingWindowView(int[], int...)}, along all axes,
     * {@code np.lib.stride_tricks.sliding_window_view(a, window)}, such as {@code slidingWindowView(7)} of a vector.
     *
     * @param window the length of a window along each axis
     * @return a read-only view of twice as many axes
     * @throws IllegalArgumentException {@code window shape cannot be larger than input array shape},
     *     {@code `window_shape` cannot contain negative values}, or {@code Since axis is `None`, must provide
     *     window_shape for all dimensions of `x`; got 1 window_shape elements and `x.ndim` is 2.}
     */
    public NDArray slidingWindowView(int... window) {
        return Reshaping.slidingWindowView(this, window);
    }

    /**
     * Returns the positions of all elements in C order, {@code np.ndindex(a.shape)}.
     *
     * @return for each element a new array of its positions
     */
    public Iterable<int[]> indices() {
        return () -> new IndexIterator(layout().lengths());
    }

    /**
     * Returns one element, {@code float(a[i, j])}.
     *
     * @param indices one position for each axis; negative ones count from the end
     * @return the element; true is 1
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or if the number of
     *     positions is not the number of axes
     */
    public double getDouble(int... indices) {
        return storage().getDouble(layout().position(indices));
    }

    /**
     * Returns one element as an integer, {@code int(a[i, j])}.
     *
     * @param indices one position for each axis; negative ones count from the end
     * @return the element without its fraction; true is 1
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or if the number of
     *     positions is not the number of axes
     * @throws IllegalArgumentException {@code cannot convert float NaN to integer}, {@code cannot convert float
     *     infinity to integer}, or {@code float 1.0E30 out of bounds for int64}
     */
    public long getLong(int... indices) {
        int position = layout().position(indices);
        return dtype().isFloating()
                ? Casting.checkLong(storage().getDouble(position))
                : storage().getLong(position);
    }

    /**
     * Returns one element as a truth value, {@code bool(a[i, j])}.
     *
     * @param indices one position for each axis; negative ones count from the end
     * @return false for 0, true for everything else
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or if the number of
     *     positions is not the number of axes
     */
    public boolean getBoolean(int... indices) {
        return getDouble(indices) != 0;
    }

    /**
     * Selects elements to write to, the left side of {@code a[i, j] = …}: {@code a.at(i, j).set(v)}.
     *
     * @param indices as for {@link #get(int...)}
     * @return the selected elements of this array
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     * @throws IllegalArgumentException {@code assignment destination is read-only}
     */
    public Selection at(int... indices) {
        return BasicIndexing.at(this, BasicIndexing.positions(indices));
    }

    /**
     * Selects elements to write to, the left side of {@code a[1:3, ::2] = …}: {@code a.at(Index.range(1, 3)).set(v)}.
     *
     * @param index as for {@link #get(Index...)}
     * @return the selected elements of this array
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     * @throws IllegalArgumentException {@code assignment destination is read-only}
     */
    public Selection at(Index... index) {
        return BasicIndexing.at(this, index);
    }

    /**
     * Selects elements to write to, the left side of {@code a[mask] = …}: {@code a.at(mask).set(v)}.
     *
     * @param index as for {@link #get(NDArray...)}
     * @return the selected elements of this array
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     * @throws IllegalArgumentException {@code assignment destination is read-only}
     */
    public Selection at(NDArray... index) {
        return BasicIndexing.at(this, BasicIndexing.elements(index));
    }

    /**
     * Selects elements to write to at a position of the second axis, the left side of {@code a[:, j] = …}:
     * {@code a.at(Index.all(), j).set(v)}.
     *
     * @param index as for {@link #get(Index, int)}
     * @param position as for {@link #get(Index, int)}
     * @return the selected elements of this array
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     * @throws IllegalArgumentException {@code assignment destination is read-only}
     */
    public Selection at(Index index, int position) {
        return at(index, Index.at(position));
    }

    /**
     * Selects elements to write to at a position of the first axis, the left side of {@code a[i, 1:] = …}:
     * {@code a.at(i, Index.from(1)).set(v)}.
     *
     * @param position as for {@link #get(int, Index)}
     * @param index as for {@link #get(int, Index)}
     * @return the selected elements of this array
     * @throws IndexOutOfBoundsException as for {@link #get(Index...)}
     * @throws IllegalArgumentException {@code assignment destination is read-only}
     */
    public Selection at(int position, Index index) {
        return at(Index.at(position), index);
    }

    /**
     * Writes one value to all elements, {@code a.fill(value)}.
     *
     * @param value the value
     * @return this array
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray fill(double value) {
        Casting.assign(this, Casting.element(value, dtype()));
        return this;
    }

    /**
     * Writes one value to all elements, {@code a.fill(value)}.
     *
     * @param value the value
     * @return this array
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray fill(long value) {
        Casting.assign(this, Casting.element(value, dtype()));
        return this;
    }

    // Element-wise mathematics

    /**
     * Adds an array, element by element, {@code a + b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Adds a scalar")
    public NDArray add(NDArray b) {
        return Elementwise.apply(BinaryFunction.ADD, this, b);
    }

    /**
     * Subtracts an array, element by element, {@code a - b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if both are bool: {@code numpy boolean subtract, the `-` operator, is not
     *     supported, …}
     */
    @WithNumber(summary = "Subtracts a scalar")
    public NDArray sub(NDArray b) {
        return Elementwise.apply(BinaryFunction.SUBTRACT, this, b);
    }

    /**
     * Multiplies by an array, element by element, {@code a * b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Multiplies by a scalar")
    public NDArray mul(NDArray b) {
        return Elementwise.apply(BinaryFunction.MULTIPLY, this, b);
    }

    /**
     * Divides by an array, element by element, {@code a / b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of float32 if the promoted dtype is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Divides by a scalar")
    public NDArray div(NDArray b) {
        return Elementwise.apply(BinaryFunction.DIVIDE, this, b);
    }

    /**
     * Divides by a scalar, {@code a / b}.
     *
     * @param b the weak scalar
     * @return a new array of float32 if this array is float32, otherwise of float64
     */
    public NDArray div(long b) {
        return div((double) b);
    }

    /**
     * Subtracts this array from a scalar, {@code b - a}.
     *
     * @param b the weak scalar
     * @return a new array, as for {@link #sub(double)}
     */
    public NDArray rsub(double b) {
        return Casting.weak(b, dtype()).sub(this);
    }

    /**
     * Subtracts this array from a scalar, {@code b - a}.
     *
     * @param b the weak scalar
     * @return a new array, as for {@link #sub(long)}
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray rsub(long b) {
        return Casting.weak(b, dtype()).sub(this);
    }

    /**
     * Divides a scalar by this array, {@code b / a}.
     *
     * @param b the weak scalar
     * @return a new array, as for {@link #div(double)}
     */
    public NDArray rdiv(double b) {
        return Casting.weak(b, dtype()).div(this);
    }

    /**
     * Divides a scalar by this array, {@code b / a}.
     *
     * @param b the weak scalar
     * @return a new array, as for {@link #div(long)}
     */
    public NDArray rdiv(long b) {
        return rdiv((double) b);
    }

    /**
     * Raises to the power of an array, element by element, {@code a ** b}. If {@code b} is a single exponent 0.5, the
     * result is the square roots, as in NumPy, so minus infinity gives NaN.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code Integers to negative integer powers are not allowed.}
     * @throws UnsupportedOperationException if both are bool
     */
    public NDArray pow(NDArray b) {
        return Elementwise.power(this, b);
    }

    /**
     * Raises to the power of a scalar, {@code a ** exponent}.
     *
     * @param exponent the weak scalar
     * @return a new array of float32 if this array is float32, otherwise of float64
     */
    public NDArray pow(double exponent) {
        return Elementwise.power(this, exponent);
    }

    /**
     * Raises to the power of a scalar, {@code a ** exponent}.
     *
     * @param exponent the weak scalar
     * @return a new array of int64 if this array is bool, otherwise of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}, or {@code Integers to
     *     negative integer powers are not allowed.}
     */
    public NDArray pow(long exponent) {
        return Elementwise.power(this, exponent);
    }

    /**
     * Changes the sign of the elements, {@code -a}.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if this array is bool: {@code The numpy boolean negative, the `-` operator,
     *     is not supported, …}
     */
    public NDArray neg() {
        return Elementwise.apply(UnaryFunction.NEGATIVE, this);
    }

    /**
     * Computes the absolute values, {@code np.abs(a)}.
     *
     * @return a new array of this dtype
     */
    public NDArray abs() {
        return Elementwise.apply(UnaryFunction.ABSOLUTE, this);
    }

    /**
     * Computes the signs, {@code np.sign(a)}: -1 for a negative element, 0 for 0, 1 for a positive one, and NaN for
     * NaN.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if this array is bool
     */
    public NDArray sign() {
        return Elementwise.apply(UnaryFunction.SIGN, this);
    }

    /**
     * Computes the squares, {@code np.square(a)}.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if this array is bool
     */
    public NDArray square() {
        return Elementwise.apply(UnaryFunction.SQUARE, this);
    }

    /**
     * Computes the square roots, {@code np.sqrt(a)}; a negative element gives NaN.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray sqrt() {
        return Elementwise.apply(UnaryFunction.SQRT, this);
    }

    /**
     * Computes e to the power of the elements, {@code np.exp(a)}.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray exp() {
        return Elementwise.apply(UnaryFunction.EXP, this);
    }

    /**
     * Computes the natural logarithms, {@code np.log(a)}; 0 gives -inf, a negative element NaN.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray log() {
        return Elementwise.apply(UnaryFunction.LOG, this);
    }

    /**
     * Computes the sines of angles in radians, {@code np.sin(a)}.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray sin() {
        return Elementwise.apply(UnaryFunction.SIN, this);
    }

    /**
     * Computes the cosines of angles in radians, {@code np.cos(a)}.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray cos() {
        return Elementwise.apply(UnaryFunction.COS, this);
    }

    /**
     * Computes the hyperbolic tangents, {@code np.tanh(a)}.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray tanh() {
        return Elementwise.apply(UnaryFunction.TANH, this);
    }

    /**
     * Computes the sigmoid function element by element, {@code 1 / (1 + np.exp(-a))}. The result has the bits of these
     * four operations, computed in one pass. Integers are converted first.
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray sigmoid() {
        return Elementwise.apply(UnaryFunction.SIGMOID, this);
    }

    /**
     * Computes the softmax function along the last axis, {@code scipy.special.softmax(a, axis=-1)}: subtracts the
     * largest element, takes the exponentials and divides them by their sum.
     *
     * <pre>{@code
     * System.out.println(NDArray.of(0.3, 2.9, 4.0).softmax());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0.01821127 0.24519181 0.73659691]
     * }</pre>
     *
     * @return a new array of this shape, of float32 for float32, otherwise of float64; a 0-d array gives 1
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public NDArray softmax() {
        return Softmax.softmax(this);
    }

    /**
     * Writes the result of {@link #softmax()} into an array.
     *
     * @param out receives the result; it has this shape, is float32 or float64, and may be this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code out must be float32 or float64, not int64}
     */
    public NDArray softmax(NDArray out) {
        return Softmax.softmax(this, out);
    }

    /**
     * Rounds the elements to integers, {@code a.round()}. A tie goes to the even integer.
     *
     * @return a new array of float64 if this array is bool, otherwise of this dtype
     */
    public NDArray round() {
        return round(0);
    }

    /**
     * Rounds the elements to a number of decimals, {@code a.round(decimals)}. As in NumPy, an element is multiplied by
     * a power of ten, rounded to the nearest integer, and divided. A tie goes to the even integer.
     *
     * <pre>{@code
     * System.out.println(NDArray.of(0.125, 0.375, 2.5).round(2));
     * System.out.println(NDArray.of(15, 25, 31).round(-1));
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0.12 0.38 2.5 ]
     * [20 20 30]
     * }</pre>
     *
     * @param decimals the number of digits after the point; a negative number rounds to tens, hundreds and so on
     * @return a new array of this dtype; for bool and 0 decimals, of float64
     * @throws UnsupportedOperationException if this array is bool and decimals is not 0: {@code Cannot cast ufunc
     *     'multiply' output from dtype('float64') to dtype('bool') with casting rule 'same_kind'}
     */
    public NDArray round(int decimals) {
        return DecimalRounding.round(this, decimals);
    }

    /**
     * Writes the result of {@link #round(int)} into an array, {@code a.round(decimals, out=out)}.
     *
     * @param decimals the number of digits after the point; a negative number rounds to tens, hundreds and so on
     * @param out receives the result; it may be this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code invalid output shape}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray round(int decimals, NDArray out) {
        return DecimalRounding.round(this, decimals, out);
    }

    /**
     * Returns the larger of this array and another, element by element, {@code np.maximum(a, b)}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype; NaN where either is NaN, and 0.0 of zeros of both signs
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Returns the larger of each element and a scalar")
    public NDArray maximum(NDArray b) {
        return Elementwise.apply(BinaryFunction.MAXIMUM, this, b);
    }

    /**
     * Returns the smaller of this array and another, element by element, {@code np.minimum(a, b)}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype; NaN where either is NaN, and -0.0 of zeros of both signs
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Returns the smaller of each element and a scalar")
    public NDArray minimum(NDArray b) {
        return Elementwise.apply(BinaryFunction.MINIMUM, this, b);
    }

    /**
     * Limits the elements to two bounds, {@code np.clip(a, min, max)}: {@code a.maximum(min).minimum(max)}. If an
     * element and a bound are zeros of different signs, the element stays if both bounds have one element each;
     * otherwise the bound takes its place.
     *
     * @param min the lower bounds, broadcast, or null for none
     * @param max the upper bounds, broadcast, or null for none; where an upper bound is below the lower one, it is the
     *     result
     * @return a new array of the promoted dtype; NaN where an element or a bound is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}
     */
    public NDArray clip(NDArray min, NDArray max) {
        return Clipping.clip(this, min, max);
    }

    /**
     * Writes the result of {@link #clip(NDArray, NDArray)} into an array, {@code np.clip(a, min, max, out=out)}.
     *
     * @param min the lower bounds, broadcast, or null for none
     * @param max the upper bounds, broadcast, or null for none
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()
     *     (2,3)}, or {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'clip' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray clip(NDArray min, NDArray max, NDArray out) {
        return Clipping.clip(this, min, max, out);
    }

    /**
     * Limits the elements to two scalars, {@code np.clip(a, min, max)}.
     *
     * @param min the lower bound, a weak scalar
     * @param max the upper bound, a weak scalar; if it is below the lower one, every element of the result is the upper
     *     bound
     * @return a new array of float32 if this array is float32, otherwise of float64
     */
    public NDArray clip(double min, double max) {
        return clip(Casting.weak(min, dtype()), Casting.weak(max, dtype()));
    }

    /**
     * Limits the elements to two scalars, {@code np.clip(a, min, max)}.
     *
     * @param min the lower bound, a weak scalar
     * @param max the upper bound, a weak scalar; if it is below the lower one, every element of the result is the upper
     *     bound
     * @return a new array of int64 if this array is bool, otherwise of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}, if the lower bound is above
     *     255 or the upper one below 0
     */
    public NDArray clip(long min, long max) {
        return clip(Clipping.lowerBound(min, dtype()), Clipping.upperBound(max, dtype()));
    }

    // In-place arithmetic

    /**
     * Adds to this array in place, {@code a += b}.
     *
     * @param b the other operand, broadcast to this shape; it may share memory with this array
     * @return this array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    @WithNumber
    public NDArray addi(NDArray b) {
        return add(b, this);
    }

    /**
     * Subtracts from this array in place, {@code a -= b}.
     *
     * @param b the other operand, broadcast to this shape; it may share memory with this array
     * @return this array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    @WithNumber
    public NDArray subi(NDArray b) {
        return sub(b, this);
    }

    /**
     * Multiplies this array in place, {@code a *= b}.
     *
     * @param b the other operand, broadcast to this shape; it may share memory with this array
     * @return this array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    @WithNumber
    public NDArray muli(NDArray b) {
        return mul(b, this);
    }

    /**
     * Divides this array in place, {@code a /= b}.
     *
     * @param b the other operand, broadcast to this shape; it may share memory with this array
     * @return this array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    @WithNumber
    public NDArray divi(NDArray b) {
        return div(b, this);
    }

    /**
     * Divides this array in place, {@code a /= b}.
     *
     * @param b the weak scalar
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray divi(long b) {
        return divi((double) b);
    }

    // Comparison and logic

    /**
     * Tests whether each element is greater than its counterpart in an array, {@code a > b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Tests whether each element is greater than a scalar")
    public NDArray gt(NDArray b) {
        return Comparison.compare(Relation.GREATER, this, b);
    }

    /**
     * Tests whether each element is greater than or equal to its counterpart in an array, {@code a >= b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Tests whether each element is greater than or equal to a scalar")
    public NDArray ge(NDArray b) {
        return Comparison.compare(Relation.GREATER_EQUAL, this, b);
    }

    /**
     * Tests whether each element is less than its counterpart in an array, {@code a < b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Tests whether each element is less than a scalar")
    public NDArray lt(NDArray b) {
        return Comparison.compare(Relation.LESS, this, b);
    }

    /**
     * Tests whether each element is less than or equal to its counterpart in an array, {@code a <= b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Tests whether each element is less than or equal to a scalar")
    public NDArray le(NDArray b) {
        return Comparison.compare(Relation.LESS_EQUAL, this, b);
    }

    /**
     * Tests whether each element is equal to its counterpart in an array, {@code a == b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Tests whether each element is equal to a scalar")
    public NDArray eq(NDArray b) {
        return Comparison.compare(Relation.EQUAL, this, b);
    }

    /**
     * Tests whether each element differs from its counterpart in an array, {@code a != b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; true where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    @WithNumber(summary = "Tests whether each element differs from a scalar")
    public NDArray ne(NDArray b) {
        return Comparison.compare(Relation.NOT_EQUAL, this, b);
    }

    /**
     * Computes the logical and of truth values, or the bitwise and of integers, {@code a & b}.
     *
     * @param b the other operand, an array of integers or bool, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if an operand has floating-point numbers: {@code ufunc 'bitwise_and' not
     *     supported for the input types, …}
     */
    @WithNumber(summary = "Computes the bitwise and with a scalar")
    public NDArray and(NDArray b) {
        return Elementwise.apply(BinaryFunction.BITWISE_AND, this, b);
    }

    /**
     * Computes the logical or of truth values, or the bitwise or of integers, {@code a | b}.
     *
     * @param b the other operand, an array of integers or bool, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if an operand has floating-point numbers: {@code ufunc 'bitwise_or' not
     *     supported for the input types, …}
     */
    @WithNumber(summary = "Computes the bitwise or with a scalar")
    public NDArray or(NDArray b) {
        return Elementwise.apply(BinaryFunction.BITWISE_OR, this, b);
    }

    /**
     * Computes the exclusive or of truth values, or of the bits of integers, {@code a ^ b}.
     *
     * @param b the other operand, an array of integers or bool, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException if an operand has floating-point numbers: {@code ufunc 'bitwise_xor' not
     *     supported for the input types, …}
     */
    @WithNumber(summary = "Computes the bitwise exclusive or with a scalar")
    public NDArray xor(NDArray b) {
        return Elementwise.apply(BinaryFunction.BITWISE_XOR, this, b);
    }

    /**
     * Inverts truth values, or the bits of integers, {@code ~a}.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if this array has floating-point numbers: {@code ufunc 'invert' not
     *     supported for the input types, …}
     */
    public NDArray not() {
        return Elementwise.apply(UnaryFunction.INVERT, this);
    }

    /**
     * Tests whether any element is true, that is not 0, {@code a.any()}.
     *
     * @return a 0-d array of bool; false if there are no elements
     */
    public NDArray any() {
        return Quantifiers.any(this);
    }

    /**
     * Tests whether any element along an axis is true, {@code a.any(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of bool without that axis; false if there are no elements
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray any(int axis) {
        return Quantifiers.any(this, axis, false);
    }

    /**
     * Tests whether any element is true, with options, {@code a.any(axis, out=out, keepdims=keepDims, where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of bool, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation logical_or has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or
     *     mask have another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _any() got an unexpected keyword argument 'initial'}
     */
    public NDArray any(ReductionOptions options) {
        options.arguments().checkTaken("_any", "where", "out");
        return Quantifiers.any(this, options);
    }

    /**
     * Tests whether all elements are true, that is not 0, {@code a.all()}.
     *
     * @return a 0-d array of bool; true if there are no elements
     */
    public NDArray all() {
        return Quantifiers.all(this);
    }

    /**
     * Tests whether all elements along an axis are true, {@code a.all(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of bool without that axis; true if there are no elements
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray all(int axis) {
        return Quantifiers.all(this, axis, false);
    }

    /**
     * Tests whether all elements are true, with options, {@code a.all(axis, out=out, keepdims=keepDims, where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of bool, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation logical_and has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or
     *     mask have another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _all() got an unexpected keyword argument 'initial'}
     */
    public NDArray all(ReductionOptions options) {
        options.arguments().checkTaken("_all", "where", "out");
        return Quantifiers.all(this, options);
    }

    /**
     * Tests whether all elements are close to those of another array by {@link Logic#isClose(NDArray, NDArray)
     * Logic.isClose}, {@code np.allclose(a, b)}.
     *
     * @param b the other array, broadcast; the relative tolerance refers to its elements
     * @return true if all elements are close
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public boolean allClose(NDArray b) {
        return allClose(b, Closeness.RTOL, Closeness.ATOL);
    }

    /**
     * Tests whether all elements are close to those of another array, {@code np.allclose(a, b, rtol, atol)}: the
     * difference is at most {@code atol + rtol * |b|}. Equal infinities are close; NaN is close to nothing.
     *
     * @param b the other array, broadcast; the relative tolerance refers to its elements
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @return true if all elements are close
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public boolean allClose(NDArray b, double rtol, double atol) {
        return allClose(b, rtol, atol, false);
    }

    /**
     * Works like {@link #allClose(NDArray, double, double)}, {@code np.allclose(a, b, rtol, atol, equal_nan)}.
     *
     * @param b the other array, broadcast; the relative tolerance refers to its elements
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @param equalNaN whether NaN is close to NaN
     * @return true if all elements are close
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public boolean allClose(NDArray b, double rtol, double atol, boolean equalNaN) {
        return Closeness.allClose(this, b, rtol, atol, equalNaN);
    }

    // Linear algebra

    /**
     * Computes the dot product, {@code np.dot(a, b)}. Two vectors give a scalar, two matrices the matrix product. With
     * more axes, it sums over the last axis of this array and the last but one of {@code b}. With a 0-d array, it
     * multiplies.
     *
     * @param b the right operand
     * @return a new array of the promoted dtype with the shape {@code a.shape[:-1] + b.shape[:-2] + b.shape[-1:]}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public NDArray dot(NDArray b) {
        return Dot.dot(this, b);
    }

    /**
     * Writes the result of {@link #dot(NDArray)} into an array, {@code np.dot(a, b, out)}.
     *
     * @param b the right operand
     * @param out receives the result; it has the result's shape and dtype, in C order without gaps
     * @return {@code out}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)},
     *     {@code output array is read-only}, {@code output array is not acceptable (must have the right datatype,
     *     number of dimensions, and be a C-Array)}, or {@code output array has wrong dimensions}
     */
    public NDArray dot(NDArray b, NDArray out) {
        return Dot.dot(this, b, out);
    }

    /**
     * Returns the product of the matrices in the last two axes, {@code a @ b}; all other axes are broadcast. A vector
     * counts as a row on the left and as a column on the right, and the result does not have its axis of length 1. For
     * vectors and matrices it is the same as {@link #dot(NDArray) dot}.
     *
     * <pre>{@code
     * NDArray a = NDArray.ones(2, 3, 4);
     * NDArray b = NDArray.ones(2, 4, 5);
     * System.out.println(a.matmul(b).shape() + ", and of dot " + a.dot(b).shape());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * (2, 3, 5), and of dot (2, 3, 2, 5)
     * }</pre>
     *
     * @param b the right operand, of at least one axis, as this array
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code matmul: Input operand 1 has a mismatch in its core dimension 0, …},
     *     {@code matmul: Input operand 0 does not have enough dimensions …}, or {@code operands could not be broadcast
     *     together with remapped shapes …}
     */
    public NDArray matmul(NDArray b) {
        return Dot.matmul(this, b);
    }

    /**
     * Computes the sum of the main diagonal of the first two axes, {@code a.trace()}.
     *
     * @return a new array without the two axes, with the dtype of {@link #sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray trace() {
        return trace(0);
    }

    /**
     * Computes the sum of a diagonal of the first two axes, {@code a.trace(offset)}.
     *
     * @param offset which diagonal: 0 is the main one, 1 the one above, -1 the one below
     * @return a new array without the two axes, with the dtype of {@link #sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray trace(int offset) {
        return trace(offset, 0, 1);
    }

    /**
     * Computes the sum of a diagonal of two axes, {@code a.trace(offset, axis1, axis2)}.
     *
     * @param offset which diagonal: 0 is the main one, 1 the one above, -1 the one below
     * @param axis1 the axis of the rows; a negative one counts from the end
     * @param axis2 the axis of the columns; a negative one counts from the end
     * @return a new array without the two axes, with the dtype of {@link #sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}, or {@code axis1 and
     *     axis2 cannot be the same}
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray trace(int offset, int axis1, int axis2) {
        return diagonal(offset, axis1, axis2).sum(-1);
    }

    // Sorting and searching

    /**
     * Sorts the elements in place along the last axis, {@code a.sort()}.
     *
     * @return this array
     * @throws IllegalArgumentException {@code sort array is read-only}
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    @SuppressWarnings("AmbiguousMethodReference") // NumPy's names: a.sort() and np.sort(a)
    public NDArray sort() {
        return sort(-1);
    }

    /**
     * Sorts the elements in place along an axis, {@code a.sort(axis, kind='stable')}. Equal elements keep their order,
     * and NaN comes last.
     *
     * @param axis the axis; a negative one counts from the end
     * @return this array
     * @throws IllegalArgumentException {@code sort array is read-only}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference") // NumPy's names: a.sort() and np.sort(a)
    public NDArray sort(int axis) {
        return Ordering.sort(this, axis);
    }

    /**
     * Returns a sorted copy, {@code np.sort(a)}, in the order of {@link #sort()}.
     *
     * @param a the array
     * @return a new array with the same shape and dtype
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray sort(NDArray a) {
        return sort(a, -1);
    }

    /**
     * Returns a sorted copy, {@code np.sort(a, axis)}, in the order of {@link #sort(int)}.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array with the same shape and dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray sort(NDArray a, int axis) {
        Axes.check(axis, a.ndim());
        return Ordering.sort(a.copy(), axis);
    }

    /**
     * Returns all elements, sorted, {@code np.sort(a, axis=None)}.
     *
     * @param a the array
     * @return a new 1-d array of the same dtype
     */
    public static NDArray sortFlat(NDArray a) {
        return a.flatten().sort();
    }

    /**
     * Returns the positions that sort the array along the last axis, {@code a.argsort()}.
     *
     * @return a new array of int64 with this shape; a 0-d array gives the shape (1,)
     */
    public NDArray argsort() {
        return argsort(-1);
    }

    /**
     * Returns the positions that sort the array along an axis, {@code a.argsort(axis, kind='stable')}. Positions of
     * equal elements ascend, and positions of NaN come last.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 with this shape; a 0-d array gives the shape (1,)
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argsort(int axis) {
        return Ordering.argsort(this, axis);
    }

    /**
     * Returns the positions in C order that sort all elements, {@code a.argsort(None, kind='stable')}.
     *
     * @return a new 1-d array of int64
     */
    public NDArray argsortFlat() {
        return ravel().argsort();
    }

    /**
     * Partitions the elements in place along the last axis, {@code a.partition(kth)}. The element at {@code kth} is the
     * one that sorting would put there; no element before it is greater, and none after it is less. The order on either
     * side is open, but the same for the same elements.
     *
     * @param kth the place of the element; a negative one counts from the end
     * @return this array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}, or {@code partition array is read-only}
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    @SuppressWarnings("AmbiguousMethodReference") // NumPy's names: a.partition() and np.partition(a)
    public NDArray partition(int kth) {
        return partition(kth, -1);
    }

    /**
     * Partitions the elements in place along an axis, {@code a.partition(kth, axis)}, as {@link #partition(int)} does.
     *
     * @param kth the place of the element; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return this array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}, or {@code partition array is read-only}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference") // NumPy's names: a.partition() and np.partition(a)
    public NDArray partition(int kth, int axis) {
        return Ordering.partition(this, axis, kth);
    }

    /**
     * Works like {@link #partition(int, int)}, for several positions at once, {@code a.partition(kth, axis)}.
     *
     * @param kth the positions; negative ones count from the end
     * @param axis the axis; a negative one counts from the end
     * @return this array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}, or {@code partition array is read-only}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference") // NumPy's names: a.partition() and np.partition(a)
    public NDArray partition(int[] kth, int axis) {
        return Ordering.partition(this, axis, kth);
    }

    /**
     * Returns a partitioned copy along the last axis, {@code np.partition(a, kth)}: the element at position {@code kth}
     * is where it would be if the line were sorted; no element before it is greater and none after it is less.
     *
     * @param a the array
     * @param kth the position; a negative one counts from the end
     * @return a new array of the same shape and dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray partition(NDArray a, int kth) {
        return partition(a, new int[] {kth}, -1);
    }

    /**
     * Works like {@link #partition(NDArray, int)}, along an axis, {@code np.partition(a, kth, axis)}.
     *
     * @param a the array
     * @param kth the position; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape and dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray partition(NDArray a, int kth, int axis) {
        return partition(a, new int[] {kth}, axis);
    }

    /**
     * Works like {@link #partition(NDArray, int, int)}, for several positions at once.
     *
     * @param a the array
     * @param kth the positions; negative ones count from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of the same shape and dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray partition(NDArray a, int[] kth, int axis) {
        return a.copy().partition(kth, axis);
    }

    /**
     * Returns all elements, partitioned, {@code np.partition(a, kth, axis=None)}, as {@link #partition(NDArray, int)}
     * does with a vector.
     *
     * @param a the array
     * @param kth the position in the result; a negative one counts from the end
     * @return a new 1-d array of the same dtype
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     */
    public static NDArray partitionFlat(NDArray a, int kth) {
        return a.flatten().partition(kth);
    }

    /**
     * Returns the positions that partition the array along the last axis, {@code a.argpartition(kth)}.
     *
     * @param kth the place of the element; a negative one counts from the end
     * @return a new array of int64 with this shape; a 0-d array gives the shape (1,)
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     */
    public NDArray argpartition(int kth) {
        return argpartition(kth, -1);
    }

    /**
     * Returns the positions that partition the array along an axis, {@code a.argpartition(kth, axis)}.
     *
     * @param kth the place of the element; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 with this shape; a 0-d array gives the shape (1,)
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argpartition(int kth, int axis) {
        return Ordering.argpartition(this, axis, kth);
    }

    /**
     * Returns the positions in C order that partition all elements, {@code a.argpartition(kth, None)}.
     *
     * @param kth the place of the element; a negative one counts from the end
     * @return a new 1-d array of int64
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     */
    public NDArray argpartitionFlat(int kth) {
        return ravel().argpartition(kth);
    }

    /**
     * Returns where to insert values into this sorted array, before all equal elements, {@code a.searchsorted(values)}.
     *
     * @param values the values, an array of any shape
     * @return a new array of int64 with the shape of the values
     * @throws IllegalArgumentException {@code object too deep for desired array} or {@code object of too small depth
     *     for desired array}, if this array is not 1-d
     */
    public NDArray searchsorted(NDArray values) {
        return searchsorted(values, Side.LEFT);
    }

    /**
     * Returns where to insert values into this sorted array, {@code a.searchsorted(values, side)}.
     *
     * @param values the values, an array of any shape
     * @param side the side of equal elements on which a value is inserted
     * @return a new array of int64 with the shape of the values
     * @throws IllegalArgumentException {@code object too deep for desired array} or {@code object of too small depth
     *     for desired array}, if this array is not 1-d
     */
    public NDArray searchsorted(NDArray values, Side side) {
        return BinarySearch.search(this, values, Objects.requireNonNull(side, "side") == Side.RIGHT);
    }

    /**
     * Works like {@link #searchsorted(NDArray, Side)} if this array is not sorted itself but by positions, which
     * {@link #argsort() argsort} returns, {@code a.searchsorted(v, side, sorter)}.
     *
     * @param values the values, of any shape
     * @param side the side of equal elements
     * @param sorter the positions that sort this array, one for each element
     * @return a new array of int64, of the shape of the values
     * @throws IllegalArgumentException {@code sorter.size must equal a.size} or {@code Sorter index out of range.}
     * @throws UnsupportedOperationException {@code sorter must only contain integers} or {@code could not parse sorter
     *     argument}
     */
    public NDArray searchsorted(NDArray values, Side side, NDArray sorter) {
        return BinarySearch.search(this, values, Objects.requireNonNull(side, "side") == Side.RIGHT, sorter);
    }

    /**
     * Returns the position in C order of the first largest element, or of the first NaN, {@code a.argmax()}.
     *
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}
     */
    public NDArray argmax() {
        return Searching.argmax(ndim() == 1 ? this : reshape(-1), 0, false);
    }

    /**
     * Returns the position along an axis of the first largest element, or of the first NaN, {@code a.argmax(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argmax(int axis) {
        return Searching.argmax(this, axis, false);
    }

    /**
     * Returns the position of the first largest element, or of the first NaN, with options, {@code a.argmax(axis,
     * out=out, keepdims=keepDims)}.
     *
     * @param options one axis, or none for the position in C order; whether it stays; an output of integers or bool
     * @return a new array of int64, or the output
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}, or {@code output array does
     *     not match result of np.argmax.}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code argmax() got an unexpected keyword argument 'where'}; {@code 'tuple'
     *     object cannot be interpreted as an integer} for several axes; {@code Cannot cast array data from
     *     dtype('float64') to dtype('int64') according to the rule 'safe'} for an output of floats
     */
    public NDArray argmax(ReductionOptions options) {
        return Searching.argmax(this, options);
    }

    /**
     * Returns the position in C order of the first smallest element, or of the first NaN, {@code a.argmin()}.
     *
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}
     */
    public NDArray argmin() {
        return Searching.argmin(reshape(-1), 0, false);
    }

    /**
     * Returns the position along an axis of the first smallest element, or of the first NaN, {@code a.argmin(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argmin(int axis) {
        return Searching.argmin(this, axis, false);
    }

    /**
     * Returns the position of the first smallest element, or of the first NaN, with options, {@code a.argmin(axis,
     * out=out, keepdims=keepDims)}.
     *
     * @param options one axis, or none for the position in C order; whether it stays; an output of integers or bool
     * @return a new array of int64, or the output
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}, or {@code output array does
     *     not match result of np.argmin.}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code argmin() got an unexpected keyword argument 'where'}; {@code 'tuple'
     *     object cannot be interpreted as an integer} for several axes; {@code Cannot cast array data from
     *     dtype('float64') to dtype('int64') according to the rule 'safe'} for an output of floats
     */
    public NDArray argmin(ReductionOptions options) {
        return Searching.argmin(this, options);
    }

    /**
     * Returns the positions of the elements that are not 0, {@code a.nonzero()}.
     *
     * @return one array of int64 for each axis; {@link #get(NDArray...)} takes them
     * @throws IllegalArgumentException {@code Calling nonzero on 0d arrays is not allowed. Use
     *     np.atleast_1d(scalar).nonzero() instead.}
     */
    public NDArray[] nonzero() {
        return NonZero.byAxis(this);
    }

    /**
     * Takes elements of x where the condition is true, and of y where it is false, {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the elements where the condition is true, broadcast
     * @param y the elements where the condition is false, broadcast
     * @return a new array of the promoted dtype of x and y
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}
     */
    public static NDArray where(NDArray condition, NDArray x, NDArray y) {
        return Where.where(condition, x, y);
    }

    /**
     * Writes the result of {@link #where(NDArray, NDArray, NDArray)} into an array. NumPy's {@code where} has no such
     * form.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the elements where the condition is true, broadcast
     * @param y the elements where the condition is false, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()
     *     (2,3)}, or {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'where' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public static NDArray where(NDArray condition, NDArray x, NDArray y, NDArray out) {
        return Where.where(condition, x, y, out);
    }

    /**
     * Takes elements of an array where the condition is true, and a scalar where it is false,
     * {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the elements where the condition is true, broadcast
     * @param y the weak scalar where the condition is false
     * @return a new array of float32 if x is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}
     */
    public static NDArray where(NDArray condition, NDArray x, double y) {
        return where(condition, x, Casting.weak(y, x.dtype()));
    }

    /**
     * Takes elements of an array where the condition is true, and a scalar where it is false,
     * {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the elements where the condition is true, broadcast
     * @param y the weak scalar where the condition is false
     * @return a new array of int64 if x is bool, otherwise of the dtype of x
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}, or
     *     {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray where(NDArray condition, NDArray x, long y) {
        return where(condition, x, Casting.weak(y, x.dtype()));
    }

    /**
     * Takes a scalar where the condition is true, and elements of an array where it is false,
     * {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the weak scalar where the condition is true
     * @param y the elements where the condition is false, broadcast
     * @return a new array of float32 if y is float32, otherwise of float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) () (4,)}
     */
    public static NDArray where(NDArray condition, double x, NDArray y) {
        return where(condition, Casting.weak(x, y.dtype()), y);
    }

    /**
     * Takes a scalar where the condition is true, and elements of an array where it is false,
     * {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the weak scalar where the condition is true
     * @param y the elements where the condition is false, broadcast
     * @return a new array of int64 if y is bool, otherwise of the dtype of y
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) () (4,)}, or
     *     {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray where(NDArray condition, long x, NDArray y) {
        return where(condition, Casting.weak(x, y.dtype()), y);
    }

    /**
     * Takes one scalar where the condition is true, and another where it is false, {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the element where the condition is true
     * @param y the element where the condition is false
     * @return a new array of float64 with the condition's shape
     */
    public static NDArray where(NDArray condition, double x, double y) {
        return where(condition, scalar(x), scalar(y));
    }

    /**
     * Takes one scalar where the condition is true, and another where it is false, {@code np.where(condition, x, y)}.
     *
     * @param condition the condition; 0 is false, and every other number is true, NaN included
     * @param x the element where the condition is true
     * @param y the element where the condition is false
     * @return a new array of int64 with the condition's shape
     */
    public static NDArray where(NDArray condition, long x, long y) {
        return where(condition, scalar(x), scalar(y));
    }

    // Sums and statistics

    /**
     * Computes the sum of all elements, {@code a.sum()}.
     *
     * @return a 0-d array of int64 for bool and uint8 (NumPy: uint64 for uint8), otherwise of this dtype. Floats are
     *     added in NumPy's order, so the result is NumPy's to the bit
     */
    public NDArray sum() {
        return Reduction.reduce(Fold.SUM.of(dtype()), this);
    }

    /**
     * Computes the sum along an axis, {@code a.sum(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of int64 for bool and uint8 (NumPy: uint64 for uint8), otherwise of this
     *     dtype. Floats are added in NumPy's order, so the result is NumPy's to the bit
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray sum(int axis) {
        return Reduction.reduce(Fold.SUM.of(dtype()), this, axis, false);
    }

    /**
     * Computes the sum with options, {@code a.sum(axis, out=out, keepdims=keepDims, initial=initial, where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of int64 for bool and uint8, otherwise of this dtype; NumPy's to the bit, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation add has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask have
     *     another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _sum() got an unexpected keyword argument 'ddof'}
     */
    public NDArray sum(ReductionOptions options) {
        options.arguments().checkTaken("_sum", "where", "initial", "out");
        return MaskedReduction.reduce(Fold.SUM, this, options);
    }

    /**
     * Computes the product of all elements, {@code a.prod()}.
     *
     * @return a 0-d array of int64 for bool and uint8 (NumPy: uint64 for uint8), otherwise of this dtype
     */
    public NDArray prod() {
        return Reduction.reduce(Fold.PRODUCT.of(dtype()), this);
    }

    /**
     * Computes the product along an axis, {@code a.prod(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of int64 for bool and uint8 (NumPy: uint64 for uint8), otherwise of this
     *     dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray prod(int axis) {
        return Reduction.reduce(Fold.PRODUCT.of(dtype()), this, axis, false);
    }

    /**
     * Computes the product with options, {@code a.prod(axis, out=out, keepdims=keepDims, initial=initial, where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of int64 for bool and uint8, otherwise of this dtype, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation multiply has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask
     *     have another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _prod() got an unexpected keyword argument 'ddof'}
     */
    public NDArray prod(ReductionOptions options) {
        options.arguments().checkTaken("_prod", "where", "initial", "out");
        return MaskedReduction.reduce(Fold.PRODUCT, this, options);
    }

    /**
     * Computes the cumulative sum of all elements in C order, {@code a.cumsum()}.
     *
     * @return a new 1-d array of int64 for bool and uint8, otherwise of this dtype
     */
    public NDArray cumsum() {
        return Cumulation.sum(reshape(-1), 0);
    }

    /**
     * Writes the result of {@link #cumsum()} into an array, {@code a.cumsum(out=out)}. As in NumPy, it is computed in
     * the dtype to which those of this array and the output are promoted, and then converted.
     *
     * @param out receives the result; it may share memory with this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code provided out is the wrong size for the accumulation.}
     */
    public NDArray cumsum(NDArray out) {
        return Cumulation.accumulate(Fold.SUM, reshape(-1), 0, out);
    }

    /**
     * Computes the cumulative sum along an axis, {@code a.cumsum(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape, of int64 for bool and uint8, otherwise of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray cumsum(int axis) {
        return Cumulation.sum(this, axis);
    }

    /**
     * Writes the result of {@link #cumsum(int)} into an array, {@code a.cumsum(axis, out=out)}. As in NumPy, it is
     * computed in the dtype to which those of this array and the output are promoted, and then converted.
     *
     * @param axis the axis; a negative one counts from the end
     * @param out receives the result; it has this shape and may share memory with this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code provided out is the wrong size for the accumulation.}, or {@code operands
     *     could not be broadcast together with remapped shapes [original->remapped]: (3,3)->(3,3) (2,3)->(2,3)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray cumsum(int axis, NDArray out) {
        return Cumulation.accumulate(Fold.SUM, this, axis, out);
    }

    /**
     * Computes the cumulative product of all elements in C order, {@code a.cumprod()}.
     *
     * @return a new 1-d array of int64 for bool and uint8, otherwise of this dtype
     */
    public NDArray cumprod() {
        return Cumulation.product(reshape(-1), 0);
    }

    /**
     * Writes the result of {@link #cumprod()} into an array, {@code a.cumprod(out=out)}. As in NumPy, it is computed in
     * the dtype to which those of this array and the output are promoted, and then converted.
     *
     * @param out receives the result; it may share memory with this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code provided out is the wrong size for the accumulation.}
     */
    public NDArray cumprod(NDArray out) {
        return Cumulation.accumulate(Fold.PRODUCT, reshape(-1), 0, out);
    }

    /**
     * Computes the cumulative product along an axis, {@code a.cumprod(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape, of int64 for bool and uint8, otherwise of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray cumprod(int axis) {
        return Cumulation.product(this, axis);
    }

    /**
     * Writes the result of {@link #cumprod(int)} into an array, {@code a.cumprod(axis, out=out)}. As in NumPy, it is
     * computed in the dtype to which those of this array and the output are promoted, and then converted.
     *
     * @param axis the axis; a negative one counts from the end
     * @param out receives the result; it has this shape and may share memory with this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code provided out is the wrong size for the accumulation.}, or {@code operands
     *     could not be broadcast together with remapped shapes [original->remapped]: (3,3)->(3,3) (2,3)->(2,3)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray cumprod(int axis, NDArray out) {
        return Cumulation.accumulate(Fold.PRODUCT, this, axis, out);
    }

    /**
     * Returns the largest element, {@code a.max()}.
     *
     * @return a 0-d array of this dtype; NaN if an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public NDArray max() {
        return Reduction.reduce(Fold.MAXIMUM.of(dtype()), this);
    }

    /**
     * Returns the largest element along an axis, {@code a.max(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this dtype without that axis; NaN where an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray max(int axis) {
        return Reduction.reduce(Fold.MAXIMUM.of(dtype()), this, axis, false);
    }

    /**
     * Returns the largest element with options, {@code a.max(axis, out=out, keepdims=keepDims, initial=initial,
     * where=mask)}. Only with an initial number may there be no elements, or a mask.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of this dtype; NaN where an element is NaN, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation maximum has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask
     *     have another shape, {@code zero-size array to reduction operation maximum which has no identity}, or
     *     {@code reduction operation 'maximum' does not have an identity, so to use a where mask one has to specify
     *     'initial'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _amax() got an unexpected keyword argument 'ddof'}
     */
    public NDArray max(ReductionOptions options) {
        options.arguments().checkTaken("_amax", "where", "initial", "out");
        return MaskedReduction.reduce(Fold.MAXIMUM, this, options);
    }

    /**
     * Returns the smallest element, {@code a.min()}.
     *
     * @return a 0-d array of this dtype; NaN if an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public NDArray min() {
        return Reduction.reduce(Fold.MINIMUM.of(dtype()), this);
    }

    /**
     * Returns the smallest element along an axis, {@code a.min(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this dtype without that axis; NaN where an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray min(int axis) {
        return Reduction.reduce(Fold.MINIMUM.of(dtype()), this, axis, false);
    }

    /**
     * Returns the smallest element with options, {@code a.min(axis, out=out, keepdims=keepDims, initial=initial,
     * where=mask)}. Only with an initial number may there be no elements, or a mask.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of this dtype; NaN where an element is NaN, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation minimum has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask
     *     have another shape, {@code zero-size array to reduction operation minimum which has no identity}, or
     *     {@code reduction operation 'minimum' does not have an identity, so to use a where mask one has to specify
     *     'initial'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _amin() got an unexpected keyword argument 'ddof'}
     */
    public NDArray min(ReductionOptions options) {
        options.arguments().checkTaken("_amin", "where", "initial", "out");
        return MaskedReduction.reduce(Fold.MINIMUM, this, options);
    }

    /**
     * Computes the largest element less the smallest, {@code np.ptp(a)}.
     *
     * @return a 0-d array of this dtype; NaN if an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws UnsupportedOperationException if this array is bool: {@code numpy boolean subtract, the `-` operator, is
     *     not supported, …}
     */
    public NDArray ptp() {
        return max().sub(min());
    }

    /**
     * Computes the largest element less the smallest along an axis, {@code np.ptp(a, axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this dtype without that axis; NaN where an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if this array is bool: {@code numpy boolean subtract, the `-` operator, is
     *     not supported, …}
     */
    public NDArray ptp(int axis) {
        return max(axis).sub(min(axis));
    }

    /**
     * Computes the largest element less the smallest along an axis, {@code np.ptp(a, axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays in the result, with length 1
     * @return a new array of this dtype; NaN where an element is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if this array is bool: {@code numpy boolean subtract, the `-` operator, is
     *     not supported, …}
     */
    public NDArray ptp(int axis, boolean keepDims) {
        return max(axis, keepDims).sub(min(axis, keepDims));
    }

    /**
     * Computes the largest element less the smallest with options, {@code np.ptp(a, axis, out=out, keepdims=keepDims)}.
     *
     * @param options the axes, whether they stay, and an output
     * @return a new array of this dtype, or the output; NaN where an element is NaN
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, {@code output parameter for reduction
     *     operation maximum has the wrong number of dimensions: Found 2 but expected 1}, or {@code zero-size array to
     *     reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException {@code ptp() got an unexpected keyword argument 'where'}, or if this array
     *     and the output are bool: {@code numpy boolean subtract, the `-` operator, is not supported, …}
     */
    public NDArray ptp(ReductionOptions options) {
        ReductionArguments<NDArray> arguments = options.arguments();
        arguments.checkTaken("ptp", "out");
        NDArray out = arguments.out();
        if (dtype() == DType.BOOL && (out == null || out.dtype() == DType.BOOL)) {
            return sub(this); // throws with NumPy's words
        }
        NDArray smallest = min(new ReductionOptions(arguments.ofMeans(arguments.keepDims())));
        return out == null ? max(options).sub(smallest) : max(options).sub(smallest, out);
    }

    /**
     * Computes the mean of all elements, {@code a.mean()}.
     *
     * @return a 0-d array of float32 for float32, otherwise of float64. Floats are added in NumPy's order
     */
    public NDArray mean() {
        return Reduction.mean(this);
    }

    /**
     * Computes the mean along an axis, {@code a.mean(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64. Floats are added in NumPy's
     *     order
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray mean(int axis) {
        return Reduction.mean(this, axis, false);
    }

    /**
     * Computes the mean with options, {@code a.mean(axis, out=out, keepdims=keepDims, where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of float32 for float32, otherwise of float64; NaN where there are no elements, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation add has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask have
     *     another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _mean() got an unexpected keyword argument 'initial'}
     */
    public NDArray mean(ReductionOptions options) {
        options.arguments().checkTaken("_mean", "where", "out");
        return MaskedReduction.mean(this, options);
    }

    /**
     * Computes the variance of all elements, {@code a.var()}: the mean of their squared distances from the mean.
     *
     * @return a 0-d array of float32 for float32, otherwise of float64; NaN if there are no elements. Floats are added
     *     in NumPy's order
     */
    public NDArray var() {
        return Variance.variance(this);
    }

    /**
     * Computes the variance along an axis, {@code a.var(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64; NaN if there are no
     *     elements. Floats are added in NumPy's order
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int axis) {
        return Variance.variance(this, axis, false);
    }

    /**
     * Computes the variance with options, {@code a.var(axis, out=out, ddof=ddof, keepdims=keepDims, where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of float32 for float32, otherwise of float64; NaN where there are no elements, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation add has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask have
     *     another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _var() got an unexpected keyword argument 'initial'}
     */
    public NDArray var(ReductionOptions options) {
        options.arguments().checkTaken("_var", "where", "ddof", "out");
        return Variance.variance(this, options);
    }

    /**
     * Computes the standard deviation of all elements, {@code a.std()}: the square root of their variance.
     *
     * @return a 0-d array of float32 for float32, otherwise of float64; NaN if there are no elements. Floats are added
     *     in NumPy's order
     */
    public NDArray std() {
        return Variance.standardDeviation(this);
    }

    /**
     * Computes the standard deviation along an axis, {@code a.std(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, otherwise of float64; NaN if there are no
     *     elements. Floats are added in NumPy's order
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int axis) {
        return Variance.standardDeviation(this, axis, false);
    }

    /**
     * Computes the standard deviation with options, {@code a.std(axis, out=out, ddof=ddof, keepdims=keepDims,
     * where=mask)}.
     *
     * @param options the axes, the elements that are taken, and what else NumPy's function takes
     * @return a new array of float32 for float32, otherwise of float64; NaN where there are no elements, or the output
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code output parameter for reduction
     *     operation add has the wrong number of dimensions: Found 2 but expected 1} and likewise if output or mask have
     *     another shape
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException if the mask is not bool: {@code Cannot cast array data from dtype('int64')
     *     to dtype('bool') according to the rule 'safe'}; {@code _std() got an unexpected keyword argument 'initial'}
     */
    public NDArray std(ReductionOptions options) {
        options.arguments().checkTaken("_std", "where", "ddof", "out");
        return Variance.standardDeviation(this, options);
    }

    // Conversion

    /**
     * Copies this array to another dtype, {@code a.astype(dtype)}. Fractions are cut off towards 0, uint8 takes
     * integers modulo 256, and bool is false for 0 only. NaN and floats out of range give what NumPy gives on x86-64:
     * the smallest value of int64, and 0 of uint8 for a number that int32 cannot hold.
     *
     * @param dtype the dtype
     * @return a new array in C order
     */
    public NDArray astype(DType dtype) {
        return Casting.astype(this, dtype);
    }

    /**
     * Rounds the numbers to half precision, {@code a.astype(np.float16)}: 11 binary digits, at most 65504, infinite
     * beyond (IEEE 754, binary16; a tie goes to the even neighbour).
     *
     * <pre>{@code
     * System.out.println(NDArray.of(0.1, 1234.567, 70000).roundToFloat16());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [9.99755859e-02 1.23500000e+03            inf]
     * }</pre>
     *
     * @return a new array of float32 for float32, otherwise of float64
     */
    public NDArray roundToFloat16() {
        NDArray rounded = astype(ResultTypes.floating(dtype()));
        HalfPrecision.round(rounded.storage(), rounded.size());
        return rounded;
    }

    /**
     * Returns the only element of an array, {@code a.item()}. {@link #asLong asLong} gives an int64 without rounding.
     *
     * <pre>{@code
     * System.out.println(NDArray.of(new double[][] {{2.5}}).item());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 2.5
     * }</pre>
     *
     * @return the element; true is 1
     * @throws IllegalArgumentException {@code can only convert an array of size 1 to a Java scalar}
     */
    public double item() {
        if (size() != 1) {
            throw new IllegalArgumentException("can only convert an array of size 1 to a Java scalar");
        }
        return storage().getDouble(layout().offset());
    }

    /**
     * Returns the arrays along the first axis, for a loop over them: {@code for row in a}. An array that changes them
     * changes this one.
     *
     * <pre>{@code
     * for (NDArray row : NDArray.arange(6).reshape(2, 3).rows()) {
     *     System.out.println(row.sum());
     * }
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * 3
     * 12
     * }</pre>
     *
     * @return the views {@code a[0]}, {@code a[1]} and so on, unmodifiable; of a 1-d array, copies of its elements as
     *     0-d arrays. Each is made when it is asked for
     * @throws UnsupportedOperationException {@code iteration over a 0-d array}
     */
    public List<NDArray> rows() {
        if (ndim() == 0) {
            throw new UnsupportedOperationException("iteration over a 0-d array");
        }
        return new AbstractList<>() {
            @Override
            public NDArray get(int row) {
                return NDArray.this.get(Objects.checkIndex(row, size()));
            }

            @Override
            public int size() {
                return shape(0);
            }
        };
    }

    /**
     * Returns the element of a 0-d array, {@code float(a)}.
     *
     * @return the element; true is 1
     * @throws UnsupportedOperationException {@code only 0-dimensional arrays can be converted to Java scalars}
     */
    public double asDouble() {
        checkScalar();
        return getDouble();
    }

    /**
     * Returns the element of a 0-d array as an integer, {@code int(a)}.
     *
     * @return the element without its fraction; true is 1
     * @throws UnsupportedOperationException {@code only 0-dimensional arrays can be converted to Java scalars}
     * @throws IllegalArgumentException {@code cannot convert float NaN to integer}, {@code cannot convert float
     *     infinity to integer}, or {@code float 1.0E30 out of bounds for int64}
     */
    public long asLong() {
        checkScalar();
        return getLong();
    }

    /**
     * Returns the element of a 0-d array as an integer, {@code int(a)}.
     *
     * @return the element without its fraction; true is 1
     * @throws UnsupportedOperationException {@code only 0-dimensional arrays can be converted to Java scalars}
     * @throws IllegalArgumentException {@code integer 3000000000 out of bounds for int}, or {@code cannot convert float
     *     NaN to integer}
     */
    public int asInt() {
        return JavaArrays.checkInt(asLong());
    }

    /**
     * Returns the truth value of an array of one element, {@code bool(a)}.
     *
     * @return false for 0, true for everything else
     * @throws IllegalArgumentException {@code The truth value of an array with more than one element is ambiguous. Use
     *     a.any() or a.all()}, or {@code The truth value of an empty array is ambiguous. …}
     */
    public boolean asBoolean() {
        if (size() != 1) {
            throw new IllegalArgumentException(
                    size() > 0
                            ? "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()"
                            : "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an"
                                    + " array is not empty.");
        }
        return storage().getDouble(layout().offset()) != 0;
    }

    private void checkScalar() {
        if (ndim() != 0) {
            throw new UnsupportedOperationException("only 0-dimensional arrays can be converted to Java scalars"
                    + (size() == 1 ? "; squeeze() makes one of this" : ""));
        }
    }

    /**
     * Copies the elements in C order to a Java array. Elements of any dtype become float64, as {@link #astype} converts
     * them: an int64 beyond 2^53 is rounded.
     *
     * @return a new array
     */
    public double[] toDoubleArray() {
        return (double[]) lasting(DType.FLOAT64).storage().values();
    }

    /**
     * Copies the elements in C order to a Java array.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not float32; {@link #astype} converts
     */
    public float[] toFloatArray() {
        checkDType("toFloatArray", DType.FLOAT32);
        return (float[]) keep().storage().values();
    }

    /**
     * Copies the elements in C order to a Java array.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not int64; {@link #astype} converts
     */
    public long[] toLongArray() {
        checkDType("toLongArray", DType.INT64);
        return (long[]) keep().storage().values();
    }

    /**
     * Copies the elements in C order to a Java array.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not uint8; {@link #astype} converts
     */
    public byte[] toByteArray() {
        checkDType("toByteArray", DType.UINT8);
        return (byte[]) keep().storage().values();
    }

    /**
     * Copies the elements in C order to a Java array.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not bool; {@link #astype} converts
     */
    public boolean[] toBooleanArray() {
        checkDType("toBooleanArray", DType.BOOL);
        return (boolean[]) keep().storage().values();
    }

    /**
     * Copies the elements in C order to a Java array of {@code int}.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is float32 or float64
     * @throws IllegalArgumentException {@code integer 3000000000 out of bounds for int}
     */
    public int[] toIntArray() {
        return JavaArrays.toIntArray(this);
    }

    private void checkDType(String method, DType wanted) {
        if (dtype() != wanted) {
            throw Errors.wrongDType(method, wanted, dtype());
        }
    }

    // Printing and equality

    /**
     * Returns the text that NumPy prints, {@code str(a)}, character for character.
     *
     * @return for example {@code [0.25 0.4 0.5 ]}
     */
    @Override
    public String toString() {
        return ArrayFormat.str(this);
    }

    /**
     * Returns the text that NumPy prints with the given options, {@code with np.printoptions(…): str(a)}, character for
     * character. A 0-d array is a scalar, and no option changes a scalar.
     *
     * @param options the number of digits, the elements shown, the length of a line
     * @return for example {@code [0.2 0.4 0.5]}
     */
    public String toString(PrintOptions options) {
        return ArrayFormat.str(this, Objects.requireNonNull(options, "options"));
    }

    /**
     * Returns NumPy's representation, {@code repr(a)}, character for character.
     *
     * @return for example {@code array([0.25, 0.4 , 0.5 ])}
     */
    public String repr() {
        return ArrayFormat.repr(this);
    }

    /**
     * Returns NumPy's representation with the given options, {@code with np.printoptions(…): repr(a)}, character for
     * character.
     *
     * @param options the number of digits, the elements shown, the length of a line
     * @return for example {@code array([0.2, 0.4, 0.5])}
     */
    public String repr(PrintOptions options) {
        return ArrayFormat.repr(this, options);
    }

    /**
     * Tests whether the other object is an array with the same dtype, shape and elements. NaN equals NaN here, and 0.0
     * differs from -0.0; {@link #eq(NDArray)} compares as NumPy does.
     *
     * @param other any object
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof NDArray array
                && dtype() == array.dtype()
                && shape().equals(array.shape())
                && JavaArrays.elementsEqual(this, array);
    }

    @Override
    public int hashCode() {
        return 31 * shape().hashCode() + JavaArrays.elementsHash(this);
    }

    // Memory and kernel

    /**
     * Copies this array without gaps, in C order, {@code a.copy()}.
     *
     * @return a new array
     */
    public NDArray copy() {
        return astype(dtype());
    }

    /**
     * Copies this array so that the copy outlives every {@link ArrayScope} and other threads may use it. If no scope is
     * open, this is the same as {@link #copy()}.
     *
     * @return a new array in C order
     * @throws IllegalStateException if the scope of this array is already closed
     */
    public NDArray keep() {
        return lasting(dtype());
    }

    /** Copies the array outside all scopes. */
    private NDArray lasting(DType dtype) {
        if (dtype == dtype()) {
            return ArrayScope.copy(null, this);
        }
        NDArray copy = new NDArray(dtype.primitive().allocate(size()), Layout.contiguous(layout().lengths()));
        Casting.assign(copy, this);
        return copy;
    }

    /**
     * Copies this array and makes the copy read-only, {@code b = a.copy(); b.flags.writeable = False}. Writing to the
     * copy, or to a view of it, is an error, as with {@link #broadcastTo}. Use it for arrays that must not change, such
     * as the weights of a trained network. On the plain kernel, the product of a vector, such as an image, with a
     * finite read-only matrix skips the zeros of the vector.
     *
     * <pre>{@code
     * NDArray a = NDArray.arange(3).readOnlyCopy();
     * System.out.println(a + ", writeable: " + a.isWriteable());
     * }</pre>
     *
     * prints
     *
     * <pre>{@code
     * [0 1 2], writeable: false
     * }</pre>
     *
     * @return a new array in C order
     */
    public NDArray readOnlyCopy() {
        NDArray copy = copy();
        return new NDArray(copy.elements, dtype(), Constancy.of(copy.elements.storage()), copy.scope);
    }

    /**
     * Returns which loops all arrays use for matrix products and other operations: {@code plain} loops, which run
     * everywhere, or {@code vector} loops. The latter use the Vector API and need {@code java --add-modules
     * jdk.incubator.vector}. Both give the same bits.
     *
     * <p>The system property {@code dlfs4j.kernel} is {@code auto}, {@code plain} or {@code vector}; it is read when
     * the first operation needs it. {@code auto}, the default, takes the Vector API if its module is present, the
     * processor is one of those where it was measured to be faster, and a second processor can compile its code. Until
     * that code is compiled, plain loops run. On a JDK older than 25, or on a processor without fused multiply-add,
     * plain loops always run, even if the property is {@code vector}. On a JDK that is newer than those on which this
     * library was tested, {@code auto} first compares the bits of compiled vector code with those of plain loops; if
     * one differs, plain loops run from then on, and this method returns {@code plain}.
     *
     * @return {@code plain} or {@code vector}
     */
    public static String kernel() {
        return Kernel.selected().toString();
    }

    private Object writeReplace() {
        return new SerializedForm(NDArray.class, null).with(ArrayBytes.of(this));
    }

    static NDArray unpacked(SerializedForm form) {
        return ArrayBytes.array(form.bytes());
    }

    /** Refuses an array that is not in its serialised form, since such an array would not be checked. */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(NDArray.class);
    }
}
