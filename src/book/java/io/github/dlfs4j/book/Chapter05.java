package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.layer.AddLayer;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.layer.MulLayer;
import io.github.dlfs4j.layer.OperandGradients;
import io.github.dlfs4j.layer.SoftmaxWithLoss;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.TwoLayerNet;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** Chapter 5: backpropagation. */
public final class Chapter05 {
    static final Chapter CHAPTER = chapter(10_000);

    /**
     * Returns the chapter.
     *
     * @param steps the number of training steps of its network
     */
    private static Chapter chapter(int steps) {
        return Chapter.of(
                        "5",
                        section("5.4.1", Chapter05::apples),
                        section("5.4.2", Chapter05::applesAndOranges),
                        section("5.5.1", Chapter05::reluMask),
                        section("5.6.1", Chapter05::affineOfOneRow),
                        section("5.6.2", Chapter05::affineOfABatch),
                        section("5.6.2-images", Chapter05::affineOfImages),
                        section("5.6.3", Chapter05::softmaxWithLoss),
                        section("5.7.3", Chapter05::checkGradient),
                        section("5.7.4", () -> learn(steps)))
                .with(
                        graph("5.1.1-apples-and-oranges", ComputationalGraphs::forward),
                        graph("5.1.3-derivatives-of-apples", ComputationalGraphs::derivatives),
                        graph("5.2.1-local-derivative", ComputationalGraphs::localDerivative),
                        graph("5.2.2-square-of-sum", ComputationalGraphs::squareOfSum),
                        graph("5.2.3-chain-rule", ComputationalGraphs::chainRule),
                        graph("5.2.3-chain-rule-worked-out", ComputationalGraphs::chainRuleWorkedOut),
                        graph("5.3.1-addition", ComputationalGraphs::addition),
                        graph("5.3.1-addition-of-numbers", ComputationalGraphs::additionOfNumbers),
                        graph("5.3.2-multiplication", ComputationalGraphs::multiplication),
                        graph("5.3.2-multiplication-of-numbers", ComputationalGraphs::multiplicationOfNumbers),
                        graph("5.3.3-all-derivatives", ComputationalGraphs::allDerivatives),
                        graph("5.3.3-practice", ComputationalGraphs::practice),
                        graph("5.3.3-practice-filled-in", ComputationalGraphs::solution),
                        graph("5.5.1-relu", ComputationalGraphs::relu),
                        graph("5.5.2-sigmoid-forward", ComputationalGraphs::sigmoidForward),
                        graph("5.5.2-sigmoid-backward", ComputationalGraphs::sigmoidBackward),
                        graph("5.5.2-sigmoid-in-one-node", ComputationalGraphs::sigmoidInOneNode),
                        graph("5.5.2-sigmoid-by-its-output", ComputationalGraphs::sigmoidByItsOutput),
                        graph("5.6.2-affine", ComputationalGraphs::affine),
                        graph("5.6.3-softmax-with-loss", ComputationalGraphs::softmaxWithLoss),
                        graph("5.7.2-network", ComputationalGraphs::network));
    }

    private static Chapter.Drawing graph(String name, Function<String, Diagram> diagram) {
        return figure(name, () -> new GraphFigure(diagram.apply(Chapter.titleOfGraph(name))));
    }

    private Chapter05() {}

    /** Prints the chapter and draws its figures; an argument is the number of training steps. */
    public static void main(String[] args) {
        Chapter chapter = args.length == 0 ? CHAPTER : chapter(Integer.parseInt(args[0]));
        chapter.run();
    }

    static void apples() {
        NDArray apple = NDArray.scalar(100);
        NDArray appleNum = NDArray.scalar(2);
        NDArray tax = NDArray.scalar(1.1);

        MulLayer mulAppleLayer = new MulLayer();
        MulLayer mulTaxLayer = new MulLayer();

        // forward
        NDArray applePrice = mulAppleLayer.forward(apple, appleNum);
        NDArray price = mulTaxLayer.forward(applePrice, tax);

        // backward
        NDArray dPrice = NDArray.scalar(1);
        OperandGradients ofTax = mulTaxLayer.backward(dPrice);
        OperandGradients ofApple = mulAppleLayer.backward(ofTax.dx());

        // A price and a number of apples are printed without their fraction, which is a rounding error.
        print("price:", price.asInt());
        print("dApple:", ofApple.dx());
        print("dApple_num:", ofApple.dy().asInt());
        print("dTax:", ofTax.dy());
    }

    static void applesAndOranges() {
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
        NDArray price = mulTaxLayer.forward(allPrice, tax); // (4)

        // backward
        NDArray dPrice = NDArray.scalar(1);
        OperandGradients ofTax = mulTaxLayer.backward(dPrice); // (4)
        OperandGradients ofSum = addLayer.backward(ofTax.dx()); // (3)
        OperandGradients ofOrange = mulOrangeLayer.backward(ofSum.dy()); // (2)
        OperandGradients ofApple = mulAppleLayer.backward(ofSum.dx()); // (1)

        print("price:", price.asInt());
        print("dApple:", ofApple.dx());
        print("dApple_num:", ofApple.dy().asInt());
        print("dOrange:", ofOrange.dx());
        print("dOrange_num:", ofOrange.dy().asInt());
        print("dTax:", ofTax.dy());
    }

