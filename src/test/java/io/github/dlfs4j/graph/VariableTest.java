package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.ndarray.ArrayScope;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VariableTest {
    private static final NDArray MATRIX = NDArray.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

    private final Variable x = Variable.of("x", 3);
    private final Variable matrix = Variable.of("matrix", MATRIX);

    private static void assertRefused(ThrowingCallable call, Class<? extends Exception> type, String message) {
        assertThatThrownBy(call).isExactlyInstanceOf(type).hasMessage(message);
    }

    @Test
    void aDetachedVariableIsAConstantOfTheSameArray() {
        Variable x = Variable.of("x", 3);
        Variable y = x.square();
        Variable z = y.detach().mul(x);
        z.backward();
        assertThat(x.gradient()).hasToString("9.0");
        assertThat(y.detach().isConstant()).isTrue();
        assertThat(y.detach().value()).isSameAs(y.value());
        y.backward();
        assertThat(x.gradient().item()).isNotEqualTo(9);
    }

    @Test
    void aVariableHasANameAndAValue() {
        assertThat(x.name()).isEqualTo("x");
        assertThat(x.value()).isEqualTo(NDArray.scalar(3.0));
        assertThat(x).hasToString("3.0");
        assertThat(matrix.value()).isSameAs(MATRIX);
        assertThat(matrix.shape()).isEqualTo(MATRIX.shape());
        Variable square = x.mul(x);
        assertThat(square.name()).isNull();
        assertThat(square.named("x²")).isSameAs(square);
        assertThat(square.name()).isEqualTo("x²");
    }

    @Test
    void aNumberDoesNotChangeTheDtypeOfAVariable() {
        Variable narrow = Variable.of(NDArray.of(1f, 2f));
        assertThat(narrow.add(0.1)
                        .mul(0.1)
                        .sub(0.1)
                        .div(3)
                        .rsub(2)
                        .rdiv(2)
                        .rdiv(1)
                        .maximum(0.1)
                        .minimum(3)
                        .pow(2)
                        .value())
                .extracting(NDArray::dtype)
                .isEqualTo(DType.FLOAT32);
        assertThat(Variable.constant(NDArray.of(1, 2)).mul(0.5)).hasToString("[0.5 1. ]");
    }

    @Nested
    class Gradients {
        @Test
        void gradientsAreFreshWithEachBackward() {
            Variable y = x.mul(x);
            y.backward();
            Variable first = x.gradient();
            y.backward();
            assertThat(first).hasToString("6.0");
            assertThat(x.gradient()).hasToString("6.0").isNotSameAs(first);
            x.mul(10).backward();
            assertThat(x.gradient()).hasToString("10.0");
            assertThat(first).hasToString("6.0");
        }

        @Test
        void gradientsOfAVariableThatIsUsedTwiceAreAddedUp() {
            x.add(x).add(x.mul(x)).backward();
            assertThat(x.gradient()).hasToString("8.0");
        }

        @Test
        void gradientsOfInputsAreArraysOfTheirOwn() {
            Variable a = Variable.of(NDArray.of(1.0, 2.0));
            Variable b = Variable.of(NDArray.of(3.0, 4.0));
            Variable sum = a.add(b);
            sum.sum().backward();
            a.gradient().value().fill(7.0);
            assertThat(b.gradient()).hasToString("[1. 1.]");
            assertThat(sum.gradient()).hasToString("[1. 1.]");
        }

        @Test
        void gradientsBeginWithAGivenGradient() {
            matrix.mul(2).backward(NDArray.of(new double[][] {{1, 0, 0}, {0, 10, 0}}));
            assertThat(matrix.gradient().value()).isEqualTo(NDArray.of(new double[][] {{2, 0, 0}, {0, 20, 0}}));
        }

        @Test
        void gradientsHaveTheDTypeOfTheirVariable() {
            Variable narrow = Variable.of(NDArray.of(1f, 2f));
            Variable wide = Variable.of(NDArray.of(3.0, 4.0));
            narrow.mul(wide).mul(Variable.constant(NDArray.of(1, 2))).sum().backward();
            assertThat(narrow.gradient().value()).isEqualTo(NDArray.of(3f, 8f));
            assertThat(wide.gradient().value()).isEqualTo(NDArray.of(1.0, 4.0));
            narrow.astype(DType.FLOAT64).mul(wide).sum().backward();
            assertThat(narrow.gradient().value()).isEqualTo(NDArray.of(3f, 4f));
            Variable y = narrow.mul(narrow);
            y.backward(NDArray.of(1, 10));
            assertThat(narrow.gradient().value()).isEqualTo(NDArray.of(2f, 40f));
        }

        @Test
        void gradientsOfAGradientAreZeroIfNothingDependsOnIt() {
            Variable y = Variable.of("y", 4);
            x.mul(5).add(y.mul(y)).backward();
            x.gradient().backward();
            assertThat(x.gradient()).hasToString("0.0");
            assertThat(y.gradient()).hasToString("0.0");
        }

        @Test
        void gradientsFlowToThePositionsBesideAnotherPart() {
            matrix.get(Index.all(), 1)
                    .sum()
                    .add(matrix.get(0, Index.to(2)).sum())
                    .backward();
            assertThat(matrix.gradient().value()).isEqualTo(NDArray.of(new double[][] {{1, 2, 0}, {0, 1, 0}}));
        }

        @Test
        void gradientsFlowBackThroughTheShapeOfAnother() {
            matrix.reshape(NDArray.zeros(3, 2).shape()).get(0).sum().backward();
            assertThat(matrix.gradient().value()).isEqualTo(NDArray.of(new double[][] {{1, 1, 0}, {0, 0, 0}}));
        }

        @Test
        void gradientsMayBeginFromAnArrayOfOneElement() {
            Variable one = Variable.of(NDArray.of(new double[][] {{2}}));
            one.mul(one).backward();
            assertThat(one.gradient()).hasToString("[[4.]]");
        }

        @Test
        void gradientsIncludeThatOfTheResultItself() {
            x.backward();
            assertThat(x.gradient()).hasToString("1.0");
        }

        @Test
        void gradientsAreForgottenAfterClearGradient() {
            x.mul(2).backward();
            x.clearGradient();
            assertThatThrownBy(x::gradient).isInstanceOf(IllegalStateException.class);
        }

        @Test
        void gradientsComputedInAScopeEndWithIt() {
            Variable y;
            try (ArrayScope scope = ArrayScope.open()) {
                assertThat(scope).isNotNull();
                y = matrix.mul(matrix).sum();
                y.backward();
                assertThat(matrix.gradient().value()).isEqualTo(MATRIX.mul(2));
            }
            assertThat(matrix.value()).isEqualTo(MATRIX);
            assertThatThrownBy(() -> matrix.gradient().value().sum()).isInstanceOf(IllegalStateException.class);
            matrix.mul(matrix).sum().backward();
            assertThat(matrix.gradient().value()).isEqualTo(MATRIX.mul(2));
        }
    }

    /** Where an operation has no derivative, it agrees with the layers and with NumPy's argmax. */
    @Nested
    class AtBends {
        private final Variable tie = Variable.of(NDArray.of(2.0, 5.0, 5.0, 1.0, 1.0));

        private String gradient(Variable result) {
            result.sum().backward();
            return tie.gradient().toString();
        }

        @Test
        void theFirstOfTheLargestGetsTheGradient() {
            assertThat(gradient(tie.max())).isEqualTo("[0. 1. 0. 0. 0.]");
            assertThat(gradient(tie.min())).isEqualTo("[0. 0. 0. 1. 0.]");
            assertThat(gradient(tie.max(0))).isEqualTo("[0. 1. 0. 0. 0.]");
            assertThat(gradient(tie.reshape(1, 5, 1).max(-2, true))).isEqualTo("[0. 1. 0. 0. 0.]");
        }

        @Test
        void theSecondOfTwoEqualsGetsTheGradient() {
            assertThat(gradient(tie.maximum(5))).isEqualTo("[0. 0. 0. 0. 0.]");
            assertThat(gradient(tie.minimum(1))).isEqualTo("[0. 0. 0. 0. 0.]");
            assertThat(gradient(Variable.constant(NDArray.scalar(5.0)).maximum(tie)))
                    .isEqualTo("[0. 1. 1. 0. 0.]");
            assertThat(gradient(tie.clip(1, 5))).isEqualTo("[1. 0. 0. 0. 0.]");
        }

        @Test
        void reluAndAbsAreFlatAtZero() {
            assertThat(gradient(tie.sub(1).relu())).isEqualTo("[1. 1. 1. 0. 0.]");
            assertThat(gradient(tie.sub(2).abs())).isEqualTo("[ 0.  1.  1. -1. -1.]");
        }

        @Test
        void aNaNGetsTheGradientOfItsMaximum() {
            Variable a = Variable.of(NDArray.of(Double.NaN, 1.0));
            Variable b = Variable.of(NDArray.of(1.0, Double.NaN));
            a.maximum(b).sum().backward();
            assertThat(a.gradient() + " " + b.gradient()).isEqualTo("[1. 0.] [0. 1.]");
            a.minimum(b).sum().backward();
            assertThat(a.gradient() + " " + b.gradient()).isEqualTo("[1. 0.] [0. 1.]");
        }

        @Test
        void powersOfZeroAreFinite() {
            Variable base = Variable.of(NDArray.of(0.0, 0.0, 2.0));
            Variable exponent = Variable.of(NDArray.of(0.0, 2.0, 0.0));
            base.pow(exponent).sum().backward();
            assertThat(base.gradient()).hasToString("[0. 0. 0.]");
            assertThat(exponent.gradient().value().toDoubleArray()).containsExactly(0, 0, Math.log(2));
            base.pow(0).sum().backward();
            assertThat(base.gradient()).hasToString("[0. 0. 0.]");
        }
    }

    @Nested
    class BadInput {
        @Test
        void aVariableRefusesBadInputInTheWordsOfNumPy() {
            Variable pair = Variable.of(NDArray.of(1.0, 2.0));
            Variable number = Variable.of(1);
            assertRefused(
                    () -> matrix.add(pair),
                    IllegalArgumentException.class,
                    "operands could not be broadcast together with shapes (2,3) (2,)");
            assertRefused(
                    () -> matrix.dot(pair),
                    IllegalArgumentException.class,
                    "shapes (2,3) and (2,) not aligned: 3 (dim 1) != 2 (dim 0)");
            assertRefused(
                    () -> matrix.matmul(pair),
                    IllegalArgumentException.class,
                    "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature"
                            + " (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)");
            assertRefused(
                    () -> matrix.matmul(number),
                    IllegalArgumentException.class,
                    "matmul: Input operand 1 does not have enough dimensions (has 0, gufunc core with signature"
                            + " (n?,k),(k,m?)->(n?,m?) requires 1)");
            assertRefused(
                    () -> matrix.sum(2),
                    IndexOutOfBoundsException.class,
                    "axis 2 is out of bounds for array of dimension 2");
            assertRefused(
                    () -> matrix.reshape(4, -1),
                    IllegalArgumentException.class,
                    "cannot reshape array of size 6 into shape (4,newaxis)");
            assertRefused(() -> matrix.transpose(0), IllegalArgumentException.class, "axes don't match array");
            assertRefused(
                    () -> matrix.get(2),
                    IndexOutOfBoundsException.class,
                    "index 2 is out of bounds for axis 0 with size 2");
            assertRefused(
                    () -> matrix.get(Index.of(3)),
                    IndexOutOfBoundsException.class,
                    "index 3 is out of bounds for axis 0 with size 2");
            Variable empty = Variable.of(NDArray.zeros(2, 0));
            assertRefused(
                    empty::max,
                    IllegalArgumentException.class,
                    "zero-size array to reduction operation maximum which has no identity");
            assertRefused(
                    () -> empty.min(1),
                    IllegalArgumentException.class,
                    "zero-size array to reduction operation minimum which has no identity");
            assertThat(empty.max(0).shape()).hasToString("(0,)");
            empty.max(0).sum().backward();
            assertThat(empty.gradient().shape()).hasToString("(2, 0)");
        }

        @Test
        void integersCannotBeVariables() {
            String message =
                    "a variable needs an array of float64 or float32, not int64; use astype first, or constant";
            assertRefused(() -> Variable.of(NDArray.of(1, 2)), UnsupportedOperationException.class, message);
            assertRefused(() -> Variable.of("t", NDArray.of(1, 2)), UnsupportedOperationException.class, message);
            assertRefused(() -> x.astype(DType.INT64), UnsupportedOperationException.class, message);
            assertThat(Variable.constant(NDArray.of(1, 2))
                            .astype(DType.UINT8)
                            .value()
                            .dtype())
                    .isEqualTo(DType.UINT8);
        }

        @Test
        void aGradientMustHaveBeenComputed() {
            assertRefused(
                    x::gradient,
                    IllegalStateException.class,
                    "x has no gradient: no backward of a result that depends on it came before");
            matrix.sum().backward();
            assertRefused(
                    x::gradient,
                    IllegalStateException.class,
                    "x has no gradient: no backward of a result that depends on it came before");
            assertRefused(
                    () -> Variable.of(1).gradient(),
                    IllegalStateException.class,
                    "this variable has no gradient: no backward of a result that depends on it came before");
            assertRefused(
                    () -> Variable.constant(MATRIX).gradient(),
                    IllegalStateException.class,
                    "a constant has no gradient");
        }

        @Test
        void aBackwardThatIsRefusedChangesNothing() {
            Variable y = matrix.mul(2);
            y.sum().backward();
            Variable before = matrix.gradient();
            assertRefused(
                    y::backward,
                    IllegalArgumentException.class,
                    "backward starts with 1 from a single number; from an array of shape (2, 3) it needs a gradient");
            assertRefused(
                    () -> y.backward(NDArray.ones(3)),
                    IllegalArgumentException.class,
                    "the gradient must have the shape (2, 3) of the value, not (3,)");
            assertRefused(
                    () -> Variable.constant(NDArray.scalar(1.0)).mul(2).backward(),
                    IllegalStateException.class,
                    "nothing can be differentiated: this was computed from constants alone");
            assertThat(matrix.gradient()).isSameAs(before);
        }

        @Test
        void targetsAndWindowsOfVariablesAreChecked() {
            assertRefused(
                    () -> matrix.crossEntropy(NDArray.of(0, 1, 2)),
                    IllegalArgumentException.class,
                    "targets must be one-hot, of shape (2, 3), or labels, of shape (2,), but have shape (3,)");
            assertRefused(
                    () -> matrix.softmaxWithLoss(NDArray.of(0.0, 1.0)),
                    IllegalArgumentException.class,
                    "labels must be int64 or uint8, not float64");
            assertRefused(
                    () -> matrix.softmaxWithLoss(NDArray.of(0, 3)),
                    IndexOutOfBoundsException.class,
                    "label 3 is out of bounds for 3 classes");
            assertRefused(
                    () -> matrix.softmaxWithLoss(NDArray.of(-1, 2)),
                    IndexOutOfBoundsException.class,
                    "label -1 is out of bounds for 3 classes");
            assertRefused(
                    () -> x.crossEntropy(NDArray.of(0)),
                    IllegalArgumentException.class,
                    "y must have one axis or two, not the shape ()");
            assertRefused(
                    () -> matrix.sumSquaredError(NDArray.zeros(3)),
                    IllegalArgumentException.class,
                    "targets must have the shape (2, 3) of the outputs, not (3,)");
            assertRefused(
                    () -> matrix.dropout(1.5, new RandomState(0)),
                    IllegalArgumentException.class,
                    "the ratio of dropout must be from 0 to 1, not 1.5");
            assertRefused(
                    () -> matrix.im2col(2, 2, 1, 0),
                    IllegalArgumentException.class,
                    "im2col needs images of shape (n, channels, height, width), not (2, 3)");
            assertRefused(
                    () -> matrix.crossEntropy(NDArray.of(0, 3)),
                    IndexOutOfBoundsException.class,
                    "label 3 is out of bounds for 3 classes");
            assertRefused(
                    () -> matrix.softmaxWithLoss(NDArray.of(new double[][] {{1, 0, 0}, {0, 0.5, 2}})),
                    IllegalArgumentException.class,
                    "targets must be labels or probabilities that add up to 1 in each row, but row 1 adds up to 2.5");
            assertRefused(
                    () -> matrix.softmaxWithLoss(NDArray.of(new double[][] {{1, 0, 0}, {2, -1, 0}})),
                    IllegalArgumentException.class,
                    "targets must be labels or probabilities that add up to 1 in each row, but one is -1.0");
            assertRefused(
                    () -> matrix.get(Index.all(), Index.to(1)).softmaxWithLoss(NDArray.of(0, 0)),
                    IllegalArgumentException.class,
                    "softmax needs scores of at least 2 classes, not the shape (2, 1)");
            Variable image = matrix.reshape(1, 1, 2, 3);
            assertRefused(
                    () -> image.pooling(3, 3, 1, 0),
                    IllegalArgumentException.class,
                    "a window of 3x3 does not fit into images of 2x3 with padding 0");
            assertRefused(
                    () -> image.pooling(2, 2, 0, 0),
                    IllegalArgumentException.class,
                    "a window needs a positive size and stride and no negative padding, not 2x2, stride 0, padding 0");
        }
    }

    @Test
    void methodsNamedAsThoseOfArraysComputeWhatThoseCompute() {
        for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            NDArray a = new RandomState(0).randn(3, 1, 5).astype(dtype);
            NDArray b = new RandomState(1).randn(3, 1, 5).astype(dtype);
            Variable x = Variable.of(a);
            Variable y = Variable.of(b);
            assertThat(x.T().value()).isEqualTo(a.T());
            assertThat(x.swapaxes(0, -1).value()).isEqualTo(a.swapaxes(0, -1));
            assertThat(x.ravel().value()).isEqualTo(a.ravel());
            assertThat(x.expandDims(0, -1).value()).isEqualTo(a.expandDims(0, -1));
            assertThat(x.squeeze().value()).isEqualTo(a.squeeze());
            assertThat(x.squeeze(1).value()).isEqualTo(a.squeeze(1));
            assertThat(x.var().value()).isEqualTo(a.var());
            assertThat(x.var(0).value()).isEqualTo(a.var(0));
            assertThat(x.var(-1, true).value()).isEqualTo(a.var(-1, true));
            assertThat(x.std().value()).isEqualTo(a.std());
            assertThat(x.std(0).value()).isEqualTo(a.std(0));
            assertThat(x.std(-1, true).value()).isEqualTo(a.std(-1, true));
            assertThat(Variable.stack(-1, x, y).value()).isEqualTo(NDArray.stack(-1, a, b));
            assertThat(Variable.where(a.gt(0), x, y).value()).isEqualTo(NDArray.where(a.gt(0), a, b));
            assertThat(Variable.where(NDArray.of(1, 0, 0, 2, 0), x, y).value())
                    .isEqualTo(NDArray.where(NDArray.of(1, 0, 0, 2, 0), a, b));
            assertThat(x.sum().item()).isEqualTo(a.sum().item());
        }
    }

    @Test
    void methodsNamedAsThoseOfArraysRefuseWhatThoseRefuse() {
        Variable x = Variable.of(NDArray.zeros(2, 3));
        assertThatThrownBy(x::item).hasMessage("can only convert an array of size 1 to a Java scalar");
        assertThatThrownBy(() -> x.squeeze(1))
                .hasMessage("cannot select an axis to squeeze out which has size not equal to one");
        assertThatThrownBy(() -> x.swapaxes(0, 2))
                .hasMessage("axis2: axis 2 is out of bounds for array of dimension 2");
        assertThatThrownBy(() -> x.expandDims(5)).hasMessage("axis 5 is out of bounds for array of dimension 3");
        assertThatThrownBy(() -> x.var(2)).hasMessage("axis 2 is out of bounds for array of dimension 2");
        assertThatThrownBy(() -> Variable.stack(0, x, x.T())).isInstanceOf(IllegalArgumentException.class);
    }
}
