package io.github.dlfs4j.app.playground;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.training.Dataset;
import java.util.Locale;

/**
 * Points of a plane in two classes, each with as many points. Without noise, their coordinates lie between -2.5 and
 * 2.5, so that both have a standard deviation of about 1, as inputs of a network should.
 */
public enum PlayData implements PlayPoints {
    /** A disc of class 0 in a ring of class 1. */
    CIRCLES,
    /** Two arms that wind around each other. */
    SPIRAL,
    /** Two half circles that reach into each other. */
    MOONS,
    /** Four squares, of which those that touch in a corner only are of the same class. */
    XOR;

    /** The shapes are made for coordinates from -1 to 1, and then enlarged. */
    private static final double SIZE = 2.5;

    /** Class 0 of {@link #CIRCLES} reaches from the middle to this radius, and class 1 from one to another. */
    private static final double DISC = 0.45;

    private static final double RING_FROM = 0.6;
    private static final double RING_TO = 0.95;

    private static final double SPIRAL_FROM = 0.05;
    private static final double SPIRAL_TO = 0.95;
    private static final double TURNS = 1.5;

    private static final double MOON = 0.6;

    /** The least distance of a point of {@link #XOR} from the axes, and the most. */
    private static final double XOR_FROM = 0.06;

    private static final double XOR_TO = 0.95;

    /** Draws points. First come those of class 0, then those of class 1. */
    @Override
    public Dataset points(int each, double noise, RandomState random) {
        NDArray places = switch (this) {
            case CIRCLES -> circles(each, random);
            case SPIRAL -> spiral(each);
            case MOONS -> moons(each, random);
            case XOR -> xor(each, random);
        };
        NDArray labels = both(NDArray.zeros(DType.INT64, each), NDArray.ones(DType.INT64, each));
        NDArray moved = places.add(random.normal(0, noise, 2 * each, 2));
        return Dataset.of(moved.mul(SIZE), labels);
    }

    @Override
    public String code() {
        return PlayData.class.getSimpleName() + "." + name();
    }

    private static NDArray circles(int each, RandomState random) {
        NDArray radius = both(random.uniform(0, DISC, each), random.uniform(RING_FROM, RING_TO, each));
        NDArray angle = random.uniform(0, 2 * Math.PI, 2 * each);
        return NDArray.stack(1, radius.mul(angle.cos()), radius.mul(angle.sin()));
    }

    private static NDArray spiral(int each) {
        NDArray radius = NDArray.linspace(SPIRAL_FROM, SPIRAL_TO, each);
        NDArray angle = NDArray.linspace(0, 2 * Math.PI * TURNS, each);
        NDArray arm = NDArray.stack(1, radius.mul(angle.sin()), radius.mul(angle.cos()));
        return both(arm, arm.neg());
    }

    private static NDArray moons(int each, RandomState random) {
        NDArray angle = random.uniform(0, Math.PI, 2 * each).reshape(2, each);
        NDArray x = angle.cos();
        NDArray y = angle.sin();
        NDArray upper = NDArray.stack(1, x.get(0).sub(0.5), y.get(0).sub(0.25));
        NDArray lower = NDArray.stack(1, x.get(1).rsub(0.5), y.get(1).rsub(0.25));
        return both(upper, lower).mul(MOON);
    }

    private static NDArray xor(int each, RandomState random) {
        NDArray distance = random.uniform(XOR_FROM, XOR_TO, 2 * each, 2);
        NDArray side = random.randint(0, 2, each).mul(2).sub(1);
        NDArray x = both(side, side);
        NDArray y = both(side, side.neg());
        return distance.mul(NDArray.stack(1, x, y));
    }

    private static NDArray both(NDArray first, NDArray second) {
        return NDArray.concatenate(0, first, second);
    }

    /** Returns the name in requests. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
