package io.github.dlfs4j.digit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Enlarges images of MNIST and spoils them in many ways. They must be restored as they were, or at least be recognised
 * as the same digits.
 */
class DigitImageTest {
    private static final int IMAGES = 100;
    private static final int SIZE = 28;

    private static NDArray images;
    private static NDArray labels;

    @BeforeAll
    static void load() throws IOException {
        Samples test = Mnist.options().normalize(false).loadTest();
        images = test.images().get(Index.to(IMAGES));
        labels = test.labels().get(Index.to(IMAGES));
    }

    private static NDArray image(int number) {
        return images.get(number).reshape(SIZE, SIZE);
    }

    private static NDArray enlarged(NDArray image, int times) {
        return image.repeat(times, 0).repeat(times, 1);
    }

    /** Returns how many digits are recognised after a change of their images. */
    private static long recognised(UnaryOperator<NDArray> change) {
        return recognised(IMAGES, change);
    }

    /** Returns the same of the first images. */
    private static long recognised(int count, UnaryOperator<NDArray> change) {
        List<NDArray> prepared = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            prepared.add(DigitImage.of(change.apply(image(i))).normalized());
        }
        NDArray inputs = NDArray.stack(0, prepared.toArray(NDArray[]::new));
        return ThreeLayerNet.pretrained()
                .predict(inputs)
                .argmax(1)
                .eq(labels.get(Index.to(count)))
                .sum()
                .asLong();
    }

    /** Some images lose a speck. Levels differ a little if the darkest pixel is not quite 255. */
    @ParameterizedTest
    @ValueSource(ints = 1)
    void anEnlargedImageIsRestoredNearlyAsItWas(int times) {
        for (int i = 0; i < IMAGES; i++) {
            NDArray back = DigitImage.of(enlarged(image(i), times)).pixels();
            NDArray difference = back.astype(DType.INT64).sub(images.get(i)).abs();
            assertThat(difference.max().asLong()).as("image %d", i).isLessThanOrEqualTo(15);
            assertThat(difference.mean().asDouble()).as("image %d", i).isLessThan(0.25);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 12})
    @Tag("long")
    void aMuchEnlargedImageIsRestoredNearlyAsItWas(int times) {
        anEnlargedImageIsRestoredNearlyAsItWas(times);
    }

    @ParameterizedTest
    @ValueSource(ints = 1)
    void asManyDigitsAreRecognisedAsInTheFile(int times) {
        assertThat(recognised(image -> enlarged(image, times))).isEqualTo(98);
        assertThat(recognised(image -> enlarged(image, times).rsub(255))).isEqualTo(98);
        assertThat(ThreeLayerNet.pretrained()
                        .predict(images.astype(DType.FLOAT32).divi(255))
                        .argmax(1)
                        .eq(labels)
                        .sum()
                        .asLong())
                .isEqualTo(98);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12})
    @Tag("long")
    void asManyDigitsAreRecognisedInLargeImages(int times) {
        asManyDigitsAreRecognisedAsInTheFile(times);
    }

    @Test
    void levelsOfAnImageMayHaveAnyRangeAndType() {
        NDArray expected = DigitImage.of(image(0)).pixels();
        assertThat(DigitImage.of(image(0).astype(DType.FLOAT32).divi(255)).pixels())
                .isEqualTo(expected);
        assertThat(DigitImage.of(image(0).astype(DType.INT64).mul(-1000).add(7)).pixels())
                .isEqualTo(expected);
    }

    @Test
    void theMarginAndTheAspectRatioOfAnImageDoNotMatter() {
        NDArray wide = enlarged(image(0), 4).pad(new int[][] {{3, 40}, {200, 9}});
        assertThat(DigitImage.of(wide).pixels())
                .isEqualTo(DigitImage.of(image(0)).pixels());
    }

    @Test
    void photographsOfUnevenAndGrainyPaperAreRecognised() {
        assertRecognisedInPhotographs(8, 1);
    }

    @Test
    @Tag("long")
    void manyMorePhotographsAreRecognised() {
        assertRecognisedInPhotographs(IMAGES, 3);
    }

    private static void assertRecognisedInPhotographs(int count, int mistakes) {
        RandomState random = new RandomState(0);
        assertThat(recognised(count, image -> photographed(image, random, 0))).isGreaterThanOrEqualTo(count - mistakes);
        assertThat(recognised(count, image -> photographed(image, random, 0.02)))
                .isGreaterThanOrEqualTo(count - mistakes);
    }

    /** Returns an image of ink on paper that is lit from a side, with noise. */
    private static NDArray photographed(NDArray image, RandomState random, double noise) {
        NDArray ink = enlarged(image, 10).astype(DType.FLOAT64).div(255);
        NDArray paper = NDArray.zeros(500, 700);
        paper.at(Index.range(120, 400), Index.range(250, 530)).set(ink);
        NDArray light = NDArray.linspace(0.9, 0.55, 700)
                .add(NDArray.linspace(0, -0.15, 500).reshape(500, 1));
        NDArray seen = light.mul(paper.mul(-0.6).add(1)).add(random.normal(0, noise, 500, 700));
        return seen.mul(255).clip(0.0, 255.0).astype(DType.UINT8);
    }

    @Test
    void aCloselyCutImageIsRecognised() {
        Index box = Index.range(4, 24);
        assertThat(recognised(image -> image.get(box, box))).isGreaterThanOrEqualTo(96);
    }

    /** A seven of two lines is drawn with anything from a pen that almost vanishes in 20x20 pixels to a brush. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 10, 30, 50})
    void digitsOfAnyPenAreRecognised(int width) {
        BufferedImage paper = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = paper.createGraphics();
        pen.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawPolyline(new int[] {60, 240, 140}, new int[] {80, 80, 340}, 3);
        byte[] levels = ((DataBufferByte) paper.getRaster().getDataBuffer()).getData();
        DigitImage seven = DigitImage.of(NDArray.of(levels, 400, 300));
        assertThat(ThreeLayerNet.pretrained()
                        .predict(seven.normalized())
                        .argmax()
                        .asLong())
                .isEqualTo(7);
    }

    @Test
    void aVeryLargeImageIsTheSameDigit() {
        NDArray large = enlarged(image(0), 60);
        NDArray difference = DigitImage.of(large).pixels().astype(DType.INT64).sub(images.get(0));
        assertThat(difference.abs().max().asLong()).isLessThan(5);
    }

    @Test
    void theSmallestAndTheLongestImagesAreAccepted() {
        assertThat(DigitImage.of(NDArray.eye(3)).pixels().max().asLong()).isEqualTo(255);
        NDArray line = NDArray.zeros(300, 9);
        line.at(Index.range(20, 280), Index.range(3, 6)).set(1);
        NDArray one = DigitImage.of(line).normalized();
        assertThat(ThreeLayerNet.pretrained().predict(one).argmax()).hasToString("1");
    }

    @Test
    void theDigitImageOfTheDocumentationIsAOne() {
        NDArray grey = NDArray.full(DType.UINT8, 255, 300, 200);
        grey.at(Index.range(40, 260), Index.range(90, 110)).set(0);
        DigitImage digit = DigitImage.of(grey);
        assertThat(ThreeLayerNet.pretrained().predict(digit.normalized()).argmax())
                .hasToString("1");
        assertThat(digit.pixels().isWriteable()).isFalse();
    }

    @Test
    void arraysThatAreNotImagesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitImage.of(NDArray.zeros(784)))
                .withMessage("an image needs two axes, not shape (784,)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitImage.of(NDArray.zeros(0, 5)))
                .withMessage("an image of shape (0, 5) has no pixels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitImage.of(NDArray.of(new double[][] {{1, Double.NaN}})))
                .withMessage("an image needs finite numbers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitImage.of(NDArray.ones(28, 28)))
                .withMessage("no digit: all pixels are alike");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DigitImage.of(NDArray.linspace(0, 1, 900).reshape(30, 30)))
                .withMessage("no digit: no ink on paper looks like one");
    }
}
