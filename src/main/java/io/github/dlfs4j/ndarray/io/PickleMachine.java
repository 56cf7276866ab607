package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.io.PickleValue.Bytes;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.Extent;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.None;
import io.github.dlfs4j.ndarray.io.PickleValue.Text;
import io.github.dlfs4j.ndarray.io.PickleValue.Truth;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stack machine that executes a pickle, as Python's {@code pickletools} describes it, with the instructions that
 * dictionaries of NumPy arrays need.
 *
 * <p>The machine never calls itself, trusts no length beyond the bytes that are left, and stops after
 * {@value #MAX_INSTRUCTIONS} instructions. This also bounds the stack, the memo and the depth of tuples, since an
 * instruction adds at most one value. No instruction costs more than the bytes that it reads and the values that it
 * takes from the stack. Texts are decoded when they are read; a text that is too long for a name is not decoded at all.
 */
final class PickleMachine {
    /** The largest number of instructions. It is enough for 4,000 arrays of any size, since each takes about fifty. */
    static final int MAX_INSTRUCTIONS = 200_000;

    private static final int MAX_LINE = 200;

    private final CheckedInput in;
    private final PickledObjects objects;
    private final PickleStack stack;
    private final Map<Long, PickleValue> memo = new HashMap<>();

    PickleMachine(PickledObjects objects) {
        this.in = objects.in;
        this.objects = objects;
        this.stack = objects.stack;
    }

    /**
     * Executes the program to its end and returns the value that it leaves.
     *
     * @param what the value in words
     */
    <T extends PickleValue> T run(Class<T> type, String what) throws IOException {
        int first = in.readByte("an instruction");
        if (first != PickleOpcode.PROTO.code()) {
            throw new OldPickle(in).fault(first);
        }
        readProtocol();
        PickleOpcode opcode = next();
        for (int i = 0; opcode != PickleOpcode.STOP; i++) {
            stack.refuseIf(i == MAX_INSTRUCTIONS, "at most " + MAX_INSTRUCTIONS + " instructions", "more");
            execute(opcode);
            opcode = next();
        }
        in.expectEnd("the instruction STOP");
        T result = stack.pop(type, what + " as the result");
        if (!stack.isEmpty()) {
            throw stack.error("one result", "another below it: " + stack.peek().kind());
        }
        return result;
    }

    private PickleOpcode next() throws IOException {
        stack.setPlace(in.position());
        int code = in.readByte("an instruction");
        PickleOpcode opcode = PickleOpcode.of(code);
        if (opcode == null) {
            throw stack.error("an instruction of pickle protocol 2 to 5", "the byte 0x%02x".formatted(code));
        }
        return opcode;
    }

    private void readProtocol() throws IOException {
        int protocol = in.readByte("a protocol");
        stack.refuseIf(protocol < 2 || protocol > 5, "pickle protocol 2 to 5", Integer.toString(protocol));
    }

    private void execute(PickleOpcode opcode) throws IOException {
        switch (opcode) {
            case FRAME -> checkFrame(operand(opcode));
            case NONE -> stack.push(None.NONE);
            case NEWTRUE -> stack.push(Truth.TRUE);
            case NEWFALSE -> stack.push(Truth.FALSE);
            case BININT -> stack.push(new Int((int) operand(opcode)));
            case BININT1, BININT2 -> stack.push(new Int(operand(opcode)));
            case LONG1 -> stack.push(new Int(signedNumber((int) operand(opcode))));
            case UNICODE -> stack.push(lineOfText());
            case SHORT_BINUNICODE, BINUNICODE, BINUNICODE8 -> stack.push(text(operand(opcode)));
            case SHORT_BINBYTES, SHORT_BINSTRING, BINBYTES, BINSTRING, BINBYTES8, BYTEARRAY8 ->
                stack.push(bytes(operand(opcode)));
            case MARK -> stack.mark();
            case EMPTY_TUPLE -> stack.push(new Tuple(List.of()));
            case TUPLE1 -> stack.push(new Tuple(stack.pop(1)));
            case TUPLE2 -> stack.push(new Tuple(stack.pop(2)));
            case TUPLE3 -> stack.push(new Tuple(stack.pop(3)));
            case TUPLE -> stack.push(new Tuple(stack.popToMark()));
            case EMPTY_DICT -> stack.push(new Dict());
            case DICT -> pushDict(stack.popToMark());
            case SETITEM -> setItems(stack.pop(2));
            case SETITEMS -> setItems(stack.popToMark());
            case PUT -> memo.put(lineOfDigits(), stack.peek());
            case BINPUT, LONG_BINPUT -> memo.put(operand(opcode), stack.peek());
            case MEMOIZE -> memo.put((long) memo.size(), stack.peek());
            case BINGET, LONG_BINGET -> stack.push(memoized(operand(opcode)));
            case GLOBAL -> stack.push(objects.find(line(), line()));
            case INST -> throw objects.refused(line(), line());
            case STACK_GLOBAL -> stackGlobal();
            case REDUCE -> reduce();
            case BUILD -> build();
            default -> objects.execute(opcode);
        }
    }

    // Operands of instructions

    private long operand(PickleOpcode opcode) throws IOException {
        return in.readNumber(opcode.operandSize(), "an operand");
    }

    /** Reads a number in two's complement, little endian. */
    private long signedNumber(int size) throws IOException {
        if (size > Long.BYTES) {
            throw objects.unexpected("a number of at most 8 bytes", "a number of " + size + " bytes");
        }
        int unused = Long.SIZE - Byte.SIZE * size;
        return size == 0 ? 0 : (in.readNumber(size, "an operand") << unused) >> unused;
    }

    private void checkFrame(long length) throws FileFormatException {
        if (length < 0 || length > in.left()) {
            throw stack.error("a frame of at most " + in.left() + " bytes", Long.toUnsignedString(length));
        }
    }

    private Bytes bytes(long length) throws IOException {
        Extent extent = new Extent(in.position(), length, false);
        byte[] name = readName(extent, "data");
        return new Bytes(name == null ? null : new String(name, StandardCharsets.ISO_8859_1), length, extent);
    }

    private Text text(long length) throws IOException {
        Extent extent = new Extent(in.position(), length, true);
        byte[] name = readName(extent, "a text");
        try {
            CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
            return new Text(
                    name == null ? null : utf8.decode(ByteBuffer.wrap(name)).toString(), extent);
        } catch (CharacterCodingException e) {
            throw stack.error("a text in UTF-8", "other bytes");
        }
    }

    /** Reads the content if it is short enough for a name; otherwise skips it and returns null. */
    private byte[] readName(Extent extent, String what) throws IOException {
        if (extent.isName()) {
            return in.readBytes(extent.length(), what);
        }
        in.skip(extent.length(), what);
        return null;
    }

    private String line() throws IOException {
        return readLine(in, stack.place());
    }

    /**
     * Reads a name that ends with a line break.
     *
     * @param place the place of the instruction that reads the name, for errors
     */
    static String readLine(CheckedInput in, long place) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c; (c = in.readByte("a line break")) != '\n'; line.append((char) c)) {
            if (line.length() == MAX_LINE) {
                throw in.error(place, "a name of at most " + MAX_LINE + " bytes", Excerpt.of(line.toString()));
            }
        }
        return line.toString();
    }

    private Text lineOfText() throws IOException {
        long start = in.position();
        String line = line();
        if (line.contains("\\")) {
            throw stack.error("a text without escapes", Excerpt.of(line));
        }
        return new Text(line, new Extent(start, line.length(), false));
    }

    private long lineOfDigits() throws IOException {
        String line = line();
        if (!line.matches("[0-9]{1,9}")) {
            throw stack.error("the number of a place in the memo", Excerpt.of(line));
        }
        return Long.parseLong(line);
    }

    private PickleValue memoized(long index) throws FileFormatException {
        PickleValue value = memo.get(index);
        if (value == null) { // a text made for each instruction would take more memory than the rest
            throw stack.error("a value in the memo", "none at " + index);
        }
        return value;
    }

    // Building the result

    private void pushDict(List<PickleValue> items) throws FileFormatException {
        stack.push(new Dict());
        setItems(items);
    }

    private void setItems(List<PickleValue> items) throws FileFormatException {
        Dict dict = stack.peek(Dict.class, "a dictionary on the stack");
        if (items.size() % 2 != 0) {
            throw stack.error("an even number of keys and values", Integer.toString(items.size()));
        }
        for (int i = 0; i < items.size(); i += 2) {
            objects.put(dict, items.get(i), items.get(i + 1));
        }
    }

    private void stackGlobal() throws FileFormatException {
        String name = popName("a name");
        String module = popName("the name of a module");
        stack.push(objects.find(module, name));
    }

    private String popName(String what) throws FileFormatException {
        Text text = stack.pop(Text.class, what);
        stack.refuseIf(text.name() == null, what, text.kind());
        return text.name();
    }

    private void reduce() throws IOException {
        Tuple arguments = stack.pop(Tuple.class, "a tuple of arguments");
        stack.push(objects.call(stack.pop(PickleValue.class, "a function"), arguments.items()));
    }

    private void build() throws IOException {
        PickleValue state = stack.pop(PickleValue.class, "a state");
        objects.build(stack.peek(), state);
    }
}
