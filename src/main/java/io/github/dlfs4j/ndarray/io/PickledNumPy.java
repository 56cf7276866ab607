package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Array;
import io.github.dlfs4j.ndarray.io.PickleValue.Bytes;
import io.github.dlfs4j.ndarray.io.PickleValue.ElementDType;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import io.github.dlfs4j.ndarray.io.PickleValue.Global;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.Name;
import io.github.dlfs4j.ndarray.io.PickleValue.None;
import io.github.dlfs4j.ndarray.io.PickleValue.Text;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions of NumPy that a pickle calls, with the arguments that {@code ndarray.__reduce_ex__} and
 * {@code dtype.__reduce__} write.
 *
 * <p>A pickle can use the same bytes in many calls. The bytes from which arrays are made may therefore not exceed the
 * length of the file in total, and neither may the texts from which bytes are made. Files that NumPy writes contain the
 * bytes of each array once.
 */
final class PickledNumPy {
    private final CheckedInput in;
    private final MemoryBudget budget;
    private final PickleStack stack;
    private long arrayBytesLeft;
    private long encodedBytesLeft;
    /** The place of the instruction that is being executed. */
    private long place;

    PickledNumPy(CheckedInput in, MemoryBudget budget, PickleStack stack) {
        this.in = in;
        this.budget = budget;
        this.stack = stack;
        this.arrayBytesLeft = in.left();
        this.encodedBytesLeft = in.left();
    }

    /** Returns the name that a value holds, or null if it holds none. */
    static String asText(PickleValue value) {
        return value instanceof Name name ? name.name() : null;
    }

    PickleValue call(Global function, List<PickleValue> arguments, long place) throws IOException {
        this.place = place;
        return switch (function) {
            case RECONSTRUCT -> reconstruct(arguments);
            case SCALAR -> scalar(arguments);
            case FROM_BUFFER -> fromBuffer(arguments);
            case DTYPE -> dtype(arguments);
            case ENCODE -> encode(arguments);
            case BYTES -> noBytes(arguments);
            case NDARRAY -> throw error("a function of NumPy", function.kind());
        };
    }

    /** Calls {@code _reconstruct(ndarray, (0,), b'b')}. */
    private Array reconstruct(List<PickleValue> arguments) throws FileFormatException {
        checkCount(arguments, 3, 3, "_reconstruct");
        if (arguments.get(0) != Global.NDARRAY) {
            throw error("numpy.ndarray to reconstruct", arguments.get(0).kind());
        }
        boolean asUsual = arguments.get(1) instanceof Tuple shape
                && shape.items().size() == 1
                && isNumber(shape.items().get(0), 0)
                && "b".equals(asText(arguments.get(2)));
        if (!asUsual) {
            throw error("(0,) and b'b' to reconstruct with", arguments.get(1).kind());
        }
        return new Array();
    }

    /** Calls {@code scalar(dtype, bytes)}. */
    private Array scalar(List<PickleValue> arguments) throws IOException {
        checkCount(arguments, 2, 2, "scalar");
        Array array = new Array();
        array.set(elements(dtypeOf(arguments.get(0)), false, List.of(), bytesOf(arguments.get(1))));
        return array;
    }

    /**
     * Calls {@code _frombuffer(bytes, dtype, shape, 'C' | 'F')} or {@code _frombuffer(bytes, dtype, shape, 'K', axes)}.
     */
    private Array fromBuffer(List<PickleValue> arguments) throws IOException {
        checkCount(arguments, 4, 5, "_frombuffer");
        ElementDType dtype = dtypeOf(arguments.get(1));
        List<Long> shape = numbersOf(arguments.get(2), "a shape");
        String order = asText(arguments.get(3));
        boolean hasAxes = arguments.size() == 5 && arguments.get(4) != None.NONE;
        if (order == null || !(hasAxes ? order.equals("K") : order.equals("C") || order.equals("F"))) {
            throw error("memory order C, F, or K with axes", arguments.get(3).kind());
        }
        NDArray elements = elements(dtype, order.equals("F"), shape, bytesOf(arguments.get(0)));
        Array array = new Array();
        array.set(hasAxes ? transpose(elements, numbersOf(arguments.get(4), "axes")) : elements);
        return array;
    }

    private NDArray transpose(NDArray array, List<Long> axes) throws FileFormatException {
        boolean[] seen = new boolean[array.ndim()];
        boolean valid = axes.size() == array.ndim();
        for (int i = 0; valid && i < axes.size(); i++) {
            long axis = axes.get(i);
            valid = axis >= 0 && axis < seen.length && !seen[(int) axis];
            if (valid) {
                seen[(int) axis] = true;
            }
        }
        if (!valid) {
            throw error(
                    "the axes of an array of shape " + Excerpt.of(array.shape().toString()),
                    Excerpt.of(axes.toString()));
        }
        return array.transpose(axes.stream().mapToInt(Long::intValue).toArray());
    }

    /**
     * Calls {@code dtype('f4', False, True)}. The last two arguments say whether to align fields and whether to copy.
     */
    private ElementDType dtype(List<PickleValue> arguments) throws FileFormatException {
        checkCount(arguments, 3, 3, "dtype");
        String code = asText(arguments.get(0));
        ElementType type = code == null ? null : ElementType.ofCode(code);
        if (type == null) {
            throw error(
                    "one of the types " + ElementType.codes(), arguments.get(0).kind());
        }
        return new ElementDType(type);
    }

