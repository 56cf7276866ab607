package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The values and gradients that DeZero computes for the same random numbers. */
class DeZeroValuesTest {
    private static Variable integers(RandomState random, int... shape) {
        return Variable.of(random.randint(-3, 4, shape).astype(DType.FLOAT64));
    }

    private static NDArray numbers(String text, int... shape) {
        return NDArray.of(
                Arrays.stream(text.trim().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                shape);
    }

    private static void assertClose(Variable actual, NDArray expected) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.value().allClose(expected, 1e-13, 1e-13))
                .as("%s%nnot%n%s", actual, expected)
                .isTrue();
    }

    @Test
    void aConvolutionHasTheValuesOfDeZero() {
        RandomState random = new RandomState(0);
        Variable x = integers(random, 1, 2, 4, 5);
        Variable w = integers(random, 2, 2, 3, 2);
        Variable b = integers(random, 2);
        Variable y = x.conv2d(w, b, new int[] {2, 1}, new int[] {1, 0});
        y.backward(NDArray.ones(y.shape().toArray()));
        assertClose(y, numbers("-10 10 4 -8 -10 -10 10 19 -27 24 -3 3 -17 33 -10 -24", 1, 2, 2, 4));
        assertClose(x.gradient(), numbers("""
                        -4 -9 -9 -9 -5 -6 -3 -3 -3 3 -4 -9 -9 -9 -5 -5 -6 -6 -6 -1 4 1 1 1 -3 3 2 2 2 -1 4 1 1 1
                        -3 4 2 2 2 -2""", 1, 2, 4, 5));
        assertClose(
                w.gradient(), numbers("0 -1 -2 -3 3 0 -4 -2 1 -2 -7 -2 0 -1 -2 -3 3 0 -4 -2 1 -2 -7 -2", 2, 2, 3, 2));
        assertClose(b.gradient(), numbers("8 8", 2));
    }

    @Test
    void aTransposedConvolutionHasTheValuesOfDeZero() {
        RandomState random = new RandomState(1);
        Variable x = integers(random, 1, 2, 2, 3);
        Variable w = integers(random, 2, 1, 3, 2);
        Variable b = integers(random, 1);
        Variable y = x.deconv2d(w, b, new int[] {2, 1}, new int[] {1, 0});
        y.backward(NDArray.ones(y.shape().toArray()));
        assertClose(y, numbers("-1 -4 -4 0 -2 -5 -1 5 5 9 5 1", 1, 1, 3, 4));
        assertClose(x.gradient(), numbers("1 1 1 1 1 1 1 1 1 2 2 2", 1, 2, 2, 3));
        assertClose(w.gradient(), numbers("-5 -5 -2 -2 3 3 1 1 -3 -3 -4 -4", 2, 1, 3, 2));
        assertClose(b.gradient(), numbers("12", 1));
    }

    @Test
    void poolingHasTheValuesOfDeZero() {
        Variable x = integers(new RandomState(2), 1, 1, 4, 5);
        Variable average = x.averagePooling(2, 2, new int[] {2, 1}, new int[] {0, 1});
        average.sum().backward();
        assertClose(average, numbers("-1 -0.5 -1 -1 0 -0.5 0.25 1.25 0.75 0.75 1.5 0.5", 1, 1, 2, 6));
        assertClose(
                x.gradient(),
                numbers("0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5 0.5", 1, 1, 4, 5));
        Variable z = integers(new RandomState(3), 1, 1, 4, 5);
        Variable largest = z.pooling(2, 3, new int[] {2, 1}, new int[] {0, 1});
        largest.sum().backward();
        assertClose(largest, numbers("0 2 2 2 2 3 3 3 1 1", 1, 1, 2, 5));
        assertClose(z.gradient(), numbers("0 0 0 0 0 0 0 3 1 0 0 0 0 0 0 0 3 0 2 0", 1, 1, 4, 5));
        Variable columns = z.im2col(2, 3, new int[] {2, 1}, new int[] {0, 1});
        columns.sum().backward();
        assertClose(columns, numbers("""
                        0 -1 -3 0 -3 -3 -1 -3 -2 -3 -3 2 -3 -2 0 -3 2 2 -2 0 -3 2 2 0 0 -3 0 2 0 0 0 -1 0 0 2 3
                        -1 0 -2 2 3 -3 0 -2 -2 3 -3 1 -2 -2 -1 -3 1 1 -2 -1 0 1 1 0""", 10, 6));
        assertClose(z.gradient(), numbers("2 3 3 3 2 2 3 3 3 2 2 3 3 3 2 2 3 3 3 2", 1, 1, 4, 5));
        NDArray ones = NDArray.ones(columns.shape().toArray());
        assertClose(
                Variable.constant(ones).col2im(z.shape(), 2, 3, new int[] {2, 1}, new int[] {0, 1}),
                z.gradient().value());
    }

    /** The running variance is another: DeZero's is that of a sample, n / (n - 1) times as large. */
    @Test
    void batchNormalizationHasTheValuesOfDeZero() {
        RandomState random = new RandomState(4);
        Variable x = Variable.of(random.randn(4, 2));
        Variable gamma = Variable.of(random.rand(2));
        Variable beta = Variable.of(random.randn(2));
        NDArray mean = NDArray.zeros(2);
        NDArray variance = NDArray.full(1.5, 2);
        Variable y = x.batchNormalization(gamma, beta, mean, NDArray.ones(2), 0.9, 2e-5);
        y.mul(y).mul(y).sum().backward();
        assertClose(y, numbers("""
                        1.5890599276987927 -0.6823375513706034 -0.7875451733958583 -0.4813109321217318
                        0.524240049645446 -2.8463026632156203 0.003245326491476963 -0.5799553850739632""", 4, 2));
        assertClose(x.gradient(), numbers("""
                        4.101065765737256 -0.7188429047347937 4.8842134505545705 0.6891686668896412
                        -5.06483275791871 0.06287458435291231 -3.920446458373117 -0.03320034650776155""", 4, 2));
        assertClose(gamma.gradient(), numbers("8.801290614290775 -40.27198194917467", 2));
        assertClose(beta.gradient(), numbers("10.260531047260503 27.405095540084826", 2));
        assertClose(Variable.constant(mean), numbers("-0.050283887777817136 0.005188694509609841", 2));
        Variable tested = Mode.testing(() -> x.batchNormalization(gamma, beta, mean, variance, 0.9, 2e-5));
        assertClose(tested, numbers("""
                        0.40330849392830814 -0.7502129401570456 -0.3340622700330523 -0.5947262767793504
                        0.07293511948768466 -2.4239600098919993 -0.08870985756590105 -0.6710241168742093""", 4, 2));
    }

    @Test
    void functionsOfNetworksHaveTheValuesOfDeZero() {
        Variable x = Variable.of(new RandomState(5).randn(2, 3));
        Variable y = x.softmax(0);
        y.square().sum().backward();
        assertClose(y, numbers("""
                        0.6667049846604881 0.3916266023625416 0.7002083226503569 0.33329501533951184
                        0.6083733976374585 0.29979167734964307""", 2, 3));
        assertClose(x.gradient(), numbers("""
                        0.14817369054060014 -0.1032821050128625 0.16810822358603816 -0.14817369054060006
                        0.10328210501286228 -0.16810822358603825""", 2, 3));
        Variable logarithm = x.logSoftmax(0);
        logarithm.square().sum().backward();
        assertClose(logarithm, numbers("""
                        -0.40540763276917113 -0.9374464381444739 -0.3563773844277307 -1.0987272492572895
                        -0.4969664446722035 -1.2046674543739473""", 2, 3));
        assertClose(x.gradient(), numbers("""
                        1.1948131813591707 -0.7513843889238401 1.4733584074631785 -1.194813181359171
                        0.7513843889238403 -1.473358407463178""", 2, 3));
        Variable on = Variable.of(new RandomState(6).randn(2, 4));
        Variable dropped = on.invertedDropout(0.3, new RandomState(3));
        dropped.sum().backward();
        assertClose(dropped, numbers("""
                        -0.4454052478393095 1.0414341765892916 0 -1.2844168522101986 -3.552543788039807
                        1.3046450303369832 0 0""", 2, 4));
        assertClose(on.gradient(), numbers("""
                        1.4285714285714286 1.4285714285714286 0 1.4285714285714286 1.4285714285714286
                        1.4285714285714286 0 0""", 2, 4));
        Variable z = Variable.of(NDArray.of(-2.0, 0.0, 3.0));
        Variable leaky = z.leakyRelu(0.2);
        leaky.sum().backward();
        assertClose(leaky, numbers("-0.4 0 3", 3));
        assertClose(z.gradient(), numbers("0.2 0.2 1", 3));
    }
}
