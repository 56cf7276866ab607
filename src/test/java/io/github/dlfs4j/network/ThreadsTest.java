package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A convolutional network trains and predicts with the same bits on any number of threads. */
class ThreadsTest {
    @Test
    void oneTwoAndThreeThreadsGiveTheSameResult() throws Exception {
        List<String> alone = learned(1);
        assertThat(alone).hasSize(2).allMatch(line -> line.startsWith("["));
        assertThat(learned(2)).isEqualTo(alone);
        assertThat(learned(3)).isEqualTo(alone);
    }

    /** Runs a process of its own, since a process has one number of threads. */
    private static List<String> learned(int threads) throws IOException, InterruptedException {
        return JavaProcess.run(
                JavaProcess.withThisKernel(
                        "-XX:TieredStopAtLevel=1",
                        "-Ddlfs4j.threads=" + threads,
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + threads),
                Learner.class);
    }

    /** A program that trains for a few steps and prints the result. */
    static final class Learner {
        private Learner() {}

        /** Runs without arguments. */
        public static void main(String... arguments) {
            for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
                RandomState random = new RandomState(0);
                Sequential net = SimpleConvNet.initial(random);
                NDArray x = random.rand(43, 1, 28, 28).astype(dtype);
                NDArray t = random.randint(0, 10, 43);
                for (int step = 0; step < 3; step++) {
                    new SGD(0.1).update(net.parameters(), net.gradient(x, t));
                }
                List<Integer> hashes = net.parameters().values().stream()
                        .map(NDArray::hashCode)
                        .toList();
                System.out.println(hashes + " " + net.predict(x).hashCode());
            }
        }
    }
}
