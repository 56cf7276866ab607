package browser;

import static browser.NeuronTest.ROUNDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.LeNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A layer in large, the window of a pixel with its products, the words, and what blank paper shows. */
@ExtendWith(InBrowser.class)
class LargeTest {
    private final Browser browser;

    LargeTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void emptyPaper() {
        browser.showEmptyPaper();
    }

    /** Has the ConvNet of the jar read a picture of a one, and returns what it sees. */
    private NDArray showOne(Path folder) throws IOException {
        NDArray one = PictureTest.showOne(browser, folder);
        browser.await(".stage:nth-child(7).outputs");
        return one.reshape(28, 28);
    }

    private void choose(String network, int layers) {
        browser.click("#network option[value=" + network + "]");
        awaitSeven(layers);
    }

    private void awaitSeven(int layers) {
        browser.await(".stage:nth-child(" + layers + ").outputs");
        browser.awaitText("#answer", "I read 7.");
    }

    private WebElement nameOf(int stage) {
        return browser.find(".stage:nth-child(" + stage + ") figcaption button");
    }

    @Test
    void aLayerOpensInLargeAndSaysWhatItDoes() {
        browser.readSeven();
        choose("conv", 7);
        nameOf(2).sendKeys(Keys.ENTER);

        browser.awaitCount("#large-items li", 16);
        assertThat(browser.text("#large-title")).isEqualTo("Layer 1: Convolution, Relu, 16 maps of 24×24");
        assertThat(nameOf(2).getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.all("#large-items canvas")).hasSize(32);
        browser.awaitText("#neuron-words", "Convolution: a filter of 5×5 moves over the map");
        List<Double> said = NeuronTest.numbers(browser.text("#neuron-words"));
        List<Double> sum = NeuronTest.numbers(browser.text("#equation"));
        assertThat(said).containsSubsequence(sum.get(0), sum.get(1), sum.get(2));
        assertThat(browser.text("#neuron-words")).contains("(Book: 7.2) ReLU lets positive numbers pass");

        browser.click(nameOf(3));
        browser.awaitText("#large-title", "Layer 2: Pooling");
        browser.awaitText("#neuron-words", "Pooling: of each window of 2×2, only the largest number passes, here");
        browser.click(nameOf(6));
        browser.awaitCount("#large-items li", 72);
        browser.awaitText("#neuron-words", "Affine: each of the 72 neurons multiplies all 512 inputs");
        assertThat(browser.find("#window").isDisplayed()).isFalse();
        browser.click(nameOf(6));
        browser.await("#large[hidden]");
    }

    @Test
    void neuronsThatSeeThePixelsShowTheirWeights() {
        browser.readSeven();
        choose("jar", 4);
        browser.click(nameOf(2));
        browser.awaitCount("#large-items li", 50);
        browser.click("#large-items li:nth-child(9) button");
        browser.awaitText("#neuron-title", "Layer 1, neuron 9: ");
        String value = browser.text("#neuron-title").replaceAll(".*: ", "");
        assertThat(browser.text("#large-items li:nth-child(9)")).isEqualTo("Neuron 9: " + value);
        assertThat(browser.find("#large-items canvas").getSize().width).isEqualTo(112);
        browser.awaitText("#neuron-words", "Sigmoid brings every number between 0 and 1.");
        browser.click("#large-close");
        browser.await("#large[hidden]");
    }

    /**
     * The smallest maps of chapter 8 have 4 pixels in a row; on the board, a map takes some 13 pixels of the screen.
     */
    @Test
    void mapsOfADeepNetworkAreReadable() {
        browser.readSeven();
        browser.chooseOfTheBook("deep-conv");
        awaitSeven(12);
        for (int stage : new int[] {2, 6, 9}) {
            nameOf(stage).sendKeys(Keys.ENTER);
            browser.awaitText("#large-title", "Layer " + (stage - 1) + ": ");
            browser.awaitThat(
                    "large maps",
                    () -> browser.find("#large-items canvas:last-of-type").getSize().width >= 84);
        }
    }

