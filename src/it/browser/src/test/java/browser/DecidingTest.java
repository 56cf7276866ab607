package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.layer.Layer;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.LeNet;
import io.github.dlfs4j.network.Sequential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** Which pixels decided: the gradient and the covered patches, as the layers of the library compute them. */
@ExtendWith(InBrowser.class)
class DecidingTest {
    private static final double ROUNDING = 6e-4;

    private final Browser browser;

    DecidingTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void emptyPaper() {
        browser.showEmptyPaper();
    }

    private int[] numbersIn(String selector) {
        return browser.text(selector)
                .replaceAll("covered.*|, of brightness.*", "")
                .replaceAll("[^0-9]+", " ")
                .strip()
                .lines()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Test
    void thePageShowsTheGradientAndWhatAPatchIsWorth(@TempDir Path folder) throws IOException {
        Path file = PictureTest.one(folder);
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.awaitText("#answer", "I read 1.");
        NDArray image = DigitImage.read(file).normalized().reshape(1, 1, 28, 28);
        Sequential network = LeNet.pretrained();
        NDArray scores = image;
        for (Layer layer : network.layers()) {
            scores = layer.forward(scores);
        }
        NDArray gradient = NDArray.zeros(scores.dtype(), 1, 10);
        gradient.at(0, 1).set(1);
        List<Layer> back = new ArrayList<>(network.layers());
        Collections.reverse(back);
        for (Layer layer : back) {
            gradient = layer.backward(gradient);
        }

        browser.click("#deciding summary");
        browser.awaitText("#deciding-title", "The score of 1 is ");

        double score = scores.getDouble(0, 1);
        assertThat(NeuronTest.numbers(browser.text("#deciding-title")).get(0)).isCloseTo(score, within(ROUNDING));
        double most = gradient.abs().max().asDouble();
        assertThat(Math.abs(derivative())).isCloseTo(most, within(ROUNDING));
        int[] place = numbersIn("#deciding-gradient-read");
        assertThat(derivative()).isCloseTo(gradient.getDouble(0, 0, place[0] - 1, place[1] - 1), within(ROUNDING));
        browser.find("#deciding-gradient").sendKeys(Keys.ARROW_UP);
        browser.awaitText("#deciding-gradient-read", "Row " + (place[0] - 1) + ", column " + place[1]);
        assertThat(derivative()).isCloseTo(gradient.getDouble(0, 0, place[0] - 2, place[1] - 1), within(ROUNDING));

        compareCovered(network, image);
        browser.actions()
                .moveToElement(browser.find("#deciding-covered"), 10, 10)
                .perform();
        browser.awaitText("#deciding-covered-read", "Rows 13 to 16, columns 13 to 16 covered");
        compareCovered(network, image);
    }

    private double derivative() {
        List<Double> numbers = NeuronTest.numbers(browser.text("#deciding-gradient-read"));
        return numbers.get(numbers.size() - 1);
    }

    private void compareCovered(Sequential network, NDArray image) {
        int[] place = numbersIn("#deciding-covered-read");
        NDArray covered = image.copy();
        covered.at(Index.all(), Index.all(), Index.range(place[0] - 1, place[1]), Index.range(place[2] - 1, place[3]))
                .set(0);
        NDArray scores = network.predict(covered);
        List<Double> said =
                NeuronTest.numbers(browser.text("#deciding-covered-read").replaceAll(".*covered: ", ""));
        assertThat(said.get(1)).isCloseTo(scores.getDouble(0, 1), within(ROUNDING));
        assertThat(said.get(3)).isCloseTo(100 * Activations.softmax(scores).getDouble(0, 1), within(0.06));
    }

    @Test
    void theDecidingPixelsFollowTheDrawing() {
        browser.click("#deciding summary");
        browser.awaitText("#deciding-title", "Draw a digit first.");
        assertThat(browser.find("#deciding-body").isDisplayed()).isFalse();
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#deciding-title", "The score of 7 is ");
        assertThat(browser.text("#deciding"))
                .contains("The gradient says which small changes move the score most")
                .contains("Neither says what this digit has to look like");
        assertThat(browser.find("#deciding-gradient").getSize().width).isEqualTo(280);
        assertThat(browser.find("#deciding-gradient").getAccessibleName())
                .isEqualTo("The gradient of the score of 7 by each pixel");
        Readability.check(browser, "#deciding");
        browser.showWide();
        browser.click("#clear");
        browser.awaitText("#deciding-title", "Draw a digit first.");
    }
}
