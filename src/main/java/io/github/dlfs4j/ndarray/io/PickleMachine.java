package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.PickleValue.Array;
import io.github.dlfs4j.ndarray.io.PickleValue.Bytes;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.Global;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.None;
import io.github.dlfs4j.ndarray.io.PickleValue.Text;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack machine that a pickle is a program for, as Python's {@code pickletools} describes it, with the instructions
 * that dictionaries of NumPy arrays need.
 *
 * <p>It calls itself nowhere, believes no length beyond the bytes that are left, and stops after
 * {@value #MAX_INSTRUCTIONS} instructions. That bounds the stack, the memo and the depth of tuples too, since an
 * instruction adds at most one value.
 */
final class PickleMachine {
    /** Enough for 4,000 arrays, whatever their size: each takes about fifty. */
    static final int MAX_INSTRUCTIONS = 200_000;

    private static final int MAX_NAME = 200;

    private final CheckedInput in;
    private final PickledNumPy numpy;
    private final List<PickleValue> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Long, PickleValue> memo = new HashMap<>();
    /** Where the instruction begins that is being executed. */
    private long place;

    PickleMachine(CheckedInput in) {
        this.in = in;
        this.numpy = new PickledNumPy(in);
    }

    /** Executes the program to its end and gives the dictionary it leaves. */
    Map<String, NDArray> run() throws IOException {
        PickleOpcode opcode = next();
        // Some attacks are written in protocol 0: it is understood far enough to tell what they ask for.
        boolean hasProtocol = opcode == PickleOpcode.PROTO;
        if (hasProtocol) {
            readProtocol();
            opcode = next();
        }
        for (int i = 0; opcode != PickleOpcode.STOP; i++) {
            if (i == MAX_INSTRUCTIONS) {
                throw error("at most " + MAX_INSTRUCTIONS + " instructions", "more");
            }
            execute(opcode);
            opcode = next();
        }
        if (!hasProtocol) {
            throw in.error(0, "a pickle of protocol 2 to 5", "one of protocol 0 or 1");
        }
        in.expectEnd("the instruction STOP");
        Dict result = pop(Dict.class, "a dictionary of arrays as the result");
        if (!stack.isEmpty()) {
            throw error("one result", "another below it: " + peek().kind());
        }
        return result.arrays();
    }

    private PickleOpcode next() throws IOException {
        place = in.position();
        int code = in.readByte("an instruction");
        PickleOpcode opcode = PickleOpcode.of(code);
        if (opcode == null) {
            throw error("an instruction of pickle protocol 2 to 5", "the byte 0x%02x".formatted(code));
        }
        return opcode;
    }

    private void readProtocol() throws IOException {
        int protocol = in.readByte("a protocol");
        if (protocol < 2 || protocol > 5) {
            throw error("pickle protocol 2 to 5", Integer.toString(protocol));
        }
    }

    private void execute(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case FRAME -> checkFrame(number(8));
            case NONE -> push(None.NONE);
            case NEWTRUE -> push(new Int(1));
            case NEWFALSE -> push(new Int(0));
            case BININT -> push(new Int((int) number(4)));
            case BININT1 -> push(new Int(number(1)));
            case BININT2 -> push(new Int(number(2)));
            case LONG1 -> push(new Int(signedNumber((int) number(1))));
            case SHORT_BINUNICODE -> push(text(number(1)));
            case UNICODE -> push(lineOfText());
            case BINUNICODE -> push(text(number(4)));
            case BINUNICODE8 -> push(text(number(8)));
            case SHORT_BINBYTES, SHORT_BINSTRING -> push(bytes(number(1)));
            case BINBYTES, BINSTRING -> push(bytes(number(4)));
            case BINBYTES8, BYTEARRAY8 -> push(bytes(number(8)));
            case MARK -> marks.push(stack.size());
            case EMPTY_TUPLE -> push(new Tuple(List.of()));
            case TUPLE1 -> push(new Tuple(pop(1)));
            case TUPLE2 -> push(new Tuple(pop(2)));
            case TUPLE3 -> push(new Tuple(pop(3)));
            case TUPLE -> push(new Tuple(popToMark()));
            case EMPTY_DICT -> push(new Dict());
            case DICT -> pushDict(popToMark());
            case SETITEM -> setItems(pop(2));
            case SETITEMS -> setItems(popToMark());
            case PUT -> memo.put(lineOfDigits(), peek());
            case BINPUT -> memo.put(number(1), peek());
            case LONG_BINPUT -> memo.put(number(4), peek());
            case MEMOIZE -> memo.put((long) memo.size(), peek());
            case BINGET -> push(memoized(number(1)));
            case LONG_BINGET -> push(memoized(number(4)));
            case GLOBAL -> push(global(line(), line()));
            case INST -> throw refused(line(), line());
            case STACK_GLOBAL -> stackGlobal();
            case REDUCE -> reduce();
            case BUILD -> build();
            default -> throw error("an instruction that a dictionary of NumPy arrays needs", opcode.name());
        }
    }

    // Operands, which follow the instruction

    /** A number without sign, little endian; beyond 63 bits it comes out negative. */
    private long number(int size) throws IOException {
        ByteBuffer bytes = in.read(size, "an operand");
        long number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = (number << 8) | (bytes.get(i) & 0xff);
        }
        return number;
    }

    /** A number in two's complement, little endian. */
    private long signedNumber(int size) throws IOException {
        if (size > Long.BYTES) {
            throw error("a number of at most 8 bytes", size + " bytes");
        }
        int unused = Long.SIZE - Byte.SIZE * size;
        return size == 0 ? 0 : (number(size) << unused) >> unused;
    }

    private void checkFrame(long length) throws FileFormatException {
        if (length < 0 || length > in.left()) {
            throw error("a frame of at most " + in.left() + " bytes", Long.toUnsignedString(length));
        }
    }

    private Bytes bytes(long length) throws IOException {
        long start = in.position();
        return new Bytes(in.readBytes(length, "data"), start);
    }

    private Text text(long length) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(in.readBytes(length, "a text"));
        try {
            return new Text(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            throw error("a text in UTF-8", "other bytes");
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c; (c = in.readByte("a line break")) != '\n'; line.append((char) c)) {
            if (line.length() == MAX_NAME) {
                throw error("a name of at most " + MAX_NAME + " bytes", line + "…");
            }
        }
        return line.toString();
    }

    private Text lineOfText() throws IOException {
        String line = line();
        if (line.contains("\\")) {
            throw error("a text without escapes", line);
        }
        return new Text(line);
    }

    private long lineOfDigits() throws IOException {
        String line = line();
        if (!line.matches("[0-9]{1,9}")) {
            throw error("the number of a place in the memo", line);
        }
        return Long.parseLong(line);
    }

    // The stack

    private void push(PickleValue value) {
        stack.add(value);
    }

    /** The number of values above the last mark. */
    private int available() {
        return stack.size() - (marks.isEmpty() ? 0 : marks.peek());
    }

    private PickleValue peek() throws FileFormatException {
        if (available() == 0) {
            throw error("a value on the stack", "none");
        }
        return stack.get(stack.size() - 1);
    }

    private <T extends PickleValue> T pop(Class<T> type, String what) throws FileFormatException {
        PickleValue value = peek();
        if (!type.isInstance(value)) {
            throw error(what, value.kind());
        }
        stack.remove(stack.size() - 1);
        return type.cast(value);
    }

    private List<PickleValue> pop(int count) throws FileFormatException {
        if (available() < count) {
            throw error(count + " values on the stack", Integer.toString(available()));
        }
        List<PickleValue> top = stack.subList(stack.size() - count, stack.size());
        List<PickleValue> values = List.copyOf(top);
        top.clear();
        return values;
    }

    private List<PickleValue> popToMark() throws FileFormatException {
        if (marks.isEmpty()) {
            throw error("a mark on the stack", "none");
        }
        List<PickleValue> values = pop(available());
        marks.pop();
        return values;
    }

    private PickleValue memoized(long index) throws FileFormatException {
        PickleValue value = memo.get(index);
        if (value == null) {
            throw error("a value in the memo", "none at " + index);
        }
        return value;
    }

    // What the values become

    private void pushDict(List<PickleValue> items) throws FileFormatException {
        push(new Dict());
        setItems(items);
    }

    private void setItems(List<PickleValue> items) throws FileFormatException {
        Dict dict = peekDict();
        if (items.size() % 2 != 0) {
            throw error("keys and values in pairs", items.size() + " of them");
        }
        for (int i = 0; i < items.size(); i += 2) {
            String key = PickledNumPy.asText(items.get(i));
            NDArray array = items.get(i + 1) instanceof Array value ? value.array() : null;
            if (key == null) {
                throw error("a text as the key of an array", items.get(i).kind());
            }
            if (array == null) {
                throw error(
                        "an array as the value of '" + key + "'",
                        items.get(i + 1).kind());
            }
            dict.arrays().put(key, array);
        }
    }

    private Dict peekDict() throws FileFormatException {
        if (peek() instanceof Dict dict) {
            return dict;
        }
        throw error("a dictionary on the stack", peek().kind());
    }

    private void stackGlobal() throws FileFormatException {
        Text name = pop(Text.class, "a name");
        Text module = pop(Text.class, "the name of a module");
        push(global(module.value(), name.value()));
    }

    private Global global(String module, String name) throws FileFormatException {
        Global global = Global.find(module, name);
        if (global == null) {
            throw refused(module, name);
        }
        return global;
    }

    private FileFormatException refused(String module, String name) {
        return error("one of the names that a dictionary of NumPy arrays needs", module + "." + name);
    }

    private void reduce() throws IOException {
        Tuple arguments = pop(Tuple.class, "a tuple of arguments");
        Global function = pop(Global.class, "a function of NumPy");
        push(numpy.call(function, arguments.items(), place));
    }

    private void build() throws IOException {
        Tuple state = pop(Tuple.class, "a tuple that is the state of an array or dtype");
        numpy.build(peek(), state.items(), place);
    }

    private FileFormatException error(String expected, String found) {
        return in.error(place, expected, found);
    }
}