    @Test
    void theWindowOfAPixelWritesOutAllProductsAndMoves(@TempDir Path folder) throws IOException {
        NDArray image = showOne(folder);
        Convolution layer = (Convolution) LeNet.pretrained().layers().get(0);
        browser.click(nameOf(2));
        browser.awaitCount("#large-items li", 16);
        browser.click("#large-items li:nth-child(4) button");
        browser.awaitText("#neuron-title", "Layer 1, map 4, ");
        browser.await("#window:not([hidden])");
        compareProducts(image, layer, 3);

        String before = browser.text("#neuron-title");
        int column = column();
        browser.find("#window-next").sendKeys(Keys.ENTER);
        browser.awaitText("#neuron-title", "column " + (column + 1) + ":");
        compareProducts(image, layer, 3);
        browser.click("#window-back");
        browser.awaitExactly("#neuron-title", before);
        browser.click("#window-play");
        browser.awaitText("#neuron-title", "column " + (column + 2) + ":");
        browser.awaitExactly("#window-play", "Stop the window");
        browser.click("#window-play");
        browser.awaitExactly("#window-play", "Move the window");
        browser.actions()
                .moveToElement(browser.find("#window-map"), 5, 5)
                .click()
                .perform();
        browser.awaitText("#neuron-title", "map 4, row 13, column 13:");
        compareProducts(image, layer, 3);
    }

    private int column() {
        return Integer.parseInt(browser.text("#neuron-title").replaceAll(".* column (\\d+):.*", "$1"));
    }

    /** Compares the numbers of the window with pixels and weights, and the sum with what the layer makes of them. */
    private void compareProducts(NDArray image, Convolution layer, int map) {
        String title = browser.text("#neuron-title");
        int row = Integer.parseInt(title.replaceAll(".* row (\\d+),.*", "$1")) - 1;
        int column = column() - 1;
        NDArray window = image.get(Index.range(row, row + 5), Index.range(column, column + 5));
        NDArray filter = layer.weights().get(map, 0);
        List<WebElement> cells = browser.all("#window-products td");
        assertThat(cells).hasSize(25);
        for (int i = 0; i < 25; i++) {
            double input = window.getDouble(i / 5, i % 5);
            double weight = filter.getDouble(i / 5, i % 5);
            List<Double> shown = NeuronTest.numbers(cells.get(i).getText());
            assertThat(shown.get(0)).isCloseTo(input, within(ROUNDING));
            assertThat(shown.get(1)).isCloseTo(weight, within(ROUNDING));
            assertThat(shown.get(2)).isCloseTo(input * weight, within(ROUNDING));
        }
        double sum = window.mul(filter).sum().asDouble();
        double bias = layer.bias().getDouble(map);
        List<Double> said = NeuronTest.numbers(browser.text("#window-equation"));
        double[] all = {sum, bias, sum + bias, Math.max(0, sum + bias)};
        for (int i = 0; i < all.length; i++) {
            assertThat(said.get(i)).as(browser.text("#window-equation")).isCloseTo(all[i], within(ROUNDING));
        }
    }

    /** Of several maps, one is written out, and the sums of all. */
    @Test
    void theWindowOverSeveralMapsAddsTheirSums(@TempDir Path folder) throws IOException {
        showOne(folder);
        browser.click(nameOf(4));
        browser.awaitText("#neuron-title", "Layer 3, map ");
        browser.awaitCount("#window-channel option", 16);
        List<Double> sums = NeuronTest.numbers(browser.text("#window-equation"));
        double sum = sums.subList(0, 16).stream().mapToDouble(one -> one).sum();
        assertThat(sums.get(16)).isCloseTo(sum, within(16 * ROUNDING));
        assertThat(NeuronTest.numbers(browser.text("#equation")).get(0)).isEqualTo(sums.get(16));
        for (int map = 0; map < 16; map++) {
            browser.find("#window-channel option:nth-child(" + (map + 1) + ")").click();
            double products = browser.all("#window-products b").stream()
                    .mapToDouble(
                            product -> NeuronTest.numbers(product.getText()).get(0))
                    .sum();
            assertThat(products).isCloseTo(sums.get(map), within(26 * ROUNDING));
        }
        browser.click("#window-channel option:nth-child(7)");
        String before = browser.text("#neuron-title");
        browser.click("#window-next");
        browser.awaitThat("another pixel", () -> !browser.text("#neuron-title").equals(before));
        assertThat(browser.find("#window-channel").getDomProperty("value")).isEqualTo("6");
        assertThat(browser.text("#window-source-name")).isEqualTo("Map 7 of layer 2, and the window");
    }

