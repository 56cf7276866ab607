package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.layer.Im2Col.im2col;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.layer.Pooling;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.training.Dataset;
import java.io.IOException;
import java.io.PrintStream;

/** Chapter 7: convolutional neural networks. */
public final class Chapter07 {
    /** An epoch, in which the network gets most of what the book's gets in twenty. */
    private static final int STEPS = 600;

    private Chapter07() {}

    /** The chapter, whose network learns so many steps. */
    static Chapter chapter(int steps) {
        ConvNetTraining training = new ConvNetTraining(steps);
        return Chapter.of(
                        "7 Convolutional Neural Networks",
                        section("7.2.2 Convolution", Chapter07::convolution),
                        section("7.2.3 Padding", Chapter07::padding),
                        section("7.2.4 Stride, and the size of the output", Chapter07::outputSizes),
                        section("7.3 Pooling", Chapter07::pooling),
                        section("7.4.1 Arrays of four axes", Chapter07::fourAxes),
                        section("7.4.3 The convolution layer: im2col", Chapter07::columns),
                        section("7.4.3 Shapes through the layers", Chapter07::layers),
                        section("7.5 A convolutional network", Chapter07::parameters),
                        section("7.5 It learns MNIST", training::print),
                        section("7.5 With the book's weights", Chapter07::trained))
                .with(figure("7.5-accuracy", training::plot), figure("7.6.1-filters", Chapter07::filters));
    }

    /** Prints the chapter and draws its figures; an argument is the number of steps that the network learns. */
    public static void main(String[] args) {
        Chapter chapter = chapter(args.length == 0 ? STEPS : Integer.parseInt(args[0]));
        chapter.print(System.out);
        chapter.draw(Chapter.FIGURES, System.err);
    }

    /** The image of figure 7-3 as a batch of one image of one channel. */
    private static NDArray image() {
        return NDArray.of(new double[] {1, 2, 3, 0, 0, 1, 2, 3, 3, 0, 1, 2, 2, 3, 0, 1}, 1, 1, 4, 4);
    }

    /** The filter of the same figure. */
    private static NDArray filter() {
        return NDArray.of(new double[] {2, 0, 1, 0, 1, 2, 1, 0, 2}, 1, 1, 3, 3);
    }

    static void convolution(PrintStream out) {
        Convolution withoutBias = new Convolution(filter(), NDArray.zeros(1), 1, 0);
        out.println(withoutBias.forward(image()).get(0, 0));
        Convolution withBias = new Convolution(filter(), NDArray.of(3.0), 1, 0);
        out.println(withBias.forward(image()).get(0, 0));
    }

    static void padding(PrintStream out) {
        Convolution padded = new Convolution(filter(), NDArray.zeros(1), 1, 1);
        out.println(padded.forward(image()).get(0, 0));
    }

    static void outputSizes(PrintStream out) {
        printOutputSize(out, 4, 4, 3, 3, 1, 1);
        printOutputSize(out, 7, 7, 3, 3, 2, 0);
        printOutputSize(out, 28, 31, 5, 5, 3, 2);
    }

    private static void printOutputSize(
            PrintStream out, int height, int width, int filterHeight, int filterWidth, int stride, int padding) {
        NDArray filter = NDArray.zeros(1, 1, filterHeight, filterWidth);
        NDArray y =
                new Convolution(filter, NDArray.zeros(1), stride, padding).forward(NDArray.zeros(1, 1, height, width));
        out.printf("(%d, %d) -> (%d, %d)%n", height, width, y.shape(2), y.shape(3));
    }

    static void pooling(PrintStream out) {
        NDArray x = NDArray.of(new double[] {1, 2, 1, 0, 0, 1, 2, 3, 3, 0, 1, 2, 2, 4, 0, 1}, 1, 1, 4, 4);
        out.println(new Pooling(2, 2, 2, 0).forward(x).get(0, 0));
    }

    static void fourAxes(PrintStream out) {
        NDArray x = new RandomState(0).rand(10, 1, 28, 28);
        out.println(x.shape());
        out.println(x.get(0).shape());
        out.println(x.get(1).shape());
        out.println(x.get(0, 0).shape());
    }

    static void columns(PrintStream out) {
        RandomState random = new RandomState(0);
        NDArray x1 = random.rand(1, 3, 7, 7);
        NDArray col1 = im2col(x1, 5, 5, 1, 0);
        out.println(col1.shape());

        NDArray x2 = random.rand(10, 3, 7, 7);
        NDArray col2 = im2col(x2, 5, 5, 1, 0);
        out.println(col2.shape());
    }

    static void layers(PrintStream out) {
        RandomState random = new RandomState(0);
        NDArray x = random.rand(10, 1, 28, 28);
        Convolution convolution = new Convolution(random.randn(30, 1, 5, 5), NDArray.zeros(30), 1, 0);
        NDArray y = convolution.forward(x);
        NDArray z = new Pooling(2, 2, 2, 0).forward(y);
        out.println(x.shape() + " " + y.shape() + " " + z.shape());
    }

    static void parameters(PrintStream out) {
        Network network = SimpleConvNet.initial(new RandomState(0));
        network.parameters().forEach((name, parameter) -> out.println(name + " " + parameter.shape()));
    }

    static void trained(PrintStream out) throws IOException {
        Network network = SimpleConvNet.load(TrainedWeights.SIMPLE_CONV_NET.in(TrainedWeights.FOLDER));
        Samples test = Mnist.options().normalize(true).flatten(false).loadTest();
        out.println("test accuracy: " + Dataset.of(test.images(), test.labels()).accuracy(network));
    }

    static Panels filters() throws IOException {
        Network initial = SimpleConvNet.initial(new RandomState(0));
        Network trained = SimpleConvNet.load(TrainedWeights.SIMPLE_CONV_NET.in(TrainedWeights.FOLDER));
        return new Panels(2)
                .add(pictures(initial.parameters().get("W1")), "before learning")
                .add(pictures(trained.parameters().get("W1")), "after learning");
    }

    /** Each filter from its lowest weight, black, to its highest, white. */
    private static Panels pictures(NDArray filters) {
        Panels panels = new Panels(6);
        for (int i = 0; i < filters.shape(0); i++) {
            NDArray w = filters.get(i, 0);
            NDArray grey = w.sub(w.min()).mul(255).div(w.max().sub(w.min()));
            panels.add(new Picture(grey.astype(DType.UINT8), 10));
        }
        return panels;
    }
}
