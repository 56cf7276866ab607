package io.github.dlfs4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import io.github.dlfs4j.BothKernels;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images as matrices, section 7.4.3. */
@BothKernels
class Im2ColTest {
    @Test
    void im2colHasTheShapesOfTheBook() {
        RandomState random = new RandomState(0);
        assertThat(Im2Col.im2col(random.rand(1, 3, 7, 7), 5, 5, 1, 0).shape()).isEqualTo(Shape.of(9, 75));
        assertThat(Im2Col.im2col(random.rand(10, 3, 7, 7), 5, 5, 1, 0).shape()).isEqualTo(Shape.of(90, 75));
    }

    @ParameterizedTest
    @CsvSource({"3,3,1,0", "3,2,1,1", "2,3,2,1", "4,4,3,2"})
    void eachRowOfIm2colHoldsWhatAFilterSees(int height, int width, int stride, int padding) {
        NDArray x = new RandomState(3).randn(2, 3, 6, 5);
        NDArray padded = x.pad(new int[][] {{0, 0}, {0, 0}, {padding, padding}, {padding, padding}});
        NDArray col = Im2Col.im2col(x, height, width, stride, padding);
        int row = 0;
        for (int n = 0; n < 2; n++) {
            for (int y = 0; y + height <= padded.shape(2); y += stride) {
                for (int z = 0; z + width <= padded.shape(3); z += stride) {
                    NDArray seen =
                            padded.get(n).get(Index.all(), Index.range(y, y + height), Index.range(z, z + width));
                    assertThat(col.get(row++)).isEqualTo(seen.flatten());
                }
            }
        }
        assertThat(row).isEqualTo(col.shape(0));
    }

    @ParameterizedTest
    @CsvSource({"28,5,1,0,24", "28,5,3,2,10", "31,5,3,2,11", "7,3,2,0,3", "8,3,2,0,3", "5,5,7,0,1"})
    void theOutputOfAFilterHasAPixelForEachPosition(int size, int filterSize, int stride, int padding, int expected) {
        assertThat(Im2Col.outputSize(size, filterSize, stride, padding)).isEqualTo(expected);
        NDArray image = NDArray.zeros(1, 1, size, size);
        assertThat(Im2Col.im2col(image, filterSize, filterSize, stride, padding).shape(0))
                .isEqualTo(expected * expected);
    }

    /** For any a and c: im2col(a) · c = a · col2im(c). */
    @ParameterizedTest
    @CsvSource({"3,3,1,0", "3,2,1,1", "2,3,2,1", "4,4,3,2"})
    void col2imIsTheTransposeOfIm2col(int height, int width, int stride, int padding) {
        RandomState random = new RandomState(4);
        NDArray a = random.randn(2, 3, 6, 5);
        NDArray col = Im2Col.im2col(a, height, width, stride, padding);
        NDArray c = random.randn(col.shape().toArray());
        NDArray image = Im2Col.col2im(c, a.shape(), height, width, stride, padding);
        assertThat(image.shape()).isEqualTo(a.shape());
        assertThat(col.mul(c).sum().asDouble()).isCloseTo(a.mul(image).sum().asDouble(), offset(1e-11));
    }

    @Test
    void thePictureOfIm2colIsTheOneThatIsDrawn() {
        assertThat(Im2ColPicture.FILE)
                .as("drawn anew by: java -cp target/classes:target/test-classes " + Im2ColPicture.class.getName())
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(Im2ColPicture.drawn());
    }

    @Test
    void im2colRefusesImagesAndWindowsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Im2Col.im2col(NDArray.zeros(3, 3), 2, 2, 1, 0))
                .withMessage("im2col needs images of shape (n, channels, height, width), not (3, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Im2Col.im2col(NDArray.zeros(1, 1, 4, 4), 5, 5, 1, 0))
                .withMessage("a window of 5x5 does not fit into images of 4x4 with padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Im2Col.outputSize(4, 5, 1, 0))
                .withMessage("a window of 5x5 does not fit into images of 4x4 with padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Im2Col.outputSize(4, 2, 0, 0))
                .withMessage(
                        "a window needs a positive size and stride and no negative padding, not 2x2, stride 0, padding 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Im2Col.col2im(NDArray.zeros(3, 4), Shape.of(1, 1, 3, 3), 2, 2, 1, 0))
                .withMessage("cannot reshape array of size 12 into shape (1,2,2,1,2,2)");
    }
}
