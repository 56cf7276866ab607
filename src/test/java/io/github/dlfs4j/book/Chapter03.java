package io.github.dlfs4j.book;

import static io.github.dlfs4j.activation.Activations.identity;
import static io.github.dlfs4j.activation.Activations.sigmoid;
import static io.github.dlfs4j.activation.Activations.softmax;
import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.PrintStream;
import java.util.Map;

/** Chapter 3: neural networks. */
public final class Chapter03 {
    static final Chapter CHAPTER = Chapter.of(
            "3 Neural Networks",
            section("3.2.2 The step function", Chapter03::stepFunction),
            section("3.4.3 A network of three layers", Chapter03::threeLayers),
            section("3.5.3 The exponential function", Chapter03::exponential),
            section("3.5.3 Softmax that does not overflow", Chapter03::softmaxWithoutOverflow));

    private Chapter03() {}

    /** Prints the chapter. */
    public static void main(String[] args) {
        CHAPTER.print(System.out);
    }

    static void stepFunction(PrintStream out) {
        NDArray x = NDArray.of(-1.0, 1.0, 2.0);
        out.println(x);
        NDArray y = x.gt(0);
        out.println(y);
        out.println(y.astype(DType.INT64));
    }

    private static Map<String, NDArray> initNetwork() {
        return Map.of(
                "W1", NDArray.of(new double[][] {{0.1, 0.3, 0.5}, {0.2, 0.4, 0.6}}),
                "b1", NDArray.of(0.1, 0.2, 0.3),
                "W2", NDArray.of(new double[][] {{0.1, 0.4}, {0.2, 0.5}, {0.3, 0.6}}),
                "b2", NDArray.of(0.1, 0.2),
                "W3", NDArray.of(new double[][] {{0.1, 0.3}, {0.2, 0.4}}),
                "b3", NDArray.of(0.1, 0.2));
    }

    private static NDArray forward(Map<String, NDArray> network, NDArray x) {
        NDArray a1 = x.dot(network.get("W1")).add(network.get("b1"));
        NDArray z1 = sigmoid(a1);
        NDArray a2 = z1.dot(network.get("W2")).add(network.get("b2"));
        NDArray z2 = sigmoid(a2);
        NDArray a3 = z2.dot(network.get("W3")).add(network.get("b3"));
        return identity(a3);
    }

    static void threeLayers(PrintStream out) {
        Map<String, NDArray> network = initNetwork();
        NDArray x = NDArray.of(1.0, 0.5);
        NDArray y = forward(network, x);
        out.println(y);
    }

    static void exponential(PrintStream out) {
        NDArray a = NDArray.of(0.3, 2.9, 4, 0);
        NDArray expA = a.exp();
        out.println(expA);
        NDArray sumExpA = expA.sum();
        out.println(sumExpA);
        NDArray y = expA.div(sumExpA);
        out.println(y);
    }

    static void softmaxWithoutOverflow(PrintStream out) {
        NDArray x = NDArray.of(0.3, 2.9, 4.0);
        NDArray y = softmax(x);
        out.println(y);
        out.println(y.sum());
    }
}
