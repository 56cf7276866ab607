package io.github.dlfs4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.gradient.NumericalGradient;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;

class SimpleNetTest {
    private final NDArray weights =
            NDArray.of(new double[][] {{-1.01151507, 0.29654086, 0.54875784}, {-0.65483815, 1.71663151, 0.79564619}});
    private final SimpleNet net = new SimpleNet(weights);
    private final NDArray x = NDArray.of(0.6, 0.9);

    @Test
    void aSimpleNetComputesScoresAndLoss() {
        NDArray expected = NDArray.of(-1.19626338, 1.72289288, 1.045336275);
        assertThat(net.predict(x).allClose(expected, 0, 1e-8)).isTrue();
        assertThat(net.loss(x, NDArray.of(0, 0, 1))).hasToString("1.123418080215234");
        assertThat(net.loss(x, NDArray.scalar(2))).hasToString("1.123418080215234");
    }

    @Test
    void aSimpleNetDrawsTheSameWeightsAsPython() {
        // np.random.RandomState(0).randn(2, 3)
        assertThat(new SimpleNet(new RandomState(0)).weights())
                .hasToString("[[ 1.76405235  0.40015721  0.97873798]\n [ 2.2408932   1.86755799 -0.97727788]]");
    }

    @Test
    void aSimpleNetTakesABatch() {
        NDArray batch = NDArray.of(new double[][] {{0.6, 0.9}, {0.6, 0.9}});
        assertThat(net.loss(batch, NDArray.of(2, 2))).hasToString("1.123418080215234");
    }

    @Test
    void aStepAgainstTheGradientOfItsWeightsLowersTheLoss() {
        NDArray t = NDArray.of(0, 0, 1);
        double before = net.loss(x, t).asDouble();
        net.weights()
                .subi(NumericalGradient.of(w -> net.loss(x, t), net.weights()).mul(0.1));
        assertThat(net.loss(x, t).asDouble()).isLessThan(before);
        assertThat(net.weights()).isSameAs(weights);
    }

    @Test
    void aSimpleNetRefusesWeightsAndInputsThatDoNotFit() {
        assertThatThrownBy(() -> new SimpleNet(NDArray.of(1.0, 2.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("W must be a matrix, not of shape (2,)");
        assertThatThrownBy(() -> net.predict(NDArray.of(1.0, 2.0, 3.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shapes (3,) and (2,3) not aligned: 3 (dim 0) != 2 (dim 0)");
        assertThatThrownBy(() -> net.loss(x, NDArray.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("targets must be one-hot, of shape (3,), or labels, of shape (), but have shape (2,)");
    }
}
