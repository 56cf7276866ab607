package io.github.dlfs4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The properties that all optimisers share. */
class OptimizersTest {
    private final RandomState random = new RandomState(1);
    private final Map<String, NDArray> parameters = Map.of("W", random.randn(3, 2), "b", random.randn(2));

    static Stream<Supplier<Optimizer>> optimizers() {
        return Stream.of(
                () -> new SGD(0.1),
                () -> new Momentum(0.1),
                () -> new Nesterov(0.1),
                () -> new AdaGrad(0.1),
                () -> new RMSProp(0.1),
                () -> new Adam(0.1),
                () -> new AdamW(0.1));
    }

    private Map<String, NDArray> gradients() {
        return Map.of("W", random.randn(3, 2), "b", random.randn(2));
    }

    private static Map<String, NDArray> copies(Map<String, NDArray> arrays) {
        Map<String, NDArray> copies = new HashMap<>();
        arrays.forEach((name, array) -> copies.put(name, array.copy()));
        return copies;
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anotherOptimizerContinuesFromItsStateToTheBit(Supplier<Optimizer> make) {
        Optimizer optimizer = make.get();
        for (int step = 0; step < 5; step++) {
            optimizer.update(parameters, gradients());
        }
        Optimizer other = make.get();
        other.restore(optimizer.state());
        Map<String, NDArray> otherParameters = copies(parameters);
        for (int step = 0; step < 5; step++) {
            Map<String, NDArray> gradients = gradients();
            optimizer.update(parameters, gradients);
            other.update(otherParameters, gradients);
        }
        assertThat(otherParameters).isEqualTo(parameters);
        assertThat(other.state()).isEqualTo(optimizer.state());
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerTakesAnotherLearningRate(Supplier<Optimizer> make) {
        Optimizer optimizer = make.get();
        optimizer.update(parameters, gradients());
        optimizer.learningRate(0.25);
        assertThat(optimizer.learningRate()).isEqualTo(0.25);
        assertThat(optimizer.state().get("lr")).isEqualTo(NDArray.scalar(0.25));
        assertThat(optimizer.toString()).startsWith(optimizer.name() + "(lr=0.25");
        assertThatIllegalArgumentException().isThrownBy(() -> optimizer.learningRate(0));
        assertThat(optimizer.learningRate()).isEqualTo(0.25);
    }

    @Test
    void optimizersDescribeThemselves() {
        assertThat(new Adam(0.001)).hasToString("Adam(lr=0.001, beta1=0.9, beta2=0.999)");
        assertThat(new Momentum(0.01, 0.5)).hasToString("Momentum(lr=0.01, momentum=0.5)");
        assertThat(new SGD(0.1)).hasToString("SGD(lr=0.1)");
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerChangesNeitherGradientsNorEarlierStates(Supplier<Optimizer> make) {
        Optimizer optimizer = make.get();
        Map<String, NDArray> gradients = gradients();
        Map<String, NDArray> same = copies(gradients);
        optimizer.update(parameters, gradients);
        assertThat(gradients).isEqualTo(same);
        Map<String, NDArray> state = optimizer.state();
        Map<String, NDArray> sameState = copies(state);
        optimizer.update(parameters, gradients());
        assertThat(state).isEqualTo(sameState);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerFindsTheBottom(Supplier<Optimizer> make) {
        Optimizer optimizer = make.get();
        NDArray x = NDArray.of(1.0, -0.5);
        for (int step = 0; step < 2000; step++) {
            optimizer.update(Map.of("x", x), Map.of("x", x.mul(NDArray.of(0.2, 2.0))));
        }
        assertThat(x.allClose(NDArray.zeros(2), 0, 0.06)).as(x.toString()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void anOptimizerRefusesGradientsThatDoNotFit(Supplier<Optimizer> make) {
        Optimizer optimizer = make.get();
        optimizer.update(parameters, gradients());
        Map<String, NDArray> before = copies(parameters);
        Map<String, NDArray> state = optimizer.state();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimizer.update(parameters, Map.of("W", NDArray.ones(3, 2))))
                .withMessageContaining("must have the same names");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> optimizer.update(parameters, Map.of("W", NDArray.ones(3, 2), "b", NDArray.ones(3))))
                .withMessage("the gradient of b must have the shape (2,), not (3,)");
        assertThatIllegalArgumentException().isThrownBy(() -> optimizer.restore(Map.of("x", NDArray.ones(2))));
        assertThat(parameters).isEqualTo(before);
        assertThat(optimizer.state()).isEqualTo(state);
    }

    @Test
    void anOptimizerNamesWhatIsWrongWithAState() {
        Adam adam = new Adam(0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.restore(new SGD(0.1).state()))
                .withMessage("beta1 is missing from the state of Adam");
        Momentum momentum = new Momentum(0.1);
        momentum.update(parameters, gradients());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nesterov(0.1).restore(adam.state()))
                .withMessage("momentum is missing from the state of Nesterov");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> momentum.restore(
                        Map.of("lr", NDArray.scalar(0.1), "momentum", NDArray.scalar(0.9), "h/W", NDArray.zeros(2))))
                .withMessage("h/W is no part of the state of Momentum");
    }

    @Test
    void anOptimizerRefusesAStateWithANumberOutOfRange() {
        Momentum momentum = new Momentum(0.1);
        momentum.update(parameters, gradients());
        Map<String, NDArray> state = momentum.state();
        for (NDArray lr :
                List.of(NDArray.of(0.1), NDArray.scalar(1), NDArray.scalar(Double.NaN), NDArray.scalar(-0.1))) {
            Map<String, NDArray> changed = new HashMap<>(state);
            changed.put("lr", lr);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> momentum.restore(changed))
                    .withMessageMatching("lr (of Momentum )?must be .*");
        }
        Map<String, NDArray> changed = new HashMap<>(state);
        changed.put("w/W", NDArray.ones(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> momentum.restore(changed));
        assertThat(momentum.state()).isEqualTo(state);
    }

    @Test
    void aRestoredStateReplacesTheMemoryOfAnOptimizer() {
        Momentum momentum = new Momentum(0.1);
        Map<String, NDArray> fresh = momentum.state();
        momentum.update(parameters, gradients());
        momentum.restore(fresh);
        assertThat(momentum.state()).isEqualTo(fresh);
    }

    /** Computed by hand: h = 0.25 * 4, and the step is 0.1 * 2 / sqrt(1). */
    @Test
    void rmsPropTakesTheFirstStepOfItsFormula() {
        NDArray x = NDArray.of(1.0);
        RMSProp rmsProp = new RMSProp(0.1, 0.75);
        rmsProp.update(Map.of("x", x), Map.of("x", NDArray.of(2.0)));
        assertThat(rmsProp.state().get("h/x")).isEqualTo(NDArray.of(1.0));
        assertThat(x.allClose(NDArray.of(0.8), 0, 1e-6)).as(x.toString()).isTrue();
    }

    /** The book's formula for one number; Java's arithmetic of doubles is NumPy's. */
    private interface Formula {
        /** Returns the new parameter; {@code memory[0]} is the remembered number. */
        double step(double parameter, double gradient, double[] memory);
    }

    private static double rmsProp(double parameter, double gradient, double[] h) {
        h[0] *= 0.9;
        h[0] += (1 - 0.9) * gradient * gradient;
        return parameter - 0.01 * gradient / (Math.sqrt(h[0]) + 1e-7);
    }

    private static double nesterov(double parameter, double gradient, double[] v) {
        double moved = parameter + 0.9 * 0.9 * v[0];
        moved -= (1 + 0.9) * 0.01 * gradient;
        v[0] *= 0.9;
        v[0] -= 0.01 * gradient;
        return moved;
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of(new RMSProp(0.01, 0.9), (Formula) OptimizersTest::rmsProp),
                Arguments.of(new Nesterov(0.01, 0.9), (Formula) OptimizersTest::nesterov));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void anOptimizerFollowsTheBooksFormulaToTheBit(Optimizer optimizer, Formula formula) {
        NDArray x = random.randn(200);
        double[] expected = x.toDoubleArray();
        double[][] memory = new double[200][1];
        for (int step = 0; step < 30; step++) {
            NDArray gradient = random.randn(200);
            optimizer.update(Map.of("x", x), Map.of("x", gradient));
            for (int i = 0; i < expected.length; i++) {
                expected[i] = formula.step(expected[i], gradient.getDouble(i), memory[i]);
            }
        }
        assertThat(x).isEqualTo(NDArray.of(expected));
    }

    @Test
    void anOptimizerIsForOneNetwork() {
        Momentum momentum = new Momentum(0.1);
        momentum.update(parameters, gradients());
        NDArray other = NDArray.ones(4, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> momentum.update(Map.of("W", other), Map.of("W", other)))
                .withMessage("Momentum remembers v/W of shape (3, 2), but W has shape (4, 2)");
    }

    static Stream<DoubleFunction<Optimizer>> kinds() {
        return Stream.of(SGD::new, Momentum::new, Nesterov::new, AdaGrad::new, RMSProp::new, Adam::new, AdamW::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anOptimizerRefusesALearningRateThatIsNotAboveZero(DoubleFunction<Optimizer> kind) {
        for (double rate : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.apply(rate))
                    .withMessageEndingWith(" must be finite, but is " + rate);
        }
        for (double rate : new double[] {0, -0.0, -1, -Double.MIN_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> kind.apply(rate))
                    .withMessageEndingWith(" must be above 0, but is " + rate);
        }
        assertThat(kind.apply(Double.MIN_VALUE).state()).containsEntry("lr", NDArray.scalar(Double.MIN_VALUE));
    }

    @Test
    void optimizersRefuseSharesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Momentum(0.1, 1.5))
                .withMessage("momentum of Momentum must be from 0 to 1, but is 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RMSProp(0.1, -0.1))
                .withMessage("decay of RMSProp must be from 0 to 1, but is -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Adam(0.1, 0.9, 1))
                .withMessage("beta2 of Adam must be from 0 to less than 1, but is 1.0");
    }

    @Test
    void optimizersRefuseNumbersThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Momentum(0.1, Double.POSITIVE_INFINITY))
                .withMessage("momentum of Momentum must be finite, but is Infinity");
    }
}
