package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A line of {@code expected.tsv}: an array in a file that NumPy wrote, and its content. */
record GoldenArray(String file, String key, String order, NDArray expected) {
    static final Path FOLDER = Path.of("src", "test", "resources", "numpy", "files");

    /** Where the tests write the same arrays, for {@code check_files.py}. */
    static final Path WRITTEN = Path.of("target", "written-files");

    static List<GoldenArray> all() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
                .map(GoldenArray::parse)
                .toList();
    }

    static List<GoldenArray> of(String suffix) throws IOException {
        return all().stream().filter(golden -> golden.file.endsWith(suffix)).toList();
    }

    private static GoldenArray parse(String line) {
        String[] fields = line.split("\t", -1);
        int[] shape = Arrays.stream(split(fields[3].substring(1, fields[3].length() - 1), ","))
                .mapToInt(Integer::parseInt)
                .toArray();
        DType dtype = DType.valueOf(fields[2].toUpperCase(Locale.ROOT));
        return new GoldenArray(fields[0], fields[1], fields[4], array(dtype, shape, split(fields[5], " ")));
    }

    private static String[] split(String text, String separator) {
        return text.isEmpty() ? new String[0] : text.split(separator);
    }

    private static NDArray array(DType dtype, int[] shape, String... elements) {
        if (dtype.isFloating()) {
            double[] values = Arrays.stream(elements)
                    .mapToDouble(bits -> Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))
                    .toArray();
            return NDArray.of(values, shape).astype(dtype);
        }
        long[] values = Arrays.stream(elements).mapToLong(Long::parseLong).toArray();
        return NDArray.of(values, shape).astype(dtype);
    }

    Path path() {
        return FOLDER.resolve(file);
    }

    /** Returns a name that no other line has. */
    String name() {
        return (file + " " + key).strip();
    }

    /** Checks dtype, shape, every element and the order in memory, and leaves the array with other elements. */
    void check(NDArray found) {
        assertThat(found.shape()).as(toString()).isEqualTo(expected.shape());
        assertThat(found.dtype()).as(toString()).isEqualTo(expected.dtype());
        assertThat(found).as(toString()).isEqualTo(expected);
        if (Arrays.stream(found.shape().toArray()).filter(n -> n > 1).count() > 1) {
            assertThat(isView(found.transpose().reshape(-1), found))
                    .as("Fortran order")
                    .isEqualTo(order.equals("F"));
            assertThat(isView(found.reshape(-1), found)).as("C order").isEqualTo(order.equals("C"));
        }
    }

    private static boolean isView(NDArray view, NDArray base) {
        base.fill(0);
        view.fill(1);
        return base.astype(DType.INT64).min().asLong() == 1;
    }

    @Override
    public String toString() {
        return name();
    }
}
