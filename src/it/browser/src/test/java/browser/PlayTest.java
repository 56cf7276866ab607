package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The third view: a small network learns to tell points of a plane apart. */
@ExtendWith(InBrowser.class)
class PlayTest {
    private static final String PLANE = "return document.getElementById('play-plane').toDataURL()";

    private final Browser browser;

    PlayTest(Browser browser) {
        this.browser = browser;
    }

    /** What a test leaves in the browser, no other one finds. */
    @AfterEach
    void forget() {
        browser.run("localStorage.clear()");
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
        assertThat(browser.all("#play-loss *")).as("axes of no steps").isEmpty();
        browser.click("#play-step");
        browser.awaitExactly("#play-steps", "1");
        browser.click("#play-step");
        browser.awaitExactly("#play-steps", "2");
        assertThat(browser.run(PLANE)).isNotEqualTo(before);
        assertThat(browser.text("#play-loss")).contains("step 2");
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

    private void tryOut(String name, String outcome) {
        WebElement trial = browser.all("#play-suggestions > li li").stream()
                .filter(one -> one.getText().startsWith(name))
                .findFirst()
                .orElseThrow();
        assertThat(trial.getText()).contains(outcome);
        browser.click(trial.findElement(By.tagName("button")));
        browser.awaitText("#play-toggle", "Pause");
    }

    /** The suggestion for the spiral is what its text says, seen in the browser. */
    @Test
    void playLearnsTheSpiralAsSuggested() {
        open();
        choose("speed", "epochs");
        tryOut("8 and 8", "after 3,000 steps at least 98 % of the training points are right");
        browser.awaitThat("3,000 steps", () -> steps() >= 3000);
        browser.click("#play-toggle");
        browser.awaitText("#play-toggle", "Play");
        assertThat(Double.parseDouble(browser.text("#play-right").split(" ")[0]))
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
                .matches("Neuron 3 of layer 1 answers from .* to .*\\. Bias .*, weights x: .*, y: .*\\.");
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
        browser.tabTo("#play-toggle");
        press(Keys.SPACE);
        browser.awaitText("#play-toggle", "Pause");
        press(Keys.SPACE);
        browser.awaitText("#play-toggle", "Play");
        browser.tabTo("#play-form [name=data]");
        press(Keys.ARROW_RIGHT);
        browser.awaitExactly("#play-steps", "0");
        assertThat(browser.run("return document.querySelector('[name=data]:checked').value"))
                .isEqualTo("moons");
        browser.tabTo("[data-change='1-']");
        press(Keys.ENTER);
        browser.awaitThat("a neuron less", () -> browser.all(".neuron").size() == 2 + 7 + 8 + 2);
        assertThat(browser.run("return document.activeElement.dataset.change")).isEqualTo("1-");
        browser.tabTo(".neuron");
        browser.awaitText("#play-shown", "Input x");
    }

    private void press(Keys key) {
        browser.actions().sendKeys(key).perform();
    }

    private void type(String keys) {
        browser.actions().sendKeys(keys).perform();
    }

    private void openOwn() {
        open();
        browser.click("#play-kinds [value=own]");
        browser.await("#play-own:not([hidden])");
    }

    /** Returns the points as lines, as they are copied out. */
    private String copied() {
        browser.click("#play-own-copy");
        return browser.find("#play-own-lines").getDomProperty("value");
    }

    private void paste(String lines, String expected) {
        browser.run("document.getElementById('play-own-lines').value = arguments[0]", lines);
        browser.click("#play-own-take");
        browser.awaitText("#play-own-said", expected);
        browser.run("document.getElementById('play-own-said').textContent = ''");
    }

    private Actions onPlane(int x, int y) {
        browser.run("document.getElementById('play-plane').scrollIntoView({ block: 'center' })");
        return browser.actions().moveToElement(browser.find("#play-plane"), x, y);
    }

    @Test
    void aPointerAddsMovesAndRemovesPoints() {
        openOwn();
        int eighth = browser.find("#play-plane").getSize().getWidth() / 8;
        onPlane(-eighth, -eighth).click().perform();
        browser.click("#play-own [name=click][value='1']");
        onPlane(eighth, eighth).click().perform();
        browser.awaitText("#play-own-said", "Points: 4.");
        Actions drag = onPlane(eighth, eighth).clickAndHold().moveByOffset(eighth, eighth);
        drag.release().perform();
        assertThat(copied())
                .matches("-1, 0, orange\n1, 0, blue\n-0\\.7\\d*, 0\\.7\\d*, orange\n1\\.[45]\\d*, -1\\.[45]\\d*, blue");
        browser.click("#play-own [value=remove]");
        onPlane(-eighth, -eighth).click().perform();
        browser.awaitText("#play-own-said", "Points: 3.");
        assertThat(copied()).startsWith("-1, 0, orange\n1, 0, blue\n1.");
    }

    @Test
    void theKeysAddMoveAndRemovePoints() {
        openOwn();
        browser.tabTo("#play-plane");
        type(" " + Keys.ARROW_RIGHT);
        browser.awaitExactly("#play-own-said", "0.1, 0");
        type(Keys.ARROW_RIGHT + "" + Keys.ARROW_RIGHT + " ");
        browser.awaitText("#play-own-said", "Points: 4.");
        Actions shifted = browser.actions().keyDown(Keys.SHIFT).sendKeys(Keys.ARROW_DOWN);
        shifted.keyUp(Keys.SHIFT).perform();
        browser.awaitExactly("#play-own-said", "orange at 0.3, -0.1");
        type("n");
        browser.awaitExactly("#play-own-said", "orange at -1, 0");
        browser.click("#play-own [value=remove]");
        browser.run("document.getElementById('play-plane').focus()");
        type(" n ");
        browser.awaitText("#play-own-said", "Points: 2.");
        type("n ");
        browser.awaitText("#play-own-said", "There must be at least two points");
        assertThat(copied()).isEqualTo("1, 0, blue\n0.3, -0.1, orange");
    }

    @Test
    void pastedLinesAreTakenWholeOrNotAtAll() {
        openOwn();
        paste("a,b,animal\r\n1.5,-2,big cat\r\n0.123456789,30,猫", "y went from -2.0 to 30.0, outside the plane");
        String before = copied();
        assertThat(before).isEqualTo("1.5, -2.5, big cat\n0.123456789, 2.5, 猫");
        assertThat(browser.text("#play-own fieldset")).contains("big cat", "猫");
        paste("1 2 a\n\n3 4", "line 3 is not an x");
        assertThat(browser.find("#play-own-lines").getDomAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(browser.find("#play-own-lines").getDomProperty("value")).isEqualTo("1 2 a\n\n3 4");
        assertThat(browser.complaints()).hasSize(1).allMatch(line -> line.contains("400"));
        assertThat(copied()).isEqualTo(before);
        paste(before, "Points: 2.");
        assertThat(copied()).isEqualTo(before);
    }

    @Test
    void pointsInputsAndSeedsSurviveAReload() {
        openOwn();
        paste("1 1 cat\n2 2 dog\n-1 0 dog", "Points: 3.");
        browser.click("#play-inputs label:nth-of-type(3) input");
        browser.find("#play-form [name=seed]").sendKeys("7" + Keys.TAB);
        browser.reload();
        browser.await("#play-toggle:enabled");
        browser.awaitText("#play-right", "of the test points");
        assertThat(copied()).isEqualTo("1, 1, cat\n2, 2, dog\n-1, 0, dog");
        assertThat(browser.find("#play-form [name=seed]").getDomProperty("value"))
                .isEqualTo("72");
        assertThat(browser.all(".neuron")).hasSize(3 + 8 + 8 + 2);
    }

    @Test
    void playBeginsAsUsualIfWhatWasKeptIsAbsurd() {
        open();
        for (String absurd : List.of(
                "{",
                "null",
                "{'data':'own','points':[[1e300,0,0],['1',null,0],[0,0,1]],'inputs':0,'seed':-1,'names':[1,2]}",
                "{'data':'x','points':'<b>','names':{'0':'a'},'inputs':[3],'seed':1e9,'dataSeed':'a'}")) {
            browser.run("localStorage.play = arguments[0]", absurd.replace('\'', '"'));
            browser.reload();
            browser.await("#play-toggle:enabled");
            browser.awaitCount(".neuron", 2 + 8 + 8 + 2);
            assertThat(browser.find("#play-form [name=seed]").getDomProperty("value"))
                    .isEqualTo("2");
            assertThat(browser.all("#trouble:not([hidden])")).isEmpty();
        }
    }

    @Test
    void playSwitchesInputsAndKeepsOne() {
        open();
        tryOut("x² and y²", "at least 98 %");
        browser.awaitCount(".neuron", 4);
        assertThat(browser.text(".layers")).contains("0 hidden layers");
        browser.click("[data-change='layers+']");
        browser.awaitCount(".neuron", 8);
        browser.click("#play-inputs label:nth-of-type(3) input");
        browser.awaitCount(".neuron", 7);
        assertThat(browser.all("#play-inputs :checked:disabled")).hasSize(1);
    }

    @Test
    void aWeightIsChosenOnItsLine() {
        open();
        browser.run("""
                const line = document.querySelector(".net path");
                const { x, y } = line.getPointAtLength(line.getTotalLength() / 8);
                const { left, top, width, height } = line.ownerSVGElement.getBoundingClientRect();
                const place = { clientX: left + x / 100 * width, clientY: top + y / 100 * height };
                line.dispatchEvent(new MouseEvent("click", { bubbles: true, ...place }));
                """);
        browser.awaitText("#play-weights-of", "of layer 1");
        assertThat(browser.run("return document.activeElement.parentNode.textContent"))
                .isEqualTo("Weight for x");
    }

    @Test
    void theKeysSetABias() {
        open();
        Object before = browser.run(PLANE);
        browser.tabTo(".neuron[aria-label='Neuron 2 of layer 2']");
        press(Keys.ENTER);
        browser.awaitText("#play-weights-of", "Weights of: Neuron 2 of layer 2");
        browser.tabTo("#play-weights input");
        type("-3" + Keys.TAB);
        browser.awaitText("#play-neuron", "Bias −3.00");
        browser.click(".neuron[aria-label='Neuron 2 of layer 2']");
        browser.awaitThat("the boundary", () -> !before.equals(browser.run(PLANE)));
        browser.run("document.querySelector('#play .program').open = true");
        browser.awaitText("#play-program", ".set(-3.0);");
    }
}
