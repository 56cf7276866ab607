package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plans of convolutional networks; ConvNetTest has the networks. */
class ConvNetOptionsTest {
    private static final SimpleConvNet SIMPLE = SimpleConvNet.ofImages(2, 12, 9);

    @Test
    void defaultOptionsOfConvNetsAreTheBooks() {
        assertThat(SimpleConvNet.ofImages(1, 28, 28).build(new RandomState(0)).parameters())
                .isEqualTo(SimpleConvNet.initial(new RandomState(0)).parameters());
        assertThat(DeepConvNet.ofImages(1, 28, 28).build(new RandomState(0)).parameters())
                .isEqualTo(DeepConvNet.initial(new RandomState(0)).parameters());
    }

    @ParameterizedTest
    @CsvSource({"3, 0, 1, 5, 3", "3, 1, 1, 6, 4", "5, 2, 2, 3, 2", "2, 0, 3, 2, 1"})
    void optionsDecideTheSizesOfASimpleConvNet(int size, int padding, int stride, int pooledHeight, int pooledWidth) {
        Sequential net = SIMPLE.filters(4, size)
                .padding(padding)
                .stride(stride)
                .hidden(6)
                .classes(3)
                .build(new RandomState(0));
        assertThat(net.parameters().get("W1").shape().toArray()).containsExactly(4, 2, size, size);
        assertThat(net.parameters().get("W2").shape().toArray()).containsExactly(4 * pooledHeight * pooledWidth, 6);
        assertThat(net.predict(NDArray.ones(5, 2, 12, 9)).shape().toArray()).containsExactly(5, 3);
    }

    @Test
    void weightsOfConvNetsHaveTheGivenDeviation() {
        for (Sequential net : new Sequential[] {
            SIMPLE.deviation(0.5).build(new RandomState(0)),
            DeepConvNet.ofImages(1, 16, 16).deviation(0.5).build(new RandomState(0))
        }) {
            assertThat(net.parameters().get("W2").std().asDouble()).isBetween(0.45, 0.55);
        }
    }

    @Test
    void optionsDecideTheSizesOfADeepConvNet() {
        Sequential net = DeepConvNet.ofImages(3, 20, 24)
                .convolution(1, 5, 5, 2, 1)
                .convolution(4, 7, 3, 1, 2)
                .hidden(8)
                .classes(4)
                .build(new RandomState(0));
        assertThat(net.parameters().get("W1").shape().toArray()).containsExactly(5, 3, 5, 5);
        assertThat(net.parameters().get("W4").shape().toArray()).containsExactly(7, 32, 3, 3);
        assertThat(net.parameters().get("W7").shape().toArray()).containsExactly(64 * 1 * 1, 8);
        assertThat(net.predict(NDArray.ones(2, 3, 20, 24)).shape().toArray()).containsExactly(2, 4);
    }

    @Test
    void anOptionOfAConvNetReturnsANewPlan() {
        String before = SIMPLE.toString();
        assertThat(SIMPLE.hidden(7)).isNotSameAs(SIMPLE).hasToString(before.replace("100 hidden", "7 hidden"));
        assertThat(SIMPLE).hasToString(before);
        DeepConvNet deep = DeepConvNet.ofImages(1, 28, 28);
        assertThat(deep.classes(3).deviation(0.1).toString()).endsWith("  50 hidden neurons, 3 classes, deviation 0.1");
        assertThat(deep.toString()).endsWith("  50 hidden neurons, 10 classes, He's initialisation");
    }

    @Test
    void convNetsRefuseOptionsThatAreTooSmall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimpleConvNet.ofImages(0, 28, 28))
                .withMessage("the number of channels must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMPLE.filters(3, 0))
                .withMessage("the size of a filter must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMPLE.padding(-1))
                .withMessage("the padding must be at least 0, but is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIMPLE.deviation(-1))
                .withMessage("a standard deviation must be finite and not negative, but is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeepConvNet.ofImages(1, 28, 28).convolution(7, 1, 1, 1, 1))
                .withMessage("there are convolutions 1 to 6, but not 7");
    }

    @Test
    void convNetsRefuseImagesThatAreTooSmall() {
        SimpleConvNet small = SimpleConvNet.ofImages(1, 3, 3);
        RandomState random = new RandomState(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.build(random))
                .withMessage("a filter of 5x5 with padding 0 is larger than a side of 3 pixels");
        SimpleConvNet pooledAway = small.filters(1, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pooledAway.build(random))
                .withMessage("after the pooling an image has 0 pixels");
        DeepConvNet deep = DeepConvNet.ofImages(1, 2, 2).convolution(4, 32, 3, 1, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deep.build(random))
                .withMessage("after 4 convolutions an image has 0 pixels");
    }
}
