package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Initialization;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The outputs of five layers of chapter 6; src/test/python/chapters.py prints the same lines. */
class ActivationHistogramsTest {
    private static final Color BLUE = new Color(0x1f77b4);

    private static List<NDArray> layers(UnaryOperator<NDArray> function, Initialization initialization) {
        return ActivationHistograms.activations(function, initialization);
    }

    /** Returns the share of the outputs of all layers that are at most this far from a number. */
    private static double share(List<NDArray> layers, double number, double distance) {
        NDArray all = NDArray.stack(0, layers.toArray(NDArray[]::new));
        return all.sub(number).abs().le(distance).mean().asDouble();
    }

    private static double[] deviations(List<NDArray> layers) {
        return layers.stream().mapToDouble(layer -> layer.std().asDouble()).toArray();
    }

    private static void assertFall(double... numbers) {
        assertThat(numbers).isSortedAccordingTo(Comparator.reverseOrder()).doesNotHaveDuplicates();
    }

    @Test
    void sigmoidActivationsAreThoseOfTheBooksProgram() {
        assertThat(Printed.by(ActivationHistograms::sigmoid)).isEqualTo("""
                standard deviation 1
                  mean      [0.49906523 0.51768802 0.51397907 0.53597629 0.54296733]
                  deviation [0.45832526 0.43801426 0.44228743 0.43727432 0.43680532]
                standard deviation 0.01
                  mean      [0.49995548 0.5007584  0.5007389  0.50240262 0.50107469]
                  deviation [0.02493329 0.0117914  0.01333811 0.01206009 0.01150825]
                Xavier
                  mean      [0.49952025 0.50705691 0.50748917 0.52184198 0.50992109]
                  deviation [0.2078365  0.12196704 0.13274666 0.11841413 0.11605613]
                """);
    }

    @Test
    @Claims("large weights drive outputs to 0 and 1, small ones all to 0.5; Xavier's spread them")
    void outputsOfSigmoidAreSpreadByXaviersWeights() {
        List<NDArray> large = layers(Activations::sigmoid, Initialization.normal(1));
        List<NDArray> small = layers(Activations::sigmoid, Initialization.normal(0.01));
        List<NDArray> xavier = layers(Activations::sigmoid, Initialization.xavier());
        assertThat(share(large, 0, 0.1) + share(large, 1, 0.1)).isGreaterThan(0.7);
        assertThat(share(small, 0.5, 0.1)).isGreaterThan(0.99);
        assertThat(share(xavier, 0, 0.1) + share(xavier, 1, 0.1)).isLessThan(0.1);
        for (int i = 0; i < 5; i++) {
            assertThat(deviations(xavier)[i]).isGreaterThan(5 * deviations(small)[i]);
        }
    }

    @Test
    void tanhActivationsAreThoseOfTheBooksProgram() {
        assertThat(Printed.by(ActivationHistograms::tanh)).isEqualTo("""
                standard deviation 1
                  mean      [-0.00155419  0.00161089 -0.00417244  0.00205235  0.00099346]
                  deviation [0.95840571 0.95743612 0.95770648 0.95765257 0.95644848]
                standard deviation 0.01
                  mean      [-1.78748821e-04 -2.61773791e-06 -5.27161493e-06  1.83634921e-07
                 -1.80452803e-08]
                  deviation [9.89893560e-02 9.80755744e-03 9.95338225e-04 9.92596320e-05
                 9.65938988e-06]
                Xavier
                  mean      [-0.00176185  0.00015715 -0.00239388  0.00056438 -0.00062572]
                  deviation [0.62620263 0.48253304 0.40860681 0.35679172 0.31352037]
                """);
    }

    @Test
    @Claims("as with sigmoid, but around 0, so that Xavier's are spread like a bell")
    void outputsOfTanhAreSpreadLikeABell() {
        List<NDArray> large = layers(NDArray::tanh, Initialization.normal(1));
        List<NDArray> small = layers(NDArray::tanh, Initialization.normal(0.01));
        List<NDArray> xavier = layers(NDArray::tanh, Initialization.xavier());
        assertThat(share(large, -1, 0.1) + share(large, 1, 0.1)).isGreaterThan(0.7);
        assertThat(share(small, 0, 0.1)).isGreaterThan(0.9);
        // Of all layers and of the last, from the middle to the ends there are fewer and fewer.
        for (List<NDArray> some : List.of(xavier, xavier.subList(4, 5))) {
            assertThat(some.get(0).mean().abs().asDouble()).isLessThan(0.01);
            assertFall(
                    share(some, 0, 0.25),
                    share(some, 0, 0.5) - share(some, 0, 0.25),
                    share(some, 0, 0.75) - share(some, 0, 0.5),
                    share(some, 0, 1) - share(some, 0, 0.75));
        }
    }

    @Test
    void reluActivationsAreThoseOfTheBooksProgram() {
        assertThat(Printed.by(ActivationHistograms::relu)).isEqualTo("""
                standard deviation 0.01
                  mean      [3.96652003e-02 2.86728777e-03 2.20033114e-04 1.65337644e-05
                 1.16588648e-06]
                  deviation [5.85141250e-02 4.12448577e-03 3.34140678e-04 2.36659807e-05
                 1.76956460e-06]
                Xavier
                  mean      [0.396652   0.28672878 0.22003311 0.16533764 0.11658865]
                  deviation [0.58514125 0.41244858 0.33414068 0.23665981 0.17695646]
                He
                  mean      [0.56095064 0.57345755 0.62234763 0.66135058 0.65952499]
                  deviation [0.82751469 0.82489715 0.94509256 0.94663923 1.0010169 ]
                """);
    }

    @Test
    @Claims("with He's weights every layer spreads as the first; with the others it shrinks (zeros are left out)")
    void hesInitialisationKeepsTheDeviationWithRelu() {
        double[] he = deviations(layers(Activations::relu, Initialization.he()));
        for (double deviation : he) {
            assertThat(deviation / he[0]).isBetween(0.8, 1.25);
        }
        assertFall(deviations(layers(Activations::relu, Initialization.normal(0.01))));
        // Xavier's halves its square, as the section says.
        double[] xavier = deviations(layers(Activations::relu, Initialization.xavier()));
        assertFall(xavier);
        assertThat(xavier[4] / xavier[0]).isBetween(0.2, 0.4);
    }

    @Test
    void histogramsFillTheirPanels() {
        assumeTrue(Fonts.installed(), "Java finds no font");
        for (BufferedImage image : List.of(
                ActivationHistograms.sigmoidPanels().draw(),
                ActivationHistograms.tanhPanels().draw(),
                ActivationHistograms.reluPanels().draw())) {
            assertThat(image.getWidth()).isGreaterThan(2 * 5 * 200);
            assertThat(image.getHeight()).isGreaterThan(2 * 3 * 140);
            for (int row = 0; row < 3; row++) {
                for (int layer = 0; layer < 5; layer++) {
                    int height = image.getHeight() / 3;
                    Rectangle panel = new Rectangle(52 + 416 * layer, height * row, 400, height);
                    assertThat(Pixels.count(image, panel, BLUE)).isGreaterThan(300);
                }
                assertThat(blueLines(image, row)).isGreaterThan(100);
            }
        }
    }

    /** Returns the height of the highest column in a row of three: the axes end where the columns do. */
    private static long blueLines(BufferedImage image, int row) {
        int height = image.getHeight() / 3;
        return IntStream.range(row * height, (row + 1) * height)
                .filter(y -> Pixels.count(image, new Rectangle(0, y, image.getWidth(), 1), BLUE) > 0)
                .count();
    }
}
