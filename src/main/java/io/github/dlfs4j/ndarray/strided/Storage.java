package io.github.dlfs4j.ndarray.strided;

import java.lang.reflect.Array;

/**
 * The memory of an array and its views, a primitive array. Elements are copied in runs, a stride apart, to and from the
 * blocks of a {@link Carrier} and converted on the way.
 *
 * <p>The copies defined here are correct for every pair of types. The records override the frequent ones with faster
 * loops.
 */
public sealed interface Storage {
    /** The greatest array length that every Java virtual machine supports. */
    int MAX_LENGTH = Integer.MAX_VALUE - 8;

    /** Returns the type of the elements. */
    Primitive primitive();

    /** Truncates to int64; NaN and numbers out of range give the smallest int64, as in NumPy on x86-64. */
    static long toLong(double value) {
        return isLong(value) ? (long) value : Long.MIN_VALUE;
    }

    /** Truncates modulo 256; NaN and numbers out of the range of int32 give 0, as in NumPy on x86-64. */
    static byte toByte(double value) {
        return (byte) (value < 0x1p31 ? (int) value : 0);
    }

    /** Returns whether a number, truncated, is an int64. */
    static boolean isLong(double value) {
        return value >= -0x1p63 && value < 0x1p63;
    }

    /** Returns the primitive array, not a copy. */
    Object values();

    default int length() {
        return Array.getLength(values());
    }

    double getDouble(int position);

    /** Returns the element, truncated to an integer. */
    long getLong(int position);

    void setDouble(int position, double value);

    void setLong(int position, long value);

    default void load(int offset, int stride, boolean[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            block[at + i] = getDouble(p) != 0;
        }
    }

    default void load(int offset, int stride, long[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            block[at + i] = getLong(p);
        }
    }

    default void load(int offset, int stride, float[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            block[at + i] = (float) getDouble(p);
        }
    }

    void load(int offset, int stride, double[] block, int at, int n);

    default void store(int offset, int stride, boolean[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            setLong(p, block[at + i] ? 1 : 0);
        }
    }

    default void store(int offset, int stride, long[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            setLong(p, block[at + i]);
        }
    }

    default void store(int offset, int stride, float[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            setDouble(p, block[at + i]);
        }
    }

    default void store(int offset, int stride, double[] block, int at, int n) {
        for (int i = 0, p = offset; i < n; i++, p += stride) {
            setDouble(p, block[at + i]);
        }
    }

    /** Elements of bool, read as 0 or 1; every number except 0 is written as true, even NaN. */
    @SuppressWarnings("ArrayRecordComponent") // the array is the memory that views share
    record Booleans(boolean[] values) implements Storage {
        @Override
        public Primitive primitive() {
            return Primitive.BOOLEAN;
        }

        /** Returns 0 or 1 as int. Of any other type it would be chosen by a branch, half of them mispredicted. */
        private int bit(int position) {
            return values[position] ? 1 : 0;
        }

        @Override
        public double getDouble(int position) {
            return bit(position);
        }

        @Override
        public long getLong(int position) {
            return bit(position);
        }

        @Override
        public void setDouble(int position, double value) {
            values[position] = value != 0;
        }

        @Override
        public void setLong(int position, long value) {
            values[position] = value != 0;
        }

        @Override
        public void load(int offset, int stride, boolean[] block, int at, int n) {
            BooleanRuns.load(values, offset, stride, block, at, n);
        }

        @Override
        public void store(int offset, int stride, boolean[] block, int at, int n) {
            BooleanRuns.store(values, offset, stride, block, at, n);
        }

        @Override
        public void load(int offset, int stride, long[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = bit(p);
            }
        }

        @Override
        public void load(int offset, int stride, float[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = bit(p);
            }
        }

        @Override
        public void load(int offset, int stride, double[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = bit(p);
            }
        }

        @Override
        public void store(int offset, int stride, long[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                values[p] = block[at + i] != 0;
            }
        }
    }

    /** Elements of uint8, bytes read as unsigned; integers are written modulo 256. */
    @SuppressWarnings("ArrayRecordComponent") // the array is the memory that views share
    record Bytes(byte[] values) implements Storage {
        @Override
        public Primitive primitive() {
            return Primitive.BYTE;
        }

        @Override
        public double getDouble(int position) {
            return values[position] & 0xff;
        }

        @Override
        public long getLong(int position) {
            return values[position] & 0xff;
        }

        @Override
        public void setDouble(int position, double value) {
            values[position] = Storage.toByte(value);
        }

