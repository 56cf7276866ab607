package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value on the stack of a {@link PickleMachine}, of a kind that dictionaries of arrays are made of. A list or a
 * dictionary may contain itself.
 */
sealed interface PickleValue {
    /** Describes the value in a few words, however large it is. */
    String kind();

    /** Python's None. */
    enum None implements PickleValue {
        /** The only value. */
        NONE;

        @Override
        public String kind() {
            return "None";
        }
    }

    /** A truth value. Where NumPy takes a number for a switch, it is 0 or 1. */
    enum Truth implements PickleValue {
        /** Python's {@code False}. */
        FALSE,
        /** Python's {@code True}. */
        TRUE;

        @Override
        public String kind() {
            return this == TRUE ? "True" : "False";
        }
    }

    /** A whole number. */
    record Int(long value) implements PickleValue {
        @Override
        public String kind() {
            return "the number " + value;
        }
    }

    /**
     * The place of a text or of bytes in the file. Content that is too long for a name stays in the file until it is
     * needed, so using it again costs nothing.
     *
     * @param utf8 whether the content is text in UTF-8, in which each character stands for a byte
     */
    record Extent(long place, long length, boolean utf8) {
        /** The largest length of a name. */
        static final int MAX_NAME = 1000;

        boolean isName() {
            return length >= 0 && length <= MAX_NAME;
        }
    }

    /** A text, or bytes, which Python 2 writes for its strings. */
    sealed interface Name extends PickleValue {
        /** Returns the decoded text, or null if it is too long for a name. */
        String name();
    }

    /** A string. */
    record Text(String name, Extent extent) implements Name {
        @Override
        public String kind() {
            return name == null ? "a text of " + extent.length() + " bytes" : "the text '" + Excerpt.of(name) + "'";
        }
    }

    /** Bytes. */
    record Bytes(String name, long length, Extent extent) implements Name {
        @Override
        public String kind() {
            return length + " bytes";
        }
    }

    /** A tuple. */
    record Tuple(List<PickleValue> items) implements PickleValue {
        @Override
        public String kind() {
            return "a tuple of " + items.size();
        }
    }

    /** A list. */
    record Items(List<PickleValue> items) implements PickleValue {
        @Override
        public String kind() {
            return "a list of " + items.size();
        }
    }

    /** The memory of tensors of PyTorch; its type is null if each tensor has one. */
    record Storage(String key, ElementType type, long count) implements PickleValue {
        @Override
        public String kind() {
            return "a storage";
        }
    }

    /** A name of PyTorch. */
    record Torch(String kind) implements PickleValue {}

    /** A dictionary whose keys are names, which were values of these types. */
    record Dict(Map<String, PickleValue> items, Map<String, Class<?>> types) implements PickleValue {
        Dict() {
            this(new LinkedHashMap<>(), new HashMap<>());
        }

        @Override
        public String kind() {
            return "a dictionary";
        }
    }

    /** A {@code numpy.dtype}. Its byte order is set after its type. */
    final class ElementDType implements PickleValue {
        private final ElementType type;
        private ByteOrder byteOrder;

        ElementDType(ElementType type) {
            this.type = type;
        }

        ElementType type() {
            return type;
        }

        /** Returns null until it is set. */
        ByteOrder byteOrder() {
            return byteOrder;
        }

        void setByteOrder(ByteOrder byteOrder) {
            this.byteOrder = byteOrder;
        }

        @Override
        public String kind() {
            return "a dtype";
        }
    }

    /** A {@code numpy.ndarray}, which may be empty when it is made. */
    final class Array implements PickleValue {
        private NDArray array;

        Array(NDArray array) {
            this.array = array;
        }

        /** Returns null until it is set. */
        NDArray array() {
            return array;
        }

        void set(NDArray array) {
            this.array = array;
        }

        @Override
        public String kind() {
            return array == null ? "an array without elements" : "an array";
        }
    }

    /** The names that pickles of NumPy arrays ask for. No other names are allowed, and none is looked up in Java. */
    enum Global implements PickleValue {
        /** Makes an empty array, to be filled. */
        RECONSTRUCT("numpy.core.multiarray", "_reconstruct"),
        /** Makes a 0-d array from a dtype and bytes. */
        SCALAR("numpy.core.multiarray", "scalar"),
        /** Makes an array from bytes, a dtype and a shape. */
        FROM_BUFFER("numpy.core.numeric", "_frombuffer"),
        /** The type that {@link #RECONSTRUCT} gets as an argument. */
        NDARRAY("numpy", "ndarray"),
        /** Makes a dtype from a code. */
        DTYPE("numpy", "dtype"),
        /** Makes bytes from text, in protocol 2. */
        ENCODE("_codecs", "encode"),
        /** Makes empty bytes, in protocol 2. */
        BYTES("__builtin__", "bytes");

        private final String module;
        private final String name;

        Global(String module, String name) {
            this.module = module;
            this.name = name;
        }

        /**
         * Returns the global of that name, or null if it is not one of these. NumPy 2 writes {@code _core} for
         * {@code core}.
         */
        static Global find(String module, String name) {
            String oldModule = module.startsWith("numpy._core.") ? "numpy.core." + module.substring(12) : module;
            for (Global global : values()) {
                if (global.module.equals(oldModule) && global.name.equals(name)) {
                    return global;
                }
            }
            return null;
        }

        /**
         * Creates the error for a name that is not one of these.
         *
         * @param where the value that asks for the name, or an empty string
         */
        static FileFormatException refused(String module, String name, String where, CheckedInput in, long place) {
            return in.error(
                    place,
                    "one of the names that a dictionary of NumPy arrays needs",
                    Excerpt.of(module + "." + name) + where);
        }

        @Override
        public String kind() {
            return module + "." + name;
        }
    }
}
