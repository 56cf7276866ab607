package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Array;
import io.github.dlfs4j.ndarray.io.PickleValue.Bytes;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.ElementDType;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import io.github.dlfs4j.ndarray.io.PickleValue.Global;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.Name;
import io.github.dlfs4j.ndarray.io.PickleValue.None;
import io.github.dlfs4j.ndarray.io.PickleValue.Text;
import io.github.dlfs4j.ndarray.io.PickleValue.Truth;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The functions of NumPy that a pickle calls, with the arguments that {@code ndarray.__reduce_ex__} and
 * {@code dtype.__reduce__} write.
 *
 * <p>A pickle can use the same bytes in many calls. The bytes from which arrays are made may therefore not exceed the
 * length of the file in total, and neither may the texts from which bytes are made. Files that NumPy writes contain the
 * bytes of each array once.
 */
final class PickledNumPy extends PickledObjects {
    private final MemoryBudget budget;
    private long arrayBytesLeft;
    private long encodedBytesLeft;

    PickledNumPy(CheckedInput in, MemoryBudget budget) {
        super(in);
        this.budget = budget;
        this.arrayBytesLeft = in.left();
        this.encodedBytesLeft = in.left();
    }

    @Override
    PickleValue find(String module, String name) throws FileFormatException {
        Global global = Global.find(module, name);
        if (global == null) {
            throw refused(module, name);
        }
        return global;
    }

    @Override
    FileFormatException refused(String module, String name) {
        return Global.refused(module, name, stack.inValue(), in, stack.place());
    }

    @Override
    void put(Dict dict, PickleValue key, PickleValue value) throws FileFormatException {
        String name = asText(key);
        if (name == null) {
            boolean tooLong = key instanceof Name;
            throw stack.error(
                    tooLong ? "a key of at most " + Extent.MAX_NAME + " bytes" : "a text as the key of an array",
                    key.kind());
        }
        if (!(value instanceof Array array) || array.array() == null) {
            throw stack.error(arrayOf(name), value.kind());
        }
        Class<?> before = dict.types().put(name, key.getClass());
        if (before != null && before != key.getClass()) { // in Python, a key again has the last value
            throw twice(name);
        }
        dict.items().put(name, value);
    }

    @Override
    void execute(PickleOpcode opcode) throws FileFormatException {
        throw unexpected("an instruction that a dictionary of NumPy arrays needs", opcode.name());
    }

    @Override
    PickleValue call(PickleValue function, List<PickleValue> arguments) throws IOException {
        Global global = as(Global.class, function, "a function of NumPy");
        return switch (global) {
            case RECONSTRUCT -> reconstruct(arguments);
            case SCALAR -> scalar(arguments);
            case FROM_BUFFER -> fromBuffer(arguments);
            case DTYPE -> dtype(arguments);
            case ENCODE -> encode(arguments);
            case BYTES -> noBytes(arguments);
            case NDARRAY -> throw error("a function of NumPy", global.kind());
        };
    }

    /** Calls {@code _reconstruct(ndarray, (0,), b'b')}. */
    private Array reconstruct(List<PickleValue> arguments) throws FileFormatException {
        checkCount(arguments, 3, 3, "_reconstruct");
        require(arguments.get(0) == Global.NDARRAY, "numpy.ndarray to reconstruct", arguments.get(0));
        boolean asUsual = arguments.get(1) instanceof Tuple shape
                && shape.items().size() == 1
                && isNumber(shape.items().get(0), 0)
                && "b".equals(asText(arguments.get(2)));
        require(asUsual, "(0,) and b'b' to reconstruct with", arguments.get(1));
        return new Array(null);
    }

    /** Calls {@code scalar(dtype, bytes)}. */
    private Array scalar(List<PickleValue> arguments) throws IOException {
        checkCount(arguments, 2, 2, "scalar");
        return new Array(elements(dtypeOf(arguments.get(0)), false, List.of(), bytesOf(arguments.get(1))));
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
        boolean fortranOrder = "F".equals(order);
        require(
                hasAxes ? "K".equals(order) : fortranOrder || "C".equals(order),
                "memory order C, F, or K with axes",
                arguments.get(3));
        NDArray elements = elements(dtype, fortranOrder, shape, bytesOf(arguments.get(0)));
        return new Array(hasAxes ? transpose(elements, numbersOf(arguments.get(4), "axes")) : elements);
    }

