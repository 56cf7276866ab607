package io.github.dlfs4j.ndarray.image;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.elementwise.DoubleNormalizationLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.FloatNormalizationLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.NormalizationLoop;
import io.github.dlfs4j.ndarray.kernel.elementwise.NormalizationLoop.Step;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of batch normalisation of images, whose features are their channels. Each is one pass over the images as
 * they are. It gives the bits of the same expression for a matrix that has a row for each pixel and a column for each
 * channel, {@code x.transpose(0, 2, 3, 1).reshape(-1, channels)}.
 *
 * <pre>{@code
 * NDArray images = NDArray.arange(0.0, 8.0, 1.0).reshape(2, 2, 1, 2);
 * ChannelNormalization steps = new ChannelNormalization(images);
 * NDArray mean = steps.sum(images).div(4);
 * System.out.println(mean + " " + steps.squares(mean).div(4));
 * System.out.println(steps.output(mean, NDArray.of(1.0, 10.0), NDArray.ones(2), NDArray.zeros(2)));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * [2.5 4.5] [4.25 4.25]
 * [[[[-2.5  -1.5 ]]
 *
 *   [[-0.25 -0.15]]]
 *
 *
 *  [[[ 1.5   2.5 ]]
 *
 *   [[ 0.15  0.25]]]]
 * }</pre>
 *
 * <p>The methods take numbers of the channels, such as the means, as arrays of shape (channels,) and the dtype of the
 * images, and gradients in the shape and dtype of the images. Their results have the dtype of the images.
 */
public final class ChannelNormalization {
    /** The channels whose sums grow side by side. */
    private static final int CHANNELS_AT_ONCE = 4;

    /** The time for a pixel, in multiply-adds of a matrix product. */
    private static final int MULTIPLY_ADDS_OF_PIXEL = 16;

    private final NDArray images;

    /** Takes the terms of sums, and at last the result. */
    private final NDArray out;

    private final int channels;
    private final int pixels;

    /**
     * Prepares the steps for a batch.
     *
     * @param images the batch, of shape (n, channels, height, width), which {@link #takes} allows
     */
    public ChannelNormalization(NDArray images) {
        assert takes(images);
        this.images = images;
        out = NDArray.empty(images.dtype(), images.shape().toArray());
        channels = images.shape(1);
        pixels = images.shape(2) * images.shape(3);
    }

    /**
     * Returns whether these are images that the steps can compute: floating-point numbers of shape (n, channels,
     * height, width), in C order and no view.
     *
     * @param images the array
     * @return whether a constructor takes it
     */
    public static boolean takes(NDArray images) {
        return images.ndim() == 4
                && images.dtype().isFloating()
                && Inside.layout(images).isPlain();
    }

    /**
     * Returns whether sums have the bits of those of the matrix. They have not if there is one image or one channel:
     * NumPy then adds pairwise.
     *
     * @param images the batch
     * @return whether there are several images of several channels
     */
    public static boolean addsInOrder(NDArray images) {
        return images.shape(0) > 1 && images.shape(1) > 1 && images.size() > 0;
    }

    /**
     * Adds up each channel.
     *
     * @param pixels the images, or other pixels of their shape and dtype
     * @return shape (channels,)
     */
    public NDArray sum(NDArray pixels) {
        return sums(null, term(null, pixels));
    }

    /**
     * Adds up the squares of the centred images, {@code x.sub(mean).square()}.
     *
     * @param mean the means
     * @return shape (channels,)
     */
    public NDArray squares(NDArray mean) {
        return sums(null, term(Step.SQUARE, out, mean));
    }

    /**
     * Computes {@code x.sub(mean).div(deviation).mul(gamma).add(beta)}. It is the last step: its result takes the
     * memory of the others.
     *
     * @param mean the means
     * @param deviation the deviations
     * @param gamma the scale
     * @param beta the shift
     * @return the shape of the images
     */
    public NDArray output(NDArray mean, NDArray deviation, NDArray gamma, NDArray beta) {
        visit(null, term(Step.OUTPUT, null, mean, gamma, deviation, beta));
        return out;
    }

    /**
     * The gradients of the numbers of the channels, sums over pixels, each of shape (channels,).
     *
     * @param beta those of β: the sums of {@code dout}
     * @param gamma those of γ: the sums of {@code x.sub(mean).div(deviation).mul(dout)}
     * @param deviation those of the deviations, negative: the sums of
     *     {@code dout.mul(gamma).mul(x.sub(mean)).div(deviation.square())}
     */
    public record GradientSums(NDArray beta, NDArray gamma, NDArray deviation) {}

    /**
     * Adds up the gradients of β, of γ and, negative, of the deviations, in one pass.
     *
     * @param dout the gradient of the output
     * @param mean the means
     * @param gamma the scale
     * @param deviation the deviations
     * @return the sums
     */
    public GradientSums gradientSums(NDArray dout, NDArray mean, NDArray gamma, NDArray deviation) {
        Term ofBeta = term(null, dout);
        Term ofGamma = term(Step.SCALE, out, mean, mean, deviation);
        Term ofDeviation = term(Step.DEVIATION, out, mean, gamma, deviation.square());
        visit(dout, ofBeta, ofGamma, ofDeviation);
        return new GradientSums(ofBeta.sums, ofGamma.sums, ofDeviation.sums);
    }

