package io.github.dlfs4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The paths of section 6.1.7 down x²/20 + y² are those of Python. */
class OptimizerReplayTest {
    private static final double RELATIVE = 1e-12;

    static Stream<Arguments> optimizers() {
        return Stream.of(
                Arguments.of("SGD lr=0.95", new SGD(0.95)),
                Arguments.of("Momentum lr=0.1 momentum=0.9", new Momentum(0.1)),
                Arguments.of("AdaGrad lr=1.5", new AdaGrad(1.5)),
                Arguments.of("Adam lr=0.3 beta1=0.9 beta2=0.999", new Adam(0.3)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optimizers")
    void pathsOfOptimizersFollowPython(String run, Optimizer optimizer) throws IOException {
        Map<String, NDArray> position = Map.of("x", NDArray.scalar(-7.0), "y", NDArray.scalar(2.0));
        int step = -1;
        int compared = 0;
        for (String[] record : records("optimizer " + run)) {
            if (Integer.parseInt(record[1]) != step) {
                step++;
                optimizer.update(
                        position,
                        Map.of(
                                "x", position.get("x").div(10),
                                "y", position.get("y").mul(2)));
            }
            assertThat(position.get(record[2]).asDouble())
                    .as("%s of step %d", record[2], step)
                    .isCloseTo(Double.parseDouble(record[3]), withinPercentage(100 * RELATIVE));
            compared++;
        }
        assertThat(compared).isEqualTo(60);
        System.out.printf("optimizer %s: %d records replayed%n", run, compared);
    }

    private static Iterable<String[]> records(String run) throws IOException {
        try (InputStream file = OptimizerReplayTest.class.getResourceAsStream("/numpy/training.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .filter(record -> record[0].equals(run))
                    .toList();
        }
    }
}
