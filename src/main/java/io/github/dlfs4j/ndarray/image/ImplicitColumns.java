package io.github.dlfs4j.ndarray.image;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.inside.Inside;
import io.github.dlfs4j.ndarray.kernel.convolution.Convolution;
import io.github.dlfs4j.ndarray.kernel.convolution.DoubleConvolution;
import io.github.dlfs4j.ndarray.kernel.convolution.DoubleConvolutionWarmUp;
import io.github.dlfs4j.ndarray.kernel.convolution.FloatConvolution;
import io.github.dlfs4j.ndarray.kernel.convolution.FloatConvolutionWarmUp;
import io.github.dlfs4j.ndarray.kernel.convolution.WindowOffsets;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import io.github.dlfs4j.ndarray.strided.Carrier;
import io.github.dlfs4j.parallel.RowBlocks;

/**
 * The products of filters with windows whose matrix is not made.
 *
 * @param carrier the type of the elements
 * @param convolution computes some images
 * @param images the number of images
 * @param multiplyAdds the work
 * @param <A> {@code float[]} or {@code double[]}
 */
record ImplicitColumns<A>(Carrier<A> carrier, Convolution<A> convolution, int images, long multiplyAdds) {
    /**
     * Returns the products of floating-point arrays of one dtype, or null if columns must be made for them: if elements
     * would be the sums of several chains, if there are fewer positions than fill a vector, or if vectors are not yet
     * known to be faster.
     */
    static ImplicitColumns<?> of(
            SlidingWindow window, int[] out, long multiplyAdds, NDArray images, NDArray filters, NDArray other) {
        boolean isOneType = images.dtype() == filters.dtype() && images.dtype() == other.dtype();
        if (!isOneType || multiplyAdds == 0) {
            return null;
        }
        WindowOffsets windows = new WindowOffsets(
                images.shape(1),
                images.shape(2),
                images.shape(3),
                window.height(),
                window.width(),
                window.strideY(),
                window.strideX(),
                window.paddingY(),
                window.paddingX());
        return switch (images.dtype()) {
            case FLOAT32 ->
                FloatConvolutionWarmUp.isFinished(multiplyAdds) && FloatConvolution.computes(windows)
                        ? new ImplicitColumns<>(
                                Carrier.FLOATS, new FloatConvolution(windows, filters.shape(0)), out[0], multiplyAdds)
                        : null;
            case FLOAT64 ->
                DoubleConvolutionWarmUp.isFinished(multiplyAdds) && DoubleConvolution.computes(windows)
                        ? new ImplicitColumns<>(
                                Carrier.DOUBLES, new DoubleConvolution(windows, filters.shape(0)), out[0], multiplyAdds)
                        : null;
            case BOOL, UINT8, INT64 -> null;
        };
    }

    void filter(NDArray x, NDArray filters, NDArray bias, NDArray result) {
        NDArray ordered = x.ravel();
        A from = elements(ordered);
        int at = offset(ordered);
        A weights = elements(plain(filters));
        A terms = elements(plain(bias));
        A to = elements(result);
        assert Carrier.have(at, at + x.size(), from) && Carrier.have(0, result.size(), to) && to != from;
        RowBlocks.configured()
                .forEach(
                        images,
                        1,
                        multiplyAdds,
                        (first, end) -> convolution.filter(from, at, weights, terms, to, 0, first, end));
    }

    void backward(NDArray dout, NDArray filters, NDArray dx) {
        NDArray ordered = dout.ravel();
        A from = elements(ordered);
        int at = offset(ordered);
        A weights = elements(plain(filters));
        A to = elements(dx);
        assert Carrier.have(at, at + dout.size(), from) && Carrier.have(0, dx.size(), to) && to != from;
        RowBlocks.configured()
                .forEach(
                        images,
                        1,
                        multiplyAdds,
                        (first, end) -> convolution.backward(from, at, weights, to, 0, first, end));
    }

    NDArray gradientOfFilters(NDArray x, NDArray filters, NDArray dout) {
        NDArray ordered = x.ravel();
        NDArray gradients = dout.ravel();
        int pixels = filters.size() / filters.shape(0);
        int rowLength = convolution.rowLength();
        NDArray sums = NDArray.zeros(
                dout.dtype(), (images + WindowProduct.BLOCK - 1) / WindowProduct.BLOCK, pixels, rowLength);
        A from = elements(ordered);
        int at = offset(ordered);
        A terms = elements(gradients);
        int atTerms = offset(gradients);
        A to = elements(sums);
        assert Carrier.have(at, at + x.size(), from) && Carrier.have(atTerms, atTerms + dout.size(), terms);
        RowBlocks.configured().forEachBlock(images, WindowProduct.BLOCK, multiplyAdds, (first, end) -> {
            int block = first / WindowProduct.BLOCK * pixels * rowLength;
            convolution.addGradientOfFilters(from, at, terms, atTerms, to, block, first, end);
        });
        NDArray sum = sums.sum(0).get(Index.all(), Index.to(filters.shape(0)));
        return sum.transpose().reshape(filters.shape().toArray());
    }

    private A elements(NDArray array) {
        return carrier.arrayOf(Inside.storage(array));
    }

    private static int offset(NDArray array) {
        return Inside.layout(array).offset();
    }

    /** Returns the array itself if it is no view, otherwise a copy. */
    private static NDArray plain(NDArray array) {
        return Inside.layout(array).isPlain() ? array : array.copy();
    }
}
