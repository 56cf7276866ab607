package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The third view: a small network learns to tell points of a plane apart. */
@ExtendWith(InBrowser.class)
class PlayTest {
    private static final String PLANE = "return document.getElementById('play-plane').toDataURL()";

    private final Browser browser;

    PlayTest(Browser browser) {
        this.browser = browser;
    }

    private void open() {
        browser.open("play");
        browser.await("#play-toggle:enabled");
        browser.await(".net path");
        browser.awaitText("#play-right", "of the test points");
    }

    private int steps() {
        return Integer.parseInt(browser.text("#play-steps"));
    }

    private void choose(String field, String value) {
        browser.click("#play-form [name=%s] option[value='%s']".formatted(field, value));
    }

    @Test
    void playMakesSingleStepsThatChangeThePicture() {
        open();
        Object before = browser.run(PLANE);
        assertThat(steps()).isZero();
        browser.click("#play-step");
        browser.awaitExactly("#play-steps", "1");
        browser.click("#play-step");
        browser.awaitExactly("#play-steps", "2");
        assertThat(browser.run(PLANE)).isNotEqualTo(before);
        assertThat(browser.text("#play-status")).startsWith("Paused. Right: ");
        browser.click("#play-reset");
        browser.awaitExactly("#play-steps", "0");
        assertThat(browser.run(PLANE)).as("the same seed").isEqualTo(before);
    }

    @Test
    void playSaysWhatItsSpeedIs() {
        open();
        assertThat((String) browser.run("return document.querySelector('[name=speed]').parentNode.textContent"))
                .containsSubsequence("Speed ", "10 steps/s", "10 epochs/s", "100 epochs/s");
    }

    /** The suggestion for the spiral is what its text says, seen in the browser. */
    @Test
    void playLearnsTheSpiralAsSuggested() {
        open();
        choose("speed", "epochs");
        WebElement suggestion = browser.all("#play-suggestions > li li").stream()
                .filter(trial -> trial.getText().startsWith("8 and 8"))
                .findFirst()
                .orElseThrow();
        assertThat(suggestion.getText()).contains("after 3,000 steps at least 98 % of the training points are right");
        browser.click(suggestion.findElement(By.tagName("button")));
        browser.awaitText("#play-toggle", "Pause");
        browser.awaitThat("3,000 steps", () -> steps() >= 3000);
        browser.click("#play-toggle");
        browser.awaitText("#play-toggle", "Play");
        String right = browser.text("#play-right");
        assertThat(Double.parseDouble(right.substring(0, right.indexOf(' '))))
                .as(right)
                .isGreaterThanOrEqualTo(98);
        assertThat(browser.find("#play-loss polyline.train").getDomAttribute("points"))
                .contains(" ");
        assertThat(browser.text("#play-loss-now")).containsPattern("train 0\\.\\d{3}.*test \\d\\.\\d{3}");
    }

    @Test
    void playChangesTheShapeOfTheNetwork() {
        open();
        assertThat(browser.all(".neuron")).hasSize(2 + 8 + 8 + 2);
        browser.click("[data-change='layers+']");
        browser.awaitThat("a third layer", () -> browser.all(".neuron").size() == 2 + 3 * 8 + 2);
        browser.click("[data-change='1-']");
        browser.awaitThat("a neuron less", () -> browser.all(".neuron").size() == 2 + 7 + 8 + 8 + 2);
        assertThat(browser.all(".net path")).hasSize(2 * 7 + 7 * 8 + 8 * 8 + 8 * 2);
    }

    @Test
    void playKeepsLearningAtANewRateAndRestartsForANewActivation() {
        open();
        browser.click("#play-step");
        browser.awaitExactly("#play-steps", "1");
        browser.find("#play-form [name=learningRate]").sendKeys("0.1");
        browser.click("#play-step");
        browser.awaitExactly("#play-steps", "2");
        browser.click("#play .program summary");
        assertThat(browser.text("#play-program"))
                .contains("optimizer.learningRate(0.1)", "MultiLayerNet.ofSizes(2, 8, 8, 2)");
        choose("activation", "relu");
        browser.awaitExactly("#play-steps", "0");
    }

    @Test
    void playShowsANeuronInTheLargePicture() {
        open();
        assertThat(browser.text("#play-shown")).isEqualTo("What the network answers over the plane");
        Object whole = browser.run(PLANE);
        WebElement neuron = browser.find(".neuron[aria-label='Neuron 3 of layer 1']");
        browser.actions().moveToElement(neuron).perform();
        browser.awaitText("#play-shown", "Neuron 3 of layer 1");
        assertThat(browser.run(PLANE)).isNotEqualTo(whole);
        assertThat(browser.text("#play-neuron"))
                .matches("Neuron 3 of layer 1 answers from .* to .*\\. Bias .*, weights x₁: .*, x₂: .*\\.");
        browser.click(neuron);
        browser.actions().moveToElement(browser.find("h1")).perform();
        assertThat(browser.text("#play-shown")).as("a click keeps it").isEqualTo("Neuron 3 of layer 1");
        assertThat(neuron.getDomAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void playPausesWhileAnotherViewIsShown() {
        open();
        browser.click("#play-toggle");
        browser.awaitThat("some steps", () -> steps() > 20);
        browser.click("header a[href='#draw']");
        browser.awaitThat(
                "the pause",
                () -> "Play".equals(browser.run("return document.getElementById('play-toggle').textContent")));
        browser.click("header a[href='#play']");
        browser.awaitText("#play-toggle", "Pause");
    }

    @Test
    void playTellsAThirdTabToWaitAndLetsItPlayLater() {
        open();
        browser.openBeside("play");
        browser.await("#play-toggle:enabled");
        browser.openBeside("play");
        browser.awaitText("#play-full", "This tab has to wait: 2 tabs play already; close one of them to play here.");
        assertThat(browser.find("#play-toggle").isEnabled()).isFalse();
        browser.closeOthers();
        browser.await("#play-toggle:enabled");
        browser.await("#play-full[hidden]");
        assertThat(browser.complaints()).isNotEmpty().allMatch(line -> line.contains("503"));
    }

    @Test
    void theKeysControlPlay() {
        open();
        tabTo("#play-toggle");
        press(Keys.SPACE);
        browser.awaitText("#play-toggle", "Pause");
        press(Keys.SPACE);
        browser.awaitText("#play-toggle", "Play");
        tabTo("#play-form [name=data]");
        press(Keys.ARROW_RIGHT);
        browser.awaitExactly("#play-steps", "0");
        assertThat(browser.run("return document.querySelector('[name=data]:checked').value"))
                .isEqualTo("moons");
        tabTo("[data-change='1-']");
        press(Keys.ENTER);
        browser.awaitThat("a neuron less", () -> browser.all(".neuron").size() == 2 + 7 + 8 + 2);
        assertThat(browser.run("return document.activeElement.dataset.change")).isEqualTo("1-");
        tabTo(".neuron");
        browser.awaitText("#play-shown", "Input x₁");
    }

    private void tabTo(String selector) {
        for (int i = 0; i < 40; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(browser.run("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    private void press(Keys key) {
        browser.actions().sendKeys(key).perform();
    }
}
