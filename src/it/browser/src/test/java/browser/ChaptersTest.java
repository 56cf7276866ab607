package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The view of the chapters: what they print and draw, and the code beside it. */
@ExtendWith(InBrowser.class)
class ChaptersTest {
    private final Browser browser;

    ChaptersTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        browser.open("chapters");
        browser.await("#chapter-list button");
    }

    private void openChapter(int number) {
        browser.click("#chapter-list button:nth-child(" + number + ")");
        browser.awaitText("#files", "Chapter0" + number);
        browser.await("#chapter:not([hidden]) .part.chosen");
    }

    private WebElement title(String title) {
        return browser.all("#parts .title").stream()
                .filter(one -> one.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private String marked() {
        return (String) browser.run(
                "return [...document.querySelectorAll('#code .marked')].map(line => line.textContent).join('')");
    }

    @Test
    void theViewShowsSectionsAndFiguresInTheBooksOrder() {
        openChapter(1);

        List<String> titles =
                browser.all("#parts .title").stream().map(WebElement::getText).toList();
        assertThat(titles)
                .startsWith("1.5.2 Making arrays", "1.5.3 Arithmetic")
                .endsWith("1.6.1 The sine function", "1.6.2 Sine and cosine", "1.6.3 An image");
        openChapter(3);
        assertThat(browser.all("#parts .title").stream().map(WebElement::getText))
                .containsSubsequence("3.2.2 The step function", "3.2.7 ReLU", "3.4.3 A network of three layers");
    }

    @Test
    void aTitleLeadsToItsMethodWhichIsMarkedAndInSight() {
        openChapter(5);
        browser.click(title("5.3.2 Multiplication"));

        assertThat(browser.text("#place")).matches("ComputationalGraphs\\.java, lines \\d+ to \\d+");
        assertThat(browser.text("#files [aria-pressed=true]")).isEqualTo("ComputationalGraphs");
        assertThat(marked()).contains("static Diagram multiplication() {").endsWith("}\n");
        assertThat(browser.run("const box = document.getElementById('source').getBoundingClientRect();"
                        + "const line = document.querySelector('.marked').getBoundingClientRect();"
                        + "return line.top >= box.top && line.bottom <= box.bottom"))
                .as("the first marked line is in sight")
                .isEqualTo(true);
        browser.click("#files button");
        assertThat(browser.text("#place")).isEqualTo("Chapter05.java");
        assertThat(marked()).isEmpty();
    }

    /** Also the last method of a file begins at the top of the listing, whose end may be below the window. */
    @Test
    void theCodeOfAChosenTitleIsInTheWindow() {
        openChapter(6);
        for (String scheme : new String[] {"light", "dark"}) {
            browser.show(1280, 1000, scheme);
            for (WebElement title : browser.all("#parts .title")) {
                browser.run("window.scrollTo(0, 0)");
                browser.run("arguments[0].click()", title);
                assertThat(browser.run("""
                        const marked = [...document.querySelectorAll("#code .marked")].map((line) => line.getBoundingClientRect());
                        const box = document.getElementById("source").getBoundingClientRect();
                        return marked[0].top >= box.top && marked.at(-1).bottom <= Math.min(box.bottom, innerHeight);
                        """)).as(title.getText()).isEqualTo(true);
            }
        }
    }

    /** A chart is light on dark in the dark; a photo is as it is. */
    @Test
    void chartsOfChaptersAreDarkInTheDarkScheme() {
        openChapter(1);
        browser.click("#draw-all");
        browser.awaitCount(".figure img", 3);
        browser.awaitCount(".figure img.chart", 2);
        browser.show(1280, 1000, "dark");
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('.figure img')].map(image => getComputedStyle(image).filter)"))
                .isEqualTo(List.of("invert(0.88) hue-rotate(180deg)", "invert(0.88) hue-rotate(180deg)", "none"));
        browser.show(1280, 1000, "light");
        assertThat(browser.run("return getComputedStyle(document.querySelector('.figure img')).filter"))
                .isEqualTo("none");
    }

    @Test
    void aFigureSaysHowLongItHasTaken() {
        openChapter(1);
        browser.run("""
                const [fetched, now] = [window.fetch, performance.now.bind(performance)];
                window.fetch = (path, request) =>
                  path === "/api/figures" ? Promise.resolve(Response.json({ status: "working" })) : fetched(path, request);
                setTimeout(() => (performance.now = () => now() + 11000), 500);
                """);
        browser.click("[aria-label='Draw 1.6.1 The sine function']");
        browser.awaitText("#parts", "Drawing …");
        browser.awaitText("#parts", "Drawing … 10 s so far");
    }

    @Test
    void theCodeOfAChapterHasColoursAndLineNumbers() {
        openChapter(1);

        assertThat(browser.text("#code .keyword")).isEqualTo("package");
        assertThat(
                        browser.run(
                                "return [...document.querySelectorAll('#code .string')].some(node => node.textContent === '\"1.6.1-sin\"')"))
                .isEqualTo(true);
        assertThat(browser.all("#code .comment, #code .number, #code .annotation"))
                .isNotEmpty();
        assertThat(browser.find("#code .line:nth-child(12)").getDomAttribute("data-line"))
                .isEqualTo("12");
    }

    /** Colours what is hard to tell apart, and returns the pieces of each line. */
    @Test
    void highlightingEndsCommentsAndTextsWhereJavaDoes() {
        Object lines = browser.runUntilCalled("""
                const [code, done] = arguments;
                import("/highlight.js").then(({ highlightedLines }) =>
                  done(highlightedLines(code).map((line) => line.map(({ kind, text }) => kind + "[" + text + "]").join(""))));
                """, """
                /* a "b
                // */ int x = 1.5e-3; // new
                char c = '"', d = '\\'';
                String s = "a\\"b // c";
                String t = \"""
                    "in" // it
                    \""";
                newX = @Override 0xFFL;
                """);
        assertThat((List<?>) lines)
                .asString()
                .isEqualTo(List.of(
                                "comment[/* a \"b]",
                                "comment[// */][ ]keyword[int][ ][x][ = ]number[1.5e-3][; ]comment[// new]",
                                "keyword[char][ ][c][ = ]string['\"'][, ][d][ = ]string['\\''][;]",
                                "[String][ ][s][ = ]string[\"a\\\"b // c\"][;]",
                                "[String][ ][t][ = ]string[\"\"\"]",
                                "string[    \"in\" // it]",
                                "string[    \"\"\"][;]",
                                "[newX][ = ]annotation[@Override][ ]number[0xFFL][;]")
                        .toString());
    }

    @Test
    void aChapterPrintsASectionAndDrawsAFigure() {
        openChapter(1);
        browser.click("[aria-label='Run 1.5.3 Arithmetic']");
        browser.await(".section .output");
        assertThat(browser.text(".section .output")).isEqualTo("[5 7 9]\n[-3 -3 -3]\n[ 4 10 18]\n[0.25 0.4  0.5 ]");

        browser.click("[aria-label='Draw 1.6.1 The sine function']");
        browser.await(".figure img");
        assertThat(browser.text("#place")).startsWith("Chapter01.java, lines");
        assertThat(marked()).startsWith("    static Plot sin() {");
    }

    /** In sections 5.4 to 5.6 letters go along the arrows of many figures, and arrays along those of others. */
    @Test
    void chapter5PlaysGraphsOfLetters() {
        openChapter(5);
        List<String> sections = List.of("5.5.1", "5.5.2", "5.6.2", "5.6.3");
        for (int i = 0; i < sections.size(); i++) {
            browser.click("[aria-label^='Draw " + sections.get(i) + "']");
            browser.awaitCount(".figure .player svg", i + 1);
        }
        WebElement relu = browser.find(".figure .player .picture");
        relu.sendKeys(Keys.HOME);
        assertThat(browser.text(".figure .sentence")).isEqualTo("Given: x > 0, x ≤ 0.");
        relu.sendKeys(Keys.END);
        assertThat(browser.text(".figure .sentence"))
                .isEqualTo("Back through relu: ∂L/∂y comes back, and ∂L/∂y goes to x where x > 0."
                        + " ReLU passes on what comes back where its input is positive, and 0 elsewhere.");
    }

    /** A graph that is wider than its column shrinks, and beyond letters of 11 pixels it stands over the code. */
    @Test
    void aWideGraphIsWhollyInViewWithLettersThatOneCanRead() {
        openChapter(5);
        List<String> sections = List.of("5.1.3", "5.5.2", "5.6.2");
        for (int i = 0; i < sections.size(); i++) {
            browser.click("[aria-label^='Draw " + sections.get(i) + "']");
            browser.awaitCount(".figure .player svg", i + 1);
        }
        for (int width : new int[] {1280, 1920}) {
            browser.show(width, 1000, "light");
            assertThat(browser.run("""
                    return [...document.querySelectorAll(".player .picture")].map((place) => {
                      const svg = place.querySelector("svg");
                      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                      const letters = Math.min(...[...svg.querySelectorAll("text")].map((text) => text.getAttribute("font-size")));
                      const { right } = place.getBoundingClientRect();
                      return place.scrollWidth <= place.clientWidth + 1 && letters * scale >= 10.99 && right <= innerWidth;
                    }).join(" ");
                    """)).as("%s pixels", width).isEqualTo("true true true");
        }
    }

    /** Its layout is that of the figure; it is shown as a whole, and can be played from the start. */
    @Test
    void chapter5PlaysAGraphOfNumbers() {
        openChapter(5);
        browser.click("[aria-label^='Draw 5.1.3']");
        browser.await(".figure .player svg");
        assertThat(browser.text(".figure .sentence")).startsWith("Derivatives of price with respect to apple: 2.2,");
        browser.find(".figure .picture").sendKeys(Keys.HOME, Keys.ARROW_RIGHT);
        assertThat(browser.text(".figure .sentence")).isEqualTo("100 × 2 = 200.");

        browser.click("[aria-label='Draw 5.3.3 Practice']");
        browser.await(".figure img");
    }

    @Test
    void aChapterDrawsAllFiguresAndRunsAllSections() {
        openChapter(1);
        browser.click("#draw-all");
        browser.awaitCount(".figure img", 3);
        browser.awaitText("#draw-all", "Draw all figures");
        browser.click("#run-all");
        browser.awaitCount(".section .output", 7);
        browser.awaitText("#run-all", "Run all sections");
    }

    /** In a wide window the code stands beside the chosen part, in a narrow one below its title. */
    @Test
    void theCodeMovesBelowTheChosenPartInANarrowWindow() {
        openChapter(2);
        assertThat(browser.all("#book > #listing")).hasSize(1);
        browser.show(390, 844, "light");
        browser.awaitCount(".part.chosen > #listing", 1);
        browser.click(title("2.5.2 XOR"));
        assertThat(browser.run(
                        "return document.getElementById('listing').parentNode.textContent.startsWith('2.5.2 XOR')"))
                .isEqualTo(true);
        assertThat(marked()).contains("void xor(");
        browser.showWide();
        browser.awaitCount("#book > #listing", 1);
    }

    @Test
    void theCodeOfAChapterFollowsWhatIsRead() {
        openChapter(4);
        browser.run("document.querySelectorAll('.part')[15].scrollIntoView()");

        browser.awaitCount(".part:first-child.chosen", 0);
        assertThat(browser.run(
                        "return [...document.querySelectorAll('.part')].findIndex(part => part.matches('.chosen'))"))
                .asString()
                .matches("1[4-9]");
    }
}
