package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** The page on a phone with touch, 390 pixels wide. */
@ExtendWith(InBrowser.class)
class PhoneTest {
    private static final String IS_IN_VIEW = "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            + " return box.top >= 0 && box.bottom <= innerHeight && box.height > 0";

    private final Browser browser;

    PhoneTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void holdAPhone() {
        browser.showOnPhone(390, 844);
        browser.showEmptyPaper();
    }

    @Test
    void onAPhoneThePaperFillsTheWidthAndTheAnswerStaysInView() throws IOException {
        assertThat((Long) browser.run(
                        "return Math.round(document.getElementById('paper').getBoundingClientRect().width)"))
                .isEqualTo(390L - 2 * 12);
        browser.run("document.getElementById('paper').scrollIntoView({ block: 'end' })");
        browser.drawSeven(Kind.TOUCH);
        browser.awaitText("#answer", "I read 7.");
        assertThat(browser.run(IS_IN_VIEW, "#answer")).isEqualTo(true);
        browser.run("document.getElementById('board').scrollIntoView()");
        assertThat(browser.run(IS_IN_VIEW, "#answer")).isEqualTo(true);
        assertThat(browser.find("#paper-keys").isDisplayed()).isFalse();
        assertThat(browser.find("#neuron-keys").isDisplayed()).isFalse();
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(390L);
        browser.screenshot(Path.of("target", "screenshots", "phone.png"));
    }

    @Test
    void aTapKeepsANeuron() {
        browser.drawSeven(Kind.TOUCH);
        browser.awaitText("#answer", "I read 7.");
        browser.run("document.querySelector('.stage:nth-child(2)').scrollIntoView({ block: 'center' })");
        browser.tap(browser.find(".stage:nth-child(2) canvas"));
        browser.await("#neuron.kept");
        assertThat(browser.text("#neuron-title")).startsWith("Layer 1, neuron ");
        assertThat(browser.all("#from li")).hasSize(5);
        assertThat(browser.run(IS_IN_VIEW, "#equation")).isEqualTo(true);
        browser.tap(browser.find("#let-go"));
        browser.await("#neuron:not(.kept)");
    }
}