    /**
     * Computes the gradient of the images from that of the centred images, {@code c =
     * dout.mul(gamma).div(deviation).add(x.sub(mean).mul(factor).mul(dVariance))}: it is {@code c.sub(c.mean(0))}.
     *
     * @param dout the gradient of the output
     * @param mean the means
     * @param gamma the scale
     * @param deviation the deviations
     * @param factor a number
     * @param dVariance the gradient of the variances
     * @return the shape of the images; a view of an array with the channels of a pixel side by side
     */
    public NDArray gradient(
            NDArray dout, NDArray mean, NDArray gamma, NDArray deviation, double factor, NDArray dVariance) {
        NDArray factors = NDArray.full(factor, channels).astype(images.dtype());
        NDArray sums = sums(dout, term(Step.CENTERED, out, mean, gamma, deviation, factors, dVariance));
        NDArray means = sums.div(images.size() / channels);
        NDArray rows = NDArray.empty(images.dtype(), images.shape(0), images.shape(2), images.shape(3), channels);
        if (images.dtype() == DType.FLOAT32) {
            subtract(Carrier.FLOATS, new FloatNormalizationLoop(), means, rows);
        } else {
            subtract(Carrier.DOUBLES, new DoubleNormalizationLoop(), means, rows);
        }
        return rows.transpose(0, 3, 1, 2);
    }

    private <A> void subtract(Carrier<A> carrier, NormalizationLoop<A> loop, NDArray means, NDArray rows) {
        A x = carrier.arrayOf(Inside.storage(out));
        A numbers = carrier.arrayOf(Inside.storage(means));
        A result = carrier.arrayOf(Inside.storage(rows));
        RowBlocks.configured().forEach(images.shape(0), 1, work(), (first, end) -> {
            for (int n = first; n < end; n++) {
                loop.subtract(x, numbers, channels, pixels, result, n * channels * pixels);
            }
        });
    }

    /**
     * A step, and the sums of some pixels after it.
     *
     * @param step computes {@link #out}; null for none
     * @param addends the pixels to add up; null for none
     * @param sums receives the sums
     * @param numbers the numbers of the channels that the step needs
     */
    @SuppressWarnings("ArrayRecordComponent") // stays in this class
    private record Term(Step step, NDArray addends, NDArray sums, NDArray... numbers) {}

    private Term term(Step step, NDArray addends, NDArray... numbers) {
        assert Stream.of(numbers).allMatch(number -> isOf(Shape.of(channels), number));
        assert addends == null || isOf(images.shape(), addends);
        return new Term(step, addends, NDArray.zeros(images.dtype(), channels), numbers);
    }

    private boolean isOf(Shape shape, NDArray given) {
        return given.dtype() == images.dtype() && given.shape().equals(shape);
    }

    private NDArray sums(NDArray dout, Term term) {
        visit(dout, term);
        return term.sums;
    }

    /** Computes terms, one after the other for each part of the images that stays in the cache. */
    private void visit(NDArray dout, Term... terms) {
        assert dout == null || isOf(images.shape(), dout);
        if (images.dtype() == DType.FLOAT32) {
            visit(Carrier.FLOATS, new FloatNormalizationLoop(), dout, terms);
        } else {
            visit(Carrier.DOUBLES, new DoubleNormalizationLoop(), dout, terms);
        }
    }

    private <A> void visit(Carrier<A> carrier, NormalizationLoop<A> loop, NDArray dout, Term... terms) {
        A gradient = dout == null ? null : carrier.arrayOf(Inside.storage(dout));
        List<Pass<A>> passes = new ArrayList<>();
        for (Term term : terms) {
            A added = term.addends == null ? null : carrier.arrayOf(Inside.storage(term.addends));
            A totals = carrier.arrayOf(Inside.storage(term.sums));
            passes.add(new Pass<>(loop, term.step, gradient, added, totals, ofChannels(carrier, term.numbers)));
        }
        A x = carrier.arrayOf(Inside.storage(images));
        A result = carrier.arrayOf(Inside.storage(out));
        RowBlocks.configured().forEachBlock(channels, CHANNELS_AT_ONCE, work(), (first, end) -> {
            for (int n = 0; n < images.shape(0); n++) {
                int from = (n * channels + first) * pixels;
                for (Pass<A> pass : passes) {
                    pass.run(x, result, from, pixels, first, end);
                }
            }
        });
    }

    /** Returns an array for each channel, with its numbers. */
    private <A> A[] ofChannels(Carrier<A> carrier, NDArray... numbers) {
        A[] ofChannels = carrier.allocate(channels, Step.NUMBERS);
        for (int k = 0; k < numbers.length; k++) {
            NDArray number = numbers[k].copy();
            for (int channel = 0; channel < channels; channel++) {
                carrier.load(Inside.storage(number), channel, 1, ofChannels[channel], k, 1);
            }
        }
        return ofChannels;
    }

    /** A {@link Term} with the memory of its arrays. */
    @SuppressWarnings("ArrayRecordComponent") // stays in this class
    private record Pass<A>(NormalizationLoop<A> loop, Step step, A dout, A added, A totals, A[] ofChannels) {
        void run(A x, A out, int from, int pixels, int first, int end) {
            for (int channel = first; step != null && channel < end; channel++) {
                int start = from + (channel - first) * pixels;
                assert Carrier.have(start, start + pixels, x, out)
                        && Carrier.have(0, Step.NUMBERS, ofChannels[channel]);
                loop.run(step, x, dout, ofChannels[channel], out, start, start + pixels);
            }
            if (added != null) {
                loop.add(added, from, pixels, totals, first, end);
            }
        }
    }

    private long work() {
        return (long) MULTIPLY_ADDS_OF_PIXEL * images.size();
    }
}
