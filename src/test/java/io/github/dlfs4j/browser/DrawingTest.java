package io.github.dlfs4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        browser.open("draw");
        browser.run("sessionStorage.clear()");
        browser.reload();
        browser.awaitText("#answer", "Draw a digit");
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
    void showsTheLayersTheFiltersAndAGraph() {
        browser.drawSeven(Kind.MOUSE);
        browser.find("#network option[value=simple-conv]").click();
        browser.find("#how summary").click();

        browser.await("#layers [aria-label^='Convolution 1, filter 1']");
        assertThat(browser.text("#layers .layer:first-child h3")).startsWith("Convolution");
        assertThat(browser.text("#layers .layer:last-child h3")).isEqualTo("Softmax: 10 values");
        browser.await("#graph");
        assertThat(browser.runUntilCalled(
                        "const [done] = arguments; document.getElementById('graph').decode().then(() => done(true))"))
                .isEqualTo(true);
    }
}
