package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.kernel.Kernel;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * An array of numbers or truth values with any number of axes, as NumPy's {@code ndarray}: the same results, the same
 * text when printed, the same words in errors.
 *
 * <p>An array has a {@link #shape()} and one of five {@link DType}s. A 0-d array is a scalar: reductions return one, it
 * prints as a NumPy scalar does, and {@link #asDouble()} and its like read it. A Java number beside an array is
 * <i>weak</i>: {@code float32.mul(1.5)} stays float32. Arrays of different shapes are broadcast: they are aligned at
 * their last axis, and an axis of length 1 repeats. There are at most 64 axes.
 *
 * <p>Some methods return a <i>view</i>, which shares its elements with the array it was made of: {@link #get(Index...)}
 * with positions and slices, {@link #transpose()}, {@link #swapaxes}, {@link #reshape(int...)},
 * {@link #expandDims(int)}, {@link #squeeze()}, {@link #diagonal()}, {@link #broadcastTo} and
 * {@link #slidingWindowView}. All others return new arrays. Only {@link #at(int...)}, {@link #fill(double)}, the
 * in-place operations ({@link #addi(NDArray)} and its like) and the forms with an {@code out} array change elements; of
 * a {@link #readOnlyCopy()} or a view by {@link #broadcastTo}, {@link #diagonal()} or {@link #slidingWindowView} they
 * are refused: {@code output array is read-only} or {@code assignment destination is read-only}.
 *
 * <p>What NumPy has as functions of the module is in classes by topic: {@link Sorting}, {@link Sets},
 * {@link Statistics}, {@link NaNStatistics}, {@link Calculus}, {@link IndexRoutines}.
 *
 * <p>Several threads may read one array, by any method that does not change elements; none may change it or a view of
 * it meanwhile, and it is handed to another thread as any Java object is, with synchronisation.
 *
 * <p>Besides the array it returns, no operation takes more memory than two arrays of float64 with as many elements as
 * its largest operand or its result has, and 256 KiB of blocks; most take the blocks alone, and what sorts up to six
 * such arrays. A view takes no memory that grows with it. In place and into an {@code out} array, arithmetic between
 * arrays of one dtype takes the blocks alone. While the JVM has not compiled them yet, the loops of the vector kernel
 * make small objects besides, which are garbage at once.
 *
 * <p>Java's serialisation writes an array as a {@code .npy} file, see {@link io.github.dlfs4j.ndarray.io.Npy}: dtype,
 * shape and elements, to the bit. So a view travels without the rest of its array, and one of an open scope as any
 * other; what arrives is what {@link #copy()} gives, an ordinary array in C order that can be written to. It is read as
 * a file is, with the same checks: from anything else comes an {@link InvalidObjectException}, and memory is taken in
 * proportion to the bytes that are there. An array of more than 512 MiB, or a quarter of the reader's heap where that
 * is less, does not travel.
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
 */
public final class NDArray implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient Storage storage;
    private final transient Layout layout;
    private final transient Constancy constancy;

    /** Null for an array that is ordinary garbage. */
    private final transient ArrayScope scope;

    NDArray(Storage storage, Layout layout) {
        this(storage, layout, null);
    }

    NDArray(Storage storage, Layout layout, ArrayScope scope) {
        this(storage, layout, Constancy.CHANGING, scope);
    }

    private NDArray(Storage storage, Layout layout, Constancy constancy, ArrayScope scope) {
        this.storage = storage;
        this.layout = layout;
        this.constancy = constancy;
        this.scope = scope;
    }

    Storage storage() {
        if (scope != null) {
            scope.check();
        }
        return storage;
    }

    Layout layout() {
        return layout;
    }

    Constancy constancy() {
        return constancy;
    }

    /** A view of this array's elements. */
    NDArray withLayout(Layout view) {
        return new NDArray(storage, view, constancy, scope);
    }

    /** A view of this array's elements through which nobody can write. */
    NDArray readOnlyView(Layout view) {
        return new NDArray(storage, view, constancy == Constancy.CHANGING ? Constancy.READ_ONLY : constancy, scope);
    }

    /** The array as an operand of a wider shape, which fits. */
    NDArray stretchedTo(Shape wider) {
        return shape().equals(wider) ? this : withLayout(layout.broadcastTo(wider));
    }

    // Creation

    /**
     * A 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of int64
     */
    public static NDArray of(int... elements) {
        return of(elements, elements.length);
    }

    /**
     * A 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of int64
     */
    public static NDArray of(long... elements) {
        return of(elements, elements.length);
    }

    /**
     * A 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of float32
     */
    public static NDArray of(float... elements) {
        return of(elements, elements.length);
    }

    /**
     * A 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of float64
     */
    public static NDArray of(double... elements) {
        return of(elements, elements.length);
    }

    /**
     * A 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, copied
     * @return an array of bool
     */
    public static NDArray of(boolean... elements) {
        return of(elements, elements.length);
    }

    /**
     * A 1-d array, {@code np.array([…])}.
     *
     * @param elements the elements, read without their sign, copied
     * @return an array of uint8
     */
    public static NDArray of(byte[] elements) {
        return of(elements, elements.length);
    }

    /**
     * An array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of int64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(int[] data, int... shape) {
        return wrap(new Storage.Longs(Arrays.stream(data).asLongStream().toArray()), shape);
    }

    /**
     * An array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of int64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(long[] data, int... shape) {
        return wrap(new Storage.Longs(data.clone()), shape);
    }

    /**
     * An array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of float32
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(float[] data, int... shape) {
        return wrap(new Storage.Floats(data.clone()), shape);
    }

    /**
     * An array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of float64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(double[] data, int... shape) {
        return wrap(new Storage.Doubles(data.clone()), shape);
    }

    /**
     * An array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, copied
     * @param shape the lengths of the axes
     * @return an array of bool
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(boolean[] data, int... shape) {
        return wrap(new Storage.Booleans(data.clone()), shape);
    }

    /**
     * An array of the given shape, {@code np.array([…]).reshape(shape)}.
     *
     * @param data the elements in C order, read without their sign, copied
     * @param shape the lengths of the axes
     * @return an array of uint8
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray of(byte[] data, int... shape) {
        return wrap(new Storage.Bytes(data.clone()), shape);
    }

    /**
     * An array of uint8 whose memory is the given Java array, {@code np.frombuffer(data, np.uint8).reshape(shape)}:
     * what is written to the one is seen in the other.
     *
     * @param data the elements in C order, each byte taken as 0 to 255; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of uint8
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(byte[] data, int... shape) {
        return wrap(new Storage.Bytes(data), shape);
    }

    /**
     * An array of int64 whose memory is the given Java array, as {@link #wrap(byte[], int...)}.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of int64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(long[] data, int... shape) {
        return wrap(new Storage.Longs(data), shape);
    }

    /**
     * An array of float32 whose memory is the given Java array, as {@link #wrap(byte[], int...)}.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of float32
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(float[] data, int... shape) {
        return wrap(new Storage.Floats(data), shape);
    }

    /**
     * An array of float64 whose memory is the given Java array, as {@link #wrap(byte[], int...)}.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of float64
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(double[] data, int... shape) {
        return wrap(new Storage.Doubles(data), shape);
    }

    /**
     * An array of bool whose memory is the given Java array, as {@link #wrap(byte[], int...)}.
     *
     * @param data the elements in C order; used, not copied
     * @param shape the lengths of the axes
     * @return a new array of bool
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}
     */
    public static NDArray wrap(boolean[] data, int... shape) {
        return wrap(new Storage.Booleans(data), shape);
    }

    private static NDArray wrap(Storage storage, int... shape) {
        int length = storage.length();
        Shape checked = Shape.of(shape);
        if (checked.size() != length) {
            throw Errors.notReshapable(length, shape);
        }
        return new NDArray(storage, Layout.contiguous(checked));
    }

    /**
     * A 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of one length
     * @return an array of int64
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(int[][] rows) {
        return ofRows(rows, DType.INT64);
    }

    /**
     * A 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of one length
     * @return an array of int64
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(long[][] rows) {
        return ofRows(rows, DType.INT64);
    }

    /**
     * A 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of one length
     * @return an array of float32
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(float[][] rows) {
        return ofRows(rows, DType.FLOAT32);
    }

    /**
     * A 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of one length
     * @return an array of float64
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(double[][] rows) {
        return ofRows(rows, DType.FLOAT64);
    }

    /**
     * A 2-d array, {@code np.array([[…], […]])}.
     *
     * @param rows the rows, all of one length
     * @return an array of bool
     * @throws IllegalArgumentException if the rows differ in length: {@code setting an array element with a sequence.
     *     …}
     */
    public static NDArray of(boolean[][] rows) {
        return ofRows(rows, DType.BOOL);
    }

    /**
     * A 3-d array, {@code np.array([[[…], […]], [[…], […]]])}.
     *
     * @param blocks the blocks of rows, all of one shape
     * @return an array of int64
     * @throws IllegalArgumentException if blocks or rows differ in length: {@code setting an array element with a
     *     sequence. …}
     */
    public static NDArray of(int[][][] blocks) {
        return ofRows(blocks, DType.INT64);
    }

    /**
     * A 3-d array, {@code np.array([[[…], […]], [[…], […]]])}.
     *
     * @param blocks the blocks of rows, all of one shape
     * @return an array of float64
     * @throws IllegalArgumentException if blocks or rows differ in length: {@code setting an array element with a
     *     sequence. …}
     */
    public static NDArray of(double[][][] blocks) {
        return ofRows(blocks, DType.FLOAT64);
    }

    private static NDArray ofRows(Object[] rows, DType dtype) {
        return JavaArrays.ofNested(rows, dtype);
    }

    /**
     * A 0-d array, {@code np.float64(value)}.
     *
     * @param value the element
     * @return a 0-d array of float64
     */
    public static NDArray scalar(double value) {
        return new NDArray(new Storage.Doubles(new double[] {value}), Layout.contiguous(Shape.of()));
    }

    /**
     * A 0-d array, {@code np.float32(value)}.
     *
     * @param value the element
     * @return a 0-d array of float32
     */
    public static NDArray scalar(float value) {
        return new NDArray(new Storage.Floats(new float[] {value}), Layout.contiguous(Shape.of()));
    }

    /**
     * A 0-d array, {@code np.int64(value)}.
     *
     * @param value the element
     * @return a 0-d array of int64
     */
    public static NDArray scalar(long value) {
        return new NDArray(new Storage.Longs(new long[] {value}), Layout.contiguous(Shape.of()));
    }

    /**
     * A 0-d array, {@code np.bool(value)}.
     *
     * @param value the element
     * @return a 0-d array of bool
     */
    public static NDArray scalar(boolean value) {
        return new NDArray(new Storage.Booleans(new boolean[] {value}), Layout.contiguous(Shape.of()));
    }

    /**
     * An array of float64 filled with 0, {@code np.zeros(shape)}.
     *
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray zeros(int... shape) {
        return zeros(DType.FLOAT64, shape);
    }

    /**
     * An array filled with 0, {@code np.zeros(shape, dtype)}.
     *
     * @param dtype the type of the elements
     * @param shape the lengths of the axes
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}, or if the elements are more than a
     *     Java array can hold
     */
    public static NDArray zeros(DType dtype, int... shape) {
        Shape checked = Shape.of(shape);
        NDArray zeros = ArrayScope.allocate(dtype, Layout.contiguous(checked));
        return zeros.scope == null ? zeros : zeros.fill(0);
    }

    /**
     * An array of float64 filled with 1, {@code np.ones(shape)}.
     *
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray ones(int... shape) {
        return ones(DType.FLOAT64, shape);
    }

    /**
     * An array filled with 1, {@code np.ones(shape, dtype)}.
     *
     * @param dtype the type of the elements
     * @param shape the lengths of the axes
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}, or if the elements are more than a
     *     Java array can hold
     */
    public static NDArray ones(DType dtype, int... shape) {
        return zeros(dtype, shape).fill(1);
    }

    /**
     * An array of zeros with the shape and dtype of another, {@code np.zeros_like(a)}.
     *
     * @param a the other array
     * @return a new array
     */
    public static NDArray zerosLike(NDArray a) {
        return zeros(a.dtype(), a.shape().toArray());
    }

    /**
     * An array of float64 filled with a value, {@code np.full(shape, value)}.
     *
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray full(double value, int... shape) {
        return full(DType.FLOAT64, value, shape);
    }

    /**
     * An array filled with a value, {@code np.full(shape, value, dtype)}: converted as {@link #astype} converts it,
     * where {@link #fill(double)} refuses what an integer dtype cannot hold.
     *
     * @param dtype the type of the elements
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray full(DType dtype, double value, int... shape) {
        NDArray full = zeros(dtype, shape);
        Casting.assign(full, scalar(value));
        return full;
    }

    /**
     * An array of int64 filled with a value, {@code np.full(shape, value)}.
     *
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     */
    public static NDArray full(long value, int... shape) {
        return full(DType.INT64, value, shape);
    }

    /**
     * An array filled with a value, {@code np.full(shape, value, dtype)}.
     *
     * @param dtype the type of the elements
     * @param value the value
     * @param shape the lengths of the axes
     * @return a new array
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray full(DType dtype, long value, int... shape) {
        return zeros(dtype, shape).fill(value);
    }

    /**
     * The integers from 0 on, {@code np.arange(stop)}.
     *
     * @param stop the integer after the last
     * @return a 1-d array of int64
     */
    public static NDArray arange(int stop) {
        return arange(0L, stop, 1L);
    }

    /**
     * Evenly spaced integers, {@code np.arange(start, stop, step)}.
     *
     * @param start the first
     * @param stop the number before which they end
     * @param step the distance, not 0
     * @return a 1-d array of int64, empty where stop does not lie behind start
     * @throws IllegalArgumentException if the step is 0, or {@code Maximum allowed size exceeded}
     */
    public static NDArray arange(long start, long stop, long step) {
        return Ranges.arange(start, stop, step);
    }

    /**
     * Evenly spaced numbers, {@code np.arange(start, stop, step)}. The last one can lie beyond stop by a rounding
     * error.
     *
     * @param start the first
     * @param stop the number before which they end
     * @param step the distance, not 0
     * @return a 1-d array of float64, empty where stop does not lie behind start
     * @throws IllegalArgumentException if the step is 0, {@code Maximum allowed size exceeded}, or, with NaN,
     *     {@code arange: cannot compute length}
     */
    public static NDArray arange(double start, double stop, double step) {
        return Ranges.arange(start, stop, step);
    }

    /**
     * So many numbers from start to stop, both included, {@code np.linspace(start, stop, num)}.
     *
     * @param start the first
     * @param stop the last
     * @param num how many
     * @return a 1-d array of float64; of one number it holds start
     * @throws IllegalArgumentException {@code Number of samples, -1, must be non-negative.}, or {@code array is too
     *     big; …}
     */
    public static NDArray linspace(double start, double stop, int num) {
        return Ranges.linspace(start, stop, num);
    }

    /**
     * The identity matrix, {@code np.eye(n)}: 1 where both positions are equal, else 0.
     *
     * @param n the number of rows and of columns
     * @return a new array of float64 and shape {@code (n, n)}
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public static NDArray eye(int n) {
        return Diagonals.eye(DType.FLOAT64, n, n, 0);
    }

    /**
     * The coordinates of the points of a grid, {@code np.meshgrid(x, y)}.
     *
     * <p>For x of length 3 and y of length 2 both results have the shape {@code (2, 3)}: x runs along their columns, y
     * along their rows. Further arrays run along further axes.
     *
     * @param arrays the coordinates along each direction; arrays that are not 1-d are flattened
     * @return a new array for each of them, of its dtype
     */
    public static NDArray[] meshgrid(NDArray... arrays) {
        return Grids.meshgrid(Creation.Indexing.XY, false, arrays);
    }

    // Shape

    /**
     * The lengths of the axes, {@code a.shape}.
     *
     * @return the shape, which prints {@code (2, 3)}
     */
    public Shape shape() {
        return layout.shape();
    }

    /**
     * The length of one axis, {@code a.shape[axis]}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return its length
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public int shape(int axis) {
        return layout.shape().get(axis);
    }

    /**
     * The number of axes, {@code a.ndim}.
     *
     * @return 0 for a scalar
     */
    public int ndim() {
        return layout.ndim();
    }

    /**
     * The number of elements, {@code a.size}.
     *
     * @return the product of the shape's lengths, 1 for a scalar
     */
    public int size() {
        return layout.size();
    }

    /**
     * The type of the elements, {@code a.dtype}.
     *
     * @return the dtype, which prints {@code int64}
     */
    public DType dtype() {
        return storage.dtype();
    }

    /**
     * The elements in C order in another shape, {@code a.reshape(shape)}: a view where strides allow it, else a copy.
     *
     * @param shape the new lengths; one of them may be -1 and is then computed
     * @return an array of the same dtype
     * @throws IllegalArgumentException {@code cannot reshape array of size 6 into shape (4,2)}, or {@code can only
     *     specify one unknown dimension}
     */
    public NDArray reshape(int... shape) {
        return Reshaping.reshape(this, shape);
    }

    /**
     * The elements in C order as one axis, {@code a.flatten()}.
     *
     * @return a new 1-d array of the same dtype
     */
    public NDArray flatten() {
        return copy().reshape(size());
    }

    /**
     * The elements in C order as one axis, {@code a.ravel()}: a view where they lie so in memory, without gaps, else a
     * copy.
     *
     * @return a 1-d array of the same dtype
     */
    public NDArray ravel() {
        return layout().isContiguous() ? reshape(-1) : flatten();
    }

    /**
     * The axes in reverse order, {@code a.T}.
     *
     * @return a view
     */
    public NDArray transpose() {
        return Reshaping.transpose(this);
    }

    /**
     * The axes in another order, {@code a.transpose(axes)}: axis {@code axes[i]} becomes axis i.
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
     * A new axis of length 1, {@code np.expand_dims(a, axis)}.
     *
     * @param axis its place among the axes of the result; a negative one counts from their end
     * @return a view
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 3}
     */
    public NDArray expandDims(int axis) {
        return withLayout(layout.insertAxis(Shape.checkAxis(axis, ndim() + 1)));
    }

    /**
     * Without the axes of length 1, {@code a.squeeze()}.
     *
     * @return a view
     */
    public NDArray squeeze() {
        return Reshaping.squeeze(this);
    }

    /**
     * The array repeated to a wider shape, {@code np.broadcast_to(a, shape)}. The elements are not repeated in memory,
     * so the view is for reading, even where none is repeated: to write to it or to a view of it is an error,
     * {@code output array is read-only} or {@code assignment destination is read-only}.
     *
     * @param wider the shape, whose last axes are this array's, or in place of a length 1 any other
     * @return a read-only view
     * @throws IllegalArgumentException {@code operands could not be broadcast together with remapped shapes
     *     [original->remapped]: (3,) and requested shape (4,)}, {@code input operand has more dimensions than allowed
     *     by the axis remapping}, or {@code cannot broadcast a non-scalar to a scalar array}
     */
    public NDArray broadcastTo(Shape wider) {
        return Broadcast.view(this, wider);
    }

    /**
     * The way back of {@link #broadcastTo}: elements that a broadcast has made of one are added up. This is what a
     * gradient needs.
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
     * @param narrower a shape that broadcasts to the one of this array
     * @return an array of that shape; this array itself if it has it
     * @throws IllegalArgumentException {@code an array of shape (2, 3) cannot be summed to shape (2,)}
     */
    public NDArray sumTo(Shape narrower) {
        return Broadcast.sumTo(this, narrower);
    }

    /**
     * All windows of a size that slide over the array step by step, {@code np.lib.stride_tricks.sliding_window_view(a,
     * window, axis=axes)}. Windows overlap, so the view is for reading, as that of {@link #broadcastTo} is, even where
     * they do not. Take every other window with a slice of the result.
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
     * @param window the lengths of a window along the axes
     * @param axes the axes that it slides along; negative ones count from the end
     * @return a read-only view; each of the axes is shorter by the window's length less 1, and the lengths of a window
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
     * A copy without gaps, in C order, {@code a.copy()}.
     *
     * @return a new array
     */
    public NDArray copy() {
        return astype(dtype());
    }

    /**
     * A copy that outlives every {@link ArrayScope}, and may be used by other threads. Where no scope is open it is the
     * same as {@link #copy()}.
     *
     * @return a new array in C order
     * @throws IllegalStateException if the scope of this array is closed already
     */
    public NDArray keep() {
        return lasting(dtype());
    }

    /** A copy that is of no scope. */
    private NDArray lasting(DType dtype) {
        NDArray copy = new NDArray(Storage.allocate(dtype, size()), Layout.contiguous(shape()));
        Casting.assign(copy, this);
        return copy;
    }

    /**
     * A copy that nobody can write to, {@code b = a.copy(); b.flags.writeable = False}, and neither to its views: to do
     * so is an error as with {@link #broadcastTo}. Use it for what must not change, as the weights of a network that
     * has learned. On the plain kernel the product of a vector, such as an image, with a finite matrix of them leaves
     * out the zeros of the vector.
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
        return new NDArray(copy.storage, copy.layout, Constancy.of(copy.storage), copy.scope);
    }

    /**
     * Whether elements may be written, {@code a.flags.writeable}.
     *
     * @return false for a {@link #readOnlyCopy()}, for what {@link #broadcastTo} and {@link #slidingWindowView} give,
     *     and for their views
     */
    public boolean isWriteable() {
        return constancy == Constancy.CHANGING && !layout.repeatsElements();
    }

    /**
     * Whether the elements lie in C order without gaps, {@code a.flags.c_contiguous}, as {@link #dot(NDArray, NDArray)}
     * needs its output.
     *
     * @return false for most transposes and slices
     */
    public boolean isContiguous() {
        return layout.isContiguous();
    }

    /**
     * A copy of another dtype, {@code a.astype(dtype)}. Fractions are cut off towards 0; uint8 takes integers modulo
     * 256; bool is false for 0 alone. For NaN and floats out of range it is as in NumPy on x86-64: int64 gets its
     * smallest value, and uint8 0 for what int32 cannot hold.
     *
     * @param dtype the dtype
     * @return a new array in C order
     */
    public NDArray astype(DType dtype) {
        return Casting.astype(this, dtype);
    }

    /**
     * The numbers as half precision would keep them, {@code a.astype(np.float16)}: 11 binary digits, up to 65504,
     * beyond that infinite (IEEE 754, binary16; a tie goes to the even neighbour).
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
     * @return a new array, float32 for float32, else float64
     */
    public NDArray roundToFloat16() {
        return HalfPrecision.round(this);
    }

    /**
     * Arrays one after the other along an axis they have, {@code np.concatenate(arrays, axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param arrays arrays alike in all other lengths; dtypes are promoted
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
     * Arrays of one shape side by side along a new axis, {@code np.stack(arrays, axis)}.
     *
     * @param axis the place of the new axis among the axes of the result; a negative one counts from their end
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
     * The array with a margin of zeros, {@code np.pad(a, widths)}.
     *
     * @param widths for each axis the numbers of zeros before and after it; a single pair holds for every axis
     * @return a new array of the same dtype, axis i longer by {@code widths[i][0] + widths[i][1]}
     * @throws IllegalArgumentException {@code index can't contain negative values}, {@code array is too big; …}, or
     *     {@code operands could not be broadcast together with remapped shapes [original->remapped]: (3,2) and
     *     requested shape (2,2)} if there are not as many pairs as axes
     */
    public NDArray pad(int[][] widths) {
        return Padding.pad(this, widths);
    }

    // Axes and diagonals

    /**
     * The array with its axes in reverse order, {@code a.T}: the same as {@link #transpose()}.
     *
     * @return a view
     */
    @SuppressWarnings("MemberName") // NumPy's name
    public NDArray T() {
        return transpose();
    }

    /**
     * The array with two axes exchanged, {@code a.swapaxes(axis1, axis2)}.
     *
     * @param axis1 the one; a negative one counts from the end
     * @param axis2 the other; a negative one counts from the end
     * @return a view
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray swapaxes(int axis1, int axis2) {
        return Rearranging.swapAxes(this, axis1, axis2);
    }

    /**
     * The array with several more axes of length 1, {@code np.expand_dims(a, axes)}.
     *
     * @param axes where they are in the result; negative ones count from its end
     * @return a view
     * @throws IllegalArgumentException {@code repeated axis}
     * @throws IndexOutOfBoundsException {@code axis 5 is out of bounds for array of dimension 4}
     */
    public NDArray expandDims(int... axes) {
        return Reshaping.expandDims(this, axes);
    }

    /**
     * The array without some axes of length 1, {@code a.squeeze(axes)}.
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
     * The array under another shape, its elements counted in an order, {@code a.reshape(shape, order=order)}.
     *
     * @param order how the elements are counted, in this array and in the result
     * @param shape the lengths of the axes, one of which may be -1
     * @return a view where the elements lie in such an order, else a copy
     * @throws IllegalArgumentException as {@link #reshape(int...)} throws it
     */
    public NDArray reshape(MemoryOrder order, int... shape) {
        return Reshaping.reshape(this, order, shape);
    }

    /**
     * The elements in one row, in an order, {@code a.ravel(order)}.
     *
     * @param order how they are counted
     * @return a view where they lie in that order, else a copy
     */
    public NDArray ravel(MemoryOrder order) {
        return order == MemoryOrder.C ? ravel() : transpose().ravel();
    }

    /**
     * The elements in one row, in an order, {@code a.flatten(order)}.
     *
     * @param order how they are counted
     * @return a new array
     */
    public NDArray flatten(MemoryOrder order) {
        return order == MemoryOrder.C ? flatten() : transpose().flatten();
    }

    /**
     * Each element several times in a row, in C order, {@code a.repeat(times)}.
     *
     * @param times how often
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     */
    public NDArray repeat(int times) {
        return Repeating.repeat(ravel(), times, 0);
    }

    /**
     * Each part along an axis several times in a row, {@code a.repeat(times, axis)}.
     *
     * @param times how often
     * @param axis the axis; a negative one counts from the end
     * @return a new array
     * @throws IllegalArgumentException {@code negative dimensions are not allowed}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray repeat(int times, int axis) {
        return Repeating.repeat(this, times, axis);
    }

    /**
     * Each element as often as its count says, in C order, {@code a.repeat(counts)}.
     *
     * @param counts a count for each element, or one for all
     * @return a new 1-d array
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shape (3,) (2,)}, or
     *     {@code repeats may not contain negative values.}
     * @throws UnsupportedOperationException if the counts are floats: {@code Cannot cast array data …}
     */
    public NDArray repeat(NDArray counts) {
        return Repeating.repeat(ravel(), counts, 0);
    }

    /**
     * Each part along an axis as often as its count says, {@code a.repeat(counts, axis)}.
     *
     * @param counts a count for each part, or one for all
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
     * The diagonal of the first two axes, {@code a.diagonal()}.
     *
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray diagonal() {
        return diagonal(0);
    }

    /**
     * A diagonal of the first two axes, {@code a.diagonal(offset)}.
     *
     * @param offset which: 0 the main one, 1 that above it, -1 that below
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray diagonal(int offset) {
        return diagonal(offset, 0, 1);
    }

    /**
     * A diagonal of two axes, {@code a.diagonal(offset, axis1, axis2)}.
     *
     * @param offset which: 0 the main one, 1 that above it, -1 that below
     * @param axis1 the axis of the rows; a negative one counts from the end
     * @param axis2 the axis of the columns; a negative one counts from the end
     * @return a read-only view with the diagonal as its last axis
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}, or {@code axis1 and
     *     axis2 cannot be the same}
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray diagonal(int offset, int axis1, int axis2) {
        return Diagonals.diagonal(this, offset, axis1, axis2);
    }

    /**
     * The sum of the diagonal of the first two axes, {@code a.trace()}.
     *
     * @return a new array without the two axes, of the dtype of {@link #sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray trace() {
        return trace(0);
    }

    /**
     * The sum of a diagonal of the first two axes, {@code a.trace(offset)}.
     *
     * @param offset which: 0 the main one, 1 that above it, -1 that below
     * @return a new array without the two axes, of the dtype of {@link #sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}
     */
    public NDArray trace(int offset) {
        return trace(offset, 0, 1);
    }

    /**
     * The sum of a diagonal of two axes, {@code a.trace(offset, axis1, axis2)}.
     *
     * @param offset which: 0 the main one, 1 that above it, -1 that below
     * @param axis1 the axis of the rows; a negative one counts from the end
     * @param axis2 the axis of the columns; a negative one counts from the end
     * @return a new array without the two axes, of the dtype of {@link #sum(int)}
     * @throws IllegalArgumentException {@code diag requires an array of at least two dimensions}, or {@code axis1 and
     *     axis2 cannot be the same}
     * @throws IndexOutOfBoundsException {@code axis1: axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray trace(int offset, int axis1, int axis2) {
        return diagonal(offset, axis1, axis2).sum(-1);
    }

    // Indexing

    /**
     * The subarray or element at the positions, {@code a[i, j]}.
     *
     * @param indices a position for each of the first axes; negative ones count from the end
     * @return a view of the remaining axes; where none remain, a copy of the element as a 0-d array
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or {@code too many
     *     indices for array: array is 2-dimensional, but 3 were indexed}
     */
    public NDArray get(int... indices) {
        return Indexing.get(this, indices);
    }

    /**
     * What the parts of an index select, {@code a[1:3, ::2]}.
     *
     * @param index positions, slices, new axes, an ellipsis, arrays of positions, masks; axes without a part are whole
     * @return a view if all parts are positions, slices, new axes or an ellipsis, else a new array
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or {@code too many
     *     indices for array: array is 2-dimensional, but 3 were indexed}, {@code boolean index did not match indexed
     *     array along axis 0; …}, or {@code shape mismatch: indexing arrays could not be broadcast together with shapes
     *     (2,) (3,)}
     */
    public NDArray get(Index... index) {
        return Indexing.get(this, index);
    }

    /**
     * The elements a mask or arrays of positions select, {@code a[mask]}, {@code a[idx]}, {@code a[rows, cols]}.
     *
     * @param index a bool mask over the first axes, or int64 positions on one axis each, broadcast against each other
     * @return a new array
     * @throws IndexOutOfBoundsException as {@link #get(Index...)}
     */
    public NDArray get(NDArray... index) {
        return Indexing.get(this, Indexing.elements(index));
    }

    /**
     * The parts at some positions on one axis, {@code np.take(a, positions, axis=axis)}.
     *
     * @param positions of an integer dtype or bool, any shape; negative ones count from the end
     * @param axis the axis they are positions on, of length n; -1 is the last one
     * @return a new array, the axis replaced by those of the positions: (60000, 784) and (100,) on axis 0 give (100,
     *     784)
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 0 with size 3}, {@code axis 2 is out
     *     of bounds for array of dimension 2}, or {@code cannot do a non-empty take from an empty axes.}
     * @throws UnsupportedOperationException {@code Cannot cast array data from dtype('float64') to dtype('int64')
     *     according to the rule 'same_kind'}
     */
    public NDArray take(NDArray positions, int axis) {
        return Taking.take(this, positions, axis);
    }

    /**
     * As {@link #take(NDArray, int)}, into an array, {@code np.take(a, positions, axis=axis, out=out)}: where batch
     * after batch is taken, none needs a new array.
     *
     * @param positions of an integer dtype or bool, any shape; negative ones count from the end
     * @param axis the axis they are positions on
     * @param out of the result's shape and this array's dtype; it may overlap this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code output array does not match result of ndarray.take}, or {@code output
     *     array is read-only}; then nothing is changed
     * @throws IndexOutOfBoundsException as {@link #take(NDArray, int)}; then nothing is changed
     * @throws UnsupportedOperationException as {@link #take(NDArray, int)}
     */
    public NDArray take(NDArray positions, int axis, NDArray out) {
        return Taking.take(this, positions, axis, out);
    }

    /**
     * Chooses elements to write to, the left side of {@code a[i, j] = …}: {@code a.at(i, j).set(v)}.
     *
     * @param indices as for {@link #get(int...)}
     * @return the chosen elements of this array
     * @throws IndexOutOfBoundsException as {@link #get(Index...)}
     * @throws IllegalArgumentException where nothing may be written: {@code assignment destination is read-only}
     */
    public Selection at(int... indices) {
        return Indexing.at(this, Indexing.positions(indices));
    }

    /**
     * Chooses elements to write to, the left side of {@code a[1:3, ::2] = …}: {@code a.at(Index.range(1, 3)).set(v)}.
     *
     * @param index as for {@link #get(Index...)}
     * @return the chosen elements of this array
     * @throws IndexOutOfBoundsException as {@link #get(Index...)}
     * @throws IllegalArgumentException where nothing may be written: {@code assignment destination is read-only}
     */
    public Selection at(Index... index) {
        return Indexing.at(this, index);
    }

    /**
     * Chooses elements to write to, the left side of {@code a[mask] = …}: {@code a.at(mask).set(v)}.
     *
     * @param index as for {@link #get(NDArray...)}
     * @return the chosen elements of this array
     * @throws IndexOutOfBoundsException as {@link #get(Index...)}
     * @throws IllegalArgumentException where nothing may be written: {@code assignment destination is read-only}
     */
    public Selection at(NDArray... index) {
        return Indexing.at(this, Indexing.elements(index));
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

    /**
     * One element, {@code float(a[i, j])}.
     *
     * @param indices a position for each axis; negative ones count from the end
     * @return the element; true is 1
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or if the number of
     *     positions is not the number of axes
     */
    public double getDouble(int... indices) {
        return storage().getDouble(layout.position(indices));
    }

    /**
     * One element as an integer, {@code int(a[i, j])}.
     *
     * @param indices a position for each axis; negative ones count from the end
     * @return the element, its fraction cut off; true is 1
     * @throws IndexOutOfBoundsException {@code index 7 is out of bounds for axis 1 with size 3}, or if the number of
     *     positions is not the number of axes
     * @throws IllegalArgumentException {@code cannot convert float NaN to integer}, {@code cannot convert float
     *     infinity to integer}, or {@code float 1.0E30 out of bounds for int64}
     */
    public long getLong(int... indices) {
        int position = layout.position(indices);
        return dtype().isFloating()
                ? Casting.checkLong(storage().getDouble(position))
                : storage().getLong(position);
    }

    /**
     * The element of a 0-d array, {@code float(a)}.
     *
     * @return the element; true is 1
     * @throws UnsupportedOperationException {@code only 0-dimensional arrays can be converted to Java scalars}
     */
    public double asDouble() {
        checkScalar();
        return getDouble();
    }

    /**
     * The element of a 0-d array as an integer, {@code int(a)}.
     *
     * @return the element, its fraction cut off; true is 1
     * @throws UnsupportedOperationException {@code only 0-dimensional arrays can be converted to Java scalars}
     * @throws IllegalArgumentException {@code cannot convert float NaN to integer}, {@code cannot convert float
     *     infinity to integer}, or {@code float 1.0E30 out of bounds for int64}
     */
    public long asLong() {
        checkScalar();
        return getLong();
    }

    /**
     * The element of a 0-d array as an integer, {@code int(a)}.
     *
     * @return the element, its fraction cut off; true is 1
     * @throws UnsupportedOperationException {@code only 0-dimensional arrays can be converted to Java scalars}
     * @throws IllegalArgumentException {@code integer 3000000000 out of bounds for int}, or {@code cannot convert float
     *     NaN to integer}
     */
    public int asInt() {
        return JavaArrays.checkInt(asLong());
    }

    /**
     * The truth of an array of one element, {@code bool(a)}.
     *
     * @return false for 0, true for everything else
     * @throws IllegalArgumentException {@code The truth value of an array with more than one element is ambiguous. Use
     *     a.any() or a.all()}, or {@code The truth value of an empty array is ambiguous. …}
     */
    public boolean asBoolean() {
        if (size() != 1) {
            throw Errors.ambiguousTruth(size());
        }
        return storage().getDouble(layout.offset()) != 0;
    }

    private void checkScalar() {
        if (ndim() != 0) {
            throw Errors.notAScalar();
        }
    }

    /**
     * The positions of all elements in C order, {@code np.ndindex(a.shape)}.
     *
     * @return an array of positions for each element, new each time
     */
    public Iterable<int[]> indices() {
        return () -> new IndexIterator(shape());
    }

    // Arithmetic

    /**
     * Adds an array, element by element, {@code a + b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray add(NDArray b) {
        return Elementwise.apply(Arithmetic.ADD, this, b);
    }

    /**
     * As {@link #add(NDArray)}, into a given array, {@code np.add(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray add(NDArray b, NDArray out) {
        return Elementwise.apply(Arithmetic.ADD, this, b, out);
    }

    /**
     * Adds a scalar, {@code a + b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray add(double b) {
        return add(Casting.weak(b, dtype()));
    }

    /**
     * Adds a scalar, {@code a + b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, int64 beside bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray add(long b) {
        return add(Casting.weak(b, dtype()));
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
    public NDArray sub(NDArray b) {
        return Elementwise.apply(Arithmetic.SUBTRACT, this, b);
    }

    /**
     * As {@link #sub(NDArray)}, into a given array, {@code np.subtract(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray sub(NDArray b, NDArray out) {
        return Elementwise.apply(Arithmetic.SUBTRACT, this, b, out);
    }

    /**
     * Subtracts a scalar, {@code a - b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray sub(double b) {
        return sub(Casting.weak(b, dtype()));
    }

    /**
     * Subtracts a scalar, {@code a - b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, int64 beside bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray sub(long b) {
        return sub(Casting.weak(b, dtype()));
    }

    /**
     * Multiplies by an array, element by element, {@code a * b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray mul(NDArray b) {
        return Elementwise.apply(Arithmetic.MULTIPLY, this, b);
    }

    /**
     * As {@link #mul(NDArray)}, into a given array, {@code np.multiply(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray mul(NDArray b, NDArray out) {
        return Elementwise.apply(Arithmetic.MULTIPLY, this, b, out);
    }

    /**
     * Multiplies by a scalar, {@code a * b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray mul(double b) {
        return mul(Casting.weak(b, dtype()));
    }

    /**
     * Multiplies by a scalar, {@code a * b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, int64 beside bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray mul(long b) {
        return mul(Casting.weak(b, dtype()));
    }

    /**
     * Divides by an array, element by element, {@code a / b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of float32 where the promoted dtype is float32, else float64
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray div(NDArray b) {
        return Elementwise.apply(Arithmetic.DIVIDE, this, b);
    }

    /**
     * As {@link #div(NDArray)}, into a given array, {@code np.divide(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray div(NDArray b, NDArray out) {
        return Elementwise.apply(Arithmetic.DIVIDE, this, b, out);
    }

    /**
     * Divides by a scalar, {@code a / b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray div(double b) {
        return div(Casting.weak(b, dtype()));
    }

    /**
     * Divides by a scalar, {@code a / b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray div(long b) {
        return div((double) b);
    }

    /**
     * Raises to the power of an array, element by element, {@code a ** b}. Where an array of one exponent 0.5 serves
     * for all elements, these are square roots, as in NumPy: that of minus infinity is NaN.
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
     * @param exponent the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray pow(double exponent) {
        return Elementwise.power(this, exponent);
    }

    /**
     * Raises to the power of a scalar, {@code a ** exponent}.
     *
     * @param exponent the scalar, weak beside the array
     * @return a new array, int64 beside bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}, or {@code Integers to
     *     negative integer powers are not allowed.}
     */
    public NDArray pow(long exponent) {
        return Elementwise.power(this, exponent);
    }

    /**
     * The larger of this and an array, element by element, {@code np.maximum(a, b)}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype; NaN where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray maximum(NDArray b) {
        return Elementwise.apply(Arithmetic.MAXIMUM, this, b);
    }

    /**
     * As {@link #maximum(NDArray)}, into a given array, {@code np.maximum(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'maximum' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray maximum(NDArray b, NDArray out) {
        return Elementwise.apply(Arithmetic.MAXIMUM, this, b, out);
    }

    /**
     * The larger of this and a scalar, {@code np.maximum(a, b)}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray maximum(double b) {
        return maximum(Casting.weak(b, dtype()));
    }

    /**
     * The larger of this and a scalar, {@code np.maximum(a, b)}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, int64 beside bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray maximum(long b) {
        return maximum(Casting.weak(b, dtype()));
    }

    /**
     * The smaller of this and an array, element by element, {@code np.minimum(a, b)}.
     *
     * @param b the other operand, broadcast
     * @return a new array of the promoted dtype; NaN where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray minimum(NDArray b) {
        return Elementwise.apply(Arithmetic.MINIMUM, this, b);
    }

    /**
     * As {@link #minimum(NDArray)}, into a given array, {@code np.minimum(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result; it may be an operand or a view of one
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'minimum' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray minimum(NDArray b, NDArray out) {
        return Elementwise.apply(Arithmetic.MINIMUM, this, b, out);
    }

    /**
     * The smaller of this and a scalar, {@code np.minimum(a, b)}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, float64, or float32 beside a float32 array
     */
    public NDArray minimum(double b) {
        return minimum(Casting.weak(b, dtype()));
    }

    /**
     * The smaller of this and a scalar, {@code np.minimum(a, b)}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, int64 beside bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray minimum(long b) {
        return minimum(Casting.weak(b, dtype()));
    }

    /**
     * The elements kept between two bounds, {@code np.clip(a, min, max)}: {@code a.maximum(min).minimum(max)}. Of zeros
     * of both signs the element stays if the bounds are of one element each, else the bound takes its place.
     *
     * @param min the lower bounds, broadcast, or null for none
     * @param max the upper bounds, broadcast, or null for none; where they are below the lower ones, they are the
     *     result
     * @return a new array of the promoted dtype; NaN where one of the three is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}
     */
    public NDArray clip(NDArray min, NDArray max) {
        return Clipping.clip(this, min, max);
    }

    /**
     * As {@link #clip(NDArray, NDArray)}, into a given array, {@code np.clip(a, min, max, out=out)}.
     *
     * @param min the lower bounds, broadcast
     * @param max the upper bounds, broadcast
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
     * The elements kept between two scalars, {@code np.clip(a, min, max)}.
     *
     * @param min the lower bound, weak beside the array
     * @param max the upper bound, weak beside the array; if it is below the lower one, it is every element
     * @return a new array, float64, or float32 for a float32 array
     */
    public NDArray clip(double min, double max) {
        return clip(Casting.weak(min, dtype()), Casting.weak(max, dtype()));
    }

    /**
     * The elements kept between two scalars, {@code np.clip(a, min, max)}.
     *
     * @param min the lower bound, weak beside the array
     * @param max the upper bound, weak beside the array; if it is below the lower one, it is every element
     * @return a new array, int64 for bool, else of this dtype
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}, if the lower bound is above
     *     or the upper one below all that uint8 can hold
     */
    public NDArray clip(long min, long max) {
        return clip(Clipping.lowerBound(min, dtype()), Clipping.upperBound(max, dtype()));
    }

    /**
     * This array subtracted from a scalar, {@code b - a}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, as {@link #sub(double)}
     */
    public NDArray rsub(double b) {
        return Casting.weak(b, dtype()).sub(this);
    }

    /**
     * This array subtracted from a scalar, {@code b - a}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, as {@link #sub(long)}
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray rsub(long b) {
        return Casting.weak(b, dtype()).sub(this);
    }

    /**
     * This array as the divisor of a scalar, {@code b / a}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, as {@link #div(double)}
     */
    public NDArray rdiv(double b) {
        return Casting.weak(b, dtype()).div(this);
    }

    /**
     * This array as the divisor of a scalar, {@code b / a}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array, as {@link #div(long)}
     */
    public NDArray rdiv(long b) {
        return rdiv((double) b);
    }

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
    public NDArray addi(NDArray b) {
        return add(b, this);
    }

    /**
     * Adds to this array in place, {@code a += b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray addi(double b) {
        return add(Casting.weak(b, dtype()), this);
    }

    /**
     * Adds to this array in place, {@code a += b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray addi(long b) {
        return add(Casting.weak(b, dtype()), this);
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
    public NDArray subi(NDArray b) {
        return sub(b, this);
    }

    /**
     * Subtracts from this array in place, {@code a -= b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray subi(double b) {
        return sub(Casting.weak(b, dtype()), this);
    }

    /**
     * Subtracts from this array in place, {@code a -= b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray subi(long b) {
        return sub(Casting.weak(b, dtype()), this);
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
    public NDArray muli(NDArray b) {
        return mul(b, this);
    }

    /**
     * Multiplies this array in place, {@code a *= b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray muli(double b) {
        return mul(Casting.weak(b, dtype()), this);
    }

    /**
     * Multiplies this array in place, {@code a *= b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public NDArray muli(long b) {
        return mul(Casting.weak(b, dtype()), this);
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
    public NDArray divi(NDArray b) {
        return div(b, this);
    }

    /**
     * Divides this array in place, {@code a /= b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray divi(double b) {
        return div(Casting.weak(b, dtype()), this);
    }

    /**
     * Divides this array in place, {@code a /= b}.
     *
     * @param b the scalar, weak beside the array
     * @return this array
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray divi(long b) {
        return divi((double) b);
    }

    // Functions

    /**
     * The elements with their sign changed, {@code -a}.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if it is bool: {@code The numpy boolean negative, the `-` operator, is not
     *     supported, …}
     */
    public NDArray neg() {
        return Elementwise.apply(UnaryFunction.NEGATIVE, this);
    }

    /**
     * As {@link #neg()}, into a given array, {@code np.negative(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'negative' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray neg(NDArray out) {
        return Elementwise.apply(UnaryFunction.NEGATIVE, this, out);
    }

    /**
     * The absolute values, {@code np.abs(a)}.
     *
     * @return a new array of this dtype
     */
    public NDArray abs() {
        return Elementwise.apply(UnaryFunction.ABSOLUTE, this);
    }

    /**
     * -1, 0 or 1 as the elements are negative, 0 or positive; NaN stays, {@code np.sign(a)}.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if it is bool
     */
    public NDArray sign() {
        return Elementwise.apply(UnaryFunction.SIGN, this);
    }

    /**
     * The integers next to the elements, of two equally near ones the even one, {@code a.round()}.
     *
     * @return a new array, of float64 for bool, else of this dtype
     */
    public NDArray round() {
        return round(0);
    }

    /**
     * The elements with so many digits behind the point, {@code a.round(decimals)}. As in NumPy, they are multiplied by
     * a power of ten, rounded to the nearest integer or the even one of two, and divided.
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
     * @param decimals how many; a negative number rounds to tens, hundreds and so on
     * @return a new array of this dtype, of float64 for bool without decimals
     * @throws UnsupportedOperationException for bool with decimals: {@code Cannot cast ufunc 'multiply' output from
     *     dtype('float64') to dtype('bool') with casting rule 'same_kind'}
     */
    public NDArray round(int decimals) {
        return DecimalRounding.round(this, decimals);
    }

    /**
     * As {@link #round(int)}, into a given array, {@code a.round(decimals, out=out)}.
     *
     * @param decimals how many; a negative number rounds to tens, hundreds and so on
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
     * The squares, {@code np.square(a)}.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException if it is bool
     */
    public NDArray square() {
        return Elementwise.apply(UnaryFunction.SQUARE, this);
    }

    /**
     * The square roots, NaN for negative elements, {@code np.sqrt(a)}.
     *
     * @return a new array of float32 for float32, else float64
     */
    public NDArray sqrt() {
        return Elementwise.apply(UnaryFunction.SQRT, this);
    }

    /**
     * As {@link #sqrt()}, into a given array, {@code np.sqrt(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'sqrt' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray sqrt(NDArray out) {
        return Elementwise.apply(UnaryFunction.SQRT, this, out);
    }

    /**
     * e to the power of the elements, {@code np.exp(a)}.
     *
     * @return a new array of float32 for float32, else float64
     */
    public NDArray exp() {
        return Elementwise.apply(UnaryFunction.EXP, this);
    }

    /**
     * As {@link #exp()}, into a given array, {@code np.exp(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'exp' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray exp(NDArray out) {
        return Elementwise.apply(UnaryFunction.EXP, this, out);
    }

    /**
     * The natural logarithms, -inf for 0 and NaN for negative elements, {@code np.log(a)}.
     *
     * @return a new array of float32 for float32, else float64
     */
    public NDArray log() {
        return Elementwise.apply(UnaryFunction.LOG, this);
    }

    /**
     * As {@link #log()}, into a given array, {@code np.log(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'log' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray log(NDArray out) {
        return Elementwise.apply(UnaryFunction.LOG, this, out);
    }

    /**
     * The sines of angles in radians, {@code np.sin(a)}.
     *
     * @return a new array of float32 for float32, else float64
     */
    public NDArray sin() {
        return Elementwise.apply(UnaryFunction.SIN, this);
    }

    /**
     * As {@link #sin()}, into a given array, {@code np.sin(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'sin' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray sin(NDArray out) {
        return Elementwise.apply(UnaryFunction.SIN, this, out);
    }

    /**
     * The cosines of angles in radians, {@code np.cos(a)}.
     *
     * @return a new array of float32 for float32, else float64
     */
    public NDArray cos() {
        return Elementwise.apply(UnaryFunction.COS, this);
    }

    /**
     * As {@link #cos()}, into a given array, {@code np.cos(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'cos' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray cos(NDArray out) {
        return Elementwise.apply(UnaryFunction.COS, this, out);
    }

    /**
     * The hyperbolic tangents, {@code np.tanh(a)}.
     *
     * @return a new array of float32 for float32, else float64
     */
    public NDArray tanh() {
        return Elementwise.apply(UnaryFunction.TANH, this);
    }

    /**
     * As {@link #tanh()}, into a given array, {@code np.tanh(a, out=out)}.
     *
     * @param out receives the result; it may be this array or a view of it
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'tanh' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray tanh(NDArray out) {
        return Elementwise.apply(UnaryFunction.TANH, this, out);
    }

    /**
     * The sigmoid function, {@code 1 / (1 + np.exp(-a))}, element by element: the bits of these four operations, but in
     * one pass. Integers are converted first.
     *
     * @return a new array, float32 for float32, else float64
     */
    public NDArray sigmoid() {
        return Elementwise.apply(UnaryFunction.SIGMOID, this);
    }

    /**
     * As {@link #sigmoid()}, into a given array.
     *
     * @param out receives the result; it may be this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code non-broadcastable output operand with shape (3,) doesn't match the
     *     broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'sigmoid' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public NDArray sigmoid(NDArray out) {
        return Elementwise.apply(UnaryFunction.SIGMOID, this, out);
    }

    /**
     * The softmax function along the last axis, {@code scipy.special.softmax(a, axis=-1)}: the exponentials of the
     * elements less the largest one, divided by their sum.
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
     * @return a new array of the same shape: float32 for float32, else float64; of a 0-d array 1
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public NDArray softmax() {
        return Softmax.softmax(this);
    }

    /**
     * As {@link #softmax()}, into a given array.
     *
     * @param out receives the result, of this shape, float32 or float64; it may be this array
     * @return {@code out}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}, or
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}
     * @throws UnsupportedOperationException {@code out must be float32 or float64, not int64}
     */
    public NDArray softmax(NDArray out) {
        return Softmax.softmax(this, out);
    }

    // Comparison and logic

    /**
     * Where the elements are greater than those of an array, {@code a > b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray gt(NDArray b) {
        return Comparison.compare(Relation.GREATER, this, b);
    }

    /**
     * Where the elements are greater than a scalar, {@code a > b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray gt(double b) {
        return gt(Casting.weak(b, dtype()));
    }

    /**
     * Where the elements are greater than a scalar, {@code a > b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray gt(long b) {
        return gt(Casting.comparable(b, dtype()));
    }

    /**
     * Where the elements are at least those of an array, {@code a >= b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray ge(NDArray b) {
        return Comparison.compare(Relation.GREATER_EQUAL, this, b);
    }

    /**
     * Where the elements are at least a scalar, {@code a >= b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray ge(double b) {
        return ge(Casting.weak(b, dtype()));
    }

    /**
     * Where the elements are at least a scalar, {@code a >= b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray ge(long b) {
        return ge(Casting.comparable(b, dtype()));
    }

    /**
     * Where the elements are less than those of an array, {@code a < b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray lt(NDArray b) {
        return Comparison.compare(Relation.LESS, this, b);
    }

    /**
     * Where the elements are less than a scalar, {@code a < b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray lt(double b) {
        return lt(Casting.weak(b, dtype()));
    }

    /**
     * Where the elements are less than a scalar, {@code a < b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray lt(long b) {
        return lt(Casting.comparable(b, dtype()));
    }

    /**
     * Where the elements are at most those of an array, {@code a <= b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray le(NDArray b) {
        return Comparison.compare(Relation.LESS_EQUAL, this, b);
    }

    /**
     * As {@link #le(NDArray)}, into a given array, {@code np.less_equal(a, b, out=out)}.
     *
     * @param b the other operand, broadcast
     * @param out receives the result, as true and false or, in another dtype than bool, as 1 and 0
     * @return {@code out}
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)},
     *     {@code non-broadcastable output operand with shape (3,) doesn't match the broadcast shape (2,3)}, or
     *     {@code output array is read-only} if it is a view that repeats elements; nothing is changed then
     */
    public NDArray le(NDArray b, NDArray out) {
        return Comparison.compare(Relation.LESS_EQUAL, this, b, out);
    }

    /**
     * Where the elements are at most a scalar, {@code a <= b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray le(double b) {
        return le(Casting.weak(b, dtype()));
    }

    /**
     * Where the elements are at most a scalar, {@code a <= b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray le(long b) {
        return le(Casting.comparable(b, dtype()));
    }

    /**
     * Where the elements are equal to those of an array, {@code a == b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; false where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray eq(NDArray b) {
        return Comparison.compare(Relation.EQUAL, this, b);
    }

    /**
     * Where the elements are equal to a scalar, {@code a == b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray eq(double b) {
        return eq(Casting.weak(b, dtype()));
    }

    /**
     * Where the elements are equal to a scalar, {@code a == b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray eq(long b) {
        return eq(Casting.comparable(b, dtype()));
    }

    /**
     * Where the elements are not equal to those of an array, {@code a != b}.
     *
     * @param b the other operand, broadcast
     * @return a new array of bool; true where either is NaN
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public NDArray ne(NDArray b) {
        return Comparison.compare(Relation.NOT_EQUAL, this, b);
    }

    /**
     * Where the elements are not equal to a scalar, {@code a != b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray ne(double b) {
        return ne(Casting.weak(b, dtype()));
    }

    /**
     * Where the elements are not equal to a scalar, {@code a != b}.
     *
     * @param b the scalar, weak beside the array
     * @return a new array of bool
     */
    public NDArray ne(long b) {
        return ne(Casting.comparable(b, dtype()));
    }

    /**
     * And, {@code a & b}: of truth values, and of the bits of integers.
     *
     * @param b the other operand, of integers or bool, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_and' not supported for the input types, …} if one of
     *     them is a floating-point array
     */
    public NDArray and(NDArray b) {
        return Elementwise.apply(Bitwise.AND, this, b);
    }

    /**
     * Or, {@code a | b}: of truth values, and of the bits of integers.
     *
     * @param b the other operand, of integers or bool, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_or' not supported for the input types, …} if one of
     *     them is a floating-point array
     */
    public NDArray or(NDArray b) {
        return Elementwise.apply(Bitwise.OR, this, b);
    }

    /**
     * Exclusive or, {@code a ^ b}: of truth values, and of the bits of integers.
     *
     * @param b the other operand, of integers or bool, broadcast
     * @return a new array of the promoted dtype
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     * @throws UnsupportedOperationException {@code ufunc 'bitwise_xor' not supported for the input types, …} if one of
     *     them is a floating-point array
     */
    public NDArray xor(NDArray b) {
        return Elementwise.apply(Bitwise.XOR, this, b);
    }

    /**
     * Not, {@code ~a}: of truth values, and of the bits of integers.
     *
     * @return a new array of this dtype
     * @throws UnsupportedOperationException {@code ufunc 'invert' not supported for the input types, …} if it is a
     *     floating-point array
     */
    public NDArray not() {
        return Bitwise.invert(this);
    }

    /**
     * Whether all elements are close to those of another array, {@code np.allclose(a, b, rtol, atol)}: the difference
     * is at most {@code atol + rtol * |b|}. Equal infinities are close; NaN is close to nothing.
     *
     * @param b the other array, broadcast
     * @param rtol the relative tolerance
     * @param atol the absolute tolerance
     * @return whether all are close
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,)}
     */
    public boolean allClose(NDArray b, double rtol, double atol) {
        return Comparison.allClose(this, b, rtol, atol);
    }

    /**
     * Elements of x where the condition is true, and of y where it is false, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the elements where it is true, broadcast
     * @param y the elements where it is false, broadcast
     * @return a new array of the promoted dtype of x and y
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}
     */
    public static NDArray where(NDArray condition, NDArray x, NDArray y) {
        return Where.where(condition, x, y);
    }

    /**
     * As {@link #where(NDArray, NDArray, NDArray)}, into a given array; NumPy's {@code where} has no such form.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the elements where it is true, broadcast
     * @param y the elements where it is false, broadcast
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
     * Elements of an array where the condition is true, else a scalar, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the elements where it is true, broadcast
     * @param y the scalar, weak beside x
     * @return a new array, float64, or float32 if x is of float32
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}
     */
    public static NDArray where(NDArray condition, NDArray x, double y) {
        return where(condition, x, Casting.weak(y, x.dtype()));
    }

    /**
     * Elements of an array where the condition is true, else a scalar, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the elements where it is true, broadcast
     * @param y the scalar, weak beside x
     * @return a new array, int64 if x is of bool, else of the dtype of x
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) (4,) ()}, or
     *     {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray where(NDArray condition, NDArray x, long y) {
        return where(condition, x, Casting.weak(y, x.dtype()));
    }

    /**
     * A scalar where the condition is true, else elements of an array, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the scalar, weak beside y
     * @param y the elements where it is false, broadcast
     * @return a new array, float64, or float32 if y is of float32
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) () (4,)}
     */
    public static NDArray where(NDArray condition, double x, NDArray y) {
        return where(condition, Casting.weak(x, y.dtype()), y);
    }

    /**
     * A scalar where the condition is true, else elements of an array, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the scalar, weak beside y
     * @param y the elements where it is false, broadcast
     * @return a new array, int64 if y is of bool, else of the dtype of y
     * @throws IllegalArgumentException {@code operands could not be broadcast together with shapes (2,3) () (4,)}, or
     *     {@code Python integer 300 out of bounds for uint8}
     */
    public static NDArray where(NDArray condition, long x, NDArray y) {
        return where(condition, Casting.weak(x, y.dtype()), y);
    }

    /**
     * One scalar where the condition is true, and another where it is false, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the element where it is true
     * @param y the element where it is false
     * @return a new array of float64 and the condition's shape
     */
    public static NDArray where(NDArray condition, double x, double y) {
        return where(condition, scalar(x), scalar(y));
    }

    /**
     * One scalar where the condition is true, and another where it is false, {@code np.where(condition, x, y)}.
     *
     * @param condition what to choose by; every number but 0 is true, NaN too
     * @param x the element where it is true
     * @param y the element where it is false
     * @return a new array of int64 and the condition's shape
     */
    public static NDArray where(NDArray condition, long x, long y) {
        return where(condition, scalar(x), scalar(y));
    }

    // Reductions

    /**
     * The sum of all elements, {@code a.sum()}.
     *
     * @return a 0-d array, int64 for bool and uint8 (NumPy: uint64 for uint8), else of this dtype. Floats are added in
     *     NumPy's order, so the result is NumPy's to the bit
     */
    public NDArray sum() {
        return Reduction.reduce(Fold.SUM, Fold.SUM.resultType(dtype()), this);
    }

    /**
     * The sum along an axis, {@code a.sum(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, int64 for bool and uint8 (NumPy: uint64 for uint8), else of this dtype.
     *     Floats are added in NumPy's order, so the result is NumPy's to the bit
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray sum(int axis) {
        return sum(axis, false);
    }

    /**
     * The sum along an axis, {@code a.sum(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #sum(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray sum(int axis, boolean keepDims) {
        return Reduction.reduce(Fold.SUM, Fold.SUM.resultType(dtype()), this, axis, keepDims);
    }

    /**
     * The product of all elements, {@code a.prod()}.
     *
     * @return a 0-d array, int64 for bool and uint8 (NumPy: uint64 for uint8), else of this dtype
     */
    public NDArray prod() {
        return Reduction.reduce(Fold.PRODUCT, Fold.PRODUCT.resultType(dtype()), this);
    }

    /**
     * The product along an axis, {@code a.prod(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, int64 for bool and uint8 (NumPy: uint64 for uint8), else of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray prod(int axis) {
        return prod(axis, false);
    }

    /**
     * The product along an axis, {@code a.prod(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #prod(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray prod(int axis, boolean keepDims) {
        return Reduction.reduce(Fold.PRODUCT, Fold.PRODUCT.resultType(dtype()), this, axis, keepDims);
    }

    /**
     * The mean of all elements, {@code a.mean()}.
     *
     * @return a 0-d array, of float32 for float32, else float64. Floats are added in NumPy's order
     */
    public NDArray mean() {
        return Reduction.mean(this);
    }

    /**
     * The mean along an axis, {@code a.mean(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64. Floats are added in NumPy's order
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray mean(int axis) {
        return mean(axis, false);
    }

    /**
     * The mean along an axis, {@code a.mean(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #mean(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray mean(int axis, boolean keepDims) {
        return Reduction.mean(this, axis, keepDims);
    }

    /**
     * The largest element, {@code a.max()}.
     *
     * @return a 0-d array, of this dtype; NaN if one of them is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public NDArray max() {
        return Reduction.reduce(Fold.MAXIMUM, Fold.MAXIMUM.resultType(dtype()), this);
    }

    /**
     * The largest element along an axis, {@code a.max(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of this dtype; NaN if one of them is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray max(int axis) {
        return max(axis, false);
    }

    /**
     * The largest element along an axis, {@code a.max(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #max(int)}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray max(int axis, boolean keepDims) {
        return Reduction.reduce(Fold.MAXIMUM, Fold.MAXIMUM.resultType(dtype()), this, axis, keepDims);
    }

    /**
     * The smallest element, {@code a.min()}.
     *
     * @return a 0-d array, of this dtype; NaN if one of them is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public NDArray min() {
        return Reduction.reduce(Fold.MINIMUM, Fold.MINIMUM.resultType(dtype()), this);
    }

    /**
     * The smallest element along an axis, {@code a.min(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of this dtype; NaN if one of them is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray min(int axis) {
        return min(axis, false);
    }

    /**
     * The smallest element along an axis, {@code a.min(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #min(int)}
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray min(int axis, boolean keepDims) {
        return Reduction.reduce(Fold.MINIMUM, Fold.MINIMUM.resultType(dtype()), this, axis, keepDims);
    }

    /**
     * The position of the first largest element, or of the first NaN, in C order, {@code a.argmax()}.
     *
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}
     */
    public NDArray argmax() {
        return Searching.argmax(reshape(-1), 0, false);
    }

    /**
     * The position of the first largest element, or of the first NaN, along an axis, {@code a.argmax(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argmax(int axis) {
        return argmax(axis, false);
    }

    /**
     * The position of the first largest element, or of the first NaN, along an axis, {@code a.argmax(axis,
     * keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argmax(int axis, boolean keepDims) {
        return Searching.argmax(this, axis, keepDims);
    }

    /**
     * The position of the first smallest element, or of the first NaN, in C order, {@code a.argmin()}.
     *
     * @return a 0-d array of int64
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}
     */
    public NDArray argmin() {
        return Searching.argmin(reshape(-1), 0, false);
    }

    /**
     * The position of the first smallest element, or of the first NaN, along an axis, {@code a.argmin(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 without that axis
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argmin(int axis) {
        return argmin(axis, false);
    }

    /**
     * The position of the first smallest element, or of the first NaN, along an axis, {@code a.argmin(axis,
     * keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array of int64
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argmin(int axis, boolean keepDims) {
        return Searching.argmin(this, axis, keepDims);
    }

    /**
     * The variance of all elements, the mean of their squared distances from the mean, {@code a.var()}.
     *
     * @return a 0-d array, of float32 for float32, else float64; NaN of no elements. Floats are added in NumPy's order
     */
    public NDArray var() {
        return Variance.variance(this);
    }

    /**
     * The variance along an axis, {@code a.var(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64; NaN of no elements. Floats are added
     *     in NumPy's order
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int axis) {
        return var(axis, false);
    }

    /**
     * The variance along an axis, {@code a.var(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #var(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int axis, boolean keepDims) {
        return Variance.variance(this, axis, keepDims);
    }

    /**
     * The standard deviation of all elements, the square root of their variance, {@code a.std()}.
     *
     * @return a 0-d array, of float32 for float32, else float64; NaN of no elements. Floats are added in NumPy's order
     */
    public NDArray std() {
        return Variance.standardDeviation(this);
    }

    /**
     * The standard deviation along an axis, {@code a.std(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis, of float32 for float32, else float64; NaN of no elements. Floats are added
     *     in NumPy's order
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int axis) {
        return std(axis, false);
    }

    /**
     * The standard deviation along an axis, {@code a.std(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #std(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int axis, boolean keepDims) {
        return Variance.standardDeviation(this, axis, keepDims);
    }

    /**
     * Whether any element is true: not 0, {@code a.any()}.
     *
     * @return a 0-d array of bool; false of no elements
     */
    public NDArray any() {
        return Quantifiers.any(this);
    }

    /**
     * Whether any element is true along an axis, {@code a.any(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis of bool; false of no elements
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray any(int axis) {
        return any(axis, false);
    }

    /**
     * Whether any element is true along an axis, {@code a.any(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #any(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray any(int axis, boolean keepDims) {
        return Quantifiers.any(this, axis, keepDims);
    }

    /**
     * Whether all elements are true: not 0, {@code a.all()}.
     *
     * @return a 0-d array of bool; true of no elements
     */
    public NDArray all() {
        return Quantifiers.all(this);
    }

    /**
     * Whether all elements are true along an axis, {@code a.all(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis of bool; true of no elements
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray all(int axis) {
        return all(axis, false);
    }

    /**
     * Whether all elements are true along an axis, {@code a.all(axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array, as {@link #all(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray all(int axis, boolean keepDims) {
        return Quantifiers.all(this, axis, keepDims);
    }

    // Reductions without an axis that keep all axes, and over several axes at once

    /**
     * As {@link #sum()}, with all axes kept, {@code a.sum(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray sum(boolean keepDims) {
        return Reduction.reduce(Fold.SUM, Fold.SUM.resultType(dtype()), this, Axes.all(this), keepDims);
    }

    /**
     * The sum along several axes, {@code a.sum(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #sum(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray sum(int[] axes) {
        return sum(axes, false);
    }

    /**
     * The sum along several axes, {@code a.sum(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #sum(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray sum(int[] axes, boolean keepDims) {
        return Reduction.reduce(Fold.SUM, Fold.SUM.resultType(dtype()), this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #prod()}, with all axes kept, {@code a.prod(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray prod(boolean keepDims) {
        return Reduction.reduce(Fold.PRODUCT, Fold.PRODUCT.resultType(dtype()), this, Axes.all(this), keepDims);
    }

    /**
     * The product along several axes, {@code a.prod(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #prod(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray prod(int[] axes) {
        return prod(axes, false);
    }

    /**
     * The product along several axes, {@code a.prod(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #prod(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray prod(int[] axes, boolean keepDims) {
        return Reduction.reduce(Fold.PRODUCT, Fold.PRODUCT.resultType(dtype()), this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #mean()}, with all axes kept, {@code a.mean(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray mean(boolean keepDims) {
        return Reduction.mean(this, Axes.all(this), keepDims);
    }

    /**
     * The mean along several axes, {@code a.mean(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #mean(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray mean(int[] axes) {
        return mean(axes, false);
    }

    /**
     * The mean along several axes, {@code a.mean(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #mean(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray mean(int[] axes, boolean keepDims) {
        return Reduction.mean(this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #max()}, with all axes kept, {@code a.max(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     */
    public NDArray max(boolean keepDims) {
        return Reduction.reduce(Fold.MAXIMUM, Fold.MAXIMUM.resultType(dtype()), this, Axes.all(this), keepDims);
    }

    /**
     * The largest element along several axes, {@code a.max(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #max(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code zero-size array to reduction
     *     operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray max(int[] axes) {
        return max(axes, false);
    }

    /**
     * The largest element along several axes, {@code a.max(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #max(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code zero-size array to reduction
     *     operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray max(int[] axes, boolean keepDims) {
        return Reduction.reduce(Fold.MAXIMUM, Fold.MAXIMUM.resultType(dtype()), this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #min()}, with all axes kept, {@code a.min(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     * @throws IllegalArgumentException {@code zero-size array to reduction operation minimum which has no identity}
     */
    public NDArray min(boolean keepDims) {
        return Reduction.reduce(Fold.MINIMUM, Fold.MINIMUM.resultType(dtype()), this, Axes.all(this), keepDims);
    }

    /**
     * The smallest element along several axes, {@code a.min(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #min(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code zero-size array to reduction
     *     operation minimum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray min(int[] axes) {
        return min(axes, false);
    }

    /**
     * The smallest element along several axes, {@code a.min(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #min(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}, or {@code zero-size array to reduction
     *     operation minimum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray min(int[] axes, boolean keepDims) {
        return Reduction.reduce(Fold.MINIMUM, Fold.MINIMUM.resultType(dtype()), this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #var()}, with all axes kept, {@code a.var(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray var(boolean keepDims) {
        return Variance.variance(this, Axes.all(this), keepDims, 0);
    }

    /**
     * The variance along several axes, {@code a.var(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #var(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int[] axes) {
        return var(axes, false);
    }

    /**
     * The variance along several axes, {@code a.var(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #var(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int[] axes, boolean keepDims) {
        return Variance.variance(this, Axes.of(this, axes), keepDims, 0);
    }

    /**
     * The variance with a correction, {@code a.var(keepdims=keepDims, ddof=ddof)}: the sum of the squared distances is
     * divided by the number of elements less {@code ddof}, or by 0 where that is negative.
     *
     * @param keepDims whether the axes stay, with length 1
     * @param ddof the degrees of freedom to take off, 1 for the variance of a population that a sample tells of
     * @return a new array, as {@link #var(int)}
     */
    public NDArray var(boolean keepDims, double ddof) {
        return Variance.variance(this, Axes.all(this), keepDims, ddof);
    }

    /**
     * The variance with a correction, {@code a.var(axis, keepdims=keepDims, ddof=ddof)}: the sum of the squared
     * distances is divided by the number of elements less {@code ddof}, or by 0 where that is negative.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @param ddof the degrees of freedom to take off, 1 for the variance of a population that a sample tells of
     * @return a new array, as {@link #var(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int axis, boolean keepDims, double ddof) {
        return Variance.variance(this, Axes.of(this, axis), keepDims, ddof);
    }

    /**
     * The variance with a correction, {@code a.var(axes, keepdims=keepDims, ddof=ddof)}: the sum of the squared
     * distances is divided by the number of elements less {@code ddof}, or by 0 where that is negative.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param ddof the degrees of freedom to take off, 1 for the variance of a population that a sample tells of
     * @return a new array, as {@link #var(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray var(int[] axes, boolean keepDims, double ddof) {
        return Variance.variance(this, Axes.of(this, axes), keepDims, ddof);
    }

    /**
     * As {@link #std()}, with all axes kept, {@code a.std(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray std(boolean keepDims) {
        return Variance.standardDeviation(this, Axes.all(this), keepDims, 0);
    }

    /**
     * The standard deviation along several axes, {@code a.std(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #std(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int[] axes) {
        return std(axes, false);
    }

    /**
     * The standard deviation along several axes, {@code a.std(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #std(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int[] axes, boolean keepDims) {
        return Variance.standardDeviation(this, Axes.of(this, axes), keepDims, 0);
    }

    /**
     * The standard deviation with a correction, {@code a.std(keepdims=keepDims, ddof=ddof)}: the sum of the squared
     * distances is divided by the number of elements less {@code ddof}, or by 0 where that is negative.
     *
     * @param keepDims whether the axes stay, with length 1
     * @param ddof the degrees of freedom to take off, 1 for the variance of a population that a sample tells of
     * @return a new array, as {@link #std(int)}
     */
    public NDArray std(boolean keepDims, double ddof) {
        return Variance.standardDeviation(this, Axes.all(this), keepDims, ddof);
    }

    /**
     * The standard deviation with a correction, {@code a.std(axis, keepdims=keepDims, ddof=ddof)}: the sum of the
     * squared distances is divided by the number of elements less {@code ddof}, or by 0 where that is negative.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @param ddof the degrees of freedom to take off, 1 for the variance of a population that a sample tells of
     * @return a new array, as {@link #std(int)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int axis, boolean keepDims, double ddof) {
        return Variance.standardDeviation(this, Axes.of(this, axis), keepDims, ddof);
    }

    /**
     * The standard deviation with a correction, {@code a.std(axes, keepdims=keepDims, ddof=ddof)}: the sum of the
     * squared distances is divided by the number of elements less {@code ddof}, or by 0 where that is negative.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @param ddof the degrees of freedom to take off, 1 for the variance of a population that a sample tells of
     * @return a new array, as {@link #std(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray std(int[] axes, boolean keepDims, double ddof) {
        return Variance.standardDeviation(this, Axes.of(this, axes), keepDims, ddof);
    }

    /**
     * As {@link #any()}, with all axes kept, {@code a.any(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray any(boolean keepDims) {
        return Quantifiers.any(this, Axes.all(this), keepDims);
    }

    /**
     * Whether any element is true along several axes, {@code a.any(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #any(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray any(int[] axes) {
        return any(axes, false);
    }

    /**
     * Whether any element is true along several axes, {@code a.any(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #any(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray any(int[] axes, boolean keepDims) {
        return Quantifiers.any(this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #all()}, with all axes kept, {@code a.all(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of one element
     */
    public NDArray all(boolean keepDims) {
        return Quantifiers.all(this, Axes.all(this), keepDims);
    }

    /**
     * Whether all elements are true along several axes, {@code a.all(axes)}.
     *
     * @param axes the axes; negative ones count from the end
     * @return a new array without these axes, as {@link #all(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray all(int[] axes) {
        return all(axes, false);
    }

    /**
     * Whether all elements are true along several axes, {@code a.all(axes, keepdims=keepDims)}.
     *
     * @param axes the axes; negative ones count from the end
     * @param keepDims whether the axes stay, with length 1
     * @return a new array, as {@link #all(int)}
     * @throws IllegalArgumentException {@code duplicate value in 'axis'}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray all(int[] axes, boolean keepDims) {
        return Quantifiers.all(this, Axes.of(this, axes), keepDims);
    }

    /**
     * As {@link #argmax()}, with all axes kept, {@code a.argmax(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of int64 and of one element
     * @throws IllegalArgumentException {@code attempt to get argmax of an empty sequence}
     */
    public NDArray argmax(boolean keepDims) {
        return Axes.all(this).kept(argmax(), shape(), keepDims);
    }

    /**
     * As {@link #argmin()}, with all axes kept, {@code a.argmin(keepdims=keepDims)}.
     *
     * @param keepDims whether the axes stay, with length 1
     * @return a new array of int64 and of one element
     * @throws IllegalArgumentException {@code attempt to get argmin of an empty sequence}
     */
    public NDArray argmin(boolean keepDims) {
        return Axes.all(this).kept(argmin(), shape(), keepDims);
    }

    /**
     * The largest element less the smallest, {@code np.ptp(a)}.
     *
     * @return a 0-d array of this dtype; NaN if one of the elements is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws UnsupportedOperationException of bool: {@code numpy boolean subtract, the `-` operator, is not supported,
     *     …}
     */
    public NDArray ptp() {
        return max().sub(min());
    }

    /**
     * The largest element less the smallest along an axis, {@code np.ptp(a, axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array without that axis of this dtype; NaN if one of the elements is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException of bool: {@code numpy boolean subtract, the `-` operator, is not supported,
     *     …}
     */
    public NDArray ptp(int axis) {
        return max(axis).sub(min(axis));
    }

    /**
     * The largest element less the smallest along an axis, {@code np.ptp(a, axis, keepdims=keepDims)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @param keepDims whether the axis stays, with length 1
     * @return a new array of this dtype; NaN if one of the elements is NaN
     * @throws IllegalArgumentException {@code zero-size array to reduction operation maximum which has no identity}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     * @throws UnsupportedOperationException of bool: {@code numpy boolean subtract, the `-` operator, is not supported,
     *     …}
     */
    public NDArray ptp(int axis, boolean keepDims) {
        return max(axis, keepDims).sub(min(axis, keepDims));
    }

    // Cumulative functions

    /**
     * The cumulative sum of all elements in C order, {@code a.cumsum()}.
     *
     * @return a new array with one axis, of int64 for bool and uint8, else of this dtype
     */
    public NDArray cumsum() {
        return Cumulation.sum(reshape(-1), 0);
    }

    /**
     * The cumulative sum along an axis, {@code a.cumsum(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape, of int64 for bool and uint8, else of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray cumsum(int axis) {
        return Cumulation.sum(this, axis);
    }

    /**
     * The cumulative product of all elements in C order, {@code a.cumprod()}.
     *
     * @return a new array with one axis, of int64 for bool and uint8, else of this dtype
     */
    public NDArray cumprod() {
        return Cumulation.product(reshape(-1), 0);
    }

    /**
     * The cumulative product along an axis, {@code a.cumprod(axis)}.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape, of int64 for bool and uint8, else of this dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray cumprod(int axis) {
        return Cumulation.product(this, axis);
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
     * Sorts the elements in place along an axis, {@code a.sort(axis, kind='stable')}: equal elements stay in order, NaN
     * comes last.
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
     * A sorted copy, {@code np.sort(a)}, as {@link #sort()} sorts.
     *
     * @param a the array
     * @return a new array of this shape and dtype
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray sort(NDArray a) {
        return sort(a, -1);
    }

    /**
     * A sorted copy, {@code np.sort(a, axis)}, as {@link #sort(int)} sorts.
     *
     * @param a the array
     * @param axis the axis; a negative one counts from the end
     * @return a new array of this shape and dtype
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    @SuppressWarnings("AmbiguousMethodReference")
    public static NDArray sort(NDArray a, int axis) {
        a.shape().checkAxis(axis);
        return Ordering.sort(a.copy(), axis);
    }

    /**
     * The positions that sort the array along the last axis, {@code a.argsort()}.
     *
     * @return a new array of int64 and of this shape; (1,) for a 0-d array
     */
    public NDArray argsort() {
        return argsort(-1);
    }

    /**
     * The positions that sort the array along an axis, {@code a.argsort(axis, kind='stable')}: those of equal elements
     * ascend, those of NaN come last.
     *
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 and of this shape; (1,) for a 0-d array
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argsort(int axis) {
        return Ordering.argsort(this, axis);
    }

    /**
     * Puts the element that would be at one place if the array were sorted along the last axis there, in place,
     * {@code a.partition(kth)}: none before it is greater, none behind it is less.
     *
     * @param kth the place; a negative one counts from the end
     * @return this array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}, or {@code partition array is read-only}
     * @throws IndexOutOfBoundsException {@code axis -1 is out of bounds for array of dimension 0}
     */
    public NDArray partition(int kth) {
        return partition(kth, -1);
    }

    /**
     * As {@link #partition(int)}, along an axis, {@code a.partition(kth, axis)}.
     *
     * @param kth the place; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return this array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}, or {@code partition array is read-only}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray partition(int kth, int axis) {
        return Ordering.partition(this, axis, kth);
    }

    /**
     * The positions that partition the array along the last axis, {@code a.argpartition(kth)}.
     *
     * @param kth the place; a negative one counts from the end
     * @return a new array of int64 and of this shape; (1,) for a 0-d array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     */
    public NDArray argpartition(int kth) {
        return argpartition(kth, -1);
    }

    /**
     * The positions that partition the array along an axis, {@code a.argpartition(kth, axis)}.
     *
     * @param kth the place; a negative one counts from the end
     * @param axis the axis; a negative one counts from the end
     * @return a new array of int64 and of this shape; (1,) for a 0-d array
     * @throws IllegalArgumentException {@code kth(=7) out of bounds (5)}
     * @throws IndexOutOfBoundsException {@code axis 2 is out of bounds for array of dimension 2}
     */
    public NDArray argpartition(int kth, int axis) {
        return Ordering.argpartition(this, axis, kth);
    }

    /**
     * The places in this sorted array where values belong, before all equal elements, {@code a.searchsorted(values)}.
     *
     * @param values of any shape
     * @return a new array of int64, of the shape of the values
     * @throws IllegalArgumentException {@code object too deep for desired array} or {@code object of too small depth
     *     for desired array}, unless this array has one axis
     */
    public NDArray searchsorted(NDArray values) {
        return searchsorted(values, Sorting.Side.LEFT);
    }

    /**
     * The places in this sorted array where values belong, {@code a.searchsorted(values, side)}.
     *
     * @param values of any shape
     * @param side on which side of equal elements
     * @return a new array of int64, of the shape of the values
     * @throws IllegalArgumentException {@code object too deep for desired array} or {@code object of too small depth
     *     for desired array}, unless this array has one axis
     */
    public NDArray searchsorted(NDArray values, Sorting.Side side) {
        return Sorting.searchsorted(this, values, side);
    }

    /**
     * The positions of the elements that are not 0, {@code a.nonzero()}.
     *
     * @return an array of int64 for each axis; {@link #get(NDArray...)} takes them
     * @throws IllegalArgumentException {@code Calling nonzero on 0d arrays is not allowed. Use
     *     np.atleast_1d(scalar).nonzero() instead.}
     */
    public NDArray[] nonzero() {
        return NonZero.byAxis(this);
    }

    // Linear algebra

    /**
     * The dot product, {@code np.dot(a, b)}: of two vectors a scalar, of matrices the matrix product; for more axes the
     * sum over the last axis of this array and the last but one of {@code b}. With a 0-d array it multiplies.
     *
     * @param b the right operand
     * @return a new array of the promoted dtype, whose shape is {@code a.shape[:-1] + b.shape[:-2] + b.shape[-1:]}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)}
     */
    public NDArray dot(NDArray b) {
        return Dot.dot(this, b);
    }

    /**
     * As {@link #dot(NDArray)}, into a given array, {@code np.dot(a, b, out)}.
     *
     * @param b the right operand
     * @param out receives the result; of its shape and dtype, in C order without gaps
     * @return {@code out}
     * @throws IllegalArgumentException {@code shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)},
     *     {@code output array is read-only}, {@code output array is not acceptable (must have the right datatype,
     *     number of dimensions, and be a C-Array)}, or {@code output array has wrong dimensions}
     */
    public NDArray dot(NDArray b, NDArray out) {
        return Dot.dot(this, b, out);
    }

    /**
     * Which implementation of the matrix product and of other loops all arrays use: {@code plain}, loops that run
     * everywhere, or {@code vector}, the Vector API, which needs {@code java --add-modules jdk.incubator.vector}. Both
     * give the same bits.
     *
     * <p>The system property {@code dlfs4j.kernel} chooses, {@code auto}, {@code plain} or {@code vector}, when the
     * first operation needs it. {@code auto}, the default, takes the Vector API where its module is present, on the
     * JDKs and processors on which it was found to be faster, if there is a second processor to compile its code. Until
     * that is done, plain code serves. Where the processor has no fused multiply-add, plain code serves always.
     *
     * @return {@code plain} or {@code vector}
     */
    public static String kernel() {
        return Kernel.selected().toString();
    }

    // Elements as Java arrays

    /**
     * The elements in C order.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is int64, of which float64 cannot hold every value;
     *     {@link #astype} converts
     */
    public double[] toDoubleArray() {
        if (dtype() == DType.INT64) {
            throw Errors.wrongDType("toDoubleArray", DType.FLOAT64, dtype());
        }
        return (double[]) lasting(DType.FLOAT64).storage.values();
    }

    /**
     * The elements in C order.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not float32; {@link #astype} converts
     */
    public float[] toFloatArray() {
        checkDType("toFloatArray", DType.FLOAT32);
        return (float[]) keep().storage.values();
    }

    /**
     * The elements in C order.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not int64; {@link #astype} converts
     */
    public long[] toLongArray() {
        checkDType("toLongArray", DType.INT64);
        return (long[]) keep().storage.values();
    }

    /**
     * The elements in C order.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not uint8; {@link #astype} converts
     */
    public byte[] toByteArray() {
        checkDType("toByteArray", DType.UINT8);
        return (byte[]) keep().storage.values();
    }

    /**
     * The elements in C order.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is not bool; {@link #astype} converts
     */
    public boolean[] toBooleanArray() {
        checkDType("toBooleanArray", DType.BOOL);
        return (boolean[]) keep().storage.values();
    }

    /**
     * The elements in C order as {@code int}.
     *
     * @return a new array
     * @throws UnsupportedOperationException if the dtype is a floating one
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

    // Text and equality

    /**
     * The text NumPy prints, {@code str(a)}, character for character.
     *
     * @return for example {@code [0.25 0.4 0.5 ]}
     */
    @Override
    public String toString() {
        return ArrayFormat.str(this);
    }

    /**
     * The text NumPy prints with some options, {@code with np.printoptions(…): str(a)}, character for character. A 0-d
     * array is a scalar, which no option changes.
     *
     * @param options how many digits, which elements, how long a line
     * @return for example {@code [0.2 0.4 0.5]}
     */
    public String toString(PrintOptions options) {
        return ArrayFormat.str(this, options);
    }

    /**
     * NumPy's representation, {@code repr(a)}, character for character.
     *
     * @return for example {@code array([0.25, 0.4 , 0.5 ])}
     */
    public String repr() {
        return ArrayFormat.repr(this);
    }

    /**
     * NumPy's representation with some options, {@code with np.printoptions(…): repr(a)}, character for character.
     *
     * @param options how many digits, which elements, how long a line
     * @return for example {@code array([0.2, 0.4, 0.5])}
     */
    public String repr(PrintOptions options) {
        return ArrayFormat.repr(this, options);
    }

    /**
     * Whether the other object is an array of the same dtype, shape and elements. NaN equals NaN here, and 0.0 is not
     * -0.0; {@link #eq(NDArray)} compares as NumPy does.
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

    private Object writeReplace() {
        return new SerializedArray(this);
    }

    /** Refuses an array that is not in its serialised form: no check would be made of it. */
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("NDArray is read from its serialised form alone");
    }
}
