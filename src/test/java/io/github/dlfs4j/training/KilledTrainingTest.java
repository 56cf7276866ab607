package io.github.dlfs4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A training that is killed at any moment, again and again, leaves a state from which it goes on as if it had not been.
 */
class KilledTrainingTest {
    private static Trainer trainer(long seed) {
        RandomState random = new RandomState(seed);
        RandomState samples = new RandomState(9);
        Dataset data = Dataset.of(samples.randn(50, 40), samples.randint(0, 5, 50));
        TwoLayerNet network = new TwoLayerNet(40, 30, 5, 0.1, new Relu(), random);
        return new Trainer(network, new SGD(0.1), Batches.shuffled(data, 7, random));
    }

    /** The program that is killed: it saves after every step, and resumes from the file if there is one. */
    static final class Program {
        private Program() {}

        /** Trains; the argument is the file. */
        public static void main(String... args) throws IOException {
            Path file = Path.of(args[0]);
            Trainer trainer = trainer(1);
            if (Files.exists(file)) {
                trainer.resume(file);
            }
            trainer.saveEvery(1, file);
            trainer.every(1, t -> System.out.println(t.steps()));
            trainer.run(Long.MAX_VALUE / 2);
        }
    }

    @Test
    void aKilledTrainingEndsWithTheSameWeights(@TempDir Path folder) throws Exception {
        killAndCompare(10, folder);
    }

    @Tag("kill")
    @Test
    void aTrainingThatIsKilled200TimesEndsWithTheSameWeights(@TempDir Path folder) throws Exception {
        killAndCompare(200, folder);
    }

    private static void killAndCompare(int kills, Path folder) throws Exception {
        Path file = folder.resolve("state.npz");
        Random moments = new Random(5);
        long steps = 0;
        for (int kill = 0; kill < kills; kill++) {
            killedAfter(1 + moments.nextInt(200), file);
            long reached = Checkpoint.read(file).steps();
            assertThat(reached).as("kill %d", kill).isGreaterThan(steps);
            steps = reached;
        }
        Trainer undisturbed = trainer(1);
        undisturbed.run(steps);
        assertThat(Checkpoint.read(file)).isEqualTo(undisturbed.checkpoint());
    }

    /** The time counts from the first step. */
    private static void killedAfter(int milliseconds, Path file) throws Exception {
        // In so short a time the second compiler costs more than it gains.
        List<String> options = List.of("-Ddlfs4j.kernel=plain", "-XX:TieredStopAtLevel=1");
        Process process =
                JavaProcess.builder(options, Program.class, file.toString()).start();
        String first = process.inputReader().readLine();
        assertThat(first).matches("\\d+");
        assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS)).isFalse();
        process.destroyForcibly().waitFor();
    }
}
