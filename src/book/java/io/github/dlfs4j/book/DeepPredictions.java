package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sections 8.1.1 and 8.3.4: the predictions of the trained deep network for the test images. */
final class DeepPredictions {
    private static final int BATCH_SIZE = 100;

    /** The number of misclassified images that are shown. */
    private static final int SHOWN = 20;

    private final int images;
    private final LearnedNetwork learned;
    private NDArray predictions;

    /** Creates predictions for a number of test images, which are computed before the first output. */
    DeepPredictions(int images, LearnedNetwork learned) {
        this.images = images;
        this.learned = learned;
    }

    private Samples test() throws IOException {
        Samples all = Mnist.options().normalize(false).flatten(false).loadTest();
        return new Samples(all.images().get(Index.to(images)), all.labels().get(Index.to(images)));
    }

    private NDArray predictions() throws IOException {
        if (predictions == null) {
            predictions =
                    predict(learned.network(), x -> x.astype(DType.FLOAT64).divi(255));
        }
        return predictions;
    }

    private NDArray predict(Network network, UnaryOperator<NDArray> preparation) throws IOException {
        System.err.printf("the deep network classifies %d images%n", images);
        NDArray x = test().images();
        NDArray classes = NDArray.zeros(DType.INT64, x.shape(0));
        for (int i = 0; i < x.shape(0); i += BATCH_SIZE) {
            Index batch = Index.range(i, i + BATCH_SIZE);
            classes.at(batch)
                    .set(network.predict(preparation.apply(x.get(batch))).argmax(1));
        }
        return classes;
    }

    void accuracy(PrintStream out) throws IOException {
        learned.printName(out);
        out.println("test accuracy: " + predictions().eq(test().labels()).mean());
    }

    /** Prints the accuracy with weights and images rounded to 16 bits, computed in 32 bits. */
    void halfPrecision(PrintStream out) throws IOException {
        Map<String, NDArray> half = new LinkedHashMap<>();
        learned.network()
                .parameters()
                .forEach((name, w) -> half.put(name, w.astype(DType.FLOAT32).roundToFloat16()));
        Network network = DeepConvNet.of(half, new RandomState(0));
        NDArray y = predict(network, x -> x.astype(DType.FLOAT32).divi(255).roundToFloat16());
        out.println("test accuracy: " + y.eq(test().labels()).mean());
    }

    /** Draws the first images whose class is not the predicted one. */
    Panels misclassified() throws IOException {
        Samples test = test();
        NDArray y = predictions();
        Panels panels = new Panels(5);
        int shown = 0;
        for (int i = 0; i < images && shown < SHOWN; i++) {
            long label = test.labels().getLong(i);
            if (y.getLong(i) != label) {
                NDArray blackOnWhite = test.images().get(i, 0).rsub(255);
                panels.add(new Picture(blackOnWhite, 8), "label %d, inference %d".formatted(label, y.getLong(i)));
                shown++;
            }
        }
        return new Panels(1).add(panels, "test images that are misclassified with " + learned.name());
    }
}
