package io.github.dlfs4j.fuzz.calls;

import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.DeepConvNet;
import io.github.dlfs4j.network.IdentityLayer;
import io.github.dlfs4j.network.NetworkRegistry;
import io.github.dlfs4j.network.Networks;
import io.github.dlfs4j.network.SavedPart;
import io.github.dlfs4j.network.Sequential;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.TwoLayerNet;
import io.github.dlfs4j.onnx.Onnx;
import io.github.dlfs4j.onnx.OnnxModel;
import io.github.dlfs4j.optimizer.SGD;
import io.github.dlfs4j.training.Batches;
import io.github.dlfs4j.training.Dataset;
import io.github.dlfs4j.training.Trainer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Objects that usual values make too rarely, or not at all. */
final class Samples {
    private Samples() {}

    static Optional<Object> of(Class<?> type, Path folder) {
        if (type == Convolution.class) {
            return Optional.of(new Convolution(NDArray.ones(2, 1, 3, 3), NDArray.zeros(2), 1, 0));
        }
        if (type == RandomState.State.class) {
            return Optional.of(new RandomState(0).state());
        }
        if (type == DigitImage.class) {
            return Optional.of(one());
        }
        if (type == Trainer.class) {
            Dataset data = Dataset.of(NDArray.ones(4, 2), NDArray.zeros(DType.INT64, 4));
            TwoLayerNet network = new TwoLayerNet(2, 3, 2, new RandomState(0));
            return Optional.of(new Trainer(network, new SGD(0.1), Batches.shuffled(data, 2, new RandomState(0))));
        }
        if (type == OnnxModel.class) {
            return Optional.of(onnxModel());
        }
        if (type == SimpleConvNet.class) {
            return Optional.of(SimpleConvNet.ofImages(1, 6, 6).filters(2, 3).hidden(3));
        }
        if (type == DeepConvNet.class) {
            return Optional.of(DeepConvNet.ofImages(1, 6, 6).hidden(3));
        }
        return type == SavedPart.class ? Optional.of(savedPart(folder.resolve("own.npz"))) : Optional.empty();
    }

    private static OnnxModel onnxModel() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            Onnx.write(new TwoLayerNet(2, 3, 2, new RandomState(0)), file);
            return OnnxModel.read(new ByteArrayInputStream(file.toByteArray()), "a.onnx");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bar on paper; in noise, there is no digit. */
    private static DigitImage one() {
        NDArray paper = NDArray.zeros(28, 28);
        paper.at(Index.range(4, 24), Index.range(12, 16)).set(255);
        return DigitImage.of(paper);
    }

    /** What a file says of a layer. */
    private static SavedPart savedPart(Path file) {
        AtomicReference<SavedPart> found = new AtomicReference<>();
        try {
            if (!Files.exists(file)) {
                Networks.save(file, new Sequential(new Own()));
            }
            Networks.load(file, NetworkRegistry.empty().layer("Own", part -> {
                found.set(part);
                return new Own();
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.get();
    }

    private static final class Own extends IdentityLayer {
        @Override
        public String toString() {
            return "Own(1, a=2)";
        }
    }
}