    @Test
    void blankPaperLeavesTheBoardDark() {
        for (String network : new String[] {"jar", "conv"}) {
            browser.click("#network option[value=" + network + "]");
            browser.awaitCount(".stage", network.equals("jar") ? 4 : 7);
            assertThat(brightest()).as(network).isLessThan(80);
        }
        browser.click("#find button");
        browser.awaitText("#neuron-words", "The paper is blank, so no neuron is lit");
        browser.readSeven();
        assertThat(brightest()).isGreaterThan(200);
        assertThat(browser.text("#neuron-words")).doesNotContain("blank");
    }

    /** Returns the largest level of red on the board, without the filters, whose colours are those of weights. */
    private long brightest() {
        return (Long) browser.run("""
                let most = 0;
                for (const canvas of document.querySelectorAll(".stage canvas")) {
                  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
                  copy.drawImage(canvas, 0, 0);
                  const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
                  for (let i = 0; i < data.length; i += 4) {
                    const isGrey = Math.abs(data[i] - data[i + 2]) < 25;
                    most = Math.max(most, isGrey ? data[i] : 0);
                  }
                }
                return most;
                """);
    }

    @Test
    void neuronsAreFoundByNumber() {
        browser.readSeven();
        choose("jar", 4);
        browser.click("#find-layer option[value='2']");
        browser.find("#find-neuron").clear();
        browser.find("#find-neuron").sendKeys("67" + Keys.ENTER);
        browser.awaitText("#neuron-title", "Layer 2, neuron 67: ");
        browser.await("#neuron.kept");
        browser.click("#find-layer option[value='3']");
        assertThat(browser.text("#find-what")).isEqualTo("Output");
        browser.find("#find-neuron").clear();
        browser.find("#find-neuron").sendKeys("7" + Keys.ENTER);
        browser.awaitText("#neuron-title", "Layer 3, output 7: ");
        browser.find("#find-neuron").clear();
        browser.find("#find-neuron").sendKeys("10" + Keys.ENTER);
        assertThat(browser.text("#neuron-title")).startsWith("Layer 3, output 7: ");
        choose("conv", 7);
        assertThat(browser.text("#find-what")).isEqualTo("Map");
    }

    @Test
    void rowsOfConnectionsAreLinedUp() {
        browser.readSeven();
        choose("conv", 7);
        browser.click(nameOf(4));
        browser.awaitText("#neuron-title", "Layer 3, map ");
        for (int width : new int[] {1280, 400}) {
            browser.show(width, 900, "light");
            assertThat(browser.run("""
                    const rows = [...document.querySelectorAll("#from li")];
                    const edges = rows.map((row) => [...row.children].slice(1).map((part) => Math.round(part.getBoundingClientRect().right)).join(" "));
                    return rows.length === 5 && new Set(edges).size === 1;
                    """)).as("right edges at " + width).isEqualTo(true);
        }
    }

    @Test
    void aLargeLayerIsReadableAndItsControlsHaveNames() {
        browser.readSeven();
        choose("conv", 7);
        browser.click(nameOf(2));
        browser.await("#window:not([hidden])");
        browser.awaitCount("#large-items li", 16);
        Readability.check(browser, "#below");
        Readability.check(browser, "#neuron");
        Readability.check(browser, "#board");
    }
}
