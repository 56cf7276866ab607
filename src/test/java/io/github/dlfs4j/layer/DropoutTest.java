package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;

/** Dropout, section 6.4.3. */
class DropoutTest {
    @Test
    void dropoutSwitchesOffElementsWithASmallRandomNumber() {
        NDArray x = new RandomState(1).randn(20, 30);
        NDArray on = new RandomState(2).rand(20, 30).gt(0.3);
        Dropout dropout = new Dropout(0.3, new RandomState(2));
        assertThat(dropout.forward(x)).isEqualTo(x.mul(on));
        assertThat(dropout.backward(x)).isEqualTo(x.mul(on));
    }

    @Test
    void dropoutDrawsAgainInEveryForward() {
        Dropout dropout = new Dropout(0.5, new RandomState(2));
        NDArray x = NDArray.ones(100);
        assertThat(dropout.forward(x)).isNotEqualTo(dropout.forward(x));
    }

    @Test
    void inferringDropoutScalesAndDrawsNothing() {
        RandomState random = new RandomState(3);
        Dropout dropout = new Dropout(0.2, random);
        assertThat(dropout.infer(NDArray.of(10.0, 20.0))).hasToString("[ 8. 16.]");
        assertThat(random.rand(1)).isEqualTo(new RandomState(3).rand(1));
    }

    @Test
    void dropoutSwitchesOffNothingOrEverything() {
        NDArray x = NDArray.ones(50);
        assertThat(new Dropout(0, new RandomState(0)).forward(x)).isEqualTo(x);
        assertThat(new Dropout(1, new RandomState(0)).forward(x)).isEqualTo(NDArray.zeros(50));
    }

    @Test
    void dropoutRefusesAGradientOfAnotherShape() {
        Dropout dropout = new Dropout(0.5, new RandomState(0));
        dropout.forward(NDArray.ones(2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> dropout.backward(NDArray.ones(3)))
                .withMessage("dout of Dropout must have the shape (2, 3) of its output, not (3,)");
    }

    @Test
    void dropoutRefusesARatioOutsideZeroToOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dropout(1.5, new RandomState(0)))
                .withMessage("the ratio of Dropout must be from 0 to 1, not 1.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Dropout(Double.NaN, new RandomState(0)));
    }
}
