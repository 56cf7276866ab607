package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.Adam;
import io.github.dlfs4j.optimizer.Optimizer;
import io.github.dlfs4j.optimizer.SGD;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes that a training step of the simple ConvNet allocates, in all its threads. Apart from the products, this
 * does not depend on the kernel; but only the plain kernel always allocates the same.
 */
@EnabledIfSystemProperty(named = "dlfs4j.kernel", matches = "plain")
@SuppressWarnings("try") // nothing uses the scopes; they only have to be open
@BothKernels
class ConvNetAllocationTest {
    /**
     * With new arrays it would be 86 MB. What is left is 4 MB of views, some dozens for each image. The test notices
     * one more array of the size of W2 or of the output of the pooling, 3.5 MB each.
     */
    private static final long BOUND = 6_000_000;

    /** The number of attempts, enough for the compilers even on a busy machine; in most cases a few are enough. */
    private static final int ROUNDS = 100;

    private static final int BATCH = 100;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final RandomState random = new RandomState(0);
    private final Sequential net = SimpleConvNet.initial(random);
    private final NDArray x = random.rand(BATCH, 1, 28, 28);
    private final NDArray t = random.randint(0, 10, BATCH);

    @BeforeAll
    static void measure() {
        THREADS.setThreadAllocatedMemoryEnabled(true);
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(new SGD(0.1), new Adam(0.001));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aStepOfAConvNetAllocatesLittleBesideItsProducts(Optimizer optimizer) {
        Runnable step = step(optimizer);
        Runnable products = products();
        step.run();
        long leastOfStep = allocated(step);
        long leastOfProducts = allocated(products);
        for (int round = 0; round < ROUNDS && leastOfStep - leastOfProducts > BOUND; round++) {
            leastOfStep = Math.min(leastOfStep, allocated(step));
            leastOfProducts = Math.min(leastOfProducts, allocated(products));
        }
        assertThat(leastOfStep - leastOfProducts).isLessThanOrEqualTo(BOUND);
    }

    /** Shows that the bound means something: without a scope, a step is far above it. */
    @Test
    void aStepOfAConvNetAllocatesMuchWithoutAScope() {
        Runnable anew = () -> net.gradient(x, t);
        Runnable products = products();
        anew.run();
        assertThat(allocated(anew) - allocated(products)).isGreaterThan(10 * BOUND);
    }

    /** Makes a step as a trainer does. */
    private Runnable step(Optimizer optimizer) {
        return () -> {
            try (ArrayScope scope = ArrayScope.open()) {
                optimizer.update(net.parameters(), net.gradient(x, t));
            }
        };
    }

    /** Computes the matrix products of a step, which allocate memory to pack their operands. */
    private Runnable products() {
        NDArray filters = net.parameters().get("W1").reshape(30, 25);
        NDArray w2 = net.parameters().get("W2");
        NDArray w3 = net.parameters().get("W3");
        NDArray columns = random.rand(25, 576);
        NDArray filtered = random.rand(30, 576);
        NDArray dFilters = NDArray.zeros(30, 25);
        NDArray pooled = random.rand(BATCH, 4320);
        NDArray hidden = random.rand(BATCH, 100);
        NDArray scores = random.rand(BATCH, 10);
        NDArray dW2 = NDArray.zeros(4320, 100);
        NDArray dW3 = NDArray.zeros(100, 10);
        return () -> {
            for (int n = 0; n < BATCH; n++) {
                filters.dot(columns, filtered);
                filtered.dot(columns.transpose(), dFilters);
            }
            pooled.dot(w2, hidden);
            hidden.dot(w3, scores);
            hidden.transpose().dot(scores, dW3);
            scores.dot(w3.transpose(), hidden);
            pooled.transpose().dot(hidden, dW2);
            hidden.dot(w2.transpose(), pooled);
        };
    }

    private static long allocated(Runnable action) {
        long before = allocated();
        action.run();
        return allocated() - before;
    }

    /** Returns the bytes that all threads have allocated so far. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
