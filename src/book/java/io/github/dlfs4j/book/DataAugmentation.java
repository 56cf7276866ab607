package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Section 8.1.2: turning or shifting an image a little makes another image of the same digit to learn from. */
final class DataAugmentation {
    private DataAugmentation() {}

    /** Turns an image clockwise about its middle; pixels from outside are 0. */
    static NDArray turned(NDArray image, double degrees) {
        double angle = Math.toRadians(degrees);
        NDArray[] grid = centeredGrid(image);
        NDArray x = grid[0].mul(Math.cos(angle)).add(grid[1].mul(Math.sin(angle)));
        NDArray y = grid[1].mul(Math.cos(angle)).sub(grid[0].mul(Math.sin(angle)));
        return at(image, x, y);
    }

    /** Shifts an image to the right and down by a number of pixels, which may be a fraction. */
    static NDArray shifted(NDArray image, double right, double down) {
        NDArray[] grid = centeredGrid(image);
        return at(image, grid[0].sub(right), grid[1].sub(down));
    }

    /** Returns the distances of each pixel from the middle, to the right and down. */
    private static NDArray[] centeredGrid(NDArray image) {
        NDArray x = NDArray.arange(image.shape(1)).sub((image.shape(1) - 1) / 2.0);
        NDArray y = NDArray.arange(image.shape(0)).sub((image.shape(0) - 1) / 2.0);
        return NDArray.meshgrid(x, y);
    }

    /** Interpolates an image between its pixels: each place gets the mean of four pixels, weighted by nearness. */
    private static NDArray at(NDArray image, NDArray fromMiddle, NDArray belowMiddle) {
        // A frame of 0 stands for everything outside.
        NDArray framed = image.astype(DType.FLOAT64).pad(new int[][] {{1, 1}, {1, 1}});
        NDArray x = fromMiddle.add((framed.shape(1) - 1) / 2.0).clip(0, framed.shape(1) - 1.001);
        NDArray y = belowMiddle.add((framed.shape(0) - 1) / 2.0).clip(0, framed.shape(0) - 1.001);
        NDArray left = x.astype(DType.INT64);
        NDArray top = y.astype(DType.INT64);
        NDArray right = x.sub(left);
        NDArray down = y.sub(top);
        NDArray above = framed.get(top, left)
                .mul(right.rsub(1))
                .add(framed.get(top, left.add(1)).mul(right));
        NDArray below = framed.get(top.add(1), left)
                .mul(right.rsub(1))
                .add(framed.get(top.add(1), left.add(1)).mul(right));
        return above.mul(down.rsub(1)).add(below.mul(down)).add(0.5).astype(DType.UINT8);
    }

    /** Returns a training image and some images made of it. */
    static Map<String, NDArray> images() throws IOException {
        NDArray image =
                Mnist.options().normalize(false).loadTraining().images().get(0).reshape(28, 28);
        Map<String, NDArray> images = new LinkedHashMap<>();
        images.put("as it is", image);
        images.put("turned left", turned(image, -12));
        images.put("turned right", turned(image, 12));
        images.put("shifted left", shifted(image, -3, 0));
        images.put("shifted down", shifted(image, 0, 2));
        images.put("turned right, shifted up", shifted(turned(image, 10), 0, -2.5));
        return images;
    }

    /** Prints how much ink each image has, which is nearly the same. */
    static void print(PrintStream out) throws IOException {
        images().forEach((name, image) -> out.println(name + " " + image.shape() + " " + image.sum()));
    }

    static Panels panels() throws IOException {
        Panels panels = new Panels(3);
        images().forEach((name, image) -> panels.add(new Picture(image, 10), name));
        return new Panels(1).add(panels, "an image of a 5, and five more made of it");
    }
}
