package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.Network;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sections 8.1.1 and 8.3.4: what the deep network takes the test images for when it has learned. */
final class DeepPredictions {
    private static final int BATCH_SIZE = 100;

    /** So many misclassified images are shown. */
    private static final int SHOWN = 20;

    private final int images;
    private final LearnedNetwork learned;
    private NDArray predictions;

    /** Predictions for the first so many test images; they are made before the first output. */
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

    /** Weights and images rounded to 16 bits, for which computing in 32 bits is wide enough. */
    void halfPrecision(PrintStream out) throws IOException {
        Map<String, NDArray> half = new LinkedHashMap<>();
        learned.network()
                .parameters()
                .forEach((name, w) -> half.put(name, w.astype(DType.FLOAT32).roundToFloat16()));
        Network network = DeepConvNet.of(half, new RandomState(0));
        NDArray y = predict(network, x -> x.astype(DType.FLOAT32).divi(255).roundToFloat16());
        out.println("test accuracy: " + y.eq(test().labels()).mean());
    }

    /** The first of the images whose class is not what the network takes them for. */
    Panels misclassified() throws IOException {
        Samples test = test();
        NDArray y = predictions();
        Panels panels = new Panels(5);
        int shown = 0;
        for (int i = 0; i < images && shown < SHOWN; i++) {
            long label = test.labels().getLong(i);
            if (y.getLong(i) != label) {
                panels.add(
                        new Picture(test.images().get(i, 0), 8),
                        "label %d, inference %d".formatted(label, y.getLong(i)));
                shown++;
            }
        }
        return new Panels(1).add(panels, learned.name());
    }
}