    /** Calls {@code encode(text, 'latin1')}. Before protocol 3, bytes are written as text. */
    private Bytes encode(List<PickleValue> arguments) throws IOException {
        checkCount(arguments, 2, 2, "encode");
        String encoding = asText(arguments.get(1));
        if (!(arguments.get(0) instanceof Text text) || encoding == null || !encoding.equals("latin1")) {
            throw error("a text to encode as latin1", arguments.get(1).kind());
        }
        encodedBytesLeft -= text.extent().length();
        if (encodedBytesLeft < 0) {
            throw error("texts that are encoded once", "the same text again");
        }
        try (InputStream content = content(text.extent())) {
            long length = content.transferTo(OutputStream.nullOutputStream());
            return new Bytes(text.name(), length, text.extent());
        } catch (CharacterCodingException e) {
            throw error("a text in latin1", "other characters");
        }
    }

    /** Returns the bytes at a place in the file, decoded if they are there as text. */
    private InputStream content(Extent extent) {
        InputStream content = in.region(extent.place(), extent.length());
        return extent.utf8() ? new Latin1Text(content) : content;
    }

    /** Calls {@code bytes()}. Before protocol 3, empty bytes are written as a call. */
    private Bytes noBytes(List<PickleValue> arguments) throws FileFormatException {
        checkCount(arguments, 0, 0, "bytes");
        return new Bytes("", 0, new Extent(place, 0, false));
    }

    /** Sets the state of a new array or dtype. */
    void build(PickleValue target, List<PickleValue> state, long place) throws IOException {
        this.place = place;
        if (target instanceof ElementDType dtype && dtype.byteOrder() == null) {
            dtype.setByteOrder(byteOrder(dtype.type(), state));
        } else if (target instanceof Array array && array.array() == null) {
            array.set(array(state));
        } else {
            throw error("a new array or dtype that awaits its state", target.kind());
        }
    }

    /**
     * Reads the state of a dtype, {@code (3, '<', None, None, None, -1, -1, 0)}: version, byte order, and parts that do
     * not matter for a plain type. The last part holds flags, which are 0 if elements are nothing but their bytes.
     */
    private ByteOrder byteOrder(ElementType type, List<PickleValue> state) throws FileFormatException {
        boolean plain = state.size() == 8
                && isNumber(state.get(0), 3)
                && state.subList(2, 5).stream().allMatch(field -> field == None.NONE)
                && state.subList(5, 7).stream().allMatch(Int.class::isInstance)
                && isNumber(state.get(7), 0);
        if (!plain) {
            throw error("the state of a plain dtype, version 3", "a tuple of " + state.size());
        }
        String sign = asText(state.get(1));
        ByteOrder order = sign == null || sign.length() != 1 ? null : NpyHeaderParser.byteOrder(sign.charAt(0), type);
        if (order == null) {
            throw error(
                    "a byte order: < or >, or | for single bytes", state.get(1).kind());
        }
        return order;
    }

    /**
     * Reads the state of an array, {@code (1, (2, 3), dtype, False, bytes)}: version, shape, dtype, whether it is in
     * Fortran order, and elements.
     */
    private NDArray array(List<PickleValue> state) throws IOException {
        if (state.size() != 5 || !isNumber(state.get(0), 1)) {
            throw error("the state of an array, version 1", "a tuple of " + state.size());
        }
        List<Long> shape = numbersOf(state.get(1), "a shape");
        boolean fortranOrder = isNumber(state.get(3), 1);
        if (!fortranOrder && !isNumber(state.get(3), 0)) {
            throw error("0 or 1 for Fortran order", state.get(3).kind());
        }
        return elements(dtypeOf(state.get(2)), fortranOrder, shape, bytesOf(state.get(4)));
    }

    private NDArray elements(ElementDType dtype, boolean fortranOrder, List<Long> shape, Bytes bytes)
            throws IOException {
        arrayBytesLeft -= bytes.length();
        if (arrayBytesLeft < 0) {
            throw error("elements that are used once", "the same elements again");
        }
        ArrayHeader header = ArrayHeader.of(dtype.type(), dtype.byteOrder(), fortranOrder, shape, in, place);
        Extent extent = bytes.extent();
        try (CheckedInput data = in.part(content(extent), extent.place(), bytes.length())) {
            return header.readElements(data, budget);
        }
    }

    private ElementDType dtypeOf(PickleValue value) throws FileFormatException {
        if (value instanceof ElementDType dtype && dtype.byteOrder() != null) {
            return dtype;
        }
        throw error("a dtype with a byte order", value.kind());
    }

    private Bytes bytesOf(PickleValue value) throws FileFormatException {
        if (value instanceof Bytes bytes) {
            return bytes;
        }
        throw error("the elements of an array as bytes", value.kind());
    }

    private List<Long> numbersOf(PickleValue value, String what) throws FileFormatException {
        List<Long> numbers = new ArrayList<>();
        if (value instanceof Tuple tuple) {
            if (tuple.items().size() > ArrayHeader.MAX_NDIM) {
                throw error(
                        "a shape of at most " + ArrayHeader.MAX_NDIM + " axes",
                        tuple.items().size() + " axes");
            }
            for (PickleValue item : tuple.items()) {
                if (!(item instanceof Int number)) {
                    throw error("numbers in " + what, item.kind());
                }
                numbers.add(number.value());
            }
            return numbers;
        }
        throw error("a tuple that is " + what, value.kind());
    }

    private static boolean isNumber(PickleValue value, long number) {
        return value instanceof Int found && found.value() == number;
    }

    private void checkCount(List<PickleValue> arguments, int least, int most, String function)
            throws FileFormatException {
        int count = arguments.size();
        if (count < least || count > most) {
            throw error(
                    (least == most ? "" : least + " or ") + most + " arguments of " + function,
                    Integer.toString(count));
        }
    }

    private FileFormatException error(String expected, String found) {
        return in.error(place, expected, found + stack.inValue());
    }
}
