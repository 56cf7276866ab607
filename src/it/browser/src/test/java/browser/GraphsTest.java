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
        browser.find("#graph-player [aria-label='" + label + ": the graph']").click();
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
    void valuesComeForwardAndDerivativesGoBackStepByStep() {
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

    @Test
    void playsToTheEndAndPauses() {
        browser.find("#graph-player select").sendKeys("Fast");
        press("Play");
        browser.awaitText("#graph-player .bar button", "Pause");
        browser.awaitText(SENTENCE, "100 × 2 = 200.");
        press("Play");
        assertThat(browser.text("#graph-player .bar button")).isEqualTo("Play");
        press("Play");
        browser.awaitText(SENTENCE, "Derivatives of the result: by apple 2.2, by number 110, by tax 200.");
        browser.awaitText("#graph-player .bar button", "Play");
        assertThat(seen("derivative")).asString().contains("110");
    }

    @Test
    void isPlayedWithTheKeyboard() {
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
    void theLayoutStaysFromStepToStep() {
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
    void aTypedFormulaIsPlayed() {
        type("x^2 * y + x");
        browser.awaitText(SENTENCE, "Given: x = 2, y = 3.");
        browser.find("#graph-player .picture").sendKeys(Keys.END);
        browser.awaitText(SENTENCE, "Derivatives of the result: by x 13, by y 4.");
        assertThat(browser.all(".name-row")).hasSize(2);
        assertThat(browser.text("[data-name=x] output")).isEqualTo("derivative 13");
        assertThat(browser.text("[data-name=y] output")).isEqualTo("derivative 4");
    }

    @Test
    void aMistakeIsMarkedAtItsPlace() {
        type("x + foo(y)");
        browser.awaitText("#formula-mistake", "No function is called foo");
        assertThat(browser.text("#formula-mistake .place")).isEqualTo("f");
        assertThat(browser.text("#formula-mistake")).contains("(character 5)");
        assertThat(browser.run("return document.getElementById('formula').selectionStart"))
                .isEqualTo(4L);
        assertThat(browser.find("#formula").getDomAttribute("aria-invalid")).isNotNull();
        type("x + y");
        browser.awaitText(SENTENCE, "Given: x = 2, y = 3.");
        assertThat(browser.all("#formula-mistake:not([hidden])")).isEmpty();
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
        browser.awaitText(SENTENCE, "Derivatives of the result: by x 6.");
        assertThat(browser.find("[data-name=x] input[type=number]").getDomProperty("value"))
                .isEqualTo("3");
        assertThat(browser.text("#graph-curve-title")).isEqualTo("The result over x has the slope 6 at 3.");
        assertThat(browser.find("#graph-curve .tangent").getDomAttribute("d")).isNotEqualTo(before);

        WebElement number = browser.find("[data-name=x] input[type=number]");
        number.clear();
        number.sendKeys("-1" + Keys.ENTER);
        browser.awaitText("[data-name=x] output", "derivative -2");
    }

    @Test
    void layersOfTheBookArePlayed() {
        browser.all("#graph-choices button").stream()
                .filter(button -> button.getText().equals("Softmax with loss, 5.6"))
                .findFirst()
                .orElseThrow()
                .click();
        browser.awaitText(SENTENCE, "Given: a = [-1.2040 -1.6094 -0.6931].");
        browser.find("#graph-player .picture").sendKeys(Keys.END);
        assertThat(browser.text(SENTENCE)).isEqualTo("Derivatives of L: by a [0.3 -0.8 0.5].");
        assertThat(browser.all("#graph-numbers:not([hidden])")).isEmpty();
    }

    @Test
    void recursionStandsBesideTheRightWalkWithItsWrongNumber() {
        assertThat(browser.text("#walk-right")).isEqualTo("Right. Derivatives of z: by x 39, by y 26.");
        assertThat(browser.text("#walk-wrong")).isEqualTo("Wrong. Derivatives of z: by x 42, by y 28.");
        browser.find("#walk-by-recursion .picture").sendKeys(Keys.HOME);
        assertThat(browser.text("#walk-by-recursion .sentence")).isEqualTo("Given: x = 2, y = 3.");
        assertThat(browser.text("#walk-in-order .count-of-steps")).isEqualTo("11 of 11");
    }

    @Test
    void aStepMakesTheLossOfTheNetworkOnASevenSmaller() {
        browser.find("#seven-show").click();
        browser.awaitText("#seven-loss", "Loss 2.");
        double before = Double.parseDouble(browser.text("#seven-loss").replace("Loss ", ""));
        browser.awaitText("#seven-way", "so the derivative of the weight is");

        // The middle lies between pixels.
        browser.actions().moveToElement(browser.find("#seven-image"), 5, 5).click().perform();
        browser.awaitText("#seven-pixel", "row 15, column 15");
        browser.find("#seven-image").sendKeys(Keys.ARROW_LEFT);
        browser.awaitText("#seven-pixel", "row 15, column 14");
        WebElement neuron = browser.find("#seven-neuron");
        neuron.clear();
        neuron.sendKeys("7" + Keys.ENTER);
        browser.awaitText("#seven-way", "neuron 7");

        browser.find("#seven-step").click();
        browser.awaitText("#seven-loss", "after 1 step");
        String[] losses = browser.text("#seven-loss").split("[^0-9.]+");
        assertThat(Double.parseDouble(losses[1])).isEqualTo(before);
        assertThat(Double.parseDouble(losses[2])).isLessThan(before);
        browser.find("#seven-reset").click();
        browser.awaitExactly("#seven-loss", "Loss " + losses[1]);
    }

    @Test
    void everyControlHasAName() {
        browser.find("#seven-show").click();
        browser.awaitText("#seven-loss", "Loss 2.");
        assertThat(browser.run("""
                return [...document.querySelectorAll('#graphs :is(button, input, select, canvas, [tabindex])')]
                    .filter(part => !part.ariaLabel && !part.textContent.trim() && !part.labels?.length)
                    .map(part => part.outerHTML).join()""")).isEqualTo("");
    }
}
