package io.github.dlfs4j.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSelectorTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    @Test
    void plainIsPlainOnEveryJdk() {
        assertThat(KernelSelector.select("plain", 17).name()).isEqualTo("plain");
        assertThat(KernelSelector.select("plain", 25).name()).isEqualTo("plain");
    }

    @Test
    void autoStaysPlainWhereTheVectorKernelsWereNotFasterOrNotTried() {
        assertThat(KernelSelector.select("auto", 17).name()).isEqualTo("plain");
        assertThat(KernelSelector.select("auto", 24).name()).isEqualTo("plain");
        assertThat(KernelSelector.select("auto", 99).name()).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Vector", "simd", " plain"})
    void anyOtherChoiceIsRefused(String choice) {
        assertThatThrownBy(() -> KernelSelector.select(choice, 25))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property dlfs4j.kernel must be auto, plain or vector, not '" + choice + "'");
    }

    @Test
    void theSelectedKernelsAreTheOnesOfTheProperty() {
        String choice = System.getProperty("dlfs4j.kernel", "auto");

        Kernels selected = KernelSelector.selected();

        assertThat(selected.name())
                .isEqualTo(KernelSelector.select(choice, Runtime.version().feature())
                        .name());
        assertThat(KernelSelector.selected()).isSameAs(selected);
        assertThat(NDArray.kernel()).isEqualTo(selected.name());
    }

    @Nested
    class WithTheModule {
        @Test
        void vectorIsVectorOnEveryJdk() {
            assumeTrue(PRESENT);

            assertThat(KernelSelector.select("vector", 17).name()).isEqualTo("vector");
            assertThat(KernelSelector.select("vector", 25).name()).isEqualTo("vector");
        }

        /** Which of the two depends on the processors, and nothing else. */
        @Test
        void autoTakesVectorsOf256BitsAndMoreOnAJdkThatWasTried() {
            assumeTrue(PRESENT);
            int processors = Runtime.getRuntime().availableProcessors();

            assertThat(KernelSelector.select("auto", 25).name())
                    .isEqualTo(VectorLength.bits() >= 256 && processors > 1 ? "vector" : "plain");
        }

        @Test
        void theLengthOfAVectorIsThatOfTheVectorCode() {
            assumeTrue(PRESENT);

            assertThat(VectorKernels.instance().floatProduct().plan().order().lanes())
                    .isEqualTo(VectorLength.bits() / Float.SIZE);
            assertThat(VectorKernels.instance().doubleProduct().plan().order().lanes())
                    .isEqualTo(VectorLength.bits() / Double.SIZE);
        }
    }

    @Nested
    class WithoutTheModule {
        @Test
        void autoIsPlain() {
            assumeFalse(PRESENT);

            assertThat(KernelSelector.select("auto", 25).name()).isEqualTo("plain");
            assertThat(KernelSelector.isVectorModuleRead()).isFalse();
        }

        @Test
        void vectorSaysWhichFlagIsMissing() {
            assumeFalse(PRESENT);

            assertThatThrownBy(() -> KernelSelector.select("vector", 25))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("kernel 'vector' needs module jdk.incubator.vector: "
                            + "start java with --add-modules jdk.incubator.vector");
        }
    }
}
