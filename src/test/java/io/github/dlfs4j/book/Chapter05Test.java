package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Chapter05Test {
    @Test
    @Claims("The multiplication layer: two apples")
    void chapter5PrintsThePriceOfApples() {
        assertThat(Printed.by(Chapter05::apples)).isEqualTo("""
                price: 220
                dApple: 2.2
                dApple_num: 110
                dTax: 200
                """);
    }

    @Test
    void chapter5PrintsThePriceOfApplesAndOranges() {
        assertThat(Printed.by(Chapter05::applesAndOranges)).isEqualTo("""
                price: 715
                dApple: 2.2
                dApple_num: 110
                dOrange: 3.3000000000000003
                dOrange_num: 165
                dTax: 650
                """);
    }

    @Test
    void chapter5PrintsTheMaskOfRelu() {
        assertThat(Printed.by(Chapter05::reluMask)).isEqualTo("""
                [[ 1.  -0.5]
                 [-2.   3. ]]
                [[False  True]
                 [ True False]]
                """);
    }

    @Test
    @Claims("The Affine layer: one row")
    void chapter5PrintsAffineOfOneRow() {
        assertThat(Printed.by(Chapter05::affineOfOneRow)).isEqualTo("""
                (2,)
                (2, 3)
                (3,)
                [1.75640404 0.99543849 1.66201908]
                [0.60276338 0.64589411]
                """);
    }

    @Test
    void chapter5PrintsAffineOfABatch() {
        assertThat(Printed.by(Chapter05::affineOfABatch)).isEqualTo("""
                [[ 0  0  0]
                 [10 10 10]]
                [[ 1  2  3]
                 [11 12 13]]
                [[1 2 3]
                 [4 5 6]]
                [5 7 9]
                [[ 1.  2.  3.]
                 [11. 12. 13.]]
                [[ 6.  6.]
                 [15. 15.]]
                [[16. 20. 24.]
                 [24. 30. 36.]]
                [5 7 9]
                """);
    }

    @Test
    void chapter5PrintsAffineOfImages() {
        assertThat(Printed.by(Chapter05::affineOfImages)).isEqualTo("""
                (100, 1, 28, 28) -> (100, 50)
                (100, 50) -> (100, 1, 28, 28), (784, 50), (50,)
                """);
    }

    @Test
    @Claims("Softmax with loss gives back the differences y - t")
    void chapter5PrintsSoftmaxWithLoss() {
        assertThat(Printed.by(Chapter05::softmaxWithLoss)).isEqualTo("""
                1.6094374124342252
                [ 0.3 -0.8  0.5]
                0.010050234843405595
                [ 0.01 -0.01  0.  ]
                """);
    }

    /** The differences come from rounding; NumPy's are others of the same size. */
    @Test
    void chapter5PrintsItsGradientCheck() {
        assertThat(Printed.by(Chapter05::checkGradient)).isEqualTo("""
                W1:4.607453075612027e-10
                b1:2.7780816201075295e-09
                W2:6.065539172912999e-09
                b2:1.403129893634558e-07
                """);
    }

    /** The accuracies are those of NumPy with the same seed, which the records of training also have. */
    @Test
    void chapter5PrintsTheAccuraciesOfItsTraining() {
        assertThat(Printed.by(() -> Chapter05.learn(1201))).isEqualTo("""
                0.109 0.1136
                0.9051333333333333 0.9069
                0.92165 0.9212
                """);
    }
}
