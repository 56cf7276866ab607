package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.print;

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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Sections 8.1.1 and 8.3.4: the predictions of the trained deep network for the test images.
 *
 * @param learned the network
 * @param test the images, with pixels from 0 to 255
 * @param predictions the class that the network predicts for each
 */
record DeepPredictions(LearnedNetwork learned, Samples test, NDArray predictions) {
    private static final int BATCH_SIZE = 100;

    /** The number of misclassified images that are shown. */
    private static final int SHOWN = 20;

    /** Returns the predictions for a number of test images. */
    static DeepPredictions of(LearnedNetwork learned, int images) throws IOException {
        Samples all = Mnist.options().normalize(false).flatten(false).loadTest();
        Samples test =
                new Samples(all.images().get(Index.to(images)), all.labels().get(Index.to(images)));
        NDArray predictions = predict(
                learned.network(), test.images(), x -> x.astype(DType.FLOAT64).divi(255));
        return new DeepPredictions(learned, test, predictions);
    }

    private static NDArray predict(Network network, NDArray x, UnaryOperator<NDArray> preparation) {
        NDArray classes = NDArray.zeros(DType.INT64, x.shape(0));
        for (int i = 0; i < x.shape(0); i += BATCH_SIZE) {
            Index batch = Index.range(i, i + BATCH_SIZE);
            classes.at(batch)
                    .set(network.predict(preparation.apply(x.get(batch))).argmax(1));
        }
        return classes;
    }

    void accuracy() {
        learned.printName();
        print("test accuracy:", predictions.eq(test.labels()).mean());
    }

    /** Prints the accuracy with weights and images rounded to 16 bits, computed in 32 bits. */
    void halfPrecision() {
        Map<String, NDArray> half = new LinkedHashMap<>();
        learned.network()
                .parameters()
                .forEach((name, w) -> half.put(name, w.astype(DType.FLOAT32).roundToFloat16()));
        Network network = DeepConvNet.of(half, new RandomState(0));
        NDArray y = predict(
                network, test.images(), x -> x.astype(DType.FLOAT32).divi(255).roundToFloat16());
        print("test accuracy:", y.eq(test.labels()).mean());
    }

    /** Draws the first images whose class is not the predicted one. */
    Panels misclassified() {
        Panels panels = new Panels(5);
        int shown = 0;
        for (int i = 0; i < test.images().shape(0) && shown < SHOWN; i++) {
            long label = test.labels().getLong(i);
            if (predictions.getLong(i) != label) {
                NDArray blackOnWhite = test.images().get(i, 0).rsub(255);
                panels.add(
                        new Picture(blackOnWhite, 8),
                        "label %s, inference %s".formatted(label, predictions.getLong(i)));
                shown++;
            }
        }
        return new Panels(1).add(panels, "test images that are misclassified with " + learned.name());
    }
}
