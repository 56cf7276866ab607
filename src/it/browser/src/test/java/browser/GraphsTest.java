package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Graphs are played, typed and moved, with the mouse and with the keyboard. */
@ExtendWith(InBrowser.class)
class GraphsTest {
    private static final String SENTENCE = "#graph-player .sentence";

    private final Browser browser;

    GraphsTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        browser.open("graphs");
        browser.awaitText(SENTENCE, "Given: apple = 100");
    }

    private void press(String label) {
        browser.click("#graph-player [aria-label='" + label + ": the graph']");
    }

    /** Returns the labels of a role that can be seen, in the order of the picture. */
    private Object seen(String role) {
        return browser.run(
                "return [...document.querySelectorAll('#graph-player .' + arguments[0] + ':not(.absent)')]"
                        + ".map(label => label.textContent).join(' ')",
                role);
    }

    private void type(String formula) {
        WebElement field = browser.find("#formula");
        field.clear();
        field.sendKeys(formula + Keys.ENTER);
    }

    @Test
    void inAGraphValuesComeForwardAndDerivativesGoBack() {
        assertThat(seen("value")).isEqualTo("100 2 1.1");
        press("Step");
        assertThat(browser.text(SENTENCE)).isEqualTo("100 × 2 = 200.");
        assertThat(seen("value")).asString().contains("200").doesNotContain("220");
        assertThat(seen("derivative")).isEqualTo("");
        for (int i = 0; i < 5; i++) {
            press("Step");
        }
        assertThat(browser.text(SENTENCE))
                .isEqualTo("Back through ×: 1.1 × 2 = 2.2 goes to apple."
                        + " A product passes on what comes back, times the other factor.");
        assertThat(seen("derivative")).asString().contains("2.2", "200").doesNotContain("110");
        assertThat(browser.all("#graph-player .work:not(.absent)")).hasSize(1);
        press("Step back");
        assertThat(seen("derivative")).asString().doesNotContain("2.2");
        assertThat(browser.text("#graph-player .count-of-steps")).isEqualTo("6 of 9");
    }

    /** Objects of JavaScript have these from the start. */
    @Test
    void variablesMayBeWordsOfJavaScriptAndNumbersOfAnySize() {
        for (String name : new String[] {"constructor", "toString", "valueOf", "hasOwnProperty"}) {
            type(name + " * 3");
            browser.awaitText("[data-name='" + name + "'] output", "derivative 3");
            WebElement number = browser.find("[data-name='" + name + "'] input[type=number]");
            for (String typed : new String[] {"1e9", "0.0000123456789", "1e300"}) {
                number.clear();
                number.sendKeys(typed + Keys.ENTER);
                browser.awaitText("[data-name='" + name + "'] output", "derivative 3");
                assertThat(browser.find("#formula-mistake").isDisplayed()).isFalse();
            }
        }
        type("２＊ｘ");
        browser.awaitText("[data-name='x'] output", "derivative 2");
    }

    @Test
    void aGraphPlaysToItsEndAndPauses() {
        browser.find("#graph-player select").sendKeys("Fast");
        press("Play");
        browser.awaitText("#graph-player .bar button", "Pause");
        browser.awaitText(SENTENCE, "100 × 2 = 200.");
        press("Play");
        assertThat(browser.text("#graph-player .bar button")).isEqualTo("Play");
        press("Play");
        browser.awaitText(SENTENCE, "Derivatives of the result with respect to apple: 2.2, number: 110, tax: 200.");
        browser.awaitText("#graph-player .bar button", "Play");
        assertThat(seen("derivative")).asString().contains("110");
    }

    @Test
    void aGraphIsPlayedWithTheKeyboard() {
        WebElement picture = browser.find("#graph-player .picture");
        picture.sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.text(SENTENCE)).isEqualTo("200 × 1.1 = 220.");
        picture.sendKeys(Keys.ARROW_LEFT);
        assertThat(browser.text(SENTENCE)).isEqualTo("100 × 2 = 200.");
        picture.sendKeys(Keys.END);
        assertThat(browser.text("#graph-player .count-of-steps")).isEqualTo("9 of 9");
        picture.sendKeys(Keys.HOME, Keys.SPACE);
        assertThat(browser.text("#graph-player .bar button")).isEqualTo("Pause");
        picture.sendKeys(Keys.SPACE);
        assertThat(browser.text("#graph-player .bar button")).isEqualTo("Play");
        assertThat(browser.find(SENTENCE).getDomAttribute("role")).isEqualTo("status");
    }

    /** From step to step, nothing moves. */
    @Test
    void theLayoutOfAGraphStaysFromStepToStep() {
        String places = "return JSON.stringify([...document.querySelectorAll('#graph-player svg *')]"
                + ".map(part => part.getAttribute('d') ?? [part.getAttribute('x'), part.getAttribute('y')]))"
                + "+ document.querySelector('#graph-player svg').getBoundingClientRect().width";
        Object before = browser.run(places);
        for (int i = 0; i < 8; i++) {
            press("Step");
            assertThat(browser.run(places)).isEqualTo(before);
        }
    }

    @Test
    void aTypedFormulaIsPlayedAsAGraph() {
        type("x^2 * y + x");
        browser.awaitText(SENTENCE, "Given: x = 2, y = 0.5.");
        browser.find("#graph-player .picture").sendKeys(Keys.END);
        browser.awaitText(SENTENCE, "Derivatives of the result with respect to x: 3, y: 4.");
        assertThat(browser.all(".name-row")).hasSize(2);
        assertThat(browser.text("[data-name=x] output")).isEqualTo("derivative 3");
        assertThat(browser.text("[data-name=y] output")).isEqualTo("derivative 4");
    }

    @Test
    void aMistakeInAFormulaIsMarkedAtItsPlace() {
        type("x + foo(y)");
        browser.awaitText("#formula-mistake", "No function is called foo");
        assertThat(browser.text("#formula-mistake .place")).isEqualTo("f");
        assertThat(browser.text("#formula-mistake")).contains("(character 5)");
        assertThat(browser.run("return document.getElementById('formula').selectionStart"))
                .isEqualTo(4L);
        assertThat(browser.find("#formula").getDomAttribute("aria-invalid")).isNotNull();
        type("x + y");
        browser.awaitText(SENTENCE, "Given: x = 2, y = 0.5.");
        assertThat(browser.all("#formula-mistake:not([hidden])")).isEmpty();
    }

    @Test
    void whatIsUndefinedIsSaidOverAChartWithoutArbitraryNumbers() {
        type("log(-x)");
        browser.awaitExactly("#graph-curve-title", "The result over x is undefined at 2: it is nan, and has no slope.");
        assertThat(browser.text("[data-name=x] output")).isEqualTo("no derivative");
        assertThat(browser.all("#graph-curve text").stream().map(WebElement::getText))
                .containsExactly("0", "4", "x = 2");
        browser.find("#graph-player .picture").sendKeys(Keys.END);
        browser.awaitExactly(SENTENCE, "log(−2) = nan.");
    }

    /** In the picture, in its sentences and beside it. */
    @Test
    void aMinusIsOneSignEverywhere() {
        type("-2^-x - 1e-9");
        browser.awaitText(SENTENCE, "Given: x = 2.");
        StringBuilder said = new StringBuilder();
        while (!browser.all("#graph-player .bar button:nth-child(3):enabled").isEmpty()) {
            press("Step");
            said.append(browser.run("return document.querySelector('#graph-player').textContent"));
        }
        said.append(browser.text("#graph-numbers"));
        assertThat(said).contains("2 ^ (−2) = 0.25.", "−0.25 − 1e−09 = −0.25.").doesNotContain("-");
    }

    /** The answer to the first one comes last. */
    @Test
    void ofTwoButtonsOfGraphsTheSecondOneWins() {
        browser.run(Browser.HOLD, "/api/graphs", "\"formula\"");
        browser.click("#graph-choices button:nth-child(2)");
        browser.awaitThat("the answer", () -> (Boolean) browser.run("return window.letGo !== undefined"));
        browser.click("#graph-choices button:nth-child(6)");
        browser.runUntilCalled(Browser.LET_GO);
        browser.await("#graph-choices button:nth-child(6)[aria-pressed=true]");
        assertThat(browser.text(SENTENCE)).isEqualTo("Given: x = [2 −1 3].");
        assertThat(browser.all("#graph-choices [aria-pressed=true]")).hasSize(1);
    }

    @Test
    void aSliderMovesValuesDerivativesAndTheTangent() {
        type("x^2");
        browser.awaitText(SENTENCE, "Given: x = 2.");
        browser.find("#graph-player .picture").sendKeys(Keys.END);
        Object before = browser.find("#graph-curve .tangent").getDomAttribute("d");
        browser.find("[data-name=x] input[type=range]")
                .sendKeys(Keys.ARROW_RIGHT.toString().repeat(50));
        browser.awaitText("[data-name=x] output", "derivative 6");
        browser.awaitText(SENTENCE, "Derivatives of the result with respect to x: 6.");
        assertThat(browser.find("[data-name=x] input[type=number]").getDomProperty("value"))
                .isEqualTo("3");
        assertThat(browser.text("#graph-curve-title")).isEqualTo("The result over x has the slope 6 at 3.");
        assertThat(browser.find("#graph-curve .tangent").getDomAttribute("d")).isNotEqualTo(before);

        WebElement number = browser.find("[data-name=x] input[type=number]");
        number.clear();
        number.sendKeys("-1" + Keys.ENTER);
        browser.awaitText("[data-name=x] output", "derivative −2");
    }

    @Test
    void layersOfTheBookArePlayedAsGraphs() {
        browser.click(browser.all("#graph-choices button").stream()
                .filter(button -> button.getText().equals("Softmax with loss, 5.6"))
                .findFirst()
                .orElseThrow());
        browser.awaitText(SENTENCE, "Given: a = [−1.2040 −1.6094 −0.6931].");
        browser.find("#graph-player .picture").sendKeys(Keys.END);
        assertThat(browser.text(SENTENCE)).isEqualTo("Derivatives of L with respect to a: [0.3 −0.8 0.5].");
        assertThat(browser.all("#graph-numbers:not([hidden])")).isEmpty();
    }

    @Test
    void theWalkByRecursionShowsItsWrongNumberBesideTheRightOne() {
        assertThat(browser.text("#walk-right")).isEqualTo("Right. Derivatives of z with respect to x: 39, y: 26.");
        assertThat(browser.text("#walk-wrong")).isEqualTo("Wrong. Derivatives of z with respect to x: 42, y: 28.");
        browser.find("#walk-by-recursion .picture").sendKeys(Keys.HOME);
        assertThat(browser.text("#walk-by-recursion .sentence")).isEqualTo("Given: x = 2, y = 3.");
        assertThat(browser.text("#walk-in-order .count-of-steps")).isEqualTo("11 of 11");
    }

    @Test
    void aStepMakesTheLossOfTheNetworkOnASevenSmaller() {
        browser.click("#seven-show");
        browser.awaitText("#seven-loss", "Loss 2.");
        double before = Double.parseDouble(browser.text("#seven-loss").replace("Loss ", ""));
        browser.awaitText("#seven-way", "so the derivative of the weight is");

        // The middle lies between pixels.
        browser.actions()
                .moveToElement(browser.find("#seven-image"), 5, 5)
                .click()
                .perform();
        browser.awaitText("#seven-pixel", "row 15, column 15");
        browser.find("#seven-image").sendKeys(Keys.ARROW_LEFT);
        browser.awaitText("#seven-pixel", "row 15, column 14");
        WebElement neuron = browser.find("#seven-neuron");
        neuron.clear();
        neuron.sendKeys("7" + Keys.ENTER);
        browser.awaitText("#seven-way", "neuron 7");

        browser.click("#seven-step");
        browser.awaitText("#seven-loss", "after 1 step");
        String[] losses = browser.text("#seven-loss").split("[^0-9.]+");
        assertThat(Double.parseDouble(losses[1])).isEqualTo(before);
        assertThat(Double.parseDouble(losses[2])).isLessThan(before);
        browser.click("#seven-reset");
        browser.awaitExactly("#seven-loss", "Loss " + losses[1]);
    }

    /** A value goes from its node to the operation, and its derivative comes back the same way. */
    @Test
    void valuesMoveAlongTheEdgesOfAGraph() {
        browser.showMotion();
        open();
        press("Step");
        assertThat(moving()).isEqualTo("200 to the right");
        browser.find("#graph-player .picture").sendKeys(Keys.END, Keys.ARROW_LEFT, Keys.ARROW_LEFT, Keys.ARROW_RIGHT);
        assertThat(moving()).isEqualTo("110 to the left");
        browser.awaitCount("#graph-player .on-its-way", 0);
    }

    /** Holds what moves, and returns its text and whither it goes. */
    private Object moving() {
        return browser.run("""
                return [...document.querySelectorAll("#graph-player .on-its-way")].map((moving) => {
                  const [motion] = moving.getAnimations();
                  motion.pause();
                  const [begin, end] = [0, 0.99].map((part) => {
                    motion.currentTime = part * motion.effect.getComputedTiming().duration;
                    return moving.getBoundingClientRect().x;
                  });
                  motion.play();
                  return `${moving.textContent} to the ${end > begin + 20 ? "right" : end < begin - 20 ? "left" : "middle"}`;
                }).join()\
                """);
    }

    @Test
    void noGraphMovesForReadersWhoWantNoMotion() {
        press("Step");
        assertThat(browser.all("#graph-player .on-its-way")).isEmpty();
        assertThat(browser.run("return document.getElementById('graph-player').getAnimations({ subtree: true })"
                        + ".filter((one) => !(one instanceof CSSTransition)).length"))
                .isEqualTo(0L);
    }

    @Test
    void textOfTheGraphsViewIsReadableInLightAndDark() {
        browser.click("#seven-show");
        browser.await("#seven-way table");
        type("x +");
        browser.await("#formula-mistake:not([hidden])");
        for (String scheme : new String[] {"light", "dark"}) {
            browser.show(1100, 900, scheme);
            assertThat(browser.run(Browser.CONTRAST + """
                    const clear = "rgba(0, 0, 0, 0)";
                    const groundOf = (part) => {
                      const { backgroundColor } = getComputedStyle(part);
                      return backgroundColor !== clear ? backgroundColor : groundOf(part.parentElement);
                    };
                    const own = (part) => [...part.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
                    const paper = getComputedStyle(document.querySelector(".player .paper")).fill;
                    const texts = [...document.querySelectorAll("#graphs *, header *")]
                      .filter((part) => own(part) && part.checkVisibility() && !part.matches("title, desc, option, :disabled"));
                    return texts.length < 100 ? "few texts" : texts
                      .filter((part) => {
                        const { color, fill } = getComputedStyle(part);
                        const isPicture = part.closest(".player svg") !== null;
                        return contrast(part.closest("svg") ? fill : color, isPicture ? paper : groundOf(part)) < 4.5;
                      })
                      .map((part) => part.outerHTML.slice(0, 80))
                      .join("  ");
                    """)).as(scheme).isEqualTo("");
        }
    }

    @Test
    void theNavigationStandsInOneLineOnAPhone() {
        for (int width : new int[] {390, 400}) {
            browser.show(width, 844, "light");
            assertThat(browser.run("return new Set([...document.querySelectorAll('header nav a')]"
                            + ".map((link) => link.getBoundingClientRect().top)).size"))
                    .as("lines in a window of %d pixels", width)
                    .isEqualTo(1L);
        }
    }

    @Test
    void everyControlOfTheGraphsViewHasAName() {
        browser.click("#seven-show");
        browser.awaitText("#seven-loss", "Loss 2.");
        assertThat(browser.run("""
                return [...document.querySelectorAll('#graphs :is(button, input, select, canvas, [tabindex])')]
                    .filter(part => !part.ariaLabel && !part.textContent.trim() && !part.labels?.length)
                    .map(part => part.outerHTML).join()\
                """)).isEqualTo("");
    }
}
