package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.linalg.EigResult;
import io.github.dlfs4j.ndarray.linalg.LinearAlgebra;
import io.github.dlfs4j.ndarray.manipulation.Manipulation;
import java.io.IOException;

/**
 * The principal components of handwritten digits, as the guide for NumPy users computes them.
 *
 * @param images the images, of shape (n, 784)
 * @param mean the mean image, of shape (784,)
 * @param components the components, the most important one first, of shape (784, 784)
 */
record PrincipalComponents(NDArray images, NDArray mean, NDArray components) {
    private static final int SIDE = 28;
    private static final int SCALE = 4;
    private static final int[] REBUILT_FROM = {1, 5, 10, 20, 50, 100, 200};

    /** Finds the components of the first thousand test images. */
    static PrincipalComponents ofDigits() throws IOException {
        NDArray images = Mnist.load().testImages().get(Index.to(1000));
        NDArray mean = images.mean(0);
        NDArray centered = images.sub(mean);
        EigResult eigen = LinearAlgebra.eigh(centered.T().dot(centered).div(images.shape(0) - 1));
        return new PrincipalComponents(
                images, mean, Manipulation.fliplr(eigen.eigenvectors()).T());
    }

    /** Returns an image that is rebuilt from the first k components. */
    NDArray rebuilt(int image, int k) {
        NDArray first = components.get(Index.to(k));
        return images.get(image).sub(mean).dot(first.T()).dot(first).add(mean);
    }

    /** Draws the mean and the first components, and below the first image, rebuilt from more and more of them. */
    Figure draw() {
        Panels panels = new Panels(REBUILT_FROM.length + 1).add(digit(mean), "mean");
        for (int i = 0; i < REBUILT_FROM.length; i++) {
            NDArray component = components.get(i);
            NDArray largest = component.abs().max();
            panels.add(digit(component.div(largest).add(1).div(2)), "component " + (i + 1));
        }
        for (int k : REBUILT_FROM) {
            panels.add(digit(rebuilt(0, k)), "of " + k);
        }
        return panels.add(digit(images.get(0)), "the image");
    }

    /** Draws pixels from 0, black, to 1, white. */
    private static Picture digit(NDArray pixels) {
        NDArray bytes = pixels.clip(0.0, 1.0).mul(255).astype(DType.UINT8);
        return new Picture(bytes.reshape(SIDE, SIDE), SCALE);
    }
}
