package io.github.dlfs4j.layer;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** An example of each layer of the package. */
public final class LayerExamples {
    /** Four images of 2 channels. */
    public static final NDArray IMAGES = new RandomState(3).randn(4, 2, 6, 6);

    private LayerExamples() {}

    /** Returns layers for {@link #IMAGES}. A layer that needs arguments needs a line here. */
    public static List<Layer> ofImages() throws IOException {
        RandomState random = new RandomState(27);
        List<Layer> withArguments = List.of(
                new Affine(random.randn(72, 3), random.randn(3)),
                new Affine(random.randn(3, 72).astype(DType.FLOAT32).transpose(), NDArray.ones(DType.FLOAT32, 3)),
                new Convolution(random.randn(3, 2, 3, 2), random.randn(3), 2, 1),
                new Pooling(3, 2, 2, 1),
                new BatchNormalization(random.randn(2), random.randn(2), 0.8),
                new BatchNormalization(random.randn(72), random.randn(72)),
                BatchNormalization.of(2).withEpsilon(0.001),
                new Dropout(0.4, random),
                new LeakyRelu(0.1));
        return Stream.concat(withArguments.stream(), ofAnyShape().stream()).toList();
    }

    /** Returns the functions of each element, none of which needs arguments. */
    public static List<Layer> ofAnyShape() throws IOException {
        return Journey.kinds(Layer.class).stream()
                .filter(ElementwiseLayer.class::isAssignableFrom)
                .map(LayerExamples::of)
                .toList();
    }

    /** Makes a layer that needs no arguments. */
    static Layer of(Class<?> type) {
        try {
            return (Layer) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
