package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The bytes that a training step allocates once the JVM has compiled it. The test starts a JVM of its own, since the
 * result depends on everything that ran before.
 */
@BothKernels
class StepAllocationTest {
    /**
     * With new arrays it would be 3 MB, including 314 kB each for the gradient of W1 and its product with the learning
     * rate, and 627 kB for a batch of float64. What is left is arrays with a few numbers for each row.
     */
    private static final long BOUND = 100_000;

    @Test
    void aStepAllocatesNearlyNothingBesideItsProducts() throws Exception {
        List<String> bytes = JavaProcess.run(JavaProcess.withThisKernel(), Program.class);
        assertThat(bytes)
                .hasSize(4)
                .allSatisfy(line -> assertThat(Long.parseLong(line)).isLessThanOrEqualTo(BOUND));
    }

    /** A user's layer, which does nothing about memory. */
    private static final class LeakyRelu implements Layer {
        private NDArray slope;

        @Override
        public NDArray forward(NDArray x) {
            slope = NDArray.where(x.gt(0), NDArray.scalar(1.0), NDArray.scalar(0.01));
            return x.mul(slope);
        }

        @Override
        public NDArray backward(NDArray dout) {
            return dout.mul(slope);
        }
    }

    /** Prints the bytes of steps with the given layers. */
    @SuppressWarnings("try") // nothing uses the scopes; they only have to be open
    static final class Program {
        private static final int STEPS = 50;

        /** The number of attempts, enough for the compilers even on a busy machine; in most cases a tenth is enough. */
        private static final int ROUNDS = 500;

        private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final RandomState random = new RandomState(0);
        private final NDArray x = random.rand(100, 784).astype(DType.FLOAT32);
        private final NDArray labels = random.randint(0, 10, 100);
        private final NDArray oneHot = NDArray.eye(10).get(labels);

        private Program() {}

        /** Runs without arguments. */
        public static void main(String... arguments) {
            THREAD.setThreadAllocatedMemoryEnabled(true);
            Program program = new Program();
            program.print(new Relu(), program.oneHot);
            program.print(new Sigmoid(), program.oneHot);
            program.print(new Relu(), program.labels);
            program.print(new LeakyRelu(), program.oneHot);
        }

        private void print(Layer activation, NDArray t) {
            TwoLayerNet net = new TwoLayerNet(784, 50, 10, 0.01, activation, random);
            Runnable step = step(net, t);
            Runnable products = products(net);
            long leastOfStep = allocated(step);
            long leastOfProducts = allocated(products);
            // The minimum counts, since this thread sometimes computes a larger share of a product.
            for (int round = 0; round < ROUNDS && leastOfStep - leastOfProducts > BOUND; round++) {
                leastOfStep = Math.min(leastOfStep, allocated(step));
                leastOfProducts = Math.min(leastOfProducts, allocated(products));
            }
            System.out.println(leastOfStep - leastOfProducts);
        }

        /** Makes a step as a trainer does. */
        private Runnable step(TwoLayerNet net, NDArray t) {
            SGD optimizer = new SGD(0.1);
            return () -> {
                try (ArrayScope scope = ArrayScope.open()) {
                    optimizer.update(net.parameters(), net.gradient(x, t));
                }
            };
        }

        /**
         * Computes the matrix products of a step. They allocate memory to pack their operands, which depends on the
         * kernel.
         */
        private Runnable products(TwoLayerNet net) {
            NDArray w1 = net.parameters().get("W1");
            NDArray w2 = net.parameters().get("W2");
            NDArray x64 = x.astype(DType.FLOAT64);
            NDArray a1 = NDArray.zeros(100, 50);
            NDArray a2 = NDArray.zeros(100, 10);
            NDArray dW1 = NDArray.zeros(784, 50);
            NDArray dW2 = NDArray.zeros(50, 10);
            return () -> {
                x64.dot(w1, a1);
                a1.dot(w2, a2);
                a1.transpose().dot(a2, dW2);
                a2.dot(w2.transpose(), a1);
                x64.transpose().dot(a1, dW1);
            };
        }

        /** Returns the mean over some calls. */
        private static long allocated(Runnable action) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < STEPS; i++) {
                action.run();
            }
            return (THREAD.getCurrentThreadAllocatedBytes() - before) / STEPS;
        }
    }
}
