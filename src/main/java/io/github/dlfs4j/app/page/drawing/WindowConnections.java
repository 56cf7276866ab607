package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of a layer whose window slides over images. A pooling has no filters: its largest pixel passes as it
 * is, with a weight of 1, and the others do not.
 */
final class WindowConnections implements Connections {
    private final SlidingWindow window;
    private final int channels;
    private final int height;
    private final int width;
    private final int maps;
    private final int outHeight;
    private final int outWidth;
    /** The filters, of shape (outputs, channels, height, width); null for a pooling. */
    private final NDArray filters;

    private final double[] pixels;

    /**
     * @param input the images, of shape (channels, height, width)
     * @param output the shape of the output, (outputs, height, width)
     * @param filters shape (outputs, channels, height, width); null for a pooling
     */
    WindowConnections(SlidingWindow window, NDArray input, Shape output, NDArray filters) {
        this.window = window;
        channels = input.shape(0);
        height = input.shape(1);
        width = input.shape(2);
        maps = output.get(0);
        outHeight = output.get(1);
        outWidth = output.get(2);
        this.filters = filters;
        pixels = input.toDoubleArray();
    }

    @Override
    public Ends into(int output) {
        int map = output / (outHeight * outWidth);
        int top = top(output);
        int left = left(output);
        boolean pools = filters == null;
        int first = pools ? map : 0;
        int depth = pools ? 1 : channels;
        int[] indices = new int[depth * window.height() * window.width()];
        for (int i = 0; i < indices.length; i++) {
            int channel = first + i / (window.height() * window.width());
            indices[i] = pixel(channel, top + i / window.width() % window.height(), left + i % window.width());
        }
        double[] weights = pools ? passing(indices) : filters.get(map).toDoubleArray();
        return new Ends(Shape.of(depth, window.height(), window.width()), indices, weights);
    }

    private int pixel(int channel, int y, int x) {
        return y < 0 || y >= height || x < 0 || x >= width ? -1 : (channel * height + y) * width + x;
    }

    private double value(int index) {
        return index < 0 ? 0 : pixels[index];
    }

    /** Marks the largest pixel, the first of several. */
    private double[] passing(int[] indices) {
        int largest = 0;
        for (int i = 1; i < indices.length; i++) {
            largest = value(indices[i]) > value(indices[largest]) ? i : largest;
        }
        double[] weights = new double[indices.length];
        weights[largest] = 1;
        return weights;
    }

    @Override
    public Ends outOf(int input) {
        List<Integer> outputs = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (int output = 0; output < maps * outHeight * outWidth; output++) {
            boolean isNear = Math.floorDiv(input / width % height - top(output), window.height()) == 0
                    && Math.floorDiv(input % width - left(output), window.width()) == 0;
            Ends ends = isNear ? into(output) : NOTHING;
            for (int i = 0; i < ends.indices().length; i++) {
                if (ends.indices()[i] == input) {
                    outputs.add(output);
                    weights.add(ends.weights()[i]);
                }
            }
        }
        return new Ends(
                Shape.of(outputs.size()),
                outputs.stream().mapToInt(Integer::intValue).toArray(),
                weights.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private int top(int output) {
        return output / outWidth % outHeight * window.strideY() - window.paddingY();
    }

    private int left(int output) {
        return output % outWidth * window.strideX() - window.paddingX();
    }
}
