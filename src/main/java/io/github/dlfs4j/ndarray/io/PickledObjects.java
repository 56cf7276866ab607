package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.ndarray.io.PickleValue.Dict;
import java.io.IOException;
import java.util.List;

/** What a pickle may hold besides texts and numbers: the names that it may ask for, and what they mean. */
interface PickledObjects {
    /** Returns what the pickle is, for messages. */
    String what();

    /** Returns whether such a pickle has the instruction. */
    boolean allow(PickleOpcode opcode);

    /** Returns the value of a name, or null if a pickle may not ask for it. */
    PickleValue find(String module, String name) throws FileFormatException;

    /** Creates the error for a name that a pickle may not ask for. */
    FileFormatException refused(String module, String name);

    /** Creates the error for something that such a pickle does not have. */
    FileFormatException unexpected(String expected, String found);

    /** Calls a function. */
    PickleValue call(PickleValue function, List<PickleValue> arguments) throws IOException;

    /** Sets the state of a new object. */
    void build(PickleValue target, PickleValue state) throws IOException;

    /** Puts a value into a dictionary. */
    void put(Dict dict, PickleValue key, PickleValue value) throws FileFormatException;

    /** Returns what is stored outside of the pickle. */
    PickleValue stored(PickleValue id) throws IOException;
}
