package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.Objects;

/**
 * Elements of an array selected for writing, the left side of NumPy's {@code x[index] = value}.
 * {@link NDArray#at(int...)} returns a selection.
 *
 * <p>Values are broadcast to the selection and converted to the array's dtype; an array of integers truncates
 * fractions. If an index names an element twice, the last value stays, and {@code addi} adds once but {@code addAt}
 * adds twice. {@code at} checks the positions, before there are values: of a wrong position and values of a wrong shape
 * the position is named, where NumPy names the shape.
 *
 * <p>Writing is not safe while another thread reads or writes the same elements, through this array or a view.
 */
public final class Selection {
    private final NDArray view;
    private final IndexedElements elements;
    private final boolean isElement;

    /**
     * Selects elements.
     *
     * @param view the elements as a view, or null
     * @param elements the elements if there is no view, or null
     * @param isElement whether the index has a position for every axis, so that it selects a single element
     */
    Selection(NDArray view, IndexedElements elements, boolean isElement) {
        this.view = view;
        this.elements = elements;
        this.isElement = isElement;
    }

    private DType dtype() {
        return elements == null ? view.dtype() : elements.dtype();
    }

    private NDArray read() {
        return elements == null ? view : elements.read();
    }

    /** Refuses values with axes for a single element, as NumPy does; for bool NumPy takes any array of one element. */
    private void refuseSequence(NDArray values) {
        if (isElement && values.ndim() > 0 && !(dtype() == DType.BOOL && values.size() == 1)) {
            throw new IllegalArgumentException("setting an array element with a sequence.");
        }
    }

    private void write(NDArray values) {
        if (elements == null) {
            Casting.assign(view, values);
        } else {
            elements.write(values);
        }
    }

    /**
     * Writes the values, {@code x[index] = values}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code could not broadcast input array from shape (4,) into shape (2,3)};
     *     {@code shape mismatch: value array of shape (3,) could not be broadcast to indexing result of shape (2,)} if
     *     the index has arrays; {@code setting an array element with a sequence.} if the index has a position for every
     *     axis and the values have an axis; {@code NumPy boolean array indexing assignment cannot assign 3 input values
     *     to the 2 output values where the mask is true} if the index is a mask of the whole array
     * @throws UnsupportedOperationException for such a mask: {@code NumPy boolean array indexing assignment requires a
     *     0 or 1-dimensional input, input has 2 dimensions}
     */
    public void set(NDArray values) {
        Objects.requireNonNull(values, "values");
        refuseSequence(values);
        write(values);
    }

    /**
     * Writes one value to all selected elements, {@code x[index] = value}.
     *
     * @param value the value
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}, {@code cannot convert float
     *     NaN to integer}, {@code cannot convert float infinity to integer}, or {@code Python int too large to convert
     *     to C long}
     */
    public void set(double value) {
        write(Casting.element(value, dtype()));
    }

    /**
     * Writes one value to all selected elements, {@code x[index] = value}.
     *
     * @param value the value
     * @throws IllegalArgumentException {@code Python integer 300 out of bounds for uint8}
     */
    public void set(long value) {
        write(Casting.element(value, dtype()));
    }

    /**
     * Writes one value to all selected elements, {@code x[index] = value}; in a numeric array true is 1.
     *
     * @param value the value
     */
    public void set(boolean value) {
        write(NDArray.scalar(value));
    }

    /**
     * Adds to the selected elements, {@code x[index] += values}.
     *
     * @param values an array that can be broadcast to the selection
     * @throws IllegalArgumentException as for {@link #set(NDArray)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void addi(NDArray values) {
        change(BinaryFunction.ADD, values);
    }

    /**
     * Adds to the selected elements, {@code x[index] += value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void addi(double value) {
        change(BinaryFunction.ADD, Casting.weak(value, dtype()));
    }

    /**
     * Adds to the selected elements, {@code x[index] += value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'add' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void addi(long value) {
        change(BinaryFunction.ADD, Casting.weak(value, dtype()));
    }

    /**
     * Subtracts from the selected elements, {@code x[index] -= values}.
     *
     * @param values an array that can be broadcast to the selection
     * @throws IllegalArgumentException as for {@link #set(NDArray)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void subi(NDArray values) {
        change(BinaryFunction.SUBTRACT, values);
    }

    /**
     * Subtracts from the selected elements, {@code x[index] -= value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void subi(double value) {
        change(BinaryFunction.SUBTRACT, Casting.weak(value, dtype()));
    }

    /**
     * Subtracts from the selected elements, {@code x[index] -= value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'subtract' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void subi(long value) {
        change(BinaryFunction.SUBTRACT, Casting.weak(value, dtype()));
    }

    /**
     * Multiplies the selected elements, {@code x[index] *= values}.
     *
     * @param values an array that can be broadcast to the selection
     * @throws IllegalArgumentException as for {@link #set(NDArray)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void muli(NDArray values) {
        change(BinaryFunction.MULTIPLY, values);
    }

    /**
     * Multiplies the selected elements, {@code x[index] *= value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void muli(double value) {
        change(BinaryFunction.MULTIPLY, Casting.weak(value, dtype()));
    }

    /**
     * Multiplies the selected elements, {@code x[index] *= value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'multiply' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void muli(long value) {
        change(BinaryFunction.MULTIPLY, Casting.weak(value, dtype()));
    }

    /**
     * Divides the selected elements, {@code x[index] /= values}.
     *
     * @param values an array that can be broadcast to the selection
     * @throws IllegalArgumentException as for {@link #set(NDArray)}
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void divi(NDArray values) {
        change(BinaryFunction.DIVIDE, values);
    }

    /**
     * Divides the selected elements, {@code x[index] /= value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void divi(double value) {
        change(BinaryFunction.DIVIDE, Casting.weak(value, dtype()));
    }

    /**
     * Divides the selected elements, {@code x[index] /= value}.
     *
     * @param value the value
     * @throws UnsupportedOperationException {@code Cannot cast ufunc 'divide' output from dtype('float64') to
     *     dtype('int64') with casting rule 'same_kind'}
     */
    public void divi(long value) {
        divi((double) value);
    }

