package io.github.dlfs4j.ndarray;

/**
 * What a quantile is where no element is exactly it, NumPy's {@code method}: nine definitions by R. J. Hyndman and Y.
 * Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), 361-365, and four more. Each
 * gives the quantile q of n elements in ascending order a place from 0 to n - 1.
 */
public enum QuantileMethod {
    /** The first: the element at which so large a part of all is reached. */
    INVERTED_CDF,
    /** The second: as the first, and where the part is reached exactly the mean with the next element. */
    AVERAGED_INVERTED_CDF,
    /** The third: the element whose number is nearest to q n; of two equally near ones the one with the even number. */
    CLOSEST_OBSERVATION,
    /** The fourth: the place q n - 1, interpolated linearly. */
    INTERPOLATED_INVERTED_CDF,
    /** The fifth: the place q n - 1/2, interpolated linearly. */
    HAZEN,
    /** The sixth: the place q (n + 1) - 1, interpolated linearly. */
    WEIBULL,
    /** The seventh, NumPy's default: the place q (n - 1), interpolated linearly. */
    LINEAR,
    /** The eighth: the place q (n + 1/3) - 2/3, interpolated linearly; good where nothing is known of the numbers. */
    MEDIAN_UNBIASED,
    /** The ninth: the place q (n + 1/4) - 5/8, interpolated linearly; good for numbers of a normal distribution. */
    NORMAL_UNBIASED,
    /** The element before the place of {@link #LINEAR}. */
    LOWER,
    /** The element behind the place of {@link #LINEAR}. */
    HIGHER,
    /** The mean of the elements before and behind the place of {@link #LINEAR}. */
    MIDPOINT,
    /** The element nearest to the place of {@link #LINEAR}; of two equally near ones that with an even position. */
    NEAREST;

    /** Whether there is always one element that is the quantile. */
    boolean isDiscrete() {
        return switch (this) {
            case INVERTED_CDF, CLOSEST_OBSERVATION, LOWER, HIGHER, NEAREST -> true;
            default -> false;
        };
    }

    /** The places of quantiles in n sorted elements; those that lie outside stand for the end. */
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

    /** The next whole number, but an odd one is its own: numbers of elements count from 1, positions from 0. */
    private static NDArray nearestToOdd(NDArray places) {
        NDArray floor = MathFunctions.floor(places);
        NDArray isOdd = places.eq(floor)
                .and(MathFunctions.remainder(floor, NDArray.scalar(2.0)).eq(1));
        return NDArray.where(isOdd, floor, floor.add(1));
    }

    /** How much of the way from the element before a place to that behind it, by the place's fraction. */
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
