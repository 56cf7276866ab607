package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacingTest {
    @Test
    void placesAreAtTheirWishesIfThereIsRoom() {
        double[] places = Spacing.places(new double[] {1, 5, 20}, new double[] {1, 1, 1}, new double[] {0, 4, 4});
        assertThat(places).containsExactly(1, 5, 20);
    }

    @Test
    void neighbouringPlacesMakeRoomForEachOther() {
        double[] places = Spacing.places(new double[] {7, 7}, new double[] {1, 1}, new double[] {0, 4});
        assertThat(places).containsExactly(5, 9);
    }

    @Test
    void aHeavierPlaceMovesLess() {
        double[] places = Spacing.places(new double[] {7, 7}, new double[] {3, 1}, new double[] {0, 4});
        assertThat(places).containsExactly(6, 10);
    }

    @Test
    void allPlacesAreBetweenTheBounds() {
        double[] wishes = {-9, 3, 20, 21};
        double[] places = Spacing.places(wishes, new double[] {1, 1, 1, 1}, new double[] {0, 4, 4, 4}, -5, 8);
        assertThat(places).containsExactly(-5, 0, 4, 8);
    }

    private static double cost(double[] places, double[] wishes, double[] weights) {
        double cost = 0;
        for (int i = 0; i < places.length; i++) {
            cost += weights[i] * Math.pow(places[i] - wishes[i], 2);
        }
        return cost;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void spacedPlacesAreTheNearestToTheirWishes(int seed) {
        Random random = new Random(seed);
        int n = 12;
        double[] wishes = random.doubles(n, 0, 40).toArray();
        double[] weights = random.doubles(n, 0.1, 3).toArray();
        double[] distances = random.doubles(n, 1, 6).toArray();
        double[] places = Spacing.places(wishes, weights, distances);
        for (int i = 1; i < n; i++) {
            assertThat(places[i] - places[i - 1]).isGreaterThanOrEqualTo(distances[i] - 1e-9);
        }
        double least = cost(places, wishes, weights);
        // The cost is convex, so a better solution could be approached in a small step from here.
        for (int attempt = 0; attempt < 20_000; attempt++) {
            double[] others = places.clone();
            int from = random.nextInt(n);
            int to = from + 1 + random.nextInt(n - from);
            double step = random.nextGaussian() * 0.01;
            for (int i = from; i < to; i++) {
                others[i] += step;
            }
            boolean allowed = true;
            for (int i = 1; i < n; i++) {
                allowed &= others[i] - others[i - 1] >= distances[i];
            }
            if (allowed) {
                assertThat(cost(others, wishes, weights)).isGreaterThanOrEqualTo(least - 1e-9);
            }
        }
    }
}