    private NDArray transpose(NDArray array, List<Long> axes) throws FileFormatException {
        List<Long> all = LongStream.range(0, array.ndim()).boxed().toList();
        String expected =
                "the axes of an array of shape " + Excerpt.of(array.shape().toString());
        require(axes.stream().sorted().toList().equals(all), expected, Excerpt.of(axes.toString()));
        return array.transpose(axes.stream().mapToInt(Long::intValue).toArray());
    }

    /**
     * Calls {@code dtype('f4', False, True)}. The last two arguments say whether to align fields and whether to copy.
     * Without a copy, NumPy would not take the byte order that follows.
     */
    private ElementDType dtype(List<PickleValue> arguments) throws FileFormatException {
        checkCount(arguments, 3, 3, "dtype");
        require(isNumber(arguments.get(1), 0), "False, for a dtype without alignment", arguments.get(1));
        require(isNumber(arguments.get(2), 1), "True, for a copy of a dtype", arguments.get(2));
        String code = asText(arguments.get(0));
        ElementType type = code == null ? null : ElementType.ofCode(code);
        require(type != null, "one of the types " + ElementType.codes(), arguments.get(0));
        return new ElementDType(type);
    }

    /** Calls {@code encode(text, 'latin1')}. Before protocol 3, bytes are written as text. */
    private Bytes encode(List<PickleValue> arguments) throws IOException {
        checkCount(arguments, 2, 2, "encode");
        boolean latin1 = "latin1".equals(asText(arguments.get(1)));
        if (!(arguments.get(0) instanceof Text text) || !latin1) {
            throw error("a text to encode as latin1", arguments.get(1).kind());
        }
        encodedBytesLeft -= text.extent().length();
        require(encodedBytesLeft >= 0, "texts that are encoded once", "the same text again");
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
        return new Bytes("", 0, new Extent(0, 0, false));
    }

    @Override
    void build(PickleValue target, PickleValue value) throws IOException {
        List<PickleValue> state = as(Tuple.class, value, "a tuple that is the state of an array or dtype")
                .items();
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
        require(plain, "the state of a plain dtype, version 3", "a tuple of " + state.size());
        String sign = asText(state.get(1));
        ByteOrder order = sign == null || sign.length() != 1 ? null : NpyHeaderParser.byteOrder(sign.charAt(0), type);
        require(order != null, "a byte order: < or >, or | for single bytes", state.get(1));
        return order;
    }

    /**
     * Reads the state of an array, {@code (1, (2, 3), dtype, False, bytes)}: version, shape, dtype, whether it is in
     * Fortran order, and elements.
     */
    private NDArray array(List<PickleValue> state) throws IOException {
        require(
                state.size() == 5 && isNumber(state.get(0), 1),
                "the state of an array, version 1",
                "a tuple of " + state.size());
        List<Long> shape = numbersOf(state.get(1), "a shape");
        boolean fortranOrder = isNumber(state.get(3), 1);
        require(fortranOrder || isNumber(state.get(3), 0), "0 or 1 for Fortran order", state.get(3));
        return elements(dtypeOf(state.get(2)), fortranOrder, shape, bytesOf(state.get(4)));
    }

    private NDArray elements(ElementDType dtype, boolean fortranOrder, List<Long> shape, Bytes bytes)
            throws IOException {
        arrayBytesLeft -= bytes.length();
        require(arrayBytesLeft >= 0, "elements that are used once", "the same elements again");
        ArrayHeader header = ArrayHeader.of(dtype.type(), dtype.byteOrder(), fortranOrder, shape, in, stack.place());
        Extent extent = bytes.extent();
        try (CheckedInput data = in.part(content(extent), extent.place(), bytes.length())) {
            return header.readElements(data, budget);
        }
    }

    private ElementDType dtypeOf(PickleValue value) throws FileFormatException {
        ElementDType dtype = as(ElementDType.class, value, "a dtype with a byte order");
        require(dtype.byteOrder() != null, "a dtype with a byte order", value);
        return dtype;
    }

    private Bytes bytesOf(PickleValue value) throws FileFormatException {
        return as(Bytes.class, value, "the elements of an array as bytes");
    }

    private static boolean isNumber(PickleValue value, long number) {
        return value instanceof Truth truth
                ? number == (truth == Truth.TRUE ? 1 : 0)
                : value instanceof Int found && found.value() == number;
    }
}
