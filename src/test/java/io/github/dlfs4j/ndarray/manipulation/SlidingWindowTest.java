package io.github.dlfs4j.ndarray.manipulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlidingWindowTest {
    @ParameterizedTest
    @CsvSource({
        "2, 3, 1, 1, 0, 0",
        "3, 2, 2, 2, 1, 1",
        "1, 1, 1, 1, 0, 0",
        "5, 5, 3, 3, 2, 2",
        "4, 4, 2, 2, 3, 3",
        "2, 3, 1, 2, 0, 1",
        "3, 1, 3, 1, 2, 0"
    })
    void unfoldHasTheElementsUnderEachPixel(
            int height, int width, int strideY, int strideX, int paddingY, int paddingX) {
        SlidingWindow window =
                SlidingWindow.of(height, width, new int[] {strideY, strideX}, new int[] {paddingY, paddingX});
        NDArray images = new RandomState(1).randn(2, 3, 6, 7);
        int[] out = window.output("test", images.shape());

        NDArray seen = window.unfold(images);

        NDArray padded = images.pad(new int[][] {{0, 0}, {0, 0}, {paddingY, paddingY}, {paddingX, paddingX}});
        assertThat(seen.shape()).isEqualTo(Shape.of(2, 3, height, width, out[2], out[3]));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int i = 0; i < out[2]; i++) {
                    for (int j = 0; j < out[3]; j++) {
                        NDArray met = padded.get(
                                Index.all(), Index.all(), Index.at(i * strideY + y), Index.at(j * strideX + x));
                        NDArray found =
                                seen.get(Index.all(), Index.all(), Index.at(y), Index.at(x), Index.at(i), Index.at(j));
                        assertThat(found).isEqualTo(met);
                    }
                }
            }
        }
    }

    /** The definition of an adjoint: the same sum of products in both directions. */
    @ParameterizedTest
    @CsvSource({
        "2, 3, 1, 1, 0, 0",
        "3, 2, 2, 2, 1, 1",
        "1, 1, 1, 1, 0, 0",
        "5, 5, 3, 3, 2, 2",
        "4, 4, 2, 2, 3, 3",
        "2, 3, 1, 2, 0, 1",
        "3, 1, 3, 1, 2, 0"
    })
    void foldIsTheAdjointOfUnfold(int height, int width, int strideY, int strideX, int paddingY, int paddingX) {
        SlidingWindow window =
                SlidingWindow.of(height, width, new int[] {strideY, strideX}, new int[] {paddingY, paddingX});
        RandomState random = new RandomState(2);
        NDArray images = random.randint(-9, 10, 2, 3, 6, 7);
        NDArray seen = window.unfold(images);
        NDArray gradient = random.randint(-9, 10, seen.shape().toArray());

        NDArray folded = window.fold(gradient, images.shape());

        assertThat(folded.shape()).isEqualTo(images.shape());
        assertThat(folded.mul(images).sum()).isEqualTo(gradient.mul(seen).sum());
        assertThat(window.fold(gradient.ravel(), images.shape())).isEqualTo(folded);
    }

    @Test
    void unfoldedElementsAreReadOnly() {
        assertThat(new SlidingWindow(2, 2, 1, 0).unfold(NDArray.ones(3, 3)).isWriteable())
                .isFalse();
    }

    @Test
    void unfoldRefusesWhatDoesNotFit() {
        SlidingWindow window = new SlidingWindow(5, 5, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> window.output("im2col", Shape.of(3, 3)))
                .withMessage("im2col needs images of shape (n, channels, height, width), not (3, 3)");
        for (NDArray line : new NDArray[] {NDArray.ones(3), NDArray.scalar(1.0)}) {
            String message = "a window needs images of shape (…, height, width), not " + line.shape();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> window.pad(line))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> window.crop(line))
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> window.fold(NDArray.ones(12), line.shape()))
                    .withMessage(message);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> window.output("im2col", Shape.of(1, 1, 4, 4)))
                .withMessage("a window of 5x5 does not fit into images of 4x4 with padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> window.fold(NDArray.ones(12), Shape.of(5, 5)))
                .withMessage("cannot reshape array of size 12 into shape (5,5,1,1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlidingWindow(0, 2, 1, 0))
                .withMessage("a window needs a positive size and stride and no negative padding, not 0x2, stride 1,"
                        + " padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlidingWindow(1, 2, 1, 0, 1, 2))
                .withMessage("a window needs a positive size and stride and no negative padding, not 1x2, stride 1x0,"
                        + " padding 1x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlidingWindow(1, 9, 1, 1, 1, 2).output("im2col", Shape.of(1, 1, 4, 4)))
                .withMessage("a window of 1x9 does not fit into images of 4x4 with padding 1x2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlidingWindow.of(2, 2, new int[] {2}, new int[] {1, 1}))
                .withMessage("stride needs a number for the height and one for the width, not [2]");
    }
}
