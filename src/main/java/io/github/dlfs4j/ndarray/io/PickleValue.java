package io.github.dlfs4j.ndarray.io;

import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.ndarray.NDArray;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value on the stack of a {@link PickleMachine}: only what a dictionary of NumPy arrays is made of. A tuple never
 * holds itself, since it is complete when it is made, and a dictionary holds nothing but arrays; so there are no
 * cycles.
 */
sealed interface PickleValue {
    /** What the value is, in few words that do not depend on its size. */
    String kind();

    /** Python's None. */
    enum None implements PickleValue {
        /** The only one. */
        NONE;

        @Override
        public String kind() {
            return "None";
        }
    }

    /** A whole number or truth value, 0 or 1 as in Python. */
    record Int(long value) implements PickleValue {
        @Override
        public String kind() {
            return "the number " + value;
        }
    }

    /**
     * Where the content of a text or of bytes is in the file. What is longer than a name is left there until it is
     * needed, so that it costs nothing to use it again.
     *
     * @param utf8 whether it is text in UTF-8, of which each character stands for a byte
     */
    record Extent(long place, long length, boolean utf8) {
        /** The length up to which texts are names. */
        static final int MAX_NAME = 1000;

        boolean isName() {
            return length >= 0 && length <= MAX_NAME;
        }
    }

    /** A text, or bytes, as which Python 2 writes its strings. */
    sealed interface Name extends PickleValue {
        /** The text, decoded once; null if it is longer than a name. */
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

    /** A dictionary of arrays. */
    final class Dict implements PickleValue {
        private final Map<String, NDArray> arrays = new LinkedHashMap<>();

        Map<String, NDArray> arrays() {
            return arrays;
        }

        @Override
        public String kind() {
            return "a dictionary";
        }
    }

    /** A {@code numpy.dtype}; its byte order comes later than its type. */
    final class ElementDType implements PickleValue {
        private final ElementType type;
        private ByteOrder byteOrder;

        ElementDType(ElementType type) {
            this.type = type;
        }

        ElementType type() {
            return type;
        }

        /** Null until it is set. */
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

    /** A {@code numpy.ndarray}, empty when it is made. */
    final class Array implements PickleValue {
        private NDArray array;

        /** Null until it is set. */
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

    /** The names that pickles of NumPy arrays ask for. There are no others, and none of them is looked up in Java. */
    enum Global implements PickleValue {
        /** Makes an empty array, to be filled. */
        RECONSTRUCT("numpy.core.multiarray", "_reconstruct"),
        /** Makes a 0-d array of a dtype and bytes. */
        SCALAR("numpy.core.multiarray", "scalar"),
        /** Makes an array of bytes, a dtype and a shape. */
        FROM_BUFFER("numpy.core.numeric", "_frombuffer"),
        /** The type that {@link #RECONSTRUCT} is told. */
        NDARRAY("numpy", "ndarray"),
        /** Makes a dtype of a code. */
        DTYPE("numpy", "dtype"),
        /** Makes bytes of text, in protocol 2. */
        ENCODE("_codecs", "encode"),
        /** Makes no bytes of nothing, in protocol 2. */
        BYTES("__builtin__", "bytes");

        private final String module;
        private final String name;

        Global(String module, String name) {
            this.module = module;
            this.name = name;
        }

        /**
         * The global of that name, null if it is not one of these. NumPy 2 has put an underscore before {@code core}.
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
         * The error for a name that is not one of these.
         *
         * @param where of what value it is, or nothing
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
