package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.perceptron.LogicGates;
import java.util.function.IntBinaryOperator;

/** Chapter 2: perceptrons. */
public final class Chapter02 {
    static final Chapter CHAPTER = Chapter.of(
            "2",
            section("2.3.1", Chapter02::simpleAnd),
            section("2.3.2", Chapter02::weightsAndBias),
            section("2.3.3", Chapter02::andWithWeightsAndBias),
            section("2.3.3-nand", Chapter02::nand),
            section("2.3.3-or", Chapter02::or),
            section("2.5.2", Chapter02::xor));

    private Chapter02() {}

    /** Prints the chapter. */
    public static void main(String[] args) {
        CHAPTER.run();
    }

    /** Prints the inputs of a gate with their outputs. */
    private static void printGate(IntBinaryOperator gate) {
        for (int[] xs : new int[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
            int y = gate.applyAsInt(xs[0], xs[1]);
            print("(" + xs[0] + ", " + xs[1] + ") -> " + y);
        }
    }

    private static int and(int x1, int x2) {
        double w1 = 0.5;
        double w2 = 0.5;
        double theta = 0.7;
        double sum = x1 * w1 + x2 * w2;
        return sum <= theta ? 0 : 1;
    }

    static void simpleAnd() {
        printGate(Chapter02::and);
    }

    static void weightsAndBias() {
        NDArray x = NDArray.of(0, 1);
        NDArray w = NDArray.of(0.5, 0.5);
        double b = -0.7;
        print(w.mul(x));
        print(w.mul(x).sum());
        print(w.mul(x).sum().add(b));
    }

    private static int perceptron(NDArray x, NDArray w, double b) {
        NDArray sum = w.mul(x).sum().add(b);
        return sum.asDouble() <= 0 ? 0 : 1;
    }

    static void andWithWeightsAndBias() {
        printGate((x1, x2) -> perceptron(NDArray.of(x1, x2), NDArray.of(0.5, 0.5), -0.7));
    }

    // The library has these gates too: they are perceptrons that differ from AND only in their weights and bias.

    static void nand() {
        printGate(LogicGates::nand);
    }

    static void or() {
        printGate(LogicGates::or);
    }

    private static int xor(int x1, int x2) {
        int s1 = LogicGates.nand(x1, x2);
        int s2 = LogicGates.or(x1, x2);
        return LogicGates.and(s1, s2);
    }

    static void xor() {
        printGate(Chapter02::xor);
    }
}
