package io.github.dlfs4j.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.Pages;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program has one result: what {@link Operations} computes does not depend on the kernel, the vectors, the processor,
 * the threads or the time. Nor do the weights that the main job trains. The tests run once with each kernel, before JDK
 * 25 with plain loops alone. Those that start other virtual machines run only with {@code mvn test
 * -Dgroups=everywhere}.
 */
@BothKernels
class OneResultTest {
    /** Some virtual machines for x86 may not know the options. */
    private static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";

    @Test
    void everyOperationHasItsRecordedChecksum() throws IOException {
        assertThat(Checksums.differences(Checksums.read())).isEmpty();
    }

    @Test
    void aChecksumThatIsAnotherOrMissingIsADifference() {
        Map<String, String> recorded = Map.of("exp", "1", "sin", "2", "log", "3");
        Map<String, String> computed = Map.of("exp", "1", "sin", "4", "cos", "5");

        assertThat(ChecksumDifferences.of(recorded, computed))
                .startsWith("3 of 4 checksums differ:\n")
                .contains("\nsin: recorded 2, computed 4", "\nlog: recorded 3, not computed")
                .contains("\ncos: not recorded, computed 5")
                .doesNotContain("exp", "more");
    }

    /** The training of the main job, step by step, and the last line that it prints. */
    @Test
    @Tag("trainings")
    void theMainJobTrainsTheWeightsThatTheReadmeNames() throws IOException {
        RandomState random = new RandomState(0);
        Mnist mnist = Mnist.load();
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, random);
        Dataset training = Dataset.of(mnist.trainImages(), mnist.trainLabels());
        new Trainer(network, new SGD(0.1), Batches.random(training, 100, random)).run(9600);
        assertThat(Pages.text(Pages.README)).contains("SHA-256 of the weights: " + Networks.sha256(network));
    }

    @Tag("everywhere")
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void resultsDoNotDependOnTheNumberOfThreads(int threads) throws Exception {
        compareInProcess("-Ddlfs4j.threads=" + threads);
    }

    @Tag("everywhere")
    @ParameterizedTest
    @ValueSource(strings = {"-XX:UseAVX=2", "-XX:MaxVectorSize=16"})
    void resultsDoNotDependOnTheLengthOfVectors(String option) throws Exception {
        assumeTrue(JavaProcess.IS_X86, "the option is one of x86");
        compareInProcess(IGNORE_UNKNOWN, option);
    }

    @Tag("everywhere")
    @Test
    void resultsDoNotDependOnFusedMultiplyAdd() throws Exception {
        assumeTrue(JavaProcess.IS_X86, "the option is one of x86");
        assumeTrue(NDArray.kernel().equals("plain"), "without it, plain loops take the place of vectors: KernelTest");
        compareInProcess(IGNORE_UNKNOWN, "-XX:-UseFMA");
    }

    /** Runs from the first operation in the interpreter until the vectors are compiled and have taken over. */
    @Tag("everywhere")
    @Test
    void resultsStayTheSameWhileVectorsWarmUp() throws Exception {
        assumeTrue(NDArray.kernel().equals("vector"), "needs the module");
        compareInProcess("-Ddlfs4j.kernel=auto", "-Ddlfs4j.seconds=20");
    }

    private static void compareInProcess(String... options) throws IOException, InterruptedException {
        JavaProcess.run(JavaProcess.withThisKernel(options), Checksums.class);
    }
}
