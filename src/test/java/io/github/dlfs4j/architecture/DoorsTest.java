package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many methods of the library an operation passes on its way to its loop. */
@BothKernels
class DoorsTest {
    private static final NDArray A = NDArray.arange(0.0, 1.0, 1.0 / 10_000).reshape(100, 100);

    /**
     * An operation.
     *
     * @param name its name
     * @param most the most methods of the library on the stack in its loop, with that of the loop
     * @param run does it once
     */
    private record Operation(String name, int most, Runnable run) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operations() {
        NDArray out = NDArray.zeros(100, 100);
        return Stream.of(
                new Operation("add", 5, () -> A.add(A)),
                new Operation("exp", 6, () -> A.exp()),
                new Operation("sum(1)", 7, () -> A.sum(1)),
                new Operation("dot", 9, () -> A.dot(A)),
                new Operation("dot into an array", 9, () -> A.dot(A, out)));
    }

    /** Looks at the stack of a thread that does nothing else, until it was deep in the operation many times. */
    @ParameterizedTest
    @MethodSource("operations")
    void aLoopIsFewMethodsAway(Operation operation) throws InterruptedException {
        List<String> deepest = List.of();
        Thread thread = new Thread(() -> {
            while (!Thread.interrupted()) {
                operation.run().run();
            }
        });
        thread.start();
        for (int looks = 0; looks < 300; ) {
            List<String> stack = methods(thread.getStackTrace());
            if (stack.stream().anyMatch(method -> method.contains(".kernel."))) {
                looks++;
                deepest = stack.size() > deepest.size() ? stack : deepest;
            }
            Thread.sleep(1);
        }
        thread.interrupt();
        thread.join();

        assertThat(deepest).as(operation + ": " + deepest).hasSizeLessThanOrEqualTo(operation.most());
    }

    /** Returns the methods of the library, without the lambdas of this test. */
    private static List<String> methods(StackTraceElement... stack) {
        List<String> methods = new ArrayList<>();
        Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("io.github.dlfs4j."))
                .filter(frame -> !frame.getClassName().contains("DoorsTest"))
                .forEach(frame -> methods.add(
                        frame.getClassName().replace("io.github.dlfs4j.", "") + "." + frame.getMethodName()));
        return methods;
    }
}
