package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** The page on a phone with touch, 390 pixels wide. */
@ExtendWith(InBrowser.class)
class PhoneTest {
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
        assertThat(browser.isInView("#answer")).isTrue();
        browser.run("document.getElementById('board').scrollIntoView()");
        assertThat(browser.isInView("#answer")).isTrue();
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
        assertThat(browser.isInView("#equation")).isTrue();
        browser.tap(browser.find("#let-go"));
        browser.await("#neuron:not(.kept)");
    }

    @Test
    void noLineIsSeenBesideWhatLiesOnThePage() {
        browser.click("#find button");
        browser.await("#neuron.kept");
        for (String sheet : new String[] {"#neuron", "#reading"}) {
            assertThat(browser.run(
                            "const { left, right } = document.querySelector(arguments[0]).getBoundingClientRect();"
                                    + " return [left, right].join()",
                            sheet))
                    .as(sheet)
                    .isEqualTo("0,390");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jar", "conv"})
    void aFingerTouchesNeuronsOfTwentyFourPixels(String network) {
        browser.click("#network option[value=" + network + "]");
        browser.awaitCount(".stage", network.equals("jar") ? 4 : 7);
        for (int width : new int[] {360, 390, 430}) {
            browser.showOnPhone(width, 844);
            List<WebElement> layers = browser.all(".stage canvas[aria-label$=neurons]");
            assertThat(layers).hasSizeGreaterThan(1);
            for (WebElement layer : layers) {
                browser.awaitThat("neurons of 24 pixels", () -> browser.widthOfFirst(layer) >= 24);
            }
        }
    }
}
