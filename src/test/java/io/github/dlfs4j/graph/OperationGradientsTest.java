package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first and second derivatives of every operation agree with numerical ones. The result is a random weighted sum of
 * the outputs.
 */
class OperationGradientsTest {
    private static final int SEEDS = 4;
    private static final double TOLERANCE = 2e-6;
    private static final double FLOAT32_TOLERANCE = 1e-4;

    static Stream<Arguments> operations() {
        return Example.all().keySet().stream()
                .flatMap(
                        name -> Stream.iterate(0, seed -> seed + 1).limit(SEEDS).map(seed -> Arguments.of(name, seed)));
    }

    private static Example example(String name, int seed) {
        Draw draw = new Draw(seed * 1000L + name.hashCode());
        return Example.all().get(name).apply(draw).laidOut(draw);
    }

    private static Variable[] variables(Example example) {
        return example.inputs().stream().map(Variable::of).toArray(Variable[]::new);
    }

    /** Returns a random weighted sum of all outputs. */
    private static Variable weighted(Variable output, long seed) {
        NDArray weights = new Draw(seed).any(output.shape().toArray());
        return output.mul(Variable.constant(weights.astype(output.value().dtype())))
                .sum();
    }

    /** Returns a random weighted sum of all gradients. */
    private static Variable weightedGradients(Example example, Variable... x) {
        weighted(example.apply(x), 1).backward();
        return Arrays.stream(x)
                .map(input -> weighted(input.gradient(), 2))
                .reduce(Variable::add)
                .orElseThrow();
    }

    private static List<NDArray> gradients(Variable... x) {
        return Arrays.stream(x).map(Variable::gradient).map(Variable::value).toList();
    }

    private static void assertClose(List<NDArray> actual, List<NDArray> expected, double tolerance) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).shape()).isEqualTo(expected.get(i).shape());
            assertThat(actual.get(i).allClose(expected.get(i), tolerance, tolerance))
                    .as("by input %d%n%s%nnot%n%s", i, actual.get(i), expected.get(i))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void firstDerivatives(String name, int seed) {
        Example example = example(name, seed);
        Variable[] x = variables(example);
        weighted(example.apply(x), 1).backward();
        Variable[] constants = example.inputs().stream().map(Variable::constant).toArray(Variable[]::new);
        List<NDArray> numerical = new ArrayList<>();
        for (NDArray input : example.inputs()) {
            numerical.add(NumericalGradient.of(
                    changed -> weighted(example.apply(constants), 1).value(), input));
        }
        assertClose(gradients(x), numerical, TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void secondDerivatives(String name, int seed) {
        Example example = example(name, seed);
        Variable[] x = variables(example);
        weightedGradients(example, x).backward();
        List<NDArray> numerical = new ArrayList<>();
        for (NDArray input : example.inputs()) {
            numerical.add(NumericalGradient.of(
                    changed -> weightedGradients(example, variables(example)).value(), input));
        }
        assertClose(gradients(x), numerical, TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void float32AgreesWithFloat64(String name, int seed) {
        Example wide = example(name, seed).astype(DType.FLOAT32).astype(DType.FLOAT64);
        Example narrow = wide.astype(DType.FLOAT32).laidOut(new Draw(seed));
        Variable[] x = variables(wide);
        Variable[] y = variables(narrow);
        Variable second = weightedGradients(wide, x);
        Variable secondOfNarrow = weightedGradients(narrow, y);
        assertClose(gradients(y), gradients(x), FLOAT32_TOLERANCE);
        second.backward();
        secondOfNarrow.backward();
        assertClose(gradients(y), gradients(x), FLOAT32_TOLERANCE);
        assertThat(gradients(y)).allMatch(gradient -> gradient.dtype() == DType.FLOAT32);
    }
}
