package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OperandLayersTest {
    private final NDArray x = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final NDArray dout = NDArray.of(new double[][] {{1, 10, 100}, {1, 10, 100}});

    @Nested
    class OfMulLayer {
        private final MulLayer mul = new MulLayer();

        @Test
        void aMulLayerKeepsIntegers() {
            assertThat(mul.forward(NDArray.scalar(100), NDArray.scalar(2))).hasToString("200");
            OperandGradients gradients = mul.backward(NDArray.scalar(1));
            assertThat(gradients.dx()).hasToString("2");
            assertThat(gradients.dy()).hasToString("100");
        }

        @Test
        void aMulLayerSwapsTheOperandsBackward() {
            NDArray y = NDArray.of(new double[][] {{7, 8, 9}, {10, 11, 12}});
            assertThat(mul.forward(x, y)).isEqualTo(x.mul(y));
            assertThat(mul.backward(dout)).isEqualTo(new OperandGradients(dout.mul(y), dout.mul(x)));
        }

        @Test
        void gradientsOfAMulLayerHaveTheShapesOfItsOperands() {
            mul.forward(x, NDArray.of(1.0, 2.0, 3.0));
            assertThat(mul.backward(dout).dx()).hasToString("[[  1.  20. 300.]\n [  1.  20. 300.]]");
            assertThat(mul.backward(dout).dy()).hasToString("[  5.  70. 900.]");
            mul.forward(NDArray.of(new double[][] {{2}, {3}}), x);
            assertThat(mul.backward(dout).dx()).hasToString("[[321.]\n [654.]]");
            mul.forward(NDArray.scalar(2.0), x);
            assertThat(mul.backward(dout).dx()).hasToString("975.0");
            assertThat(mul.backward(dout).dy()).isEqualTo(dout.mul(2));
            mul.forward(NDArray.ones(1, 1, 1), x);
            assertThat(mul.backward(dout.reshape(1, 2, 3)).dx()).hasToString("[[[975.]]]");
        }

        @Test
        void anOperandBroadcastToAnEmptyArrayGetsAGradientOfZero() {
            mul.forward(NDArray.ones(1, 3), NDArray.ones(0, 3));
            assertThat(mul.backward(NDArray.ones(0, 3)).dx()).hasToString("[[0. 0. 0.]]");
        }

        @Test
        void aMulLayerDoesNotChangeItsArguments() {
            NDArray y = NDArray.of(1.0, 2.0, 3.0);
            mul.forward(x, y).fill(9);
            OperandGradients gradients = mul.backward(dout);
            gradients.dx().fill(9);
            gradients.dy().fill(9);
            assertThat(x).hasToString("[[1. 2. 3.]\n [4. 5. 6.]]");
            assertThat(y).hasToString("[1. 2. 3.]");
            assertThat(dout).hasToString("[[  1.  10. 100.]\n [  1.  10. 100.]]");
        }

        @Test
        void aMulLayerRefusesShapesThatDoNotFit() {
            assertThatThrownBy(() -> mul.backward(dout))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("MulLayer.backward needs a forward before it");
            assertThatThrownBy(() -> mul.forward(x, NDArray.ones(4)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("operands could not be broadcast together with shapes (2,3) (4,)");
            mul.forward(x, x);
            assertThatThrownBy(() -> mul.backward(NDArray.ones(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dout of MulLayer must have the shape (2, 3) of its output, not (3,)");
        }
    }

    @Nested
    class OfAddLayer {
        private final AddLayer add = new AddLayer();

        @Test
        void anAddLayerKeepsIntegers() {
            assertThat(add.forward(NDArray.scalar(200), NDArray.scalar(450))).hasToString("650");
            assertThat(add.backward(NDArray.scalar(1.1)).dx()).hasToString("1.1");
            assertThat(add.backward(NDArray.scalar(1)).dy()).hasToString("1");
        }

        @Test
        void anAddLayerPassesTheGradientToBothAsCopies() {
            add.forward(x, x);
            OperandGradients gradients = add.backward(dout);
            assertThat(gradients).isEqualTo(new OperandGradients(dout, dout));
            gradients.dx().fill(9);
            assertThat(gradients.dy()).isEqualTo(dout).hasToString("[[  1.  10. 100.]\n [  1.  10. 100.]]");
        }

        @Test
        void gradientsOfAnAddLayerHaveTheShapesOfItsOperands() {
            add.forward(x, NDArray.ones(3));
            assertThat(add.backward(dout).dy()).hasToString("[  2.  20. 200.]");
            add.forward(NDArray.scalar(1), x);
            assertThat(add.backward(dout).dx()).hasToString("222.0");
        }

        @Test
        void anAddLayerRefusesShapesThatDoNotFit() {
            assertThatThrownBy(() -> add.backward(dout))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("AddLayer.backward needs a forward before it");
            add.forward(x, x);
            assertThatThrownBy(() -> add.backward(NDArray.scalar(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("dout of AddLayer must have the shape (2, 3) of its output, not ()");
        }
    }
}
