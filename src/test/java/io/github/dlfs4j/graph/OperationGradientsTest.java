package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first and second derivatives of every operation agree with numerical ones. The result is a random weighted sum of
 * the outputs. That there is an example of every operation is checked by the tables and by the methods of variables.
 */
class OperationGradientsTest {
    private static final double TOLERANCE = 2e-6;
    private static final double FLOAT32_TOLERANCE = 1e-4;

    /** Methods of variables that are no operation of their own. */
    private static final Set<String> OTHERS = Set.of("of", "constant", "named", "gradient", "apply", "detach");

    /** The constants of the tables, by name. */
    private static Map<String, Operation> constants() throws Exception {
        Map<String, Operation> constants = new TreeMap<>();
        Path folder = Path.of("target", "classes", "io", "github", "dlfs4j", "graph");
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(folder, "*Operations.class")) {
            for (Path table : tables) {
                String name = table.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName(Operation.class.getPackageName() + "." + name);
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == Operation.class) {
                        field.setAccessible(true);
                        constants.put(name + "." + field.getName(), (Operation) field.get(null));
                    }
                }
            }
        }
        return constants;
    }

    /** The operations of an example, and those of its first derivatives. */
    private static Stream<Operation> operations(String name) {
        Example example = example(name, 0);
        Variable[] x = variables(example);
        Variable first = example.apply(x);
        return Stream.of(first, weightedGradients(example, x))
                .flatMap(variable -> Graph.of(variable).nodes().stream())
                .map(Graph.Node::operation);
    }

    @Test
    void everyConstantOfTheTablesIsInTheGraphOfAnExample() throws Exception {
        Map<String, Operation> unchecked = constants();
        assertThat(unchecked).hasSizeGreaterThan(20);
        // No operation of an example has a gradient that is another variable as it is.
        unchecked.remove("ShapeOperations.IDENTITY");
        Set<Operation> used = Collections.newSetFromMap(new IdentityHashMap<>());
        Example.all().keySet().forEach(name -> operations(name).forEach(used::add));
        unchecked.values().removeAll(used);
        assertThat(unchecked.keySet())
                .as("constants without a gradient check: add an example of each to Example")
                .isEmpty();
    }

    @Test
    void everyMethodThatComputesAVariableHasAnExample() {
        Set<String> unchecked = Stream.of(Variable.class.getMethods())
                .filter(method -> method.getReturnType() == Variable.class)
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertThat(unchecked).hasSizeGreaterThan(50);
        unchecked.removeAll(OTHERS);
        Example.all().keySet().forEach(name -> unchecked.remove(name.split(" ", -1)[0]));
        assertThat(unchecked)
                .as(
                        "methods of Variable without a gradient check: add an example to Example whose name begins with each")
                .isEmpty();
    }

    static Stream<Arguments> operations() {
        return withSeeds(0, 1);
    }

    static Stream<Arguments> operationsOnOtherInputs() {
        return withSeeds(2, 3);
    }

    private static Stream<Arguments> withSeeds(Integer... seeds) {
        return Example.all().keySet().stream().flatMap(name -> Stream.of(seeds).map(seed -> Arguments.of(name, seed)));
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
    void everyOperationHasItsFirstDerivatives(String name, int seed) {
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
    void everyOperationHasItsSecondDerivatives(String name, int seed) {
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
    void derivativesOfFloat32AgreeWithFloat64(String name, int seed) {
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

    @ParameterizedTest
    @MethodSource("operationsOnOtherInputs")
    @Tag("long")
    void allDerivativesHoldForOtherInputs(String name, int seed) {
        everyOperationHasItsFirstDerivatives(name, seed);
        everyOperationHasItsSecondDerivatives(name, seed);
        derivativesOfFloat32AgreeWithFloat64(name, seed);
    }
}
