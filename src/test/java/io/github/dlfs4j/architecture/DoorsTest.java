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
     * @param loop the classes of which the first method on the way is the loop
     * @param run does it once
     */
    private record Operation(String name, int most, String loop, Runnable run) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Operation> operations() {
        NDArray out = NDArray.zeros(100, 100);
        return Stream.of(
                new Operation("add", 5, "DoubleArithmeticLoops", () -> A.add(A)),
                new Operation("exp", 6, "DoubleExp", () -> A.exp()),
                new Operation("sum(1)", 7, "DoubleBlockSums|VectorDoubleSums", () -> A.sum(1)),
                new Operation("dot", 9, "DoubleTiles|VectorDoubleTiles", () -> A.dot(A)),
                new Operation("dot into an array", 9, "DoubleTiles|VectorDoubleTiles", () -> A.dot(A, out)));
    }

    /** Looks at the stack of a thread that does nothing else, until it was in the loop many times. */
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
        for (int looks = 0; looks < 200; ) {
            List<String> way = wayTo(operation.loop(), thread.getStackTrace());
            looks += way.isEmpty() ? 0 : 1;
            deepest = way.size() > deepest.size() ? way : deepest;
            Thread.sleep(1);
        }
        thread.interrupt();
        thread.join();

        assertThat(deepest).as(operation + ": " + deepest).hasSizeLessThanOrEqualTo(operation.most());
    }

    /** Returns the methods of the library from the first to that of the loop; none if the loop is not on the stack. */
    private static List<String> wayTo(String loop, StackTraceElement... stack) {
        List<String> way = new ArrayList<>();
        for (int i = stack.length - 1; i >= 0; i--) {
            String name = stack[i].getClassName().replaceFirst("^io\\.github\\.dlfs4j\\.", "");
            if (name.equals(stack[i].getClassName()) || name.contains("DoorsTest") || isBridge(stack, i)) {
                continue;
            }
            way.add(name + "." + stack[i].getMethodName());
            if (name.substring(name.lastIndexOf('.') + 1).matches(loop)) {
                return way;
            }
        }
        return List.of();
    }

    /** Whether a frame is that of a method that the compiler made, which calls the method of the same name. */
    private static boolean isBridge(StackTraceElement[] stack, int i) {
        if (i == 0
                || !stack[i - 1].getClassName().equals(stack[i].getClassName())
                || !stack[i - 1].getMethodName().equals(stack[i].getMethodName())) {
            return stack[i].getClassName().contains("$$Lambda");
        }
        try {
            return Arrays.stream(Class.forName(stack[i].getClassName()).getDeclaredMethods())
                    .anyMatch(method -> method.isBridge() && method.getName().equals(stack[i].getMethodName()));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
