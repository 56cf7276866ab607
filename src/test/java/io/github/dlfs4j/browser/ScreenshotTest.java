package io.github.dlfs4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.interactions.PointerInput.Kind;

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
    void theDrawingView() throws IOException {
        browser.open("draw");
        browser.run("sessionStorage.clear()");
        browser.reload();
        browser.find("#network option[value=simple-conv]").click();
        browser.drawSeven(Kind.MOUSE);
        browser.find("#how summary").click();
        browser.await("#layers .layer");
        take("draw");
    }

    /** The picture in the README: when the page has changed, copy this one over {@code src/docs/figures/page.png}. */
    @Test
    void pageInTheReadme() throws IOException {
        browser.open("draw");
        browser.run("sessionStorage.clear()");
        browser.reload();
        browser.show(900, 500, "light");
        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "I read 7.");
        browser.screenshot(Path.of("target", "screenshots", "page.png"));
        browser.show(1100, 900, "light");
    }

    @Test
    void theTrainingView() throws IOException {
        browser.open("train");
        browser.train("epochs", "3");
        browser.awaitText("#phase", "ended after step 1800");
        browser.awaitText("#tested", "after step 1800");
        browser.run("document.querySelectorAll('#results details').forEach(node => (node.open = true))");
        take("train");
    }

    @Test
    void thePlayView() throws IOException {
        browser.open("play");
        browser.await("#play-toggle:enabled");
        browser.find("#play-form [name=speed] option[value=epochs]").click();
        browser.find("#play-toggle").click();
        browser.awaitThat("3,000 steps", () -> Integer.parseInt(browser.text("#play-steps")) >= 3000);
        browser.find("#play-toggle").click();
        browser.awaitText("#play-toggle", "Play");
        take("play");
    }

    @Test
    void theChaptersView() throws IOException {
        browser.open("chapters");
        browser.await("#chapter-list button");
        browser.all("#chapter-list button").stream()
                .filter(button -> button.getText().startsWith("5"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.await("#figures button");
        browser.find("#figures button").click();
        browser.await("#figures img");
        take("chapters");
    }

    private void take(String view) throws IOException {
        for (int width : new int[] {1100, 360}) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.show(width, width == 360 ? 740 : 900, scheme);
                browser.screenshot(Path.of("target", "screenshots", "%s-%d-%s.png".formatted(view, width, scheme)));
                assertThat(browser.run("return document.documentElement.scrollWidth"))
                        .as("width of the page in a window of %d pixels", width)
                        .isEqualTo((long) width);
            }
        }
        browser.show(1100, 900, "light");
    }
}
