package io.github.dlfs4j.graph;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Examples of the operations on images. */
final class WindowExamples {
    private static final int[][] SMALL_STEPS = {{1, 1}, {2, 1}, {1, 2}, {2, 2}};
    private static final int[][] SMALL_MARGINS = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};

    /** Random steps and margins, each with a number for the height and one for the width. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Slide(int[] stride, int[] padding) {
        static Slide of(Draw draw) {
            return new Slide(SMALL_STEPS[draw.below(4)], SMALL_MARGINS[draw.below(4)]);
        }
    }

    private WindowExamples() {}

    static Map<String, Function<Draw, Example>> all() {
        Map<String, Function<Draw, Example>> all = new LinkedHashMap<>();
        all.put("im2col", draw -> {
            Slide slide = Slide.of(draw);
            return new Example(x -> x[0].pow(2).im2col(2, 3, slide.stride, slide.padding), draw.any(2, 2, 3, 4));
        });
        all.put("col2im", draw -> {
            Slide slide = Slide.of(draw);
            Shape images = Shape.of(2, 1, 4, 5);
            int[] columns = Variable.constant(draw.any(images.toArray()))
                    .im2col(2, 3, slide.stride, slide.padding)
                    .shape()
                    .toArray();
            return new Example(x -> x[0].pow(2).col2im(images, 2, 3, slide.stride, slide.padding), draw.any(columns));
        });
        all.put("pooling", draw -> {
            Slide slide = Slide.of(draw);
            NDArray images = draw.distinct(0.03, 1, 2, 3, 4).add(3);
            return new Example(x -> x[0].pow(2).pooling(2, 2, slide.stride, slide.padding), images);
        });
        all.put("averagePooling", draw -> {
            Slide slide = Slide.of(draw);
            return new Example(
                    x -> x[0].pow(2).averagePooling(2, 3, slide.stride, slide.padding), draw.any(2, 2, 3, 4));
        });
        all.put("conv2d", draw -> {
            Slide slide = Slide.of(draw);
            return new Example(
                    x -> x[0].conv2d(x[1], slide.stride, slide.padding), draw.any(2, 2, 4, 5), draw.any(3, 2, 2, 3));
        });
        all.put("conv2d with a bias", draw -> {
            Slide slide = Slide.of(draw);
            return new Example(
                    x -> x[0].conv2d(x[1], x[2], slide.stride, slide.padding).pow(2),
                    draw.any(1, 2, 4, 4),
                    draw.any(2, 2, 3, 2),
                    draw.any(2));
        });
        all.put("deconv2d", draw -> {
            Slide slide = Slide.of(draw);
            return new Example(
                    x -> x[0].deconv2d(x[1], slide.stride, slide.padding), draw.any(2, 3, 2, 3), draw.any(3, 2, 3, 3));
        });
        all.put("deconv2d with a bias", draw -> {
            Slide slide = Slide.of(draw);
            return new Example(
                    x -> x[0].deconv2d(x[1], x[2], slide.stride, slide.padding).pow(2),
                    draw.any(2, 2, 2, 2),
                    draw.any(2, 1, 3, 3),
                    draw.any(1));
        });
        return all;
    }
}
