package io.github.dlfs4j.ndarray.statistics;

import io.github.dlfs4j.ndarray.MathFunctions;
import io.github.dlfs4j.ndarray.NDArray;

/**
 * NumPy's {@code method}: how to find a quantile that lies between two elements. There are the nine definitions of R.
 * J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361-365, and
 * four more. Each gives the quantile q of n elements a place from 0 to n - 1 in ascending order.
 */
public enum QuantileMethod {
    /** Definition 1: the first element up to which the share of all elements is at least q. */
    INVERTED_CDF,
    /** Definition 2: as definition 1, but the mean with the next element if the share is exactly q. */
    AVERAGED_INVERTED_CDF,
    /**
     * Definition 3: the element whose number, from 1 to n, is nearest to q n; halfway, the element with the even
     * number.
     */
    CLOSEST_OBSERVATION,
    /** Definition 4: the place q n - 1, interpolated linearly. */
    INTERPOLATED_INVERTED_CDF,
    /** Definition 5: the place q n - 1/2, interpolated linearly. */
    HAZEN,
    /** Definition 6: the place q (n + 1) - 1, interpolated linearly. */
    WEIBULL,
    /** Definition 7, NumPy's default: the place q (n - 1), interpolated linearly. */
    LINEAR,
    /** Definition 8: the place q (n + 1/3) - 2/3, interpolated linearly; good for an unknown distribution. */
    MEDIAN_UNBIASED,
    /** Definition 9: the place q (n + 1/4) - 5/8, interpolated linearly; good for a normal distribution. */
    NORMAL_UNBIASED,
    /** The element before the place of {@link #LINEAR}. */
    LOWER,
    /** The element after the place of {@link #LINEAR}. */
    HIGHER,
    /** The mean of the elements before and after the place of {@link #LINEAR}. */
    MIDPOINT,
    /** The element nearest to the place of {@link #LINEAR}; halfway, the element at the even position. */
    NEAREST;

    /** Returns whether the quantile is always one of the elements. */
    boolean isDiscrete() {
        return switch (this) {
            case INVERTED_CDF, CLOSEST_OBSERVATION, LOWER, HIGHER, NEAREST -> true;
            default -> false;
        };
    }

    /** Returns the places of quantiles in n sorted elements; a place outside stands for the nearer end. */
    NDArray places(NDArray q, int n) {
        return switch (this) {
            case INVERTED_CDF -> MathFunctions.ceil(q.mul(n).sub(1)).maximum(0);
            case AVERAGED_INVERTED_CDF -> q.mul(n).sub(1);
            case CLOSEST_OBSERVATION -> nearestToOdd(q.mul(n).sub(1).sub(0.5)).maximum(0);
            case INTERPOLATED_INVERTED_CDF -> q.mul(n).add(q.mul(0)).sub(1);
            case HAZEN -> q.mul(n).add(q.mul(0.0).add(0.5)).sub(1);
            case WEIBULL -> q.mul(n).add(q).sub(1);
            case MEDIAN_UNBIASED ->
                q.mul(n).add(q.mul(1 - 1 / 3.0 - 1 / 3.0).add(1 / 3.0)).sub(1);
            case NORMAL_UNBIASED -> q.mul(n).add(q.mul(0.25).add(0.375)).sub(1);
            case LINEAR -> q.mul(n - 1);
            case LOWER -> MathFunctions.floor(q.mul(n - 1));
            case HIGHER -> MathFunctions.ceil(q.mul(n - 1));
            case MIDPOINT ->
                MathFunctions.floor(q.mul(n - 1))
                        .add(MathFunctions.ceil(q.mul(n - 1)))
                        .mul(0.5);
            case NEAREST -> MathFunctions.rint(q.mul(n - 1));
        };
    }

    /**
     * Returns the next integer, or the place itself if it is odd: an even number, counted from 1, is an odd position.
     */
    private static NDArray nearestToOdd(NDArray places) {
        NDArray floor = MathFunctions.floor(places);
        NDArray isOdd = places.eq(floor)
                .and(MathFunctions.remainder(floor, NDArray.scalar(2.0)).eq(1));
        return NDArray.where(isOdd, floor, floor.add(1));
    }

    /** Returns the weights of the elements after the places, from the fractions of the places. */
    NDArray weight(NDArray fraction, NDArray places) {
        return switch (this) {
            case AVERAGED_INVERTED_CDF ->
                NDArray.where(fraction.eq(0), 0.5, 1.0).astype(places.dtype());
            case MIDPOINT ->
                NDArray.where(places.eq(MathFunctions.floor(places)), 0.0, 0.5).astype(places.dtype());
            default -> fraction;
        };
    }
}
