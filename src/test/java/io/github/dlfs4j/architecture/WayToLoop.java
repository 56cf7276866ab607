package io.github.dlfs4j.architecture;

import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Prints the methods of the library on the stack of an operation on contiguous arrays of float64, from the first to
 * that of the loop, on the longest way that was seen. It looks at the stack of a thread that does nothing else.
 */
final class WayToLoop {
    private static final int LOOKS = 100;

    private WayToLoop() {}

    public static void main(String[] args) throws InterruptedException {
        NDArray a = NDArray.arange(0.0, 1.0, 1.0 / 10_000).reshape(100, 100);
        NDArray out = NDArray.zeros(100, 100);
        Runnable operation = switch (args[0]) {
            case "add" -> () -> a.add(a);
            case "exp" -> () -> a.exp();
            case "sum(1)" -> () -> a.sum(1);
            case "dot" -> () -> a.dot(a);
            default -> () -> a.dot(a, out);
        };
        String loop = switch (args[0]) {
            case "add" -> "DoubleArithmeticLoops";
            case "exp" -> "DoubleExp";
            case "sum(1)" -> "DoubleBlockSums|VectorDoubleSums";
            default -> "DoubleTiles|VectorDoubleTiles";
        };
        Thread thread = new Thread(() -> {
            while (!Thread.interrupted()) {
                operation.run();
            }
        });
        thread.start();
        List<String> longest = List.of();
        for (int looks = 0; looks < LOOKS; ) {
            List<String> way = wayTo(loop, thread.getStackTrace());
            looks += way.isEmpty() ? 0 : 1;
            longest = way.size() > longest.size() ? way : longest;
            Thread.sleep(1);
        }
        thread.interrupt();
        longest.forEach(System.out::println);
    }

    /** Returns the methods of the library from the first to that of the loop; none if the loop is not on the stack. */
    private static List<String> wayTo(String loop, StackTraceElement... stack) {
        List<String> way = new ArrayList<>();
        for (int i = stack.length - 1; i >= 0; i--) {
            String name = stack[i].getClassName().replaceFirst("^io\\.github\\.dlfs4j\\.", "");
            if (name.equals(stack[i].getClassName()) || name.contains("WayToLoop") || isMadeByTheCompiler(stack, i)) {
                continue;
            }
            way.add(name + "." + stack[i].getMethodName());
            if (name.substring(name.lastIndexOf('.') + 1).matches(loop)) {
                return way;
            }
        }
        return List.of();
    }

    /** Whether a frame is that of a lambda's object, or of a bridge, which calls the method of the same name. */
    private static boolean isMadeByTheCompiler(StackTraceElement[] stack, int i) {
        String type = stack[i].getClassName();
        String method = stack[i].getMethodName();
        if (type.contains("$$Lambda")) {
            return true;
        }
        if (i == 0
                || !stack[i - 1].getClassName().equals(type)
                || !stack[i - 1].getMethodName().equals(method)) {
            return false;
        }
        try {
            return Arrays.stream(Class.forName(type).getDeclaredMethods())
                    .anyMatch(declared ->
                            declared.isBridge() && declared.getName().equals(method));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
