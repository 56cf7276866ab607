package io.github.dlfs4j.app.page;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.manipulation.SlidingWindow;
import java.util.Arrays;

/**
 * The connections of a layer whose window slides over images. A pooling has no filters: its largest pixel passes as it
 * is, with a weight of 1, and the others do not.
 */
final class WindowConnections implements Connections {
    private final SlidingWindow window;
    private final int channels;
    private final int height;
    private final int width;
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
        outHeight = output.get(1);
        outWidth = output.get(2);
        this.filters = filters;
        pixels = input.toDoubleArray();
    }

    @Override
    public Ends into(int output) {
        int map = output / (outHeight * outWidth);
        int top = output / outWidth % outHeight * window.strideY() - window.paddingY();
        int left = output % outWidth * window.strideX() - window.paddingX();
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
        int channel = input / (height * width);
        int y = input / width % height + window.paddingY();
        int x = input % width + window.paddingX();
        boolean pools = filters == null;
        int maps = pools ? 1 : filters.shape(0);
        int[] indices = new int[maps * window.height() * window.width()];
        double[] weights = new double[indices.length];
        int count = 0;
        for (int dy = 0; dy < window.height(); dy++) {
            for (int dx = 0; dx < window.width(); dx++) {
                int top = y - dy;
                int left = x - dx;
                boolean isPosition = top >= 0
                        && left >= 0
                        && top % window.strideY() == 0
                        && left % window.strideX() == 0
                        && top / window.strideY() < outHeight
                        && left / window.strideX() < outWidth;
                for (int map = 0; isPosition && map < maps; map++) {
                    int output = ((pools ? channel : map) * outHeight + top / window.strideY()) * outWidth
                            + left / window.strideX();
                    indices[count] = output;
                    weights[count] = pools ? weightInto(output, input) : filters.getDouble(map, channel, dy, dx);
                    count++;
                }
            }
        }
        return new Ends(Shape.of(count), Arrays.copyOf(indices, count), Arrays.copyOf(weights, count));
    }

    private double weightInto(int output, int input) {
        Ends ends = into(output);
        double weight = 0;
        for (int i = 0; i < ends.indices().length; i++) {
            weight += ends.indices()[i] == input ? ends.weights()[i] : 0;
        }
        return weight;
    }
}
