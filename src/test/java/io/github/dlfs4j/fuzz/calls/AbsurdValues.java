package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values at the limits of a type and beyond those of most parameters, made anew for each call. */
final class AbsurdValues {
    /** The products of some of them overflow an int or a long, or are just below 2^31. */
    private static final List<Long> WHOLE =
            List.of((long) Integer.MIN_VALUE, -1L, 0L, 7L, 46_341L, 65_536L, 1L << 30, (1L << 31) - 8, (long)
                    Integer.MAX_VALUE);

    private static final List<Long> LONG = List.of(Long.MIN_VALUE, 3_037_000_500L, 1L << 62, Long.MAX_VALUE);

    private static final List<Double> FRACTIONS = List.of(
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1e300,
            -1e300,
            -1.0,
            -0.0,
            Double.MIN_VALUE,
            1 + Math.ulp(1.0));

    private static final List<String> TEXTS = List.of(
            "", "\0", "%", "%s%d", "%99999999d", "ij,jk->ikik", "...", "é\u202e", "9".repeat(50), "n".repeat(9999));

    private static final int MAX = Integer.MAX_VALUE;

    private AbsurdValues() {}

    /** All such values of the type, apart from null; none if the type is not one of numbers, texts, arrays or files. */
    static List<?> of(Class<?> type, Path folder) {
        if (type == int.class || type == Integer.class) {
            return WHOLE.stream().map(Long::intValue).toList();
        }
        if (type == long.class || type == Long.class) {
            return Stream.concat(WHOLE.stream(), LONG.stream()).toList();
        }
        if (type == double.class || type == Double.class) {
            return FRACTIONS;
        }
        if (type == float.class || type == Float.class) {
            return FRACTIONS.stream().map(Double::floatValue).toList();
        }
        if (type == String.class) {
            return TEXTS;
        }
        if (type == NDArray.class || type == Object.class) {
            return arrays();
        }
        if (type == Path.class) {
            return List.of(folder, folder.resolve("missing/file"), folder.resolve("noise"), Path.of(""));
        }
        if (type == InputStream.class) {
            return List.of(
                    new ByteArrayInputStream(new byte[0]), new ByteArrayInputStream(new byte[9]), new BadInput());
        }
        if (type == OutputStream.class) {
            return List.of(new BadOutput());
        }
        if (type == List.class || type == Map.class) {
            return List.of(type == List.class ? List.of() : Map.of());
        }
        return type.isArray() ? javaArrays(type) : List.of();
    }

    private static List<?> javaArrays(Class<?> type) {
        if (type == int[].class) {
            return List.of(
                    new int[0],
                    new int[] {-1},
                    new int[] {0},
                    new int[] {MAX},
                    new int[] {Integer.MIN_VALUE},
                    new int[] {-1, -1},
                    new int[] {0, MAX},
                    new int[] {MAX, MAX},
                    new int[] {65_536, 65_536},
                    new int[] {46_341, 46_341},
                    new int[] {1 << 30, 1 << 30, 1 << 30},
                    ones(65));
        }
        if (type == long[].class) {
            return List.of(new long[0], new long[] {Long.MIN_VALUE, -1}, new long[] {Long.MAX_VALUE, 1});
        }
        if (type == double[].class) {
            return List.of(new double[0], new double[] {Double.NaN}, new double[] {1e300, Double.POSITIVE_INFINITY});
        }
        if (type == int[][].class) {
            return List.of(new int[0][], new int[1][0], new int[][] {{MAX, MAX}}, new int[][] {{-1, -1}, {0, MAX}});
        }
        Class<?> element = type.getComponentType();
        return List.of(Array.newInstance(element, 0));
    }

    private static int[] ones(int count) {
        int[] ones = new int[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static List<NDArray> arrays() {
        return List.of(
                NDArray.zeros(0),
                NDArray.zeros(0, 3),
                NDArray.zeros(3, 0),
                NDArray.zeros(MAX, 0),
                NDArray.zeros(DType.INT64, 0, MAX),
                NDArray.scalar(Double.NaN),
                NDArray.scalar(Long.MIN_VALUE),
                NDArray.scalar(true),
                NDArray.of(Double.NaN, Double.POSITIVE_INFINITY, 1e300),
                NDArray.of(Long.MIN_VALUE, -1, Long.MAX_VALUE),
                NDArray.of(1 << 30, 0, -1, 46_341),
                NDArray.of(true, false, true),
                NDArray.of((byte) -1, (byte) 0),
                NDArray.of(1e38f, Float.NaN).reshape(1, 2),
                NDArray.of(new double[][] {{Double.NaN, 1e300}, {-1e300, Double.MIN_VALUE}}),
                NDArray.of(new long[][] {{Long.MAX_VALUE, 2}, {3, Long.MIN_VALUE}}),
                NDArray.zeros(1).broadcastTo(Shape.of(300, 2)),
                // Views of one element, whose copies do not fit into the heap.
                NDArray.ones(1).broadcastTo(Shape.of(1 << 25)),
                NDArray.ones(DType.BOOL, 1).broadcastTo(Shape.of(5793, 5793)),
                NDArray.ones(ones(64)));
    }

    /** A file that cannot be read. */
    private static final class BadInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("no more than that");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    /** A full disk. */
    private static final class BadOutput extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
