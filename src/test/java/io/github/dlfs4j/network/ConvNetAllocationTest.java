package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many bytes a step of training the simple ConvNet allocates in the thread that trains. */
class ConvNetAllocationTest {
    /**
     * With new arrays in each step it would be more than 60 MB, most of it what passes between the layers. What is left
     * is what the products pack, mostly W2 of 3.5 MB: 10 MB with plain loops, 20 MB with vectors.
     */
    private static final long BOUND = 25_000_000;

    private static final int ROUNDS = 20;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @BeforeAll
    static void measure() {
        THREAD.setThreadAllocatedMemoryEnabled(true);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(new SGD(0.1), new Adam(0.001));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void isLittleBesidesWhatTheProductsPack(Optimizer optimizer) {
        RandomState random = new RandomState(0);
        Sequential net = SimpleConvNet.initial(random);
        NDArray x = random.rand(100, 1, 28, 28);
        NDArray t = random.randint(0, 10, 100);
        Map<String, NDArray> gradients = Map.of();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            gradients = net.gradient(x, t, gradients);
            optimizer.update(net.parameters(), gradients);
            least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThanOrEqualTo(BOUND);
    }
}
