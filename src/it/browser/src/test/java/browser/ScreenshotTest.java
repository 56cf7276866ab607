package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * Takes pictures of each view on a desktop and on a phone, in light and dark, for people to look at. Nothing may be
 * wider than the window.
 */
@ExtendWith(InBrowser.class)
class ScreenshotTest {
    private final Browser browser;

    ScreenshotTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void theDrawingViewFitsEveryWindow() throws IOException {
        drawSeven();
        keepANeuron(2);
        take("draw");
        for (String network : new String[] {"simple-conv", "deep-conv"}) {
            int layers = network.equals("deep-conv") ? 12 : 5;
            browser.chooseOfTheBook(network);
            browser.await(".stage:nth-child(" + layers + ").outputs");
            browser.awaitText("#answer", "I read 7.");
            keepANeuron(2);
            take("draw-" + network);
        }
    }

    /**
     * The picture in the README: when the page has changed, copy this one over {@code src/docs/figures/page.png}, with
     * a palette of 256 colours, which makes the file small.
     */
    @Test
    void thePictureInTheReadmeIsTaken() throws IOException {
        browser.show(1200, 870, "light");
        drawSeven();
        browser.actions()
                .moveToElement(browser.find(".stage:nth-child(3) canvas"), -20, -70)
                .click()
                .perform();
        browser.await("#neuron.kept");
        browser.await("#lines path");
        browser.run("document.querySelectorAll('#below .keys').forEach(hint => (hint.hidden = true));"
                + " document.querySelector('.rest').style.minHeight = 0;"
                + " document.body.style.paddingBottom = 0");
        browser.screenshot(Path.of("target", "screenshots", "page.png"));
        assertThat(browser.run(
                        "return document.querySelector('#bars [aria-current] :last-child').getClientRects().length"))
                .as("lines of the probability")
                .isEqualTo(1L);
    }

    private void drawSeven() {
        browser.showEmptyPaper();
        browser.readSeven();
    }

    /** Keeps a neuron of a layer, the image being the first one. */
    private void keepANeuron(int layer) {
        WebElement canvas = browser.find(".stage:nth-child(" + layer + ") canvas");
        for (Keys key : new Keys[] {Keys.ARROW_DOWN, Keys.ARROW_RIGHT}) {
            canvas.sendKeys(key.toString().repeat(11));
        }
        canvas.sendKeys(Keys.ENTER);
        browser.await("#neuron.kept");
    }

    @Test
    void theTrainingViewFitsEveryWindow() throws IOException {
        browser.open("train");
        browser.train("epochs", "3");
        browser.awaitText("#phase", "ended after step 1800");
        browser.awaitText("#tested", "after step 1800");
        browser.run("document.querySelectorAll('#results details').forEach(node => (node.open = true))");
        browser.click("[data-label='4'][data-prediction='9']");
        browser.await("#cell:not([hidden])");
        take("train");
    }

    @Test
    void thePlayViewFitsEveryWindow() throws IOException {
        browser.open("play");
        browser.await("#play-toggle:enabled");
        browser.click("#play-form [name=speed] option[value=epochs]");
        browser.click("#play-toggle");
        browser.awaitThat("3,000 steps", () -> Integer.parseInt(browser.text("#play-steps")) >= 3000);
        browser.click("#play-toggle");
        browser.awaitText("#play-toggle", "Play");
        take("play");
    }

    @Test
    void theGraphsViewFitsEveryWindow() throws IOException {
        browser.open("graphs");
        browser.await(".name-row");
        browser.find("#graph-player .picture").sendKeys(Keys.END, Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        browser.click("#seven-show");
        browser.await("#seven-way table");
        take("graphs");
    }

    /**
     * Takes the picture at the beginning of the page about the language model, too: when the view has changed, copy
     * this one over {@code src/docs/figures/language-model-inside.png}, with a palette of 64 colours.
     */
    @Test
    void theViewOfTheLanguageModelFitsEveryWindow() throws IOException {
        browser.open("transformer");
        browser.await(".block:last-child svg path");
        browser.click(".block:first-child .head-of-block:nth-child(2) button");
        browser.awaitThat(
                "the map", () -> !browser.text("#transformer-map-read").isEmpty());
        take("transformer");
        browser.show(1200, 900, "light");
        browser.run("document.querySelectorAll('.block .columns, .block:last-child, #transformer-java')"
                + ".forEach((part) => (part.hidden = true)); document.body.style.paddingBottom = 0");
        browser.screenshot(Path.of("target", "screenshots", "language-model-inside.png"));
    }

    @Test
    void theChaptersViewFitsEveryWindow() throws IOException {
        browser.open("chapters");
        browser.await("#chapter-list button");
        browser.click(browser.all("#chapter-list button").stream()
                .filter(button -> button.getText().startsWith("5"))
                .findFirst()
                .orElseThrow());
        browser.await("#parts .figure button");
        browser.click("#draw-all");
        browser.awaitCount("#parts :is(img, .player)", 21);
        take("chapters");
    }

    private void take(String view) throws IOException {
        for (int width : new int[] {1400, 768, 390, 360}) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.show(width, width < 400 ? 740 : 900, scheme);
                browser.screenshot(Path.of("target", "screenshots", "%s-%s-%s.png".formatted(view, width, scheme)));
                assertThat(browser.run("return document.documentElement.scrollWidth"))
                        .as("width of the page in a window of %d pixels", width)
                        .isEqualTo((long) width);
            }
        }
    }
}
