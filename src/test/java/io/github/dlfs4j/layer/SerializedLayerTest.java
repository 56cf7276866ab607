package io.github.dlfs4j.layer;

import static io.github.dlfs4j.layer.LayerExamples.IMAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dlfs4j.Journey;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that were serialised and read again. */
class SerializedLayerTest {
    /** Returns all layers after a training step on images. */
    static List<Layer> layers() throws IOException {
        List<Layer> layers = LayerExamples.ofImages();
        layers.forEach(layer -> layer.backward(layer.forward(IMAGES)));
        return layers;
    }

    @Test
    void serialisedLayersIncludeEveryOneOfThePackage() throws Exception {
        assertThat(layers()).<Class<?>>extracting(Layer::getClass).containsAll(Journey.kinds(Layer.class));
    }

    @Test
    void serialisedLastLayersArriveToo() throws Exception {
        List<Class<?>> kinds = Journey.kinds(LastLayer.class);
        assertThat(kinds).contains(SoftmaxWithLoss.class, IdentityWithLoss.class);
        NDArray x = new RandomState(5).randn(2, 3);
        NDArray t = NDArray.of(new double[][] {{1, 0, 0}, {0, 0, 1}});
        for (Class<?> kind : kinds) {
            LastLayer layer = (LastLayer) kind.getConstructor().newInstance();
            LastLayer arrived = Journey.of(layer);
            assertThat(arrived).hasSameClassAs(layer);
            assertThat(arrived.forward(x, t)).isEqualTo(layer.forward(x, t));
            assertThat(arrived.backward(1)).isEqualTo(layer.backward(1));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void serialisedLayersContinueAsTheOriginalsWould(Layer layer) throws Exception {
        Layer arrived = Journey.of(layer);
        assertThat(arrived).isInstanceOf(layer.getClass()).isNotSameAs(layer);
        for (int step = 0; step < 2; step++) {
            NDArray out = layer.forward(IMAGES);
            assertThat(arrived.forward(IMAGES)).isEqualTo(out);
            assertThat(arrived.backward(out)).isEqualTo(layer.backward(out));
            assertThat(arrived.gradients()).isEqualTo(layer.gradients());
            assertThat(arrived.infer(IMAGES)).isEqualTo(layer.infer(IMAGES));
            assertThat(arrived.parameters()).isEqualTo(layer.parameters());
            assertThat(arrived.statistics()).isEqualTo(layer.statistics());
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    void serialisedLayersHaveSeenNoInput(Layer layer) throws Exception {
        Layer arrived = Journey.of(layer);
        assertThatIllegalStateException().isThrownBy(() -> arrived.backward(IMAGES));
    }

    @Test
    void serialisedLayersStillShareAGenerator() throws Exception {
        RandomState random = new RandomState(1);
        Object[] arrived = Journey.of(new Object[] {new Dropout(0.5, random), new Dropout(0.5, random), random});
        NDArray x = NDArray.ones(100);
        ((Dropout) arrived[0]).forward(x);
        assertThat(((Dropout) arrived[1]).forward(x)).isEqualTo(secondForward(x));
        assertThat(((RandomState) arrived[2]).state()).isNotEqualTo(random.state());
    }

    private static NDArray secondForward(NDArray x) {
        Dropout dropout = new Dropout(0.5, new RandomState(1));
        dropout.forward(x);
        return dropout.forward(x);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layersAreRefusedWithoutTheirSerialisedForm(Layer layer) {
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.end(Journey.crafted(layer.getClass())))
                .withMessage(layer.getClass().getSimpleName() + " can be read only from its serialised form");
    }

    @Test
    void serialisedLayersAreRefusedByTheirConstructors() throws Exception {
        byte[] dropout = Journey.beginning(new Dropout(0.5, new RandomState(1)));
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.end(Journey.replaced(dropout, "ratio=0.5", "ratio=1.5")))
                .withMessage("the ratio of Dropout must be from 0 to 1, not 1.5");
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.end(Journey.replaced(dropout, "Dropout(", "Dripout(")))
                .withMessage("Dripout");
        BatchNormalization norm = new BatchNormalization(NDArray.ones(2), NDArray.zeros(2));
        norm.runningVariance().fill(0.25);
        assertThatExceptionOfType(InvalidObjectException.class)
                .isThrownBy(() -> Journey.end(Journey.replaced(Journey.beginning(norm), 0.25, -0.25)))
                .withMessage("runningVariance must not be negative");
    }
}
