package browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The form of a training: defaults stand in their fields, and fields without effect are grey. */
@ExtendWith(InBrowser.class)
class FormTest {
    private final Browser browser;

    FormTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        browser.open("train");
        browser.await("#options [name=patience]");
        browser.run("document.querySelector('#options details').open = true");
    }

    private String value(String option) {
        return browser.find("#options [name=" + option + "]").getDomProperty("value");
    }

    private boolean isEnabled(String option) {
        return browser.find("#options [name=" + option + "]").isEnabled();
    }

    @Test
    void defaultsOfTheFormStandInTheirFieldsAndFollowOtherFields() {
        assertThat(value("epochs")).isEqualTo("16");
        assertThat(value("batch")).isEqualTo("100");
        assertThat(value("lr")).isEqualTo("0.1");
        assertThat(value("hidden")).isEqualTo("50");
        browser.choose("optimizer", "adam");
        assertThat(value("lr")).isEqualTo("0.001");
        browser.choose("network", "multi-layer");
        assertThat(value("hidden")).isEqualTo("100,100");
        browser.set("lr", "0.02");
        browser.choose("optimizer", "sgd");
        assertThat(value("lr")).as("a value that was filled in stays").isEqualTo("0.02");
    }

    /** In a row of fields, labels begin at one height, and so do the fields. */
    @Test
    void labelsAndFieldsOfTheFormAreLinedUp() {
        for (int width : new int[] {400, 1280}) {
            for (String scheme : new String[] {"light", "dark"}) {
                browser.show(width, 900, scheme);
                assertThat(browser.run("""
                        const top = (node) => Math.round(node.getBoundingClientRect().top);
                        const labels = [...document.querySelectorAll("#more-options label:not(.flag)")];
                        const rows = new Map();
                        labels.forEach((label) => rows.set(top(label), [...(rows.get(top(label)) ?? []), label]));
                        const isOne = (numbers) => new Set(numbers).size === 1;
                        return rows.size > 1 && rows.size < labels.length && [...rows.values()].every((row) =>
                          isOne(row.map(({ firstChild }) => top(firstChild))) && isOne(row.map(({ lastChild }) => top(lastChild))));
                        """)).as(width + " " + scheme).isEqualTo(true);
            }
        }
        Readability.check(browser, "#options");
    }

    @Test
    void fieldsOfTheFormWithoutEffectAreGrey() {
        assertThat(isEnabled("dropout")).isFalse();
        assertThat(browser.text("#dropout-hint")).isEqualTo("only with multi-layer");
        assertThat(isEnabled("patience")).isFalse();
        browser.choose("network", "multi-layer");
        assertThat(isEnabled("dropout")).isTrue();
        assertThat(browser.find("#dropout-hint").isDisplayed()).isFalse();
        browser.set("validation", "100");
        assertThat(isEnabled("patience")).isTrue();
        browser.choose("network", "deep-conv");
        assertThat(isEnabled("hidden")).isFalse();
    }

    @Test
    void theFormUsesTheLastOfStepsAndEpochs() {
        browser.set("epochs", "3");
        browser.set("steps", "70");
        assertThat(value("epochs")).isEqualTo("16");
        assertThat(browser.text("#epochs-hint")).isEqualTo("not used with steps");
        browser.set("epochs", "2");
        assertThat(value("steps")).isEmpty();
    }

    @Test
    void theFormSendsNothingUnchangedOrWithoutEffect() {
        browser.choose("network", "multi-layer");
        browser.set("dropout", "0.2");
        browser.choose("network", "two-layer");
        browser.train("steps", "5");

        browser.awaitText("#phase", "ended after step 5");
        assertThat(
                        browser.runUntilCalled(
                                "const [done] = arguments;"
                                        + "fetch('/api/training').then(answer => answer.json()).then(({ options }) => done(JSON.stringify(options)))"))
                .isEqualTo("{\"steps\":\"5\"}");
    }
}
