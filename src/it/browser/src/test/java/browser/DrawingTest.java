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
    void recognisesASevenDrawnWithEveryKindOfPointer(Kind kind) {
        browser.drawSeven(kind);

        browser.awaitText("#answer", "I read 7.");
        assertThat(browser.text("#bars li[aria-current]")).startsWith("7");
        assertThat(browser.all("#bars li"))
                .hasSize(10)
                .allMatch(bar -> bar.getText().endsWith("%"));
    }

    @Test
    void undoesAndClears() {
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "I read 7.");
        browser.find("#undo").click();
        browser.awaitText("#answer", "Draw a digit");
        browser.drawSeven(Kind.MOUSE);
        browser.drawSeven(Kind.MOUSE);
        browser.find("#clear").click();
        browser.awaitText("#answer", "Draw a digit");
    }

    @Test
    void keepsTheDrawingAndTheNetworkOnReload() {
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "I read 7.");
        browser.find("#network option[value=simple-conv]").click();
        browser.awaitText("#answer", "I read 7.");

        browser.reload();

        browser.awaitText("#answer", "I read 7.");
        assertThat(browser.find("#network").getDomProperty("value")).isEqualTo("simple-conv");
    }

    @Test
    void rubsOutWhatWasDrawn() {
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "I read 7.");
        browser.find("#rubber").click();
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "Draw a digit");
        browser.find("#undo").click();
        browser.awaitText("#answer", "I read 7.");
        browser.find("#rubber").click();
        assertThat(browser.find("#rubber").getDomAttribute("aria-pressed")).isEqualTo("false");
    }

    @Test
    void drawsWhatToTry() {
        for (WebElement example : browser.all("#examples button")) {
            browser.find("#clear").click();
            browser.awaitText("#answer", "Draw a digit");
            example.click();
            browser.await("#bars li[aria-current]");
        }
        browser.all("#examples button").get(0).click();
        browser.awaitText("#answer", "I read 7.");
        browser.awaitText("#bars li[aria-current]", "7");
    }
}
