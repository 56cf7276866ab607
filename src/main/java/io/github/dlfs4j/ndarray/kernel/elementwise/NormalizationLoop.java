package io.github.dlfs4j.ndarray.kernel.elementwise;

/**
 * The loops of batch normalisation, over the pixels of one channel of an image. All arrays share one index, as in
 * {@link BinaryLoop}. Each step is computed from the images alone, so that nothing between is stored.
 *
 * @param <A> {@code float[]} or {@code double[]}
 */
public interface NormalizationLoop<A> {
    /** What a loop computes, where <i>c = x - mean</i>. */
    enum Step {
        /** The terms of the variance, <i>c · c</i>. */
        SQUARE,
        /** The output, <i>c / deviation · γ + β</i>. */
        OUTPUT,
        /** The terms of the gradient of γ, <i>c / deviation · dout</i>. */
        SCALE,
        /** The terms of the gradient of the deviation, <i>dout · γ · c / square</i>, the square of the deviation. */
        DEVIATION,
        /** The gradient of <i>c</i>, <i>dout · γ / deviation + c · factor · dVariance</i>. */
        CENTERED;

        /** How many numbers a step needs at most. */
        public static final int NUMBERS = 5;
    }

    /**
     * Computes a step for some pixels.
     *
     * @param step what to compute
     * @param x the images
     * @param dout the gradient of the output, for the steps that need it
     * @param numbers the numbers of the channel: first the mean, then γ, and then the others in the order of the
     *     formula
     * @param out receives the result
     * @param from the first pixel
     * @param to the pixel after the last
     */
    void run(Step step, A x, A dout, A numbers, A out, int from, int to);

    /**
     * Adds the pixels of some channels of an image to their sums, one pixel after the other.
     *
     * @param x the images
     * @param from the first pixel of the first channel
     * @param pixels the number of pixels of a channel
     * @param sums the sums of the channels
     * @param first the first channel
     * @param end the channel after the last
     */
    void add(A x, int from, int pixels, A sums, int first, int end);

    /**
     * Subtracts numbers of the channels from the pixels of an image, and writes the channels of a pixel side by side.
     *
     * @param x the images
     * @param numbers the number of each channel
     * @param channels the number of channels
     * @param pixels the number of pixels of a channel
     * @param out receives the image, at the same place
     * @param from where the image begins
     */
    void subtract(A x, A numbers, int channels, int pixels, A out, int from);
}
