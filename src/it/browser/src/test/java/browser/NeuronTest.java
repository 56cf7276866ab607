package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.SimpleConvNet;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The neurons of the network that is shown, with the numbers that the library computes. */
@ExtendWith(InBrowser.class)
class NeuronTest {
    /** The page shows three digits after the point. */
    static final double ROUNDING = 5.1e-4;

    private final Browser browser;

    NeuronTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void emptyPaper() {
        browser.showEmptyPaper();
    }

    /** Shows a picture of a one to the page, and returns what the network sees of it. */
    private NDArray showOne(Path folder) throws IOException {
        NDArray one = PictureTest.showOne(browser, folder);
        browser.click("#network option[value=jar]");
        browser.await(".stage:nth-child(4)");
        return one;
    }

    /** Moves the pointer to a square of a layer, the image being the first one. */
    private void pointAt(int layer, double x, double y) {
        WebElement canvas = browser.find(".stage:nth-child(" + layer + ") canvas");
        int width = canvas.getSize().width;
        int height = canvas.getSize().height;
        browser.actions()
                .moveToElement(canvas, (int) (x - width / 2.0), (int) (y - height / 2.0))
                .perform();
    }

    /** Returns the numbers with a point in a text. */
    static List<Double> numbers(String text) {
        return Pattern.compile("[−-]?[0-9]+\\.[0-9]+")
                .matcher(text)
                .results()
                .map(found -> Double.valueOf(found.group().replace('−', '-')))
                .toList();
    }

    @Test
    void sumsAddUpAsShown() {
        assertThat(browser.runUntilCalled("""
                const [done] = arguments;
                import(new URL("/pictures.js", location)).then(({ terms }) => {
                  const parts = Array.from({ length: 12 }, (_, i) => Math.sin(i));
                  const texts = terms(parts, parts.reduce((all, one) => all + one, 0));
                  const added = texts.reduce((all, text) => all + Number(text.replace("−", "-")), 0);
                  done([...terms([-0.6164, 0.8956], 0.2792), ...terms([null, 1], 2), added.toFixed(6)].join());
                });
                """)).isEqualTo("−0.617,0.896,not a number,1.000,0.411000");
    }

    @Test
    void thePageShowsTheSumOfANeuronAsTheLibraryComputesIt(@TempDir Path folder) throws IOException {
        Map<String, NDArray> weights = ThreeLayerNet.pretrained().parameters();
        NDArray first =
                Activations.sigmoid(showOne(folder).dot(weights.get("W1")).add(weights.get("b1")));
        double expected =
                first.dot(weights.get("W2").get(Index.all(), Index.at(0))).asDouble();
        double bias = weights.get("b2").getDouble(0);
        double value = Activations.sigmoid(NDArray.of(expected + bias)).getDouble(0);

        pointAt(3, 5, 5);

        browser.awaitText("#neuron-title", "Layer 2, neuron 1:");
        List<Double> sum = numbers(browser.text("#equation"));
        double[] all = {expected, bias, expected + bias, value};
        for (int i = 0; i < all.length; i++) {
            assertThat(sum.get(i)).as(browser.text("#equation")).isCloseTo(all[i], within(ROUNDING));
        }
        assertThat(numbers(browser.text("#neuron-title"))).containsExactly(sum.get(3));

        List<WebElement> from = browser.all("#from li");
        assertThat(from).hasSize(5);
        double last = Double.POSITIVE_INFINITY;
        for (WebElement line : from) {
            int neuron = Integer.parseInt(line.getText().replaceAll("(?s)neuron (\\d+).*", "$1"));
            List<Double> product = numbers(line.getText());
            double input = first.getDouble(neuron - 1);
            double weight = weights.get("W2").getDouble(neuron - 1, 0);
            assertThat(product.get(0)).isCloseTo(input, within(ROUNDING));
            assertThat(product.get(1)).isCloseTo(weight, within(ROUNDING));
            assertThat(product.get(2)).isCloseTo(input * weight, within(ROUNDING));
            assertThat(Math.abs(product.get(2))).isLessThanOrEqualTo(last);
            last = Math.abs(product.get(2));
        }
        for (WebElement line : browser.all("#to li")) {
            int output = Integer.parseInt(line.getText().replaceAll("(?s)output (\\d+).*", "$1"));
            List<Double> product = numbers(line.getText());
            assertThat(product.get(0)).isEqualTo(sum.get(3));
            assertThat(product.get(1)).isCloseTo(weights.get("W3").getDouble(0, output), within(ROUNDING));
        }
        assertThat(browser.all("#lines path")).hasSize(10);
        assertThat(browser.all("#lines path.negative"))
                .hasSize(browser.all("#neuron b.negative").size());
    }

    @Test
    void thePageKeepsANeuronWhileAnotherDigitIsDrawn() {
        browser.readSeven();
        pointAt(2, 5, 5);
        browser.awaitText("#neuron-title", "Layer 1, neuron 1:");
        browser.actions().click().perform();
        browser.await("#neuron.kept");
        final String before = browser.text("#equation");
        pointAt(3, 5, 5);
        browser.click("#clear");
        browser.awaitText("#answer", "Draw a digit");
        browser.awaitText("#equation", "Sum 0.000");
        assertThat(browser.text("#neuron-title")).startsWith("Layer 1, neuron 1:");
        assertThat(browser.text("#equation")).isNotEqualTo(before);
        browser.actions().sendKeys(Keys.ESCAPE).perform();
        browser.awaitText("#neuron-title", "Point at a neuron");
        assertThat(browser.all("#lines path")).isEmpty();

        pointAt(2, 5, 5);
        browser.actions().click().perform();
        browser.await("#neuron.kept");
        browser.click("#let-go");
        browser.await("#neuron:not(.kept)");
    }

