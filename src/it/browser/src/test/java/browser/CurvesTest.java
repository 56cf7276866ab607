package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The curves of the second view: their axes, the values at a cursor, and several trainings over each other. */
@ExtendWith(InBrowser.class)
class CurvesTest {
    private final Browser browser;

    CurvesTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        browser.open("train");
    }

    /** Leaves only the last training in the charts. */
    private void removeEarlierOnes() {
        for (int left = browser.all("#runs .remove:not([hidden])").size(); left > 0; left--) {
            int next = left - 1;
            browser.click("#runs .remove:not([hidden])");
            browser.awaitCount("#runs .remove:not([hidden])", next);
        }
    }

    private void train(String optimizer, String steps) {
        browser.choose("optimizer", optimizer);
        browser.train("steps", steps);
        browser.awaitText("#phase", "ended after step " + steps);
        browser.await("#start:enabled");
        browser.awaitText("#tested", "after step " + steps);
    }

    @Test
    void theAxisOfTheAccuracyFitsTheData() {
        train("adam", "600");
        removeEarlierOnes();
        browser.awaitText("#accuracy-now", "test 0.9");

        assertThat(browser.all("#accuracy text").get(0).getText()).isEqualTo("0.9");
        train("sgd", "30");
        String least = browser.all("#accuracy text").get(0).getText();
        double accuracy = Double.parseDouble(browser.text("#accuracy-now").replaceAll(".*test ", ""));
        assertThat(Double.parseDouble(least)).isLessThan(0.9).isBetween(accuracy - 0.1, accuracy);
    }

    @Test
    void theStepsBelowAChartKeepApart() {
        browser.awaitThat("the state", () -> !browser.text("#phase").isBlank());
        assertThat(browser.runUntilCalled("""
                const [done] = arguments;
                import(new URL("/curves.js", location)).then(async ({ drawCurves }) => {
                  const close = [];
                  for (const steps of [1, 2, 7, 30, 75, 100, 120, 500, 600, 1200, 5000, 9600, 60000, 1234567]) {
                    const points = [{ step: steps, loss: 1, trainAccuracy: null, testAccuracy: null }];
                    drawCurves([{ run: 1, colour: 0, isLast: true, steps, points, smoothed: [], unseen: "test" }]);
                    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                    const texts = [...document.querySelectorAll("#loss text")].filter((text) => text.getAttribute("y") > 200);
                    const boxes = texts.map((text) => text.getBoundingClientRect()).sort((a, b) => a.left - b.left);
                    if (boxes.length < 2 || boxes.some(({ left }, i) => i > 0 && left < boxes[i - 1].right + 4)) {
                      close.push(steps);
                    }
                  }
                  done(close.join());
                });
                """))
                .as("numbers of steps whose texts touch")
                .isEqualTo("");
    }

    /** Draws curves of trainings with these losses, and returns the texts of a chart. */
    private Object textsOf(String id, String runs) {
        return browser.runUntilCalled("""
                const [id, done] = arguments;
                const run = (unseen, losses) => ({ run: 1, colour: 0, steps: losses.length, smoothed: [], unseen, counted: 2.7,
                  points: losses.map((loss, i) => ({ step: i + 1, loss, trainAccuracy: null, testAccuracy: null })) });
                import(new URL("/curves.js", location)).then(async ({ drawCurves }) => {
                  drawCurves([%s]);
                  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                  const svg = document.getElementById(id);
                  done(svg.closest("figure").hidden ? "hidden" : [...svg.children].map((part) => part.textContent).join(" ").trim());
                });
                """.formatted(runs), id);
    }

    @Test
    void chartsHaveAxesThatFitWhatTheyShow() {
        browser.awaitThat("the state", () -> !browser.text("#phase").isBlank());
        assertThat(textsOf("accuracy", "")).isEqualTo("no values yet");
        assertThat(textsOf("text-loss", "")).isEqualTo("hidden");
        String falls = "run('test', [%s, ...Array.from({ length: 40 }, (_, i) => 2 - i / 30)])";
        assertThat(textsOf("loss", falls.formatted("10"))).asString().containsPattern("^0 .* 2 +0 ");
        assertThat(textsOf("loss", falls.formatted("2.3"))).asString().containsPattern("^0 .* 2.4 +0 ");
        String both = "run('test', [0.4, 0.3]), run('bits', [4, 3])";
        assertThat(textsOf("loss", both)).asString().containsPattern("^0 .* 0.4 +0 ");
        assertThat(textsOf("text-loss", both)).asString().containsPattern("^0 .* 4 +0 ");
    }

    @Test
    void theLossHasASmoothedLineOverTheRawOne() {
        train("sgd", "100");
        removeEarlierOnes();

        Object points = browser.run("return ['raw', 'smooth'].map(kind =>"
                + " document.querySelector(`#loss .${kind}.last`).getAttribute('points').split(' ').length)");
        assertThat(points).asString().matches("\\[10[01], 100]");
        assertThat(browser.text("#loss-now")).containsPattern("loss \\d\\.\\d{4}.*smoothed \\d\\.\\d{4}");
        // The raw line goes up and down more.
        Object rougher = browser.run("const rise = (kind) => document.querySelector(`#loss .${kind}.last`)"
                + ".getAttribute('points').split(' ').map((place) => Number(place.split(',')[1]))"
                + ".reduce((sum, y, i, all) => sum + (i ? Math.abs(y - all[i - 1]) : 0), 0);"
                + "return rise('raw') > 1.2 * rise('smooth');");
        assertThat(rougher).isEqualTo(true);
    }

    @Test
    void curvesShowTheirValuesAtThePointerAndWithTheKeys() {
        train("sgd", "50");
        removeEarlierOnes();

        browser.actions().moveToElement(browser.find("#loss")).perform();
        browser.awaitText("#loss", "smoothed");
        assertThat(browser.text("#loss")).containsPattern("step 2\\d");
        assertThat(browser.all("#loss .cursor, #accuracy .cursor")).hasSize(2);
        browser.actions().moveToElement(browser.find("#phase")).perform();
        browser.awaitCount(".chart .cursor", 0);

        browser.run("document.getElementById('loss').focus()");
        browser.actions()
                .sendKeys(Keys.HOME, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
                .perform();
        browser.await("#loss .cursor");
        assertThat(browser.find("#loss").getDomAttribute("aria-valuetext"))
                .matches("step 3: .*loss \\d\\.\\d{4} +smoothed \\d\\.\\d{4}.*");
        assertThat(browser.find("#loss").getDomAttribute("aria-valuenow")).isEqualTo("3");
        browser.actions().sendKeys(Keys.END).perform();
        browser.awaitText("#loss .read", "step 50");
        browser.actions().sendKeys(Keys.ESCAPE).perform();
        browser.awaitCount(".chart .cursor", 0);
    }

    @Test
    void chartsOverlayFourTrainingsThatTheLegendHidesAndRemoves() {
        for (String optimizer : new String[] {"sgd", "adam", "momentum", "adagrad", "nesterov"}) {
            train(optimizer, "30");
        }

        browser.awaitCount("#runs li", 4);
        assertThat(browser.text("#runs")).doesNotContain("sgd").contains("adam, learning rate 0.001", "nesterov");
        assertThat(browser.run("return new Set([...document.querySelectorAll('#loss .smooth')]"
                        + ".map(line => getComputedStyle(line).stroke)).size"))
                .as("colours")
                .isEqualTo(4L);
        browser.click("#runs li:first-child input");
        browser.awaitCount("#loss .smooth", 3);
        browser.click("#runs li:first-child input");
        browser.awaitCount("#loss .smooth", 4);

        browser.click("#runs li:nth-child(2) .remove");
        browser.awaitCount("#runs li", 3);
        browser.awaitCount("#loss .smooth", 3);
        assertThat(browser.text("#runs")).doesNotContain("momentum");
        browser.reload();
        browser.awaitCount("#loss .smooth", 3);
        assertThat(browser.find("#runs li:last-child .remove").isDisplayed()).isFalse();
    }
}
