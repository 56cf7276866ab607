package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** What the second view shows after a training: the images behind the confusion matrix, and single images. */
@ExtendWith(InBrowser.class)
class ResultsTest {
    /** The number of steps of each training. Another one for each tells its results from those before. */
    private static int steps = 60;

    private final Browser browser;

    ResultsTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void train() {
        browser.open("train");
        steps++;
        browser.train("steps", "" + steps);
        browser.awaitText("#phase", "ended after step " + steps);
        browser.awaitText("#tested", "after step " + steps);
    }

    private void openMatrix() {
        browser.click("#confusion summary");
    }

    @Test
    void theConfusionMatrixNamesItsColumnsPredictions() {
        openMatrix();

        assertThat(browser.text("#matrix thead")).startsWith("predicted as").contains("label", "recall");
    }

    @Test
    void theConfusionMatrixOpensTheImagesOfACell() {
        openMatrix();
        browser.click("[data-label='4'][data-prediction='9']");

        browser.await("#cell:not([hidden])");
        String count = browser.text("[data-label='4'][data-prediction='9']");
        assertThat(browser.text("#cell-title")).startsWith("4 read as 9: " + count + " image");
        assertThat(browser.all("#cell-images li"))
                .hasSize(Math.min(60, Integer.parseInt(count)))
                .allMatch(image -> image.getText().replaceAll("\\s+", " ").startsWith("4, read as 9, "));
        browser.click("[data-label='1'][data-prediction='1']");
        browser.awaitText("#cell-title", "1 read as 1: ");
        assertThat(browser.text("#cell-title")).contains("the first 60, least sure first");
    }

    @Test
    void theKeysReachEveryCellOfTheConfusionMatrix() {
        openMatrix();
        assertThat(browser.all("#matrix td[tabindex='0']")).hasSize(1);
        browser.run("document.querySelector('#matrix td[tabindex=\"0\"]').focus()");
        browser.actions()
                .sendKeys(Keys.ARROW_DOWN, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.ARROW_UP, Keys.ENTER)
                .perform();

        browser.awaitText("#cell-title", "0 read as 2: ");
        assertThat(browser.all("#matrix td[tabindex='0']")).hasSize(1);
        assertThat(browser.find("[data-label='0'][data-prediction='2']").getDomAttribute("aria-selected"))
                .isEqualTo("true");
    }

    @Test
    void aMistakeShowsWhatTheNetworkSaw() {
        browser.click("#mistaken summary");
        browser.click("#mistakes button");

        browser.await("#guess[open]");
        assertThat(browser.text("#guess-title")).matches("Test image \\d+: a \\d, read as \\d");
        assertThat(browser.all("#guess-bars li"))
                .hasSize(10)
                .allMatch(bar -> bar.getText().endsWith("%"));
        String prediction = browser.text("#guess-title").replaceAll(".* ", "");
        assertThat(browser.text("#guess-bars .chosen")).startsWith(prediction);
        assertThat(browser.text("#guess-bars .missed")).contains("label");
        assertThat(browser.find("#guess-image").getSize().width).isGreaterThanOrEqualTo(250);
        assertThat(browser.run("return document.getElementById('guess-image').getContext('2d')"
                        + ".getImageData(0, 0, 28, 28).data.filter((x, i) => i % 4 === 0 && x > 128).length > 20"))
                .as("the image is painted")
                .isEqualTo(true);
        assertThat(browser.text("#guess-place")).isEqualTo("1 of 60");
        browser.actions().sendKeys(Keys.ARROW_RIGHT).perform();
        browser.awaitText("#guess-place", "2 of 60");
        browser.actions().sendKeys(Keys.ESCAPE).perform();
        browser.awaitCount("#guess[open]", 0);
        assertThat(browser.run("return document.activeElement.closest('#mistakes') !== null"))
                .as("the focus is back at the mistake")
                .isEqualTo(true);
    }

    /** Weights have the colours of the board, which the legend beside them names. */
    @Test
    void weightsHaveTheColoursOfTheirLegend() {
        browser.click("#weighed summary");
        browser.await("#weights canvas");

        Object colours = browser.run("""
                const canvas = document.querySelector("#weights canvas");
                const pen = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
                pen.drawImage(canvas, 0, 0);
                const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
                const isAny = (condition) => data.some((red, i) => i % 4 === 0 && condition(red, data[i + 2]));
                const swatch = (name) => getComputedStyle(document.querySelector(`#weighed .${name}`)).backgroundColor;
                return [isAny((red, blue) => blue > red + 60), isAny((red, blue) => red > blue + 30), swatch("positive"), swatch("negative")];
                """);
        assertThat(colours).asString().isEqualTo("[true, true, rgb(92, 184, 255), rgb(255, 154, 77)]");
        assertThat(browser.text("#weighed .hint")).contains("positive", "negative", "dark is 0");
    }

    @Test
    void aMistakeThatTheNetworkIsSureOfOpensInIt() {
        browser.choose("optimizer", "adam");
        browser.train("steps", "600");
        browser.awaitText("#tested", "after step 600");
        browser.click("#mistaken summary");
        browser.click("#mistakes button");
        browser.await("#guess[open]");
        String prediction = browser.text("#guess-title").replaceAll(".* ", "");
        assertThat((Number) browser.run("return scrollY")).isNotEqualTo(0L);
        browser.click("#guess-draw");

        browser.await("#draw:not([hidden])");
        browser.awaitThat("paper and answer", () -> browser.isInView("#paper") && browser.isInView("#answer"));
        browser.awaitText("#answer", "I read " + prediction + ".");
        browser.awaitText("#bars li[aria-current]", prediction);
        assertThat(browser.find("#network").getDomProperty("value")).isEqualTo("trained");
    }

    /** A tint differs from the ground by some levels of grey, and leaves the text readable. */
    @Test
    void tintsOfTheMatrixAreSeenInLightAndDark() {
        openMatrix();
        for (String scheme : new String[] {"light", "dark"}) {
            browser.show(1100, 900, scheme);
            Object tints = browser.run(Browser.CONTRAST + """
                    const sheet = getComputedStyle(document.body).backgroundColor;
                    const styles = [...document.querySelectorAll("#matrix .wrong, #matrix .right")].map((cell) => getComputedStyle(cell));
                    return [
                      Math.min(...styles.map((style) => contrast(style.backgroundColor, sheet))) > 1.08,
                      Math.min(...styles.map((style) => contrast(style.backgroundColor, style.color))) >= 4.5,
                    ];
                    """);
            assertThat(tints).as(scheme).asString().isEqualTo("[true, true]");
        }
    }
}
