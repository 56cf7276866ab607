package io.github.dlfs4j.app.playground;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlayDataTest {
    private static final int EACH = 200;

    private static Dataset points(PlayData data, double noise, int seed) {
        return data.points(EACH, noise, new RandomState(seed));
    }

    private static NDArray column(Dataset points, int axis) {
        return points.inputs().get(Index.all(), Index.at(axis));
    }

    private static NDArray radius(Dataset points) {
        return points.inputs().square().sum(1).sqrt();
    }

    @ParameterizedTest
    @EnumSource
    void aPlayDataSetHasAsManyPointsOfEachClassWithinItsBounds(PlayData data) {
        Dataset points = points(data, 0, 0);
        assertThat(points.inputs().shape().toArray()).containsExactly(2 * EACH, 2);
        assertThat(points.targets().get(Index.to(EACH)).max().asLong()).isZero();
        assertThat(points.targets().get(Index.from(EACH)).min().asLong()).isOne();
        assertThat(points.inputs().abs().max().asDouble()).isBetween(1.5, 2.5);
        assertThat(points.inputs().std().asDouble()).isBetween(0.8, 1.5);
    }

    @ParameterizedTest
    @EnumSource
    void aPlayDataSetIsDecidedByItsSeed(PlayData data) {
        assertThat(points(data, 0.1, 3).inputs()).isEqualTo(points(data, 0.1, 3).inputs());
        assertThat(points(data, 0.1, 3).inputs())
                .isNotEqualTo(points(data, 0.1, 4).inputs());
    }

    /** Noise is drawn last, so the points of one seed are moved from the same places. */
    @ParameterizedTest
    @EnumSource
    void noiseMovesThePointsOfAPlayDataSet(PlayData data) {
        NDArray moved = points(data, 0.2, 0).inputs().sub(points(data, 0, 0).inputs());
        assertThat(moved.std().asDouble()).isBetween(0.45, 0.55);
        assertThat(moved.mean().asDouble()).isBetween(-0.1, 0.1);
    }

    @Test
    void circlesAreADiscInARing() {
        NDArray radius = radius(points(PlayData.CIRCLES, 0, 0));
        assertThat(radius.get(Index.to(EACH)).max().asDouble()).isLessThan(1.2);
        assertThat(radius.get(Index.from(EACH)).min().asDouble()).isGreaterThan(1.4);
    }

    @Test
    void theArmsOfTheSpiralLieOpposite() {
        NDArray inputs = points(PlayData.SPIRAL, 0, 0).inputs();
        assertThat(inputs.get(Index.from(EACH))
                        .add(inputs.get(Index.to(EACH)))
                        .abs()
                        .max()
                        .asDouble())
                .isZero();
        NDArray radius = radius(points(PlayData.SPIRAL, 0, 0)).get(Index.to(EACH));
        assertThat(radius.get(Index.from(1)).gt(radius.get(Index.to(-1))).all().asBoolean())
                .as("each point is farther out than the one before")
                .isTrue();
    }

    /** No line can separate them, since a point of each lies within the arc of the other. */
    @Test
    void theMoonsReachIntoEachOther() {
        Dataset moons = points(PlayData.MOONS, 0, 0);
        NDArray y = column(moons, 1);
        assertThat(y.get(Index.to(EACH)).min().asDouble())
                .isLessThan(y.get(Index.from(EACH)).max().asDouble());
        NDArray x = column(moons, 0);
        assertThat(x.get(Index.to(EACH)).max().asDouble())
                .isGreaterThan(x.get(Index.from(EACH)).min().asDouble());
    }

    @Test
    void xorIsTheProductOfTheSigns() {
        Dataset xor = points(PlayData.XOR, 0, 0);
        NDArray product = column(xor, 0).mul(column(xor, 1));
        assertThat(product.get(Index.to(EACH)).min().asDouble()).isPositive();
        assertThat(product.get(Index.from(EACH)).max().asDouble()).isNegative();
        assertThat(column(xor, 0).gt(0).sum().asLong()).isBetween(150L, 250L);
    }
}
