package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** The first view: digits are drawn with mouse, finger and pen. */
@ExtendWith(InBrowser.class)
class DrawingTest {
    private final Browser browser;

    DrawingTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void emptyPaper() {
        browser.showEmptyPaper();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void thePageRecognisesASevenDrawnWithEveryKindOfPointer(Kind kind) {
        browser.drawSeven(kind);

        browser.awaitText("#answer", "I read 7.");
        assertThat(browser.text("#bars li[aria-current]")).startsWith("7");
        assertThat(browser.all("#bars li"))
                .hasSize(10)
                .allMatch(bar -> bar.getText().endsWith("%"));
    }

    @Test
    void thePaperUndoesAndClearsStrokes() {
        browser.readSeven();
        browser.click("#undo");
        browser.awaitText("#answer", "Draw a digit");
        browser.drawSeven(Kind.MOUSE);
        browser.drawSeven(Kind.MOUSE);
        browser.click("#clear");
        browser.awaitText("#answer", "Draw a digit");
    }

    @Test
    void aReloadKeepsTheDrawingAndTheNetwork() {
        browser.readSeven();
        browser.click("#network option[value=jar]");
        browser.awaitText("#answer", "I read 7.");

        browser.reload();

        browser.awaitText("#answer", "I read 7.");
        assertThat(browser.find("#network").getDomProperty("value")).isEqualTo("jar");
    }

    @Test
    void theRubberErasesWhatWasDrawn() {
        browser.readSeven();
        browser.click("#rubber");
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "Draw a digit");
        browser.click("#undo");
        browser.awaitText("#answer", "I read 7.");
        browser.click("#rubber");
        assertThat(browser.find("#rubber").getDomAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    void examplesToTryAreDrawnOnThePaper() {
        assertThat(browser.text(".tries"))
                .contains("Try one of these, and watch which neurons change.", "half of the digit");
        for (WebElement example : browser.all("#examples button")) {
            browser.click("#clear");
            browser.awaitText("#answer", "Draw a digit");
            browser.click(example);
            browser.await("#bars li[aria-current]");
        }
        browser.click(browser.all("#examples button").get(0));
        browser.awaitText("#answer", "I read 7.");
        browser.awaitText("#bars li[aria-current]", "7");
    }
}
