package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@BothKernels
class AffineTest {
    private final NDArray weights = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}});
    private final NDArray bias = NDArray.of(0.1, 0.2, 0.3);
    private final Affine affine = new Affine(weights, bias);

    @Test
    void affineFlattensImagesAndRestoresTheirShapeBackward() {
        NDArray images = NDArray.arange(0.0, 8.0, 1.0).reshape(2, 1, 2, 2);
        NDArray flat = images.reshape(2, 4);
        NDArray dout = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        NDArray out = affine.forward(images);
        NDArray dx = affine.backward(dout);
        NDArray dW = affine.dW();
        assertThat(out)
                .isEqualTo(affine.forward(flat))
                .isEqualTo(flat.dot(weights).add(bias));
        assertThat(dx.shape()).hasToString("(2, 1, 2, 2)");
        assertThat(dx.reshape(2, 4)).isEqualTo(affine.backward(dout));
        assertThat(dW).isEqualTo(affine.dW()).isEqualTo(flat.transpose().dot(dout));
        assertThat(affine.db()).isEqualTo(NDArray.of(5.0, 7.0, 9.0));
    }

    @Test
    void affineTakesOneInputWithoutABatch() {
        NDArray x = NDArray.of(1.0, 0.0, -1.0, 2.0);
        assertThat(affine.forward(x)).isEqualTo(affine.forward(x.reshape(1, 4)).get(0));
        affine.forward(x);
        NDArray dx = affine.backward(NDArray.of(1.0, 2.0, 3.0));
        assertThat(dx.shape()).hasToString("(4,)");
        assertThat(affine.dW()).isEqualTo(x.reshape(4, 1).dot(NDArray.of(new double[][] {{1, 2, 3}})));
        assertThat(affine.db()).isEqualTo(NDArray.of(1.0, 2.0, 3.0));
    }

    /** Images of float32 are converted once for both passes. */
    @Test
    void affineTakesInputsOfAnotherType() {
        NDArray dout = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        NDArray doubles = NDArray.arange(0.0, 8.0, 1.0).reshape(2, 1, 2, 2);
        NDArray out = affine.forward(doubles);
        NDArray dx = affine.backward(dout);
        NDArray dW = affine.dW();
        for (DType dtype : new DType[] {DType.FLOAT32, DType.UINT8}) {
            assertThat(affine.forward(doubles.astype(dtype))).isEqualTo(out);
            assertThat(affine.backward(dout)).isEqualTo(dx);
            assertThat(affine.dW()).isEqualTo(dW);
        }
    }

    @Test
    void affineTakesViews() {
        NDArray base = NDArray.arange(0.0, 8.0, 1.0).reshape(4, 2);
        assertThat(affine.forward(base.transpose()))
                .isEqualTo(affine.forward(base.transpose().copy()));
        NDArray images = NDArray.arange(0.0, 8.0, 1.0).reshape(2, 2, 2).transpose(2, 1, 0);
        assertThat(affine.forward(images)).isEqualTo(affine.forward(images.copy()));
    }

    @Test
    void affineSharesItsParameters() {
        assertThat(affine.weights()).isSameAs(weights);
        assertThat(affine.bias()).isSameAs(bias);
        NDArray x = NDArray.ones(1, 4);
        weights.fill(0);
        bias.fill(5);
        assertThat(affine.forward(x)).hasToString("[[5. 5. 5.]]");
    }

    @Test
    void gradientsOfAffineForAnEmptyBatchAreZero() {
        affine.backward(affine.forward(NDArray.zeros(0, 2, 2)));
        assertThat(affine.dW()).isEqualTo(NDArray.zeros(4, 3));
        assertThat(affine.db()).isEqualTo(NDArray.zeros(3));
    }

    @Test
    void affineRefusesParametersThatDoNotFit() {
        assertThatThrownBy(() -> new Affine(NDArray.of(1.0, 2.0), bias))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("W must be a matrix, not of shape (2,)");
        assertThatThrownBy(() -> new Affine(weights, NDArray.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b must have the shape (3,), not (2,)");
        // Broadcasting would accept it.
        assertThatThrownBy(() -> new Affine(weights, NDArray.scalar(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b must have the shape (3,), not ()");
    }

    @Test
    void affineRefusesInputsThatDoNotFit() {
        assertThatThrownBy(() -> affine.forward(NDArray.zeros(2, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes (2,5) and (4,3) not aligned: 5 (dim 1) != 4 (dim 0)");
        assertThatThrownBy(() -> affine.forward(NDArray.zeros(2, 3, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes (2,9) and (4,3) not aligned: 9 (dim 1) != 4 (dim 0)");
        assertThatThrownBy(() -> affine.forward(NDArray.scalar(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Affine needs an input with an axis, not a scalar");
    }

    @Test
    void affineRefusesARuleThatDrawsNothing() {
        RandomState random = new RandomState(0);
        Initializer nothing = (generator, inputs, shape) -> null;
        for (ThrowingCallable layer : List.<ThrowingCallable>of(
                () -> Affine.of(2, 3, nothing, random), () -> Convolution.of(1, 2, 3, 1, 0, nothing, random))) {
            assertThatThrownBy(layer)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the rule for the first weights has drawn no array");
        }
    }

    @Test
    void affineHasNoGradientsBeforeABackward() {
        affine.forward(NDArray.zeros(2, 4));
        assertThatThrownBy(affine::dW)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Affine has no gradients before a backward");
        assertThatThrownBy(affine::db).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void affineRemembersItsLastInputWhenItRefusesAnother() {
        NDArray dout = NDArray.ones(2, 3);
        affine.forward(NDArray.ones(2, 4));
        assertThatThrownBy(() -> affine.forward(NDArray.zeros(2, 5))).isInstanceOf(IllegalArgumentException.class);
        affine.backward(dout);
        assertThat(affine.dW()).isEqualTo(NDArray.full(2.0, 4, 3));
    }
}