        @Override
        public void setLong(int position, long value) {
            values[position] = (byte) value;
        }

        @Override
        public void load(int offset, int stride, long[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = values[p] & 0xff;
            }
        }

        @Override
        public void load(int offset, int stride, float[] block, int at, int n) {
            if (stride == 1) {
                for (int i = 0; i < n; i++) {
                    block[at + i] = values[offset + i] & 0xff;
                }
                return;
            }
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = values[p] & 0xff;
            }
        }

        @Override
        public void load(int offset, int stride, double[] block, int at, int n) {
            if (stride == 1) {
                for (int i = 0; i < n; i++) {
                    block[at + i] = values[offset + i] & 0xff;
                }
                return;
            }
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = values[p] & 0xff;
            }
        }

        @Override
        public void store(int offset, int stride, long[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                values[p] = (byte) block[at + i];
            }
        }
    }

    /** Elements of int64. */
    @SuppressWarnings("ArrayRecordComponent") // the array is the memory that views share
    record Longs(long[] values) implements Storage {
        @Override
        public Primitive primitive() {
            return Primitive.LONG;
        }

        @Override
        public double getDouble(int position) {
            return values[position];
        }

        @Override
        public long getLong(int position) {
            return values[position];
        }

        @Override
        public void setDouble(int position, double value) {
            values[position] = Storage.toLong(value);
        }

        @Override
        public void setLong(int position, long value) {
            values[position] = value;
        }

        @Override
        public void load(int offset, int stride, long[] block, int at, int n) {
            LongRuns.load(values, offset, stride, block, at, n);
        }

        @Override
        public void store(int offset, int stride, long[] block, int at, int n) {
            LongRuns.store(values, offset, stride, block, at, n);
        }

        /** Rounds once, since it does not convert to double first. */
        @Override
        public void load(int offset, int stride, float[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = values[p];
            }
        }

        @Override
        public void load(int offset, int stride, double[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = values[p];
            }
        }
    }

    /** Elements of float32; numbers are rounded to the nearest when written. */
    @SuppressWarnings("ArrayRecordComponent") // the array is the memory that views share
    record Floats(float[] values) implements Storage {
        @Override
        public Primitive primitive() {
            return Primitive.FLOAT;
        }

        @Override
        public double getDouble(int position) {
            return values[position];
        }

        @Override
        public long getLong(int position) {
            return Storage.toLong(values[position]);
        }

        @Override
        public void setDouble(int position, double value) {
            values[position] = (float) value;
        }

        @Override
        public void setLong(int position, long value) {
            values[position] = value;
        }

        @Override
        public void load(int offset, int stride, float[] block, int at, int n) {
            FloatRuns.load(values, offset, stride, block, at, n);
        }

        @Override
        public void store(int offset, int stride, float[] block, int at, int n) {
            FloatRuns.store(values, offset, stride, block, at, n);
        }

        @Override
        public void load(int offset, int stride, double[] block, int at, int n) {
            if (stride == 1) {
                for (int i = 0; i < n; i++) {
                    block[at + i] = values[offset + i];
                }
                return;
            }
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                block[at + i] = values[p];
            }
        }

        /** Rounds once, since it does not convert to double first. */
        @Override
        public void store(int offset, int stride, long[] block, int at, int n) {
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                values[p] = block[at + i];
            }
        }

        @Override
        public void store(int offset, int stride, double[] block, int at, int n) {
            if (stride == 1) {
                for (int i = 0; i < n; i++) {
                    values[offset + i] = (float) block[at + i];
                }
                return;
            }
            for (int i = 0, p = offset; i < n; i++, p += stride) {
                values[p] = (float) block[at + i];
            }
        }
    }

    /** Elements of float64. */
    @SuppressWarnings("ArrayRecordComponent") // the array is the memory that views share
    record Doubles(double[] values) implements Storage {
        @Override
        public Primitive primitive() {
            return Primitive.DOUBLE;
        }

        @Override
        public double getDouble(int position) {
            return values[position];
        }

        @Override
        public long getLong(int position) {
            return Storage.toLong(values[position]);
        }

        @Override
        public void setDouble(int position, double value) {
            values[position] = value;
        }

        @Override
        public void setLong(int position, long value) {
            values[position] = value;
        }

        @Override
        public void load(int offset, int stride, double[] block, int at, int n) {
            DoubleRuns.load(values, offset, stride, block, at, n);
        }

        @Override
        public void store(int offset, int stride, double[] block, int at, int n) {
            DoubleRuns.store(values, offset, stride, block, at, n);
        }
    }
}
