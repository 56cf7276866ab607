package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.section;

import io.github.dlfs4j.layer.AddLayer;
import io.github.dlfs4j.layer.MulLayer;
import io.github.dlfs4j.layer.OperandGradients;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.PrintStream;

/** Chapter 5: backpropagation. */
public final class Chapter05 {
    static final Chapter CHAPTER = Chapter.of(
            "5 Backpropagation",
            section("5.4.1 The multiplication layer: two apples", Chapter05::apples),
            section("5.4.2 The addition layer: apples and oranges", Chapter05::applesAndOranges),
            section("5.5.1 The mask of the ReLU layer", Chapter05::reluMask));

    private Chapter05() {}

    /** Prints the chapter. */
    public static void main(String[] args) {
        CHAPTER.print(System.out);
    }

    static void apples(PrintStream out) {
        NDArray apple = NDArray.scalar(100);
        NDArray appleNum = NDArray.scalar(2);
        NDArray tax = NDArray.scalar(1.1);

        MulLayer mulAppleLayer = new MulLayer();
        MulLayer mulTaxLayer = new MulLayer();

        // forward
        NDArray applePrice = mulAppleLayer.forward(apple, appleNum);
        NDArray price = mulTaxLayer.forward(applePrice, tax);
        out.println(price);

        // backward
        NDArray dPrice = NDArray.scalar(1);
        OperandGradients ofTax = mulTaxLayer.backward(dPrice);
        OperandGradients ofApple = mulAppleLayer.backward(ofTax.dx());
        out.println(ofApple.dx() + " " + ofApple.dy() + " " + ofTax.dy());
    }

    static void applesAndOranges(PrintStream out) {
        NDArray apple = NDArray.scalar(100);
        NDArray appleNum = NDArray.scalar(2);
        NDArray orange = NDArray.scalar(150);
        NDArray orangeNum = NDArray.scalar(3);
        NDArray tax = NDArray.scalar(1.1);

        MulLayer mulAppleLayer = new MulLayer();
        MulLayer mulOrangeLayer = new MulLayer();
        AddLayer addLayer = new AddLayer();
        MulLayer mulTaxLayer = new MulLayer();

        // forward
        NDArray applePrice = mulAppleLayer.forward(apple, appleNum); // (1)
        NDArray orangePrice = mulOrangeLayer.forward(orange, orangeNum); // (2)
        NDArray allPrice = addLayer.forward(applePrice, orangePrice); // (3)
        mulTaxLayer.forward(allPrice, tax); // (4)

        // backward
        NDArray dPrice = NDArray.scalar(1);
        OperandGradients ofTax = mulTaxLayer.backward(dPrice); // (4)
        OperandGradients ofSum = addLayer.backward(ofTax.dx()); // (3)
        OperandGradients ofOrange = mulOrangeLayer.backward(ofSum.dy()); // (2)
        OperandGradients ofApple = mulAppleLayer.backward(ofSum.dx()); // (1)
        out.println(ofTax.dx() + " " + ofTax.dy());
        out.println(ofSum.dx() + " " + ofSum.dy());
        out.println(ofApple.dx() + " " + ofApple.dy());
        out.println(ofOrange.dx() + " " + ofOrange.dy());
    }

    static void reluMask(PrintStream out) {
        NDArray x = NDArray.of(new double[][] {{1.0, -0.5}, {-2.0, 3.0}});
        out.println(x);
        NDArray mask = x.le(0);
        out.println(mask);
    }
}
