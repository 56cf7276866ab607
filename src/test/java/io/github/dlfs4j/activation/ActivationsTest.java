package io.github.dlfs4j.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothKernels
class ActivationsTest {
    @Test
    void sigmoidOfZeroIsOneHalf() {
        assertThat(Activations.sigmoid(NDArray.of(-1.0, 0.0, 2.0))).hasToString("[0.26894142 0.5        0.88079708]");
    }

    @Test
    void sigmoidIsZeroAndOneForLargeNumbers() {
        assertThat(Activations.sigmoid(NDArray.of(-1000.0, 1000.0))).hasToString("[0. 1.]");
    }

    @Test
    void sigmoidKeepsFloat32AndItsArgument() {
        NDArray x = NDArray.of(1f, 2f);
        assertThat(Activations.sigmoid(x).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(x).isEqualTo(NDArray.of(1f, 2f));
    }

    @Test
    void softmaxGivesProbabilities() {
        NDArray y = Activations.softmax(NDArray.of(0.3, 2.9, 4.0));
        assertThat(y).hasToString("[0.01821127 0.24519181 0.73659691]");
        assertThat(y.sum()).hasToString("1.0");
    }

    @Test
    void softmaxDoesNotOverflow() {
        assertThat(Activations.softmax(NDArray.of(1010.0, 1000.0, 990.0)))
                .hasToString("[9.99954600e-01 4.53978686e-05 2.06106005e-09]");
    }

    @Test
    void softmaxWorksRowByRow() {
        NDArray x = NDArray.of(new double[][] {{0.3, 2.9, 4.0}, {1, 1, 1}});
        NDArray y = Activations.softmax(x);
        assertThat(y.get(0)).isEqualTo(Activations.softmax(x.get(0)));
        assertThat(y.get(1)).hasToString("[0.33333333 0.33333333 0.33333333]");
    }

    @Test
    void softmaxOfASingleNumberIsOne() {
        assertThat(Activations.softmax(NDArray.scalar(3.0))).hasToString("1.0");
    }

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"UINT8", "INT64", "FLOAT32", "FLOAT64"})
    void sigmoidAndSoftmaxWriteIntoAGivenArray(DType dtype) {
        NDArray x = NDArray.of(new int[][] {{0, 1, 2}, {3, 3, 9}}).astype(dtype);
        NDArray copy = x.copy();
        NDArray sigmoid = Activations.sigmoid(x);
        NDArray softmax = Activations.softmax(x);
        assertThat(softmax).isEqualTo(Activations.softmax(x.astype(softmax.dtype())));
        NDArray out = NDArray.zerosLike(sigmoid);
        assertThat(Activations.sigmoid(x, out)).isSameAs(out).isEqualTo(sigmoid);
        assertThat(Activations.softmax(x, out)).isSameAs(out).isEqualTo(softmax);
        assertThat(x).isEqualTo(copy);
        if (dtype.isFloating()) {
            assertThat(Activations.sigmoid(x, x)).isEqualTo(sigmoid);
            assertThat(Activations.softmax(copy, copy)).isEqualTo(softmax);
        }
    }

    @Test
    void anOutputOfIntegersIsRefusedAndNotChanged() {
        NDArray out = NDArray.of(1, 2);
        assertThatThrownBy(() -> Activations.sigmoid(NDArray.of(0, 1), out))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("Cannot cast ufunc 'sigmoid' output");
        assertThatThrownBy(() -> Activations.softmax(NDArray.of(0, 1), out))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("out must be float32 or float64, not int64");
        assertThat(out).isEqualTo(NDArray.of(1, 2));
    }

    @Test
    void softmaxNeedsAnElement() {
        assertThatThrownBy(() -> Activations.softmax(NDArray.zeros(2, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("zero-size array to reduction operation maximum which has no identity");
    }

    @Test
    void naiveSoftmaxEqualsSoftmaxUntilItOverflows() {
        NDArray x = NDArray.of(new double[][] {{0.3, 2.9, 4.0}, {0, 710, 0}});
        NDArray y = Activations.naiveSoftmax(x);
        assertThat(y.get(0).allClose(Activations.softmax(x.get(0)), 1e-15, 0)).isTrue();
        assertThat(y.get(1)).hasToString("[ 0. nan  0.]");
        assertThat(Activations.naiveSoftmax(NDArray.of(89f, 89f))).hasToString("[nan nan]");
    }

    @Test
    void stepIsOneAboveZeroAlone() {
        NDArray y = Activations.step(NDArray.of(new double[][] {{-1, 0, -0.0}, {1e-300, Double.NaN, 5}}));
        assertThat(y).isEqualTo(NDArray.of(new int[][] {{0, 0, 0}, {1, 0, 1}}));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void stepIsInt64ForEveryDType(DType dtype) {
        assertThat(Activations.step(NDArray.ones(dtype, 2))).isEqualTo(NDArray.of(1, 1));
    }

    @Test
    void reluCutsOffNegatives() {
        NDArray x = NDArray.of(new double[][] {{-1, 2}, {0, Double.NaN}});
        assertThat(Activations.relu(x)).hasToString("[[ 0.  2.]\n [ 0. nan]]");
        assertThat(x).hasToString("[[-1.  2.]\n [ 0. nan]]");
    }

    @Test
    void reluKeepsTheDType() {
        assertThat(Activations.relu(NDArray.of(-3, 4))).isEqualTo(NDArray.of(0, 4));
        assertThat(Activations.relu(NDArray.of(-3f, 4f))).isEqualTo(NDArray.of(0f, 4f));
        assertThat(Activations.relu(NDArray.of(new byte[] {-1}))).isEqualTo(NDArray.of(new byte[] {-1}));
        assertThat(Activations.relu(NDArray.of(true))).isEqualTo(NDArray.of(1));
    }

    @Test
    void identityIsItsArgument() {
        NDArray x = NDArray.of(1.0, -2.0);
        assertThat(Activations.identity(x)).isSameAs(x);
    }

    @Test
    void gradientsOfActivationsKeepFloat32() {
        NDArray x = NDArray.of(-1f, 0f, 3f);
        assertThat(Activations.sigmoidGradient(x).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(Activations.reluGradient(x)).isEqualTo(NDArray.of(0f, 1f, 1f));
        assertThat(Activations.reluGradient(NDArray.of(-1, 2))).isEqualTo(NDArray.of(0.0, 1.0));
    }
}
