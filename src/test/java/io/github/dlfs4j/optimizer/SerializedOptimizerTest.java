package io.github.dlfs4j.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.InvalidObjectException;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimisers that were serialised and read again. */
class SerializedOptimizerTest {
    /** All optimisers of the package, with all options that they have, and one that a contributor may add. */
    static List<Optimizer> optimizers() throws Exception {
        List<Optimizer> optimizers = new ArrayList<>(List.of(new Lion(0.1)));
        for (Class<?> kind : Journey.kinds(Optimizer.class)) {
            Constructor<?> constructor = Arrays.stream(kind.getConstructors())
                    .max(Comparator.comparing(Constructor::getParameterCount))
                    .orElseThrow();
            Object[] options = List.of(0.1, 0.8, 0.9, 0.95)
                    .subList(0, constructor.getParameterCount())
                    .toArray();
            optimizers.add((Optimizer) constructor.newInstance(options));
        }
        return optimizers;
    }

    private final Map<String, NDArray> parameters = Map.of("W", NDArray.of(3.0, -2.0), "b", NDArray.of(0.5));

    private static Map<String, NDArray> gradients(RandomState random) {
        return Map.of("W", random.randn(2), "b", random.randn(1));
    }

    @Test
    void serialisedOptimizersAreThoseOfThePackage() throws Exception {
        assertThat(optimizers())
                .extracting(Optimizer::name)
                .contains("SGD", "Adam")
                .hasSizeGreaterThan(6);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void serialisedOptimizersContinueAsTheOriginalsWould(Optimizer optimizer) throws Exception {
        assertThat(Journey.of(optimizer).state()).isEqualTo(optimizer.state());
        RandomState random = new RandomState(4);
        optimizer.update(parameters, gradients(random));
        Optimizer arrived = Journey.of(optimizer);
        assertThat(arrived).isInstanceOf(optimizer.getClass());
        Map<String, NDArray> others = Journey.of(new HashMap<>(parameters));
        for (int step = 0; step < 3; step++) {
            Map<String, NDArray> gradients = gradients(random);
            optimizer.update(parameters, gradients);
            arrived.update(others, gradients);
            assertThat(others).isEqualTo(parameters);
            assertThat(arrived.state()).isEqualTo(optimizer.state());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void optimizersAreRefusedWithoutTheirSerialisedForm(Optimizer optimizer) {
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.end(Journey.crafted(optimizer.getClass())))
                .withMessage(optimizer.name() + " can be read only from its serialised form");
    }

    @Test
    void serialisedOptimizersAreRefusedIfTheirStateIsNotValid() throws Exception {
        assertThat(Journey.of(new SGD(0.25)).learningRate()).isEqualTo(0.25);
        assertRefused(SGD.class, new Adam(0.1).state(), "beta1 is no part of the state of SGD");
        assertRefused(Adam.class, new SGD(0.1).state(), "beta1 is missing from the state of Adam");
        assertRefused(SGD.class, Map.of("lr", NDArray.scalar(-1.0)), "lr of SGD must be above 0, but is -1.0");
    }

    @ParameterizedTest
    @ValueSource(classes = {Range.class, StepDecay.class, Optimizer.class, RandomState[].class, int.class, List.class})
    void aSerialisedOptimizerOfAnotherClassIsRefused(Class<?> type) {
        assertRefused(type, Map.of(), type.getSimpleName() + " has no serialised form");
    }

    @Test
    void theClassOfAllOptimizersIsRefusedAsASerialisedOne() {
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.of(new SerializedForm(RememberingOptimizer.class, null)))
                .withCauseInstanceOf(ReflectiveOperationException.class);
    }

    private static void assertRefused(Class<?> type, Map<String, NDArray> state, String message) {
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.of(new SerializedForm(type, null).with(state)))
                .withMessage(message);
    }
}
