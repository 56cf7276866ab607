package io.github.dlfs4j.app.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.option.OptimizerKind;
import io.github.dlfs4j.app.page.training.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields of the form have an effect only together with others, as the command line has it. */
class FieldDependencesTest {
    private static Field.Dependence of(String name) {
        return TrainingForm.FIELDS.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow()
                .dependence();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch-norm", "dropout", "weight-decay"})
    void anOptionOfOneNetworkNeedsThatNetwork(String name) {
        assertThat(of(name))
                .isEqualTo(new Field.Dependence(Map.of(), Map.of("network", List.of("multi-layer")), List.of()));
    }

    @Test
    void hiddenNeuronsNeedANetworkOfDenseLayers() {
        assertThat(of("hidden").needs()).isEqualTo(Map.of("network", List.of("two-layer", "multi-layer")));
        assertThat(of("hidden").defaults())
                .isEqualTo(Map.of(
                        "network",
                        Map.of("two-layer", "50", "multi-layer", "100,100", "simple-conv", "", "deep-conv", "")));
    }

    @Test
    void theDefaultLearningRateIsThatOfTheOptimiser() {
        Map<String, String> rates = of("lr").defaults().get("optimizer");
        assertThat(rates)
                .hasSameSizeAs(OptimizerKind.values())
                .containsEntry("sgd", "0.1")
                .containsEntry("adam", "0.001");
        assertThat(of("lr").needs()).isEmpty();
    }

    @Test
    void patienceNeedsValidationImagesOfAnyNumber() {
        assertThat(of("patience"))
                .isEqualTo(new Field.Dependence(Map.of(), Map.of("validation", List.of()), List.of()));
    }

    @Test
    void stepsAndEpochsExcludeEachOther() {
        assertThat(of("steps").excludes()).containsExactly("epochs");
        assertThat(of("epochs").excludes()).containsExactly("steps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "dtype", "optimizer", "batch", "seed", "validation"})
    void otherFieldsDependOnNothing(String name) {
        assertThat(of(name)).isEqualTo(new Field.Dependence(Map.of(), Map.of(), List.of()));
    }
}