    static void reluMask() {
        NDArray x = NDArray.of(new double[][] {{1.0, -0.5}, {-2.0, 3.0}});
        print(x);
        NDArray mask = x.le(0);
        print(mask);
    }

    static void affineOfOneRow() {
        RandomState random = new RandomState(0);
        NDArray x = random.rand(2); // input
        NDArray w = random.rand(2, 3); // weights
        NDArray b = random.rand(3); // bias
        print(x.shape());
        print(w.shape());
        print(b.shape());

        Affine affine = new Affine(w, b);
        NDArray y = affine.forward(x);
        print(y);
        print(affine.backward(NDArray.of(1.0, 0.0, 0.0)));
    }

    static void affineOfABatch() {
        NDArray xDotW = NDArray.of(new int[][] {{0, 0, 0}, {10, 10, 10}});
        NDArray b = NDArray.of(1, 2, 3);
        print(xDotW);
        print(xDotW.add(b));

        NDArray dY = NDArray.of(new int[][] {{1, 2, 3}, {4, 5, 6}});
        NDArray dB = dY.sum(0);
        print(dY);
        print(dB);

        // The layer does the same.
        NDArray x = NDArray.of(new double[][] {{0, 0}, {4, 6}});
        Affine affine = new Affine(NDArray.ones(2, 3), b);
        print(affine.forward(x));
        print(affine.backward(dY));
        print(affine.dW());
        print(affine.db());
    }

    static void affineOfImages() {
        RandomState random = new RandomState(0);
        NDArray images = random.rand(100, 1, 28, 28);
        Affine affine = new Affine(random.randn(784, 50).mul(0.01), NDArray.zeros(50));
        NDArray out100 = affine.forward(images);
        print(images.shape(), "->", out100.shape());
        NDArray dx = affine.backward(out100);
        print(out100.shape() + " -> " + dx.shape() + ", " + affine.dW().shape() + ", "
                + affine.db().shape());
    }

    static void softmaxWithLoss() {
        NDArray t = NDArray.of(0, 1, 0);
        printDifferences(NDArray.of(0.3, 0.2, 0.5), t);
        printDifferences(NDArray.of(0.01, 0.99, 0.0), t);
    }

    private static void printDifferences(NDArray y, NDArray t) {
        SoftmaxWithLoss layer = new SoftmaxWithLoss();
        // The softmax of the logarithms of probabilities gives the probabilities themselves.
        print(layer.forward(y.log(), t));
        print(layer.backward(1));
    }

    private static Mnist mnist() throws IOException {
        return Mnist.options().normalize(true).oneHotLabel(true).load();
    }

    /** Prints the differences between gradients by backpropagation and numerical ones. */
    static void checkGradient() throws IOException {
        Mnist mnist = mnist();
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, new RandomState(0));
        NDArray batchMask = NDArray.arange(3);
        NDArray xBatch = mnist.trainImages().get(batchMask);
        NDArray tBatch = mnist.trainLabels().get(batchMask);

        Map<String, NDArray> gradNumerical = network.numericalGradient(xBatch, tBatch);
        Map<String, NDArray> gradBackprop = network.gradient(xBatch, tBatch);

        for (String key : gradNumerical.keySet()) {
            NDArray diff =
                    gradBackprop.get(key).sub(gradNumerical.get(key)).abs().mean();
            print(key + ":" + diff);
        }
    }

    /** Prints the accuracies on training and test images after the first step of each epoch. */
    static void learn(int itersNum) throws IOException {
        Mnist mnist = mnist();
        int trainSize = mnist.trainImages().shape(0);
        int batchSize = 100;
        double learningRate = 0.1;
        int iterPerEpoch = Math.max(trainSize / batchSize, 1);

        RandomState random = new RandomState(0);
        TwoLayerNet network = new TwoLayerNet(784, 50, 10, random);
        for (int i = 0; i < itersNum; i++) {
            NDArray batchMask = random.choice(trainSize, batchSize);
            NDArray xBatch = mnist.trainImages().get(batchMask);
            NDArray tBatch = mnist.trainLabels().get(batchMask);

            Map<String, NDArray> grad = network.gradient(xBatch, tBatch);
            network.parameters()
                    .forEach((key, parameter) -> parameter.subi(grad.get(key).mul(learningRate)));

            if (i % iterPerEpoch == 0) {
                double trainAcc = network.accuracy(mnist.trainImages(), mnist.trainLabels());
                double testAcc = network.accuracy(mnist.testImages(), mnist.testLabels());
                print(trainAcc, testAcc);
            }
        }
    }
}
