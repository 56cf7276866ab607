package io.github.dlfs4j.thirdbook;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;

/** DeZero's data of three spirals, with the generator in the state after it. */
record Spiral(NDArray x, NDArray t, RandomState random) {
    private static final int CLASSES = 3;
    private static final int POINTS = 100;

    static Spiral train() {
        return of(1984);
    }

    static Spiral test() {
        return of(2020);
    }

    private static Spiral of(int seed) {
        RandomState random = new RandomState(seed);
        NDArray x = NDArray.zeros(DType.FLOAT32, CLASSES * POINTS, 2);
        NDArray t = NDArray.zeros(DType.INT64, CLASSES * POINTS);
        for (int j = 0; j < CLASSES; j++) {
            for (int i = 0; i < POINTS; i++) {
                double radius = i / (double) POINTS;
                double theta = j * 4.0 + 4.0 * radius + random.randn().asDouble() * 0.2;
                int row = POINTS * j + i;
                x.at(row, 0).set(radius * Math.sin(theta));
                x.at(row, 1).set(radius * Math.cos(theta));
                t.at(row).set(j);
            }
        }
        NDArray order = random.permutation(CLASSES * POINTS);
        return new Spiral(x.get(order).astype(DType.FLOAT64), t.get(order), random);
    }
}
