package io.github.dlfs4j.book.figure;

import static io.github.dlfs4j.ndarray.DType.FLOAT32;
import static io.github.dlfs4j.ndarray.DType.UINT8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PictureTest {
    private static NDArray pixels(int... shape) {
        return new RandomState(0).randint(0, 256, shape).astype(UINT8);
    }

    private static Color color(BufferedImage image, int x, int y) {
        return new Color(image.getRGB(x, y));
    }

    @Test
    void twoAxesOfAPictureAreShadesOfGrey() {
        NDArray pixels = NDArray.of(new int[][] {{0, 128, 255}, {1, 2, 3}}).astype(UINT8);
        BufferedImage image = new Picture(pixels).draw();
        assertThat(image.getWidth()).isEqualTo(3);
        assertThat(image.getHeight()).isEqualTo(2);
        assertThat(color(image, 1, 0)).isEqualTo(new Color(128, 128, 128));
        assertThat(color(image, 2, 0)).isEqualTo(Color.WHITE);
        assertThat(color(image, 0, 1)).isEqualTo(new Color(1, 1, 1));
    }

    @Test
    void threeAxesOfAPictureAreColours() {
        NDArray pixels = NDArray.of(new int[] {255, 0, 0, 1, 200, 3}, 2, 1, 3).astype(UINT8);
        BufferedImage image = new Picture(pixels).draw();
        assertThat(color(image, 0, 0)).isEqualTo(Color.RED);
        assertThat(color(image, 0, 1)).isEqualTo(new Color(1, 200, 3));
    }

    @Test
    void aPictureIsEnlarged() {
        NDArray pixels = pixels(4, 5);
        BufferedImage image = new Picture(pixels, 3).draw();
        assertThat(image.getWidth()).isEqualTo(15);
        assertThat(image.getHeight()).isEqualTo(12);
        for (int y = 0; y < 12; y++) {
            for (int x = 0; x < 15; x++) {
                assertThat(color(image, x, y).getBlue()).isEqualTo((int) pixels.getLong(y / 3, x / 3));
            }
        }
    }

    @Test
    void aPictureIsReadFromItsFile(@TempDir Path folder) throws IOException {
        NDArray pixels = pixels(7, 6, 3);
        Path file = folder.resolve("new").resolve("picture.png");
        new Picture(pixels).write(file);
        assertThat(Picture.read(file)).isEqualTo(pixels);
    }

    static Stream<NDArray> others() {
        return Stream.of(
                NDArray.zeros(FLOAT32, 28, 28),
                NDArray.zeros(UINT8, 784),
                NDArray.zeros(UINT8, 28, 28, 1),
                NDArray.zeros(UINT8, 0, 28));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aPictureRefusesAnArrayOfAnotherForm(NDArray array) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Picture(array))
                .withMessage(
                        "pixels are uint8 of shape (height, width) or (height, width, 3), not %s of %s",
                        array.dtype(), array.shape());
    }

    @Test
    void aPictureRefusesToDrawNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Picture(pixels(2, 2), 0))
                .withMessage("a pixel cannot be drawn as a square of 0");
    }

    @Test
    void aFileThatIsNotAPictureIsRefused(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("text.png"), "text");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Picture.read(file))
                .withMessage("not a picture: " + file);
    }
}
