package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Initialization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The convolutional layer, section 7.4. */
@BothKernels
class ConvolutionTest {
    /** Computes the definition: for each position, a sum over the channels and pixels of the filter. */
    private static NDArray byDefinition(NDArray x, NDArray w, NDArray b, int stride, int padding) {
        int outHeight = (x.shape(2) + 2 * padding - w.shape(2)) / stride + 1;
        int outWidth = (x.shape(3) + 2 * padding - w.shape(3)) / stride + 1;
        NDArray out = NDArray.zeros(x.shape(0), w.shape(0), outHeight, outWidth);
        for (int[] o : out.indices()) {
            double sum = b.getDouble(o[1]);
            for (int[] f : w.get(o[1]).indices()) {
                int y = o[2] * stride + f[1] - padding;
                int column = o[3] * stride + f[2] - padding;
                if (y >= 0 && y < x.shape(2) && column >= 0 && column < x.shape(3)) {
                    sum += x.getDouble(o[0], f[0], y, column) * w.getDouble(o[1], f[0], f[1], f[2]);
                }
            }
            out.at(o).set(sum);
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"3,3,1,0", "3,3,1,1", "5,5,1,2", "1,1,1,0", "2,3,2,1", "4,2,3,0", "7,6,1,0", "3,3,2,2"})
    void aConvolutionFollowsItsDefinition(int height, int width, int stride, int padding) {
        RandomState random = new RandomState(height * 100 + stride * 10 + padding);
        NDArray x = random.randn(11, 2, 7, 6);
        NDArray w = random.randn(3, 2, height, width);
        NDArray b = random.randn(3);
        NDArray out = new Convolution(w, b, stride, padding).forward(x);
        NDArray expected = byDefinition(x, w, b, stride, padding);
        assertThat(out.shape()).isEqualTo(expected.shape());
        assertThat(out.allClose(expected, 1e-13, 1e-13)).isTrue();
        NDArray view = NDArray.zeros(11, 6, 2, 7).transpose(0, 2, 3, 1);
        view.at(Index.ellipsis()).set(x);
        assertThat(new Convolution(w, b, stride, padding).infer(view)).isEqualTo(out);
    }

    @Test
    void aConvolutionDrawsItsFirstWeights() {
        Convolution layer = Convolution.of(2, 3, 5, 2, 1, Initialization.he(), new RandomState(0));
        NDArray drawn = new RandomState(0).randn(3, 2, 5, 5).mul(Math.sqrt(2.0 / (2 * 5 * 5)));
        assertThat(layer.parameters().get("W")).isEqualTo(drawn);
        assertThat(layer.parameters().get("b")).isEqualTo(NDArray.zeros(3));
        assertThat(layer).hasToString("Convolution(3, 2, 5, 5, stride=2, padding=1)");
    }

    @Test
    void aConvolutionChangesNeitherImagesNorGradient() {
        RandomState random = new RandomState(2);
        NDArray x = random.randn(2, 1, 5, 5);
        NDArray dout = random.randn(2, 3, 5, 5);
        NDArray sameX = x.copy();
        NDArray sameDout = dout.copy();
        Convolution layer = new Convolution(random.randn(3, 1, 3, 3), NDArray.zeros(3), 1, 1);
        layer.forward(x);
        layer.backward(dout);
        assertThat(x).isEqualTo(sameX);
        assertThat(dout).isEqualTo(sameDout);
    }

    /** A layer keeps nothing of one call that changes the next. */
    @Test
    void aConvolutionTakesImagesOfDifferentSizesInTurn() {
        RandomState random = new RandomState(3);
        NDArray w = random.randn(3, 2, 3, 3);
        Convolution used = new Convolution(w, NDArray.ones(3), 2, 2);
        NDArray single = random.randn(2, 2, 7, 6).astype(DType.FLOAT32);
        for (NDArray x : new NDArray[] {random.randn(9, 2, 7, 6), random.randn(4, 2, 3, 11), single, single}) {
            Convolution fresh = new Convolution(w, NDArray.ones(3), 2, 2);
            NDArray out = fresh.forward(x);
            assertThat(used.infer(x)).isEqualTo(out);
            assertThat(used.forward(x)).isEqualTo(out);
            assertThat(used.backward(out)).isEqualTo(fresh.backward(out));
            assertThat(used.gradients()).isEqualTo(fresh.gradients());
        }
    }

    @Test
    void aConvolutionTakesABatchOfNoImages() {
        Convolution layer = new Convolution(NDArray.ones(3, 1, 3, 3), NDArray.zeros(3), 1, 0);
        assertThat(layer.forward(NDArray.zeros(0, 1, 5, 5)).shape()).isEqualTo(Shape.of(0, 3, 3, 3));
        assertThat(layer.backward(NDArray.zeros(0, 3, 3, 3)).shape()).isEqualTo(Shape.of(0, 1, 5, 5));
        assertThat(layer.dW()).isEqualTo(NDArray.zeros(3, 1, 3, 3));
    }

    @Test
    void aConvolutionRefusesParametersAndInputsThatDoNotFit() {
        NDArray w = NDArray.ones(3, 2, 3, 3);
        NDArray b = NDArray.zeros(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(NDArray.ones(2, 3), b, 1, 0))
                .withMessage("W must have the shape (filters, channels, height, width), not (2, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(w, NDArray.zeros(2), 1, 0))
                .withMessage("b must have the shape (3,), not (2,)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Convolution(w, b, 0, 0))
                .withMessage("a window needs a positive size and stride and no negative padding, not 3x3, stride 0,"
                        + " padding 0");
        Convolution layer = new Convolution(w, b, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.forward(NDArray.ones(3, 3)))
                .withMessage("Convolution needs images of shape (n, channels, height, width), not (3, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.forward(NDArray.ones(1, 1, 3, 3)))
                .withMessage("Convolution of 2 channels cannot take images of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.forward(NDArray.ones(1, 2, 3, 2)))
                .withMessage("a window of 3x3 does not fit into images of 3x2 with padding 0");
        assertThatIllegalStateException()
                .isThrownBy(() -> layer.backward(NDArray.ones(1)))
                .withMessage("Convolution.backward needs a forward before it");
        assertThatIllegalStateException()
                .isThrownBy(layer::dW)
                .withMessage("Convolution has no gradients before a backward");
    }
}
