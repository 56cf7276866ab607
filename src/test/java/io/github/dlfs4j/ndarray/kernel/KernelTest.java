package io.github.dlfs4j.ndarray.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.EveryVectorLength;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.incubator.vector.VectorShape;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BothKernels
class KernelTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    @Test
    void choicePlainSelectsPlainLoopsOnEveryJdk() {
        assertThat(Kernel.select("plain", 17, 2, true).toString()).isEqualTo("plain");
        assertThat(Kernel.select("plain", 25, 2, true).toString()).isEqualTo("plain");
    }

    /** Whether the module is present or not, so that one command line serves every JDK. */
    @ParameterizedTest
    @ValueSource(strings = {"auto", "vector"})
    void everyChoiceSelectsPlainLoopsOnAJdkOlderThan25(String choice) {
        assertThat(Kernel.select(choice, 17, 2, true)).isEqualTo(Kernel.PLAIN);
        assertThat(Kernel.select(choice, 24, 2, true)).isEqualTo(Kernel.PLAIN);
    }

    @Test
    void onAnOldJdkAProgramThatAsksForVectorsHasThePlainKernel() throws Exception {
        assumeTrue(Runtime.version().feature() < Kernel.FIRST_JDK, "needs an older JDK");
        String vector = "-Ddlfs4j.kernel=vector";

        assertThat(JavaProcess.run(List.of(vector), ShortProgramTest.Program.class))
                .containsExactly("kernel: plain");
        assertThat(JavaProcess.run(
                        List.of(vector, "--add-modules", Kernel.VECTOR_MODULE), ShortProgramTest.Program.class))
                .containsExactly("kernel: plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Vector", "simd", " plain"})
    void anyOtherChoiceOfAKernelIsRefused(String choice) {
        assertThatThrownBy(() -> Kernel.select(choice, 25, 2, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("property dlfs4j.kernel must be auto, plain or vector, not '" + choice + "'");
    }

    @Test
    void thePropertySelectsTheKernel() {
        String choice = System.getProperty("dlfs4j.kernel", "auto");

        Kernel selected = Kernel.selected();

        assertThat(selected)
                .isEqualTo(Kernel.select(
                        choice,
                        Runtime.version().feature(),
                        Runtime.getRuntime().availableProcessors(),
                        FusedMultiplyAdd.isInstruction()));
        assertThat(Kernel.selected()).isSameAs(selected);
        assertThat(NDArray.kernel()).isEqualTo(selected.toString());
    }

    @Nested
    class WithTheModule {
        @Test
        void choiceVectorSelectsVectorsFromJdk25On() {
            assumeTrue(PRESENT, "needs the module");

            assertThat(Kernel.select("vector", 25, 2, true).toString()).isEqualTo("vector");
            assertThat(Kernel.select("vector", 99, 2, true).toString()).isEqualTo("vector");
        }

        /** And if they are compiled wrongly, plain loops stay: {@code TrialTest}. */
        @ParameterizedTest
        @CsvSource({"25, WARMING", "26, ON_TRIAL", "99, ON_TRIAL"})
        void choiceAutoWarmsUpVectorsOf256BitsOrMoreFromJdk25On(int jdk, Kernel kernel) {
            assumeTrue(PRESENT, "needs the module");

            assertThat(Kernel.select("auto", jdk, 2, true))
                    .isEqualTo(Kernel.vectorBits() >= 256 ? kernel : Kernel.PLAIN);
        }

        @Test
        void choiceAutoSelectsPlainLoopsOnASingleProcessor() {
            assumeTrue(PRESENT, "needs the module");

            assertThat(Kernel.select("auto", 25, 1, true)).isEqualTo(Kernel.PLAIN);
        }

        @Test
        void withoutFusedMultiplyAddEveryChoiceSelectsPlainLoops() {
            assumeTrue(PRESENT, "needs the module");

            assertThat(Kernel.select("vector", 25, 2, false)).isEqualTo(Kernel.PLAIN);
            assertThat(Kernel.select("auto", 25, 2, false)).isEqualTo(Kernel.PLAIN);
        }

        @Test
        void withoutFmaAProgramThatAsksForVectorsHasThePlainKernel() throws Exception {
            assumeTrue(PRESENT, "needs the module");
            assumeTrue(JavaProcess.IS_X86, "the option is one of x86");
            List<String> options =
                    List.of("--add-modules", Kernel.VECTOR_MODULE, "-Ddlfs4j.kernel=vector", "-XX:-UseFMA");

            assertThat(JavaProcess.run(options, ShortProgramTest.Program.class)).containsExactly("kernel: plain");
        }

        @Test
        @EveryVectorLength
        void vectorsHaveTheLengthOfTheProcessorOrOfTheProperty() {
            assumeTrue(PRESENT, "needs the module");
            // From then on, the module reads that of vectors.
            assertThat(Kernel.isVectorModuleRead()).isTrue();
            int ofProcessor = VectorShape.preferredShape().vectorBitSize();

            assertThat(Kernel.vectorBits()).isEqualTo(Integer.getInteger("dlfs4j.vectorBits", ofProcessor));
        }

        /** Otherwise, tests for one length would compute with another one. */
        @Test
        void noLoopTakesItsVectorsFromElsewhere() throws IOException {
            try (Stream<Path> files = Files.walk(Path.of("target", "classes"))) {
                assertThat(files.filter(file -> file.toString().endsWith(".class")))
                        .hasSizeGreaterThan(500)
                        .allSatisfy(file -> assertThat(Files.readString(file, ISO_8859_1))
                                .doesNotContain("SPECIES_PREFERRED", "SPECIES_MAX"));
            }
        }
    }

    /** As on a JDK whose vectors have left incubation: a command line for an older one starts nothing. */
    @Nested
    class WithAModuleThatIsNotThere {
        @Test
        void javaDoesNotStartWithAModuleThatIsNotThere() throws Exception {
            Process process = JavaProcess.builder(
                            List.of("--add-modules", "jdk.incubator.gone"), ShortProgramTest.Program.class)
                    .start();

            assertThat(JavaProcess.lines(process))
                    .anyMatch(line -> line.contains("Module jdk.incubator.gone not found"));
            assertThat(process.waitFor()).isNotZero();
        }

        @Test
        void withoutTheOptionForVectorsPlainLoopsRun() throws Exception {
            assertThat(JavaProcess.run(List.of(), ShortProgramTest.Program.class))
                    .containsExactly("kernel: plain");
        }

        /** For one command line on every JDK. */
        @Test
        void optionAllSystemAddsTheModulesThatAreThere() throws Exception {
            assumeTrue(ModuleFinder.ofSystem().find(Kernel.VECTOR_MODULE).isPresent(), "needs the module");
            Kernel vector = Runtime.version().feature() < Kernel.FIRST_JDK ? Kernel.PLAIN : Kernel.VECTOR;

            assertThat(JavaProcess.run(
                            List.of("--add-modules", "ALL-SYSTEM", "-Ddlfs4j.kernel=vector"),
                            ShortProgramTest.Program.class))
                    .containsExactly("kernel: " + vector);
        }
    }

    @Nested
    class WithoutTheModule {
        @Test
        void choiceAutoSelectsPlainLoopsWithoutTheModule() {
            assumeFalse(PRESENT, "has the module");

            assertThat(Kernel.select("auto", 25, 2, true).toString()).isEqualTo("plain");
            assertThat(Kernel.isVectorModuleRead()).isFalse();
        }

        @Test
        void choiceVectorSaysWhichFlagIsMissing() {
            assumeFalse(PRESENT, "has the module");

            assertThatThrownBy(() -> Kernel.select("vector", 25, 2, true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("kernel 'vector' needs module jdk.incubator.vector: "
                            + "start java with --add-modules jdk.incubator.vector");
        }
    }
}
