package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.openqa.selenium.WebElement;

/** What a part of the page needs so that everybody can read it, and so that a screen reader can name its controls. */
final class Readability {
    /** The contrast of each text that is seen with what is behind it, as a text of the colours and the words. */
    private static final String PALE_TEXTS = """
            const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const light = (colour) => {
              paint.clearRect(0, 0, 1, 1);
              paint.fillStyle = colour;
              paint.fillRect(0, 0, 1, 1);
              return [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => {
                const level = paint.getImageData(0, 0, 1, 1).data[i] / 255;
                return sum + part * (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
              }, 0);
            };
            const isClear = (colour) => /^rgba\\(.*, 0\\)$/.test(colour);
            const ground = (node) => {
              const colour = getComputedStyle(node).backgroundColor;
              return isClear(colour) ? ground(node.parentElement) : colour;
            };
            const texts = [...document.querySelectorAll(arguments[0] + ", " + arguments[0] + " *")].filter((node) =>
              node.checkVisibility() && [...node.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim() !== ""));
            const pale = texts.filter((node) => {
              const [less, more] = [getComputedStyle(node).color, ground(node)].map(light).sort((x, y) => x - y);
              return (more + 0.05) / (less + 0.05) < 4.5;
            });
            return [texts.length > 0, pale.map((node) => node.outerHTML.slice(0, 200))];
            """;

    private Readability() {}

    /** Checks the contrast of all texts, and the names of all controls and pictures, in a part of the page. */
    static void check(Browser browser, String part) {
        for (String scheme : new String[] {"light", "dark"}) {
            for (int width : new int[] {400, 1280}) {
                browser.show(width, 900, scheme);
                assertThat(browser.run(PALE_TEXTS, part)).as(scheme).isEqualTo(List.of(true, List.of()));
                assertThat(browser.run("return document.documentElement.scrollWidth"))
                        .as("width of the page")
                        .isEqualTo((long) width);
            }
        }
        String controls = ":is(button, select, input, summary, canvas[role], [tabindex='0'])";
        List<WebElement> named = browser.all(part + " " + controls);
        assertThat(named).isNotEmpty();
        for (WebElement control : named) {
            if (control.isDisplayed()) {
                assertThat(control.getAccessibleName())
                        .as(control.getDomProperty("outerHTML"))
                        .isNotBlank();
            }
        }
    }
}
