package io.github.dlfs4j.ndarray.inside;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.ReductionOptions;
import io.github.dlfs4j.ndarray.strided.ArrayAccess;
import io.github.dlfs4j.ndarray.strided.Layout;
import io.github.dlfs4j.ndarray.strided.Primitive;
import io.github.dlfs4j.ndarray.strided.ReductionArguments;
import io.github.dlfs4j.ndarray.strided.Storage;
import io.github.dlfs4j.ndarray.strided.Strided;

/** What is inside an array: its memory, for functions that need more than the public methods. */
public final class Inside {
    private static final ArrayAccess<NDArray, ReductionOptions> ARRAYS = access();

    private Inside() {}

    @SuppressWarnings("unchecked") // NDArray hands in its own
    private static ArrayAccess<NDArray, ReductionOptions> access() {
        NDArray.scalar(0); // loads the class
        return (ArrayAccess<NDArray, ReductionOptions>) ArrayAccess.get();
    }

    /**
     * Returns what loops see of an array.
     *
     * @param array the array
     * @return storage and layout
     */
    public static Strided elements(NDArray array) {
        return ARRAYS.elements(array);
    }

    /**
     * Returns the positions of an array's elements in its memory.
     *
     * @param array the array
     * @return the layout, which is never changed
     */
    public static Layout layout(NDArray array) {
        return ARRAYS.elements(array).layout();
    }

    /**
     * {@return the memory of an array, not a copy}
     *
     * @param array the array
     */
    public static Storage storage(NDArray array) {
        return ARRAYS.elements(array).storage();
    }

    /**
     * Returns an array of elements at other positions in an array's memory.
     *
     * @param array the array
     * @param layout the positions
     * @return a view
     */
    public static NDArray view(NDArray array, Layout layout) {
        return ARRAYS.view(array, layout);
    }

    /**
     * Returns an array stretched to wider lengths, which must fit; it must not be written to.
     *
     * @param array the array
     * @param lengths the lengths of the axes
     * @return a view
     */
    public static NDArray stretched(NDArray array, int... lengths) {
        return ARRAYS.view(array, layout(array).broadcastTo(lengths));
    }

    /**
     * {@return an array in C order whose memory is given}
     *
     * @param storage the memory
     * @param lengths the lengths of the axes
     */
    public static NDArray around(Storage storage, int... lengths) {
        return ARRAYS.around(storage, Layout.contiguous(lengths));
    }

    /**
     * Writes elements, broadcast, to a target; the two may share memory.
     *
     * @param target where to write
     * @param value what to write
     */
    public static void assign(NDArray target, NDArray value) {
        ARRAYS.assign(target, value);
    }

    /**
     * Returns the sum along axes in a floating-point dtype. The elements are converted on the way, as many at a time as
     * NumPy converts, since that decides the order of the additions.
     *
     * @param array the array
     * @param dtype float32 or float64
     * @param axes the axes
     * @return a new array without the axes
     */
    public static NDArray sum(NDArray array, DType dtype, int... axes) {
        return ARRAYS.sum(array, dtype == DType.FLOAT32 ? Primitive.FLOAT : Primitive.DOUBLE, axes);
    }

    /**
     * {@return the array itself if it has the dtype, otherwise a copy of the dtype}
     *
     * @param array the array
     * @param dtype the dtype
     */
    public static NDArray converted(NDArray array, DType dtype) {
        return array.dtype() == dtype ? array : array.astype(dtype);
    }

    /**
     * {@return the array itself if it is floating-point, otherwise a copy of float64}
     *
     * @param a the array
     */
    public static NDArray floating(NDArray a) {
        return a.dtype().isFloating() ? a : a.astype(DType.FLOAT64);
    }

    /**
     * {@return a weak Java scalar as a 0-d array; it takes the dtype of the array beside it}
     *
     * @param value the scalar
     * @param beside the dtype of the array beside it
     */
    public static NDArray weak(double value, DType beside) {
        return beside == DType.FLOAT32 ? NDArray.scalar((float) value) : NDArray.scalar(value);
    }

    /**
     * {@return whether an array can hold the kind of another's elements: no fraction in integers, no number in bool}
     *
     * @param from the array with the elements
     * @param to the array that may get them
     */
    public static boolean isSameKind(NDArray from, NDArray to) {
        return ARRAYS.isSameKind(from, to);
    }

    /**
     * Returns what the options of a reduction hold.
     *
     * @param options the options
     * @return axes, mask and so on
     */
    public static ReductionArguments<NDArray> arguments(ReductionOptions options) {
        return ARRAYS.arguments(options);
    }

    /**
     * Returns options of a reduction.
     *
     * @param arguments axes, mask and so on
     * @return options that hold them
     */
    public static ReductionOptions options(ReductionArguments<NDArray> arguments) {
        return ARRAYS.options(arguments);
    }

    /**
     * {@return options to reduce along an axis}
     *
     * @param axis the axis
     * @param keepDims whether it stays
     */
    public static ReductionOptions options(int axis, boolean keepDims) {
        return options(new ReductionArguments<>(new int[] {axis}, keepDims, null, null, null, null));
    }
}
