package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.activation.Activations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The functions of float64, powers, sigmoid and softmax have the bits that NumPy has on its most common platform,
 * x86-64 with AVX2 and the GNU C library.
 */
@BothKernels
class NumPyFunctionReplayTest {
    /**
     * The records of a function.
     *
     * @param function NumPy's name
     * @param dtype of arguments and results
     * @param lines arguments and results in hexadecimal
     */
    record Records(String function, DType dtype, List<String[]> lines) {
        @Override
        public String toString() {
            return "%s of %s, %s records".formatted(function, dtype, lines.size());
        }

        /** Returns a column of all lines. */
        NDArray column(int field, int number) {
            double[] values = lines.stream()
                    .mapToDouble(line -> value(line[field].split(" ", -1)[number]))
                    .toArray();
            return NDArray.of(values, values.length).astype(dtype);
        }

        NDArray rows(int field) {
            int n = lines.get(0)[field].split(" ", -1).length;
            List<NDArray> columns = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                columns.add(column(field, i));
            }
            return NDArray.stack(1, columns);
        }

        private double value(String hex) {
            return dtype == DType.FLOAT32
                    ? Float.intBitsToFloat(Integer.parseUnsignedInt(hex, 16))
                    : Double.longBitsToDouble(Long.parseUnsignedLong(hex, 16));
        }
    }

    static Stream<Records> records() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/numpy/functions-f64.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .collect(Collectors.groupingBy(fields -> fields[0] + " " + fields[1]))
                .values()
                .stream()
                .map(lines -> new Records(lines.get(0)[0], dtype(lines.get(0)[1]), withFields(lines)));
    }

    private static DType dtype(String name) {
        return Arrays.stream(DType.values())
                .filter(dtype -> dtype.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String[]> withFields(List<String[]> lines) {
        return lines.stream().map(fields -> new String[] {fields[2], fields[3]}).toList();
    }

    @ParameterizedTest
    @MethodSource("records")
    void functionsOfFloatsHaveNumPysBits(Records records) {
        NDArray x = records.column(0, 0);

        NDArray results = switch (records.function()) {
            case "exp" -> x.exp();
            case "log" -> x.log();
            case "sin" -> x.sin();
            case "cos" -> x.cos();
            case "tanh" -> x.tanh();
            case "sigmoid" -> Activations.sigmoid(x);
            case "pow" -> x.pow(records.column(0, 1));
            case "softmax" -> Activations.softmax(records.rows(0));
            default -> throw new IllegalStateException(records.function());
        };

        NDArray expected = records.function().equals("softmax") ? records.rows(1) : records.column(1, 0);
        assertThat(differences(records, results.flatten(), expected.flatten())).isEmpty();
    }

    /** Compares bit by bit, even the signs of zeros; all NaNs are equal. */
    private static List<String> differences(Records records, NDArray results, NDArray expected) {
        double[] actual = results.astype(DType.FLOAT64).toDoubleArray();
        double[] numPys = expected.astype(DType.FLOAT64).toDoubleArray();
        int columns = actual.length / records.lines().size();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < actual.length; i++) {
            if (Double.doubleToLongBits(actual[i]) != Double.doubleToLongBits(numPys[i])) {
                differences.add("%s: expected %s but was %s"
                        .formatted(records.lines().get(i / columns)[0], numPys[i], actual[i]));
            }
        }
        return differences;
    }
}