    /**
     * Adds to the selected elements, one after the other, {@code np.add.at(x, index, values)}: an element that the
     * index names twice is changed twice. Each result is converted as by {@link NDArray#astype}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code array is not broadcastable to correct shape}, or {@code assignment
     *     destination is read-only}
     */
    public void addAt(NDArray values) {
        accumulate(BinaryFunction.ADD, values);
    }

    /**
     * Works like {@link #addAt(NDArray)}, with one value for all elements.
     *
     * @param value the value
     */
    public void addAt(double value) {
        accumulate(BinaryFunction.ADD, NDArray.scalar(value));
    }

    /**
     * Works like {@link #addAt(NDArray)}, with one value for all elements.
     *
     * @param value the value
     */
    public void addAt(long value) {
        accumulate(BinaryFunction.ADD, NDArray.scalar(value));
    }

    /**
     * Subtracts from the selected elements, one after the other, {@code np.subtract.at(x, index, values)}: an element
     * that the index names twice is changed twice. Each result is converted as by {@link NDArray#astype}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code array is not broadcastable to correct shape}, or {@code assignment
     *     destination is read-only}
     * @throws UnsupportedOperationException if the array is bool: {@code numpy boolean subtract, the `-` operator, is
     *     not supported, …}
     */
    public void subAt(NDArray values) {
        accumulate(BinaryFunction.SUBTRACT, values);
    }

    /**
     * Works like {@link #subAt(NDArray)}, with one value for all elements.
     *
     * @param value the value
     */
    public void subAt(double value) {
        accumulate(BinaryFunction.SUBTRACT, NDArray.scalar(value));
    }

    /**
     * Works like {@link #subAt(NDArray)}, with one value for all elements.
     *
     * @param value the value
     */
    public void subAt(long value) {
        accumulate(BinaryFunction.SUBTRACT, NDArray.scalar(value));
    }

    /**
     * Multiplies the selected elements, one after the other, {@code np.multiply.at(x, index, values)}: an element that
     * the index names twice is changed twice. Each result is converted as by {@link NDArray#astype}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code array is not broadcastable to correct shape}, or {@code assignment
     *     destination is read-only}
     */
    public void mulAt(NDArray values) {
        accumulate(BinaryFunction.MULTIPLY, values);
    }

    /**
     * Divides the selected elements, one after the other, {@code np.divide.at(x, index, values)}: an element that the
     * index names twice is changed twice. Each result is converted as by {@link NDArray#astype}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code array is not broadcastable to correct shape}, or {@code assignment
     *     destination is read-only}
     */
    public void divAt(NDArray values) {
        accumulate(BinaryFunction.DIVIDE, values);
    }

    /**
     * Raises the selected elements to the values that are larger, one after the other, {@code np.maximum.at(x, index,
     * values)}: an element that the index names twice is changed twice. Each result is converted as by
     * {@link NDArray#astype}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code array is not broadcastable to correct shape}, or {@code assignment
     *     destination is read-only}
     */
    public void maximumAt(NDArray values) {
        accumulate(BinaryFunction.MAXIMUM, values);
    }

    /**
     * Lowers the selected elements to the values that are smaller, one after the other, {@code np.minimum.at(x, index,
     * values)}: an element that the index names twice is changed twice. Each result is converted as by
     * {@link NDArray#astype}.
     *
     * @param values an array that can be broadcast to the selection; it may share memory with {@code x}
     * @throws IllegalArgumentException {@code array is not broadcastable to correct shape}, or {@code assignment
     *     destination is read-only}
     */
    public void minimumAt(NDArray values) {
        accumulate(BinaryFunction.MINIMUM, values);
    }

    private void accumulate(BinaryFunction operation, NDArray values) {
        if (elements instanceof ElementsAtPositions listed) {
            listed.accumulate(operation, values);
            return;
        }
        NDArray selected = read();
        if (!Broadcast.fits(values.shape(), selected.shape())) {
            throw Errors.notBroadcastableToSelection();
        }
        write(Elementwise.apply(operation, selected, values));
    }

    /** Computes in place. The operation itself refuses values of a dtype that does not fit. */
    private void change(BinaryFunction operation, NDArray values) {
        if (DType.isSameKind(values.dtype(), dtype())) {
            refuseSequence(values);
        }
        NDArray selected = read();
        Elementwise.apply(operation, selected, values, selected);
        if (elements != null) {
            elements.write(selected);
        }
    }
}
