package io.github.dlfs4j.book;

import static io.github.dlfs4j.activation.Activations.identity;
import static io.github.dlfs4j.activation.Activations.relu;
import static io.github.dlfs4j.activation.Activations.sigmoid;
import static io.github.dlfs4j.activation.Activations.softmax;
import static io.github.dlfs4j.activation.Activations.step;
import static io.github.dlfs4j.book.Chapter.figure;
import static io.github.dlfs4j.book.Chapter.section;
import static io.github.dlfs4j.book.Output.print;

import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.book.figure.Plot;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.SampleWeight;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Npz;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Chapter 3: neural networks. */
public final class Chapter03 {
    static final Chapter CHAPTER = Chapter.of(
                    "3",
                    section("3.2.2", Chapter03::stepFunction),
                    section("3.4.3", Chapter03::threeLayers),
                    section("3.5.3", Chapter03::exponential),
                    section("3.5.3-softmax", Chapter03::softmaxWithoutOverflow),
                    section("3.6.1", Chapter03::mnist),
                    section("3.6.2", Chapter03::imagesOneByOne),
                    section("3.6.3", Chapter03::batches))
            .with(
                    figure("3.2.3-step-function", Chapter03::stepPlot),
                    figure("3.2.4-sigmoid", Chapter03::sigmoidPlot),
                    figure("3.2.5-sigmoid-and-step", Chapter03::sigmoidAndStepPlot),
                    figure("3.2.7-relu", Chapter03::reluPlot),
                    figure("3.6.1-digit", Chapter03::digit));

    private Chapter03() {}

    /** Prints the chapter and draws its figures. */
    public static void main(String[] args) {
        CHAPTER.run();
    }

    static void stepFunction() {
        NDArray x = NDArray.of(-1.0, 1.0, 2.0);
        print(x);
        NDArray y = x.gt(0);
        print(y);
        print(y.astype(DType.INT64));
    }

    static Plot stepPlot() {
        NDArray x = NDArray.arange(-5.0, 5.0, 0.1);
        NDArray y = step(x);
        return new Plot()
                .line("step function", x, y)
                .yLimits(-0.1, 1.1)
                .xLabel("x")
                .yLabel("step(x)");
    }

    static Plot sigmoidPlot() {
        NDArray x = NDArray.arange(-5.0, 5.0, 0.1);
        NDArray y = sigmoid(x);
        return new Plot().line("sigmoid", x, y).yLimits(-0.1, 1.1).xLabel("x").yLabel("sigmoid(x)");
    }

    static Plot sigmoidAndStepPlot() {
        NDArray x = NDArray.arange(-5.0, 5.0, 0.1);
        NDArray y1 = sigmoid(x);
        NDArray y2 = step(x);
        return new Plot()
                .line("sigmoid", x, y1)
                .dashed("step function", x, y2)
                .yLimits(-0.1, 1.1)
                .xLabel("x")
                .yLabel("output")
                .legend(LegendPosition.InsideSE);
    }

    static Plot reluPlot() {
        NDArray x = NDArray.arange(-6.0, 6.0, 0.1);
        NDArray y = relu(x);
        return new Plot().line("ReLU", x, y).yLimits(-1, 6).xLabel("x").yLabel("ReLU(x)");
    }

    static Map<String, NDArray> initNetwork() {
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

    static void threeLayers() {
        Map<String, NDArray> network = initNetwork();
        NDArray x = NDArray.of(1.0, 0.5);
        NDArray y = forward(network, x);
        print(y);
    }

    static void exponential() {
        NDArray a = NDArray.of(0.3, 2.9, 4, 0);
        NDArray expA = a.exp();
        print(expA);
        NDArray sumExpA = expA.sum();
        print(sumExpA);
        NDArray y = expA.div(sumExpA);
        print(y);
    }

    static void softmaxWithoutOverflow() {
        NDArray x = NDArray.of(0.3, 2.9, 4.0);
        NDArray y = softmax(x);
        print(y);
        print(y.sum());
    }

    static void mnist() throws IOException {
        Mnist mnist = Mnist.options().normalize(false).load();
        NDArray image = mnist.trainImages().get(0);
        NDArray label = mnist.trainLabels().get(0);
        print(label);
        print(image.shape());
        print(image.reshape(28, 28).shape());
    }

    static Picture digit() throws IOException {
        NDArray image = Mnist.options().normalize(false).load().trainImages().get(0);
        return new Picture(image.reshape(28, 28), 20);
    }

    /** A trained network with its weights. */
    record Learned(Map<String, NDArray> weights, ThreeLayerNet network, boolean isTheBooks) {
        /** The source of the weights. */
        interface Source {
            Map<String, NDArray> load() throws IOException;
        }

        /** Returns the book's network, or that of the library if the file of the book is missing, and says so. */
        static Learned load(Source source) throws IOException {
            try {
                Map<String, NDArray> weights = source.load();
                return new Learned(weights, new ThreeLayerNet(weights), true);
            } catch (NoSuchFileException e) {
                print("the library's own network, since data/sample_weight.pkl is missing: see data/README.md");
                return new Learned(ownWeights(), ThreeLayerNet.pretrained(), false);
            }
        }

        private static Map<String, NDArray> ownWeights() throws IOException {
            String name = "three-layer-net.npz";
            try (InputStream in = ThreeLayerNet.class.getResourceAsStream(name)) {
                return Npz.read(in, name);
            }
        }
    }

    static void imagesOneByOne() throws IOException {
        imagesOneByOne(Learned.load(SampleWeight::load));
    }

    static void imagesOneByOne(Learned learned) throws IOException {
        Samples test = Mnist.options().normalize(true).loadTest();
        NDArray x = test.images();
        NDArray t = test.labels();
        int accuracyCount = 0;
        for (int i = 0; i < x.shape(0); i++) {
            NDArray y = learned.network().predict(x.get(i));
            NDArray p = y.argmax(); // the class of the highest probability
            if (p.asInt() == t.getLong(i)) {
                accuracyCount++;
            }
        }
        print("Accuracy:" + NDArray.scalar(accuracyCount).div(x.shape(0)));
    }

    static void batches() throws IOException {
        batches(Learned.load(SampleWeight::load));
    }

    static void batches(Learned learned) throws IOException {
        Samples test = Mnist.options().normalize(true).loadTest();
        NDArray x = test.images();
        NDArray t = test.labels();
        print("x:", x.shape());
        print("x[0]:", x.get(0).shape());
        print("W1:", learned.weights().get("W1").shape());
        print("W2:", learned.weights().get("W2").shape());
        print("W3:", learned.weights().get("W3").shape());
        print("t:", t.shape());

        int batchSize = 2000;
        NDArray accuracyCount = NDArray.scalar(0);
        for (int i = 0; i < x.shape(0); i += batchSize) {
            NDArray xBatch = x.get(Index.range(i, i + batchSize));
            NDArray yBatch = learned.network().predict(xBatch);
            print("x_batch:", xBatch.shape(), "y_batch:", yBatch.shape());
            NDArray p = yBatch.argmax(1);
            accuracyCount.addi(p.eq(t.get(Index.range(i, i + batchSize))).sum());
        }
        print("Accuracy:" + accuracyCount.div(x.shape(0)));
        if (learned.isTheBooks()) {
            NDArray pixels = Mnist.options().normalize(false).loadTest().images();
            NDArray p = learned.network().predict(pixels).argmax(1);
            print("with pixels from 0 to 255:", p.eq(t).mean());
        }
    }
}
