package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import io.github.dlfs4j.ndarray.io.PickleValue.Int;
import io.github.dlfs4j.ndarray.io.PickleValue.Name;
import io.github.dlfs4j.ndarray.io.PickleValue.Tuple;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a pickle may hold besides texts and numbers: the names that it may ask for, and what they mean. */
abstract class PickledObjects {
    final CheckedInput in;
    final PickleStack stack;

    PickledObjects(CheckedInput in) {
        this.in = in;
        this.stack = new PickleStack(in);
    }

    /** Returns the value of a name, or refuses it. */
    abstract PickleValue find(String module, String name) throws FileFormatException;

    /** Creates the error for a name that such a pickle does not ask for. */
    abstract FileFormatException refused(String module, String name);

    /** Calls a function. */
    abstract PickleValue call(PickleValue function, List<PickleValue> arguments) throws IOException;

    /** Sets the state of a new object. */
    abstract void build(PickleValue target, PickleValue state) throws IOException;

    /** Puts a value into a dictionary. */
    abstract void put(Dict dict, PickleValue key, PickleValue value) throws FileFormatException;

    /** Creates the error for a name that two keys have, such as {@code 1} and {@code '1'}. */
    final FileFormatException twice(String name) {
        return stack.error("names that differ", "'" + Excerpt.of(name) + "' twice");
    }

    /** Executes an instruction that not all pickles have, or refuses it. */
    abstract void execute(PickleOpcode opcode) throws IOException;

    /** Returns the name that a value holds, or null if it holds none. */
    static String asText(PickleValue value) {
        return value instanceof Name name ? name.name() : null;
    }

    final List<Long> numbersOf(PickleValue value, String what) throws FileFormatException {
        List<PickleValue> items =
                as(Tuple.class, value, "a tuple that is " + what).items();
        require(
                items.size() <= ArrayHeader.MAX_NDIM,
                "a shape of at most " + ArrayHeader.MAX_NDIM + " axes",
                items.size() + " axes");
        List<Long> numbers = new ArrayList<>();
        for (PickleValue item : items) {
            numbers.add(as(Int.class, item, "numbers in " + what).value());
        }
        return numbers;
    }

    final void checkCount(List<PickleValue> arguments, int least, int most, String function)
            throws FileFormatException {
        int count = arguments.size();
        require(
                count >= least && count <= most,
                (least == most ? "" : least + " or ") + most + " arguments of " + function,
                Integer.toString(count));
    }

    final <T extends PickleValue> T as(Class<T> type, PickleValue value, String expected) throws FileFormatException {
        require(type.isInstance(value), expected, value);
        return type.cast(value);
    }

    final void require(boolean valid, String expected, String found) throws FileFormatException {
        if (!valid) {
            throw error(expected, found);
        }
    }

    final void require(boolean valid, String expected, PickleValue found) throws FileFormatException {
        if (!valid) {
            throw error(expected, found.kind());
        }
    }

    final FileFormatException error(String expected, String found) {
        return stack.error(expected, found + stack.inValue());
    }

    /**
     * Creates the error for a value that an array does not need.
     *
     * @param expected what should be there if the fault is not in the value of a key
     */
    final FileFormatException unexpected(String expected, String found) {
        String key = stack.pendingKey();
        return stack.error(key == null ? expected : arrayOf(key), found);
    }

    static String arrayOf(String key) {
        return "an array as the value of '" + Excerpt.of(key) + "'";
    }
}
