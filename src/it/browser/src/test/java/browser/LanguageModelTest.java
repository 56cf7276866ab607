package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The language model in the view "Train". */
@ExtendWith(InBrowser.class)
class LanguageModelTest {
    private final Browser browser;

    LanguageModelTest(Browser browser) {
        this.browser = browser;
    }

    private void start(String steps) {
        browser.open("train");
        browser.await("#options [name=patience]");
        browser.choose("network", "language-model");
        assertThat(browser.find("#options [name=optimizer]").isDisplayed()).isFalse();
        browser.choose("width", "32");
        browser.choose("blocks", "1");
        browser.set("text-steps", steps);
        browser.click("#start");
    }

    @Test
    void aLanguageModelShowsItsBitsAndWhatItWritesAndGoesOnAfterAReload() {
        start("2000");
        browser.awaitText("#tested", "After step 100, the model needs ");
        assertThat(browser.text("#tested")).contains("a count of three characters needs 2.7");
        browser.awaitText("#written li:first-child", "step 100");
        assertThat(browser.text("#written li:last-child")).startsWith("step 0");
        assertThat(browser.text("#bits-now")).contains("bits ", "count of three characters 2.7");
        assertThat(browser.find("#confusion").isDisplayed()).isFalse();

        browser.click("#pause");
        browser.awaitText("#pause", "Continue");
        browser.reload();
        browser.awaitText("#pause", "Continue");
        browser.awaitText("#written li:last-child", "step 0");
        browser.await("#bits .test");
        Readability.check(browser, "#results");
        browser.find("#save-name").clear();
        browser.find("#save-name").sendKeys("novel");
        browser.click("#save");
        browser.await("#saved option[value=novel]");
        browser.click("#stop");
        browser.await("#resume:enabled");
        browser.awaitText("#phase", "stopped after step ");

        browser.click("header a[href='#transformer']");
        browser.await("#transformer-model [value=saved-novel]");
        browser.click("#transformer-model [value=saved-novel]");
        browser.awaitText("#transformer-about", "Blocks: 1.");
        browser.click("header a[href='#train']");

        browser.run("document.getElementById('saved').value = 'novel'");
        browser.click("#resume");
        browser.await("#stop:enabled");
        browser.awaitText("#written li:last-child", "step 1");
        browser.click("#stop");
        browser.await("#start:enabled");
    }

    @Test
    void digitsAfterALanguageModelHaveTheirResultsAgain() {
        start("1");
        browser.awaitText("#tested", "After step 1,");
        browser.choose("network", "two-layer");
        assertThat(browser.find("#options [name=width]").isDisplayed()).isFalse();
        browser.train("steps", "20");
        browser.awaitText("#tested", "Accuracy on the test images after step 20");
        assertThat(browser.find("#confusion").isDisplayed()).isTrue();
        assertThat(browser.find("#written").isDisplayed()).isFalse();
        assertThat(browser.find("#accuracy").isDisplayed()).isTrue();
    }
}
