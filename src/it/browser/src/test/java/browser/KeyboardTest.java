package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** The page is used with the keyboard only. */
@ExtendWith(InBrowser.class)
class KeyboardTest {
    private static final String HAS_OUTLINE = "return getComputedStyle(document.activeElement).outlineStyle !== 'none'";

    private final Browser browser;

    KeyboardTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void theKeysDrawASeven() {
        browser.showEmptyPaper();
        tabTo("paper");
        press(Keys.ARROW_LEFT, 6);
        press(Keys.SPACE, 1);
        assertThat(browser.text("#pen-state")).isEqualTo("Pen is down");
        press(Keys.ARROW_RIGHT, 11);
        for (int i = 0; i < 7; i++) {
            press(Keys.ARROW_DOWN, 2);
            press(Keys.ARROW_LEFT, 1);
        }
        press(Keys.SPACE, 1);
        assertThat(browser.text("#pen-state")).isEqualTo("Pen is up");
        browser.awaitText("#answer", "I read 7.");

        press(Keys.BACK_SPACE, 1);
        browser.awaitText("#answer", "Draw a digit");
    }

    @Test
    void theKeysReachNeurons() {
        browser.open("draw");
        browser.drawSeven(Kind.MOUSE);
        browser.click("#network option[value=jar]");
        browser.await("#stages .stage:nth-child(4).outputs");
        tabToFirst(".stage:nth-child(2) canvas");
        browser.awaitText("#neuron-title", "Layer 1, neuron 1:");
        press(Keys.ARROW_RIGHT, 3);
        browser.awaitText("#neuron-title", "Layer 1, neuron 4:");
        press(Keys.ENTER, 1);
        browser.await("#neuron.kept");
        assertThat(browser.all("#from li")).hasSize(5);
        press(Keys.TAB, 1);
        browser.awaitText("#neuron-title", "Layer 1, neuron 4:");
        press(Keys.ESCAPE, 1);
        browser.awaitText("#neuron-title", "Point at a neuron");
        press(Keys.TAB, 1); // from the name of the first layer, which opens it in large, to the second one
        press(Keys.END, 1);
        browser.awaitText("#neuron-title", "Layer 2, neuron 100:");
    }

    @Test
    void theKeysReachTheTrainingAndTheChapters() {
        browser.open("draw");
        tabToFirst("header a[href='#train']");
        press(Keys.ENTER, 1);
        browser.await("#train:not([hidden])");
        tabTo("start");
        press(Keys.ENTER, 1);
        browser.await("#pause:enabled");
        tabTo("stop");
        press(Keys.SPACE, 1);
        browser.await("#start:enabled");

        openFirstSection();
        tabToFirst("#source");
    }

    private void openFirstSection() {
        browser.open("chapters");
        tabToFirst("#chapter-list button");
        press(Keys.ENTER, 1);
        browser.await("#chapter:not([hidden])");
        tabToFirst("#parts .title");
        press(Keys.ENTER, 1);
        browser.await("#code .marked");
    }

    /** The code follows to the section that is scrolled to, and keeps the focus. */
    @Test
    void theCodeKeepsTheFocusWhileThePageScrolls() {
        openFirstSection();
        browser.run("document.getElementById('source').focus({ preventScroll: true })");
        browser.run("scrollTo(0, document.documentElement.scrollHeight)");
        browser.await("#parts > :not(:first-child).chosen");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("source");
    }

    /** Presses Tab until an element or its summary has the focus, and checks that the focus is visible. */
    private void tabTo(String id) {
        tabToFirst("#" + id + ", #" + id + " > summary");
    }

    private void tabToFirst(String selector) {
        browser.tabTo(selector);
        assertThat(browser.run(HAS_OUTLINE))
                .as("focus on %s is visible", selector)
                .isEqualTo(true);
    }

    private void press(Keys key, int times) {
        for (int i = 0; i < times; i++) {
            browser.actions().sendKeys(key).perform();
        }
    }
}
