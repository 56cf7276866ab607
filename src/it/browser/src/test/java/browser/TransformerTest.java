package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The view "Language": a text that a model writes on, and what the model does at one place of it. */
@ExtendWith(InBrowser.class)
class TransformerTest {
    private static final String CHOSEN = "#transformer-seen [aria-pressed=true]";
    private static final String HEAD = ".block:first-child .head-of-block:nth-child(2) button";
    private static final String NEURON = ".block:first-child [data-shows^=neuron]";

    private final Browser browser;

    TransformerTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        browser.open("transformer");
        browser.await(".block:last-child svg path");
    }

    private String text() {
        return browser.find("#transformer-text").getDomProperty("value");
    }

    /** Fills in a field, and waits until the page has shown what follows from it. */
    private void fill(String field, String value) {
        browser.run("""
                const [field, value] = arguments;
                Object.assign(document.getElementById(`transformer-${field}`), { value }).dispatchEvent(new Event("input"));
                """, field, value);
    }

    private void press(String selector, Keys... keys) {
        browser.find(selector).sendKeys(keys);
    }

    private void openHead() {
        browser.click(HEAD);
        browser.await(HEAD + "[aria-expanded=true]");
        browser.awaitThat(
                "the map", () -> !browser.text("#transformer-map-read").isEmpty());
    }

    private List<Double> numbers(String selector) {
        return browser.all(selector).stream()
                .flatMap(element -> NeuronTest.numbers(element.getText()).stream())
                .toList();
    }

    private double sumOf(String selector) {
        return numbers(selector).stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void aStepAfterGoingBackDrawsTheSameCharacterAgain() {
        String prompt = text();
        assertThat(browser.find("#transformer-back").isEnabled()).isFalse();
        browser.click("#transformer-step");
        browser.awaitThat("a step", () -> text().length() == prompt.length() + 1);
        String drawn = text();
        assertThat(drawn).startsWith(prompt);
        browser.await("#transformer-back:enabled");
        // The second click of a quick reader finds nothing to go back to.
        browser.run("const back = document.getElementById('transformer-back'); back.click(); back.click()");
        browser.awaitThat("the prompt", () -> text().equals(prompt));
        browser.await("#transformer-back:disabled");
        browser.click("#transformer-step");
        browser.awaitThat("the same step", () -> text().equals(drawn));
    }

    @Test
    void playWritesUntilItIsPausedAndReadsNothingOutMeanwhile() {
        int before = text().length();
        browser.click("#transformer-play");
        browser.awaitThat("three steps", () -> text().length() >= before + 3);
        assertThat(browser.find("#transformer-said").getDomAttribute("aria-live"))
                .isEqualTo("off");
        browser.click("#transformer-play");
        browser.awaitExactly("#transformer-play", "Play");
        String paused = (String)
                browser.runUntilCalled(
                        "const [done] = arguments; setTimeout(() => done(document.getElementById('transformer-text').value), 500)");
        browser.runUntilCalled("const [done] = arguments; setTimeout(done, 1000)");
        assertThat(text()).isEqualTo(paused);
        assertThat(browser.find("#transformer-said").getDomAttribute("aria-live"))
                .isEqualTo("polite");
    }

    @Test
    void theProgramDrawsAsManyCharactersAsThePage() {
        browser.click("#transformer-java summary");
        browser.awaitText("#transformer-code", "It is a truth ");
        browser.awaitText("#transformer-code", "40");
        browser.click("#transformer-step");
        browser.awaitThat("a step", () -> !browser.text("#transformer-code").contains("40"));
        assertThat(browser.text("#transformer-command")).contains("WriteOn.java");
    }

    @Test
    void whatTheModelDoesNotKnowIsMarkedAndWhatItNoLongerSeesIsPale() {
        fill("text", "é" + "a truth ".repeat(20));
        browser.awaitCount("#transformer-seen mark", 1);
        assertThat(browser.text("#transformer-seen mark")).isEqualTo("é");
        int seen = browser.all("#transformer-seen button").size();
        assertThat(seen).isBetween(1, 64);
        assertThat(browser.all("#transformer-seen s")).hasSize(160 - seen);
        assertThat(browser.text("#transformer-said")).contains("é").contains("" + (160 - seen));

        fill("text", "é");
        browser.await("#transformer-step:disabled");
        assertThat(browser.find("#transformer-inside").isDisplayed()).isFalse();
    }

    @Test
    void aTemperatureOf0LeavesOneCharacter() {
        fill("temperature", "0");
        browser.awaitText("#transformer-bars li:first-child", "→ 100.0 %");
        assertThat(browser.text("#transformer-bars li:nth-child(2)")).endsWith("→ 0.0 %");
        fill("temperature", "2");
        fill("topK", "2");
        browser.awaitThat(
                "two characters",
                () -> browser.text("#transformer-bars li:nth-child(3)").endsWith("→ 0.0 %")
                        && !browser.text("#transformer-bars li:nth-child(2)").endsWith("→ 0.0 %"));
    }

    @Test
    void afterTheLastBlockTheModelSaysWhatItSaysAtTheEnd() {
        String last = browser.text(".block:last-child .mlp .probabilities li:first-child :last-child");
        assertThat(browser.text("#transformer-bars li:first-child")).contains(last + " →");
    }

    @Test
    void aHeadShowsTheProductsOfItsStrongestLineAndItsRow() {
        openHead();
        String said = browser.text("#transformer-detail-said");
        double sum = sumOf("#transformer-sum > :first-child b");
        assertThat(NeuronTest.numbers(said)).anySatisfy(one -> assertThat(one).isCloseTo(sum, within(0.01)));
        List<Double> row = browser.all("#transformer-row li").stream()
                .map(item -> NeuronTest.numbers(item.getText()).get(1))
                .toList();
        assertThat(row).hasSize(14);
        assertThat(row.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(100, within(0.8));
        browser.click("#transformer-row li:first-child button");
        browser.awaitText("#transformer-detail-title", "looks at place 1 “I”");
        assertThat(browser.run("return document.activeElement.getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @Test
    void aClickOnALineShowsIt() {
        WebElement lines = browser.find(".block:last-child .head-of-block svg");
        int width = lines.getSize().width;
        browser.actions().moveToElement(lines, 3 - width / 2, 30).click().perform();
        browser.awaitText("#transformer-detail-title", "Block 2, head 1: place 14 “␣” looks at place 1 “I”");
    }

    @Test
    void aNeuronShowsItsProductsWithTheirSum() {
        browser.click(NEURON);
        browser.await(NEURON + "[aria-expanded=true]");
        browser.click("#transformer-sum summary");
        double products = sumOf("#transformer-sum td b");
        List<Double> biasAndSum = NeuronTest.numbers(browser.text("#transformer-detail-said"));
        assertThat(products + biasAndSum.get(0)).isCloseTo(biasAndSum.get(1), within(0.05));
        assertThat(browser.text("#transformer-detail-title"))
                .startsWith("Block 1, neuron ")
                .endsWith(browser.text(NEURON).replaceAll(".*: ", ""));
        assertThat(browser.all("#transformer-sum .products li")).hasSize(10);
    }

    @Test
    void theKeysReachPlacesHeadsAndTheMap() {
        press(CHOSEN, Keys.ARROW_LEFT);
        browser.awaitText("#transformer-place", "place 13 “h”");
        assertThat(browser.hasFocus(CHOSEN)).isTrue();
        press(CHOSEN, Keys.HOME);
        browser.awaitText("#transformer-place", "place 1 “I”");
        press(CHOSEN, Keys.END);
        browser.awaitText("#transformer-place", "place 14");

        press(HEAD, Keys.ENTER);
        browser.awaitText("#transformer-detail-title", "Block 1, head 2");
        assertThat(browser.hasFocus(HEAD)).isTrue();
        browser.awaitText("#transformer-map-read", "place 14");
        press("#transformer-map", Keys.ARROW_UP, Keys.ARROW_UP, Keys.ENTER);
        browser.awaitText("#transformer-place", "place 12 “t”");
        press("#transformer-close", Keys.ENTER);
        assertThat(browser.find("#transformer-detail").isDisplayed()).isFalse();
        assertThat(browser.hasFocus(HEAD)).isTrue();
    }

    @Test
    void everybodyCanReadTheViewOfLanguage() {
        openHead();
        Readability.check(browser, "#transformer");
        browser.showWide();
        browser.click(NEURON);
        browser.await(NEURON + "[aria-expanded=true]");
        Readability.check(browser, "#transformer");
    }

    @Test
    void aFileOfOnesOwnIsAModelToChoose() {
        String folder = "src/book/resources/io/github/dlfs4j/book/";
        browser.find("#transformer-file")
                .sendKeys(Path.of(folder, "language-model.safetensors")
                        .toAbsolutePath()
                        .toString());
        browser.awaitText("#transformer-model :checked", "The file that you chose");
        browser.await(".block:last-child svg path");
        afterTheLastBlockTheModelSaysWhatItSaysAtTheEnd();
    }

    @Test
    void theModelsAreNotAskedForEachTime() {
        for (int i = 0; i < 3; i++) {
            browser.click("header a[href='#draw']");
            browser.click("header a[href='#transformer']");
            browser.await("#transformer:not([hidden]) .block:last-child svg path");
        }
        assertThat(browser.asked())
                .filteredOn(name -> name.endsWith("/api/language"))
                .hasSizeLessThan(3);
    }

    @Test
    void aFileThatHoldsNoModelIsRefusedInWords(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("novel.npz"), "It is a truth universally acknowledged");
        browser.find("#transformer-file").sendKeys(file.toString());
        browser.await("#trouble:not([hidden])");
        assertThat(browser.text("#trouble")).startsWith("this file is neither a checkpoint of LanguageModel nor");
        assertThat(browser.find("#transformer-model").getDomProperty("value")).isEqualTo("included");
        browser.complaints(); // The browser names the request that was refused.
    }

    @Test
    void withoutTheBookTheViewSaysTheCommand() {
        browser.open("draw");
        browser.run("""
                const fetched = window.fetch;
                window.fetch = async (path, request) =>
                  path === "/api/language" ? Response.json({ available: false, command: "mvn it" }) : fetched(path, request);
                """);
        browser.click("header a[href='#transformer']");
        browser.awaitText("#transformer-hint", "this command serves it too: mvn it");
        assertThat(browser.find("#transformer-body").isDisplayed()).isFalse();
    }
}