    @Test
    void thePageShowsAWindowTimesAFilter(@TempDir Path folder) throws IOException {
        NDArray image = showOne(folder).reshape(28, 28);
        browser.chooseOfTheBook("simple-conv");
        browser.awaitText(".stage:nth-child(2)", "Convolution");
        Convolution layer = (Convolution) SimpleConvNet.load(Path.of("data", "simple_convnet_params.pkl"))
                .layers()
                .get(0);
        WebElement maps = browser.find(".stage:nth-child(2) canvas");
        // The bar is in the middle of the first map, which is at the top on the left.
        pointAt(2, maps.getSize().width / 10.0, maps.getSize().height / 10.0);
        browser.awaitText("#neuron-title", "Layer 1, map 1, row");
        String title = browser.text("#neuron-title");
        int row = Integer.parseInt(title.replaceAll(".* row (\\d+),.*", "$1")) - 1;
        int column = Integer.parseInt(title.replaceAll(".* column (\\d+):.*", "$1")) - 1;
        NDArray window = image.get(Index.range(row, row + 5), Index.range(column, column + 5));
        NDArray filter = layer.weights().get(0, 0);
        double expected = window.mul(filter).sum().asDouble();
        double bias = layer.bias().getDouble(0);

        List<Double> sum = numbers(browser.text("#equation"));

        double[] all = {expected, bias, expected + bias, Math.max(0, expected + bias)};
        for (int i = 0; i < all.length; i++) {
            assertThat(sum.get(i)).as(browser.text("#equation")).isCloseTo(all[i], within(ROUNDING));
        }
        assertThat(expected).isNotZero();
        assertThat(browser.all("#from li")).isNotEmpty();
        for (WebElement line : browser.all("#from li")) {
            int y = Integer.parseInt(line.getText().replaceAll("(?s).*row (\\d+),.*", "$1")) - 1;
            int x = Integer.parseInt(line.getText().replaceAll("(?s).*column (\\d+).*", "$1")) - 1;
            List<Double> product = numbers(line.getText());
            assertThat(product.get(0)).isCloseTo(image.getDouble(y, x), within(ROUNDING));
            assertThat(product.get(1)).isCloseTo(filter.getDouble(y - row, x - column), within(ROUNDING));
        }
        assertThat(browser.text("#weights-name")).isEqualTo("filter");
        assertThat(browser.find("#sum-weights").getDomProperty("width")).isEqualTo("5");
        assertThat(browser.all("#lines rect.window")).hasSize(1);
    }

    /** In the windows of small laptops, with all networks that the page has. */
    @ParameterizedTest
    @CsvSource({"1366, 768", "1280, 720", "1280, 620"})
    void aNeuronAndItsSumAreOnOneScreen(int width, int height) {
        browser.readSeven();
        browser.show(width, height, "light");
        for (WebElement network : browser.all("#network option")) {
            browser.click(network);
            browser.await("#reading[aria-busy=false]");
            Object before = places();
            int layers = browser.all(".stage").size();
            assertThat(layers).isGreaterThan(2);
            for (int layer = 2; layer <= layers; layer++) {
                browser.run(
                        "arguments[0].scrollIntoView({ block: 'nearest' })",
                        browser.find(".stage:nth-child(" + layer + ") canvas"));
                pointAt(layer, 5, 5);
                browser.awaitText("#neuron-title", "Layer " + (layer - 1) + ", ");
                assertThat(List.of("#lines .own", "#sum-inputs", "#sum-weights", "#sum-products", "#equation"))
                        .as("%s, layer %d", network.getText(), layer - 1)
                        .allMatch(browser::isInView);
            }
            browser.run("scrollTo(0, 0)");
            assertThat(places()).as("nothing moves").isEqualTo(before);
        }
    }

    private Object places() {
        return browser.run("return ['paper', 'board', 'find'].map((id) =>"
                + " document.getElementById(id).getBoundingClientRect()).map(({ x, y }) => `${x} ${y}`).join()");
    }

    /** Twelve pixels of an image in a row. */
    @ParameterizedTest
    @ValueSource(strings = {"conv", "simple-conv"})
    void mapsOfTheFirstPoolingAreLargeEnoughToSee(String network) {
        browser.chooseOfTheBook(network);
        browser.await(".stage:nth-child(5)");
        WebElement pooling = browser.find(".stage:nth-child(3) canvas[aria-label*=': Pooling']");
        for (int width : new int[] {390, 1280, 1366}) {
            browser.show(width, 768, "light");
            browser.awaitThat("maps of 36 pixels", () -> browser.widthOfFirst(pooling) >= 36);
        }
    }

    @Test
    void aBarShowsItsOutputNeuron() {
        browser.readSeven();
        browser.actions().moveToElement(browser.find("#bars li:nth-child(8)")).perform();
        browser.awaitText("#neuron-title", "Layer 3, output 7:");
        assertThat(browser.find("#to-part").isDisplayed()).isFalse();
        assertThat(browser.text("#equation")).contains("Softmax");
        assertThat(numbers(browser.text("#neuron-title")).get(0) * 100)
                .isCloseTo(numbers(browser.text("#bars li:nth-child(8)")).get(0), within(0.11));
    }
}
