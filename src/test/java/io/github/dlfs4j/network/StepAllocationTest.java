package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.dlfs4j.JavaProcess;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.optimizer.SGD;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How many bytes a step of training allocates once the compilers have done their work. That is found in a virtual
 * machine of its own, since what a compiler does depends on all that ran before.
 */
class StepAllocationTest {
    /**
     * With new arrays it would be 3 MB, of which the gradient of W1 and its product with the learning rate are 314 kB
     * each, and a batch of float64 is 627 kB. What is left are arrays with a few numbers for each row.
     */
    private static final long BOUND = 100_000;

    @Test
    void isNextToNothingBesidesWhatTheProductsPack() throws Exception {
        List<String> bytes = JavaProcess.run(JavaProcess.withThisKernel(), Program.class);
        assertThat(bytes)
                .hasSize(4)
                .allSatisfy(line -> assertThat(Long.parseLong(line)).isLessThanOrEqualTo(BOUND));
    }

    /** A layer of one's own, which knows nothing of memory. */
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
    @SuppressWarnings("try") // scopes are open, that is their use
    static final class Program {
        private static final int STEPS = 50;

        /** Enough for the compilers, on a busy machine too: most often a tenth of it will do. */
        private static final int ROUNDS = 500;

        private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        private final RandomState random = new RandomState(0);
        private final NDArray x = random.rand(100, 784).astype(DType.FLOAT32);
        private final NDArray labels = random.randint(0, 10, 100);
        private final NDArray oneHot = NDArray.eye(10).get(labels);

        private Program() {}

        /** Has no arguments. */
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
            // The least, since threads that share a product sometimes leave more of it to this one.
            for (int round = 0; round < ROUNDS && leastOfStep - leastOfProducts > BOUND; round++) {
                leastOfStep = Math.min(leastOfStep, allocated(step));
                leastOfProducts = Math.min(leastOfProducts, allocated(products));
            }
            System.out.println(leastOfStep - leastOfProducts);
        }

        /** A step as a trainer makes it. */
        private Runnable step(TwoLayerNet net, NDArray t) {
            SGD optimizer = new SGD(0.1);
            return () -> {
                try (ArrayScope scope = ArrayScope.open()) {
                    optimizer.update(net.parameters(), net.gradient(x, t));
                }
            };
        }

        /**
         * The step's matrix products. What they pack their operands into is theirs, and differs between the kernels.
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

        /** The mean of some calls. */
        private static long allocated(Runnable action) {
            long before = THREAD.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < STEPS; i++) {
                action.run();
            }
            return (THREAD.getCurrentThreadAllocatedBytes() - before) / STEPS;
        }
    }
}
