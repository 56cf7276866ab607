package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter04Test {
    @Test
    void chapter4PrintsTheSquaredError() {
        assertThat(Printed.by(Chapter04::squaredError)).isEqualTo("""
                0.09750000000000003
                0.5975
                """);
    }

    @Test
    void chapter4PrintsMinusTheLogarithm() {
        assertThat(Printed.by(Chapter04::minusLogarithm)).isEqualTo("""
                [1.0000e-04 2.0000e-04 3.0000e-04 ... 1.0997e+00 1.0998e+00 1.0999e+00]
                [ 9.21034037  8.51719319  8.11172808 ... -0.09503742 -0.09512835
                 -0.09521927]
                """);
    }

    @Test
    void chapter4PrintsTheCrossEntropyError() {
        assertThat(Printed.by(Chapter04::crossEntropyError)).isEqualTo("""
                0.510825457099338
                2.302584092994546
                """);
    }

    @Test
    void chapter4PrintsTheShapesOfAMiniBatch() {
        assertThat(Printed.by(Chapter04::miniBatch)).isEqualTo("""
                (60000, 784)
                (60000, 10)
                train_size: 60000
                [ 2732 43567 42613 52416 45891 21243 30403 32103 41993 57043]
                [[0. 0. 0. ... 0. 0. 0.]
                 [0. 0. 0. ... 0. 0. 0.]
                 [0. 0. 0. ... 0. 0. 0.]
                 ...
                 [0. 0. 0. ... 0. 0. 0.]
                 [0. 0. 0. ... 0. 0. 0.]
                 [0. 0. 0. ... 0. 0. 0.]]
                [[0. 0. 0. 0. 1. 0. 0. 0. 0. 0.]
                 [0. 1. 0. 0. 0. 0. 0. 0. 0. 0.]
                 [0. 0. 0. 0. 0. 0. 0. 1. 0. 0.]
                 [0. 1. 0. 0. 0. 0. 0. 0. 0. 0.]
                 [0. 0. 0. 0. 0. 0. 0. 0. 1. 0.]
                 [0. 0. 0. 0. 0. 0. 0. 1. 0. 0.]
                 [0. 0. 0. 0. 0. 1. 0. 0. 0. 0.]
                 [0. 0. 0. 0. 0. 0. 0. 0. 1. 0.]
                 [0. 0. 0. 0. 1. 0. 0. 0. 0. 0.]
                 [0. 0. 0. 0. 1. 0. 0. 0. 0. 0.]]
                """);
    }

    @Test
    void chapter4PrintsABadDerivative() {
        assertThat(Printed.by(Chapter04::badDerivative)).isEqualTo("""
                4.0
                4.0
                0.0
                """);
    }

    @Test
    void chapter4PrintsARoundingError() {
        assertThat(Printed.by(Chapter04::roundingError)).isEqualTo("""
                0.0
                1e-50
                """);
    }

    @Test
    void chapter4PrintsDerivativesByDifferences() {
        assertThat(Printed.by(Chapter04::differentiation)).isEqualTo("""
                0.1999999999990898
                0.2999999999986347
                """);
    }

    @Test
    void chapter4PrintsPartialDerivatives() {
        assertThat(Printed.by(Chapter04::partialDerivatives)).isEqualTo("""
                6.00000000000378
                7.999999999999119
                """);
    }

    @Test
    void chapter4PrintsGradients() {
        assertThat(Printed.by(Chapter04::gradient)).isEqualTo("""
                [6. 8.]
                [0. 4.]
                [6. 0.]
                """);
    }

    @Test
    void chapter4PrintsTheEndOfGradientDescent() {
        assertThat(Printed.by(Chapter04::gradientDescent)).isEqualTo("[-6.11110793e-10  8.14814391e-10]\n");
    }

    @Test
    @Claims("A learning rate too large and one too small")
    void chapter4PrintsWhatWrongLearningRatesDo() {
        assertThat(Printed.by(Chapter04::learningRates)).isEqualTo("""
                [-2.58983747e+13 -1.29524862e+12]
                [-2.99999994  3.99999992]
                """);
    }

    /**
     * The exact product of x and the last column is 1.045336275, halfway between two texts. Both kernels, and NumPy on
     * a processor that has it, use fused multiply-add, with which the result is a little larger.
     */
    @Test
    void chapter4PrintsTheScoresOfASimpleNetwork() {
        assertThat(Printed.by(Chapter04::simpleNetwork)).isEqualTo("""
                [-1.19626338  1.72289288  1.04533628]
                1
                1.123418080215234
                """);
    }

    @Test
    @Claims("A network of two layers")
    void chapter4PrintsTheShapesOfTwoLayers() {
        assertThat(Printed.by(Chapter04::twoLayers)).startsWith("""
                W1: (784, 100)
                b1: (100,)
                W2: (100, 10)
                b2: (10,)
                y: (100, 10), sum of y[0]: 1.0000000000000002
                W1: (20, 5), difference""");
    }

    @Test
    void chapter4PrintsTheGradientOfANetwork() {
        assertThat(Printed.by(Chapter04::gradientOfANetwork)).isEqualTo("""
                [[ 0.16255973  0.13988719 -0.30244691]
                 [ 0.24383959  0.20983078 -0.45367037]]
                """);
    }
}
