package io.github.dlfs4j.ndarray;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The errors of the functions for which NumPy calls the C library, which the guide states. */
class ExactValuesTest {
    private static final Path GUIDE = Path.of("src", "docs", "ndarray-for-numpy-users.md");
    private static final Pattern FIGURE =
            Pattern.compile("(?m)^\\| (?<names>`[a-z0-9`, ]+) \\| (?<ulps>\\d\\.\\d\\d) \\|$");

    /** For float64, the file has the argument with the largest error that was found among millions. */
    @Test
    void errorsAreThoseInTheGuide() throws IOException {
        Map<String, BigDecimal> found = new TreeMap<>();
        for (NumPyRecord record : NumPyRecord.read("exact.tsv")) {
            NDArray[] operands = record.arrays(1);
            double error = largestError(function(record.field(0), operands), record.array(2), record.array(3));
            if (operands[0].dtype() == DType.FLOAT32) {
                assertThat(error).as(record.field(0)).isLessThan(0.501);
            } else {
                found.put(record.field(0), BigDecimal.valueOf(error).setScale(2, RoundingMode.UP));
            }
        }

        assertThat(found).isEqualTo(figuresOfTheGuide());
    }

    private static Map<String, BigDecimal> figuresOfTheGuide() throws IOException {
        Map<String, BigDecimal> figures = new TreeMap<>();
        Matcher row = FIGURE.matcher(Files.readString(GUIDE));
        while (row.find()) {
            for (String name : row.group("names").replace("`", "").split(", ", -1)) {
                figures.put(name, new BigDecimal(row.group("ulps")));
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
        return operands.length == 1
                ? ElementwiseFunctions.OF_ONE.get(name).apply(operands[0])
                : ElementwiseFunctions.OF_TWO.get(name).apply(operands[0], operands[1]);
    }
}
