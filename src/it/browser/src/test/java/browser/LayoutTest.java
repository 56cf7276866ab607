package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all views share: the header, and the ring around the field that has the focus. */
@ExtendWith(InBrowser.class)
class LayoutTest {
    private final Browser browser;

    LayoutTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 1280, 1900})
    void theHeaderSaysWhatThePageIsAboutAndStaysWhereItIs(int width) {
        browser.open("draw");
        browser.show(width, 800, "light");
        Set<Object> places = new HashSet<>();
        for (String view : new String[] {"draw", "train", "play", "graphs", "transformer", "chapters"}) {
            browser.click("header a[href='#" + view + "']");
            browser.await("#" + view + ":not([hidden])");
            places.add(browser.run("return [...document.querySelectorAll('header, header *')].map((part) =>"
                    + " part.getBoundingClientRect()).map(({ x, y, right }) => [x, y, right]).join()"));
        }
        assertThat(places).hasSize(1);
        assertThat(browser.text("header")).contains("book Deep Learning from Scratch in plain Java");
    }

    /** Around a field, it would lie on the label. */
    @ParameterizedTest
    @ValueSource(strings = {"draw", "train", "play", "transformer"})
    void theRingOfTheFocusLiesInsideAField(String view) {
        browser.open(view);
        browser.await("#" + view + " label option");
        assertThat(browser.run("""
                const fields = [...document.querySelectorAll(`#${arguments[0]} label :is(select, input)`)].filter((field) =>
                  field.checkVisibility() && !["radio", "checkbox", "range", "file"].includes(field.type));
                const isAround = (field) => {
                  field.focus({ focusVisible: true });
                  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(field);
                  return outlineStyle === "none" || parseFloat(outlineWidth) + parseFloat(outlineOffset) > 0;
                };
                return [fields.length > 1, fields.filter(isAround).map(({ name, id }) => name || id).join()];
                """, view)).isEqualTo(List.of(true, ""));
    }
}
