package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The errors of the functions, which the page on arithmetic states. */
@BothKernels
class ExactValuesTest {
    private static final Path PAGE = Path.of("src", "docs", "arithmetic.md");

    /** A row with an error of float64, or with one of float32 before it. */
    private static final Pattern FIGURE = Pattern.compile(
            "(?m)^\\| `(?<name>[a-z0-9]+)`(?: \\| (?<single>\\d\\.\\d\\d))? \\| (?<ulps>\\d\\.\\d\\d) \\|");

    /** The file has the argument with the largest error that was found, among millions or among all of float32. */
    @Test
    void errorsOfFunctionsAreThoseOnThePage() throws IOException {
        Map<String, BigDecimal> onThePage = figuresOnThePage();
        Map<String, BigDecimal> found = new TreeMap<>();
        for (NumPyRecord record : NumPyRecord.read("exact.tsv")) {
            NDArray[] operands = record.arrays(1);
            String function = record.field(0) + " " + operands[0].dtype();
            double error = largestError(function(record.field(0), operands), record.array(2), record.array(3));
            if (operands[0].dtype() == DType.FLOAT64 || onThePage.containsKey(function)) {
                found.put(function, BigDecimal.valueOf(error).setScale(2, RoundingMode.UP));
            } else {
                assertThat(error).as(function).isLessThan(0.501);
            }
        }

        assertThat(found).isEqualTo(onThePage);
    }

    private static Map<String, BigDecimal> figuresOnThePage() throws IOException {
        Map<String, BigDecimal> figures = new TreeMap<>();
        Matcher row = FIGURE.matcher(Files.readString(PAGE));
        while (row.find()) {
            figures.put(row.group("name") + " " + DType.FLOAT64, new BigDecimal(row.group("ulps")));
            if (row.group("single") != null) {
                figures.put(row.group("name") + " " + DType.FLOAT32, new BigDecimal(row.group("single")));
            }
        }
        return figures;
    }

    /** Returns the error in units in the last place of the exact value. */
    private static double largestError(NDArray actual, NDArray exact, NDArray rest) {
        double largest = 0;
        for (int i = 0; i < actual.size(); i++) {
            double rounded = exact.getDouble(i);
            double ulp = actual.dtype() == DType.FLOAT32 ? Math.ulp((float) rounded) : Math.ulp(rounded);
            double error = actual.getDouble(i) - rounded - rest.getDouble(i);
            largest = Math.max(largest, Math.abs(error) / ulp);
        }
        return largest;
    }

    private static NDArray function(String name, NDArray... operands) {
        NDArray x = operands[0];
        return switch (name) {
            case "exp" -> x.exp();
            case "log" -> x.log();
            case "sin" -> x.sin();
            case "cos" -> x.cos();
            case "tanh" -> x.tanh();
            case "sigmoid" -> x.sigmoid();
            case "pow" -> x.pow(operands[1]);
            default -> ElementwiseFunctions.call(name, (Object[]) operands);
        };
    }
}
