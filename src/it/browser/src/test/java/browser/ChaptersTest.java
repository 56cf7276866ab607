package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
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

    /** Finds the section, or with {@code figure} the figure, whose title begins so. */
    private WebElement part(String kind, String start) {
        return (WebElement) browser.run(
                "return [...document.querySelectorAll('.' + arguments[0])]"
                        + ".find((part) => part.querySelector('.title').textContent.startsWith(arguments[1]))",
                kind,
                start);
    }

    /** Scrolls to a figure, and waits until it is drawn. */
    private WebElement drawn(String start) {
        WebElement figure = part("figure", start);
        browser.run("arguments[0].scrollIntoView({ block: 'center' })", figure);
        browser.awaitThat(start, () -> isDone(figure));
        return figure;
    }

    private static boolean isDone(WebElement part) {
        return !part.findElements(By.cssSelector(".result > *")).isEmpty();
    }

    /** Notes what the page asks for, and has a script answer instead of the server where it returns something. */
    private void answerBy(String script) {
        browser.run("""
                const fetched = window.fetch;
                window.asked = [];
                window.fetch = async (path, request) => {
                  const { chapter, section, figure } = JSON.parse(request?.body ?? "{}");
                  asked.push([path, chapter, section ?? figure].join(" "));
                  const answer = await (async () => { %s })();
                  return answer ? Response.json(answer) : fetched(path, request);
                };
                """.formatted(script));
    }

    private List<String> asked(String start) {
        return ((List<?>) browser.run("return asked"))
                .stream()
                        .map(String.class::cast)
                        .filter(one -> one.startsWith(start))
                        .toList();
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
        assertThat(marked())
                .contains("static Diagram multiplication(String title) {")
                .endsWith("}\n");
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
        browser.awaitCount(".figure img.chart", 2);
        browser.awaitCount(".figure img", 3);
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
        openChapter(4);
        browser.awaitCount(".section .output", 14);
        answerBy("return path === '/api/figures' ? { status: 'working' } : null");
        browser.run("const now = performance.now.bind(performance);"
                + "setTimeout(() => (performance.now = () => now() + 11000), 500)");
        browser.click("[aria-label$=': 4.5.2 Loss']");
        browser.awaitText("#parts", "Drawing …");
        browser.awaitText("#parts", "Drawing … 10 s so far");
    }

    /** Chapter 5 has 21 figures and 9 sections, of which one trains a network. */
    @Test
    void anOpenedChapterHasPrintedWhatIsQuickAndHasDrawnWhatIsInView() {
        browser.run("""
                window.told = [];
                new MutationObserver(() => {
                  const live = [...document.querySelectorAll("#parts [role=status]:not([aria-live=off])")];
                  told.push(...live.map((node) => node.textContent).filter((text) => text));
                }).observe(document.getElementById("parts"), { subtree: true, childList: true, characterData: true });
                """);
        openChapter(5);
        browser.awaitCount(".section .output", 8);
        browser.await(".figure:first-child .player svg");
        assertThat(isDone(part("figure", "5.7.2"))).isFalse();
        assertThat(browser.run("return told.join()"))
                .as("what a screen reader reads out")
                .isEqualTo("");

        WebElement learning = part("section", "5.7.4").findElement(By.cssSelector(".head > button"));
        assertThat(learning.getText()).matches("Run \\(about \\d+ (s|min)\\)");
        assertThat(learning.getAccessibleName()).isEqualTo(learning.getText() + ": 5.7.4 Learning by backpropagation");
        assertThat(part("section", "5.4.1").findElements(By.cssSelector(".head > button:not([hidden])")))
                .isEmpty();
    }

    @Test
    void aFigureIsDrawnWhenItComesIntoView() {
        answerBy("return null");
        openChapter(5);
        drawn("5.7.2");
        assertThat(asked("/api/figures Chapter05"))
                .contains("/api/figures Chapter05 0", "/api/figures Chapter05 20")
                .doesNotContain("/api/figures Chapter05 10");
    }

    /** What is read below a figure stays in its place when the figure comes. */
    @Test
    void aFigureThatIsDrawnMovesNothingThatIsRead() {
        openChapter(5);
        browser.awaitCount(".section .output", 8);
        for (String start : List.of("5.5.2", "5.3.2")) {
            WebElement figure = part("figure", start);
            browser.run("scrollBy(0, arguments[0].getBoundingClientRect().bottom - 150)", figure);
            browser.awaitThat(start, () -> isDone(figure));
            assertThat((Number) browser.run("return arguments[0].getBoundingClientRect().bottom", figure))
                    .satisfies(
                            bottom -> assertThat(bottom.doubleValue()).as(start).isCloseTo(150, within(1.0)));
        }
    }

    @Test
    void aChapterThatIsLeftBeginsNothingMore() {
        answerBy(
                "return chapter === 'Chapter04' && path === '/api/sections' && !window.isOver ? { status: 'working' } : null");
        openChapter(4);
        browser.click("#run-all");
        browser.awaitText("#run-all", "Stop");
        openChapter(5);
        browser.awaitText("#all-state", "Waiting for 4.2.1 Mean squared error");
        assertThat(browser.text("#run-all")).isEqualTo("Run all sections");
        browser.run("window.isOver = true");
        browser.awaitCount(".section .output", 8);
        assertThat(browser.text("#all-state")).isEmpty();
        // One that is quick, and one that takes long.
        assertThat(Set.copyOf(asked("/api/sections Chapter04"))).hasSize(2).contains("/api/sections Chapter04 0");
    }

    @Test
    void whatIsQuickComesWhileAnotherChapterTakesLong() {
        answerBy("return chapter === 'Chapter04' && section === 14 && !window.isOver ? { status: 'working' } : null");
        openChapter(4);
        WebElement learning = part("section", "4.5.2");
        browser.click(learning.findElement(By.cssSelector(".head > button:last-child")));
        browser.awaitThat("the work", () -> learning.getText().contains("Running"));
        openChapter(5);
        browser.awaitCount(".section .output", 8);
        browser.run("window.isOver = true");
    }

    /** The answer to the first one comes last. */
    @Test
    void ofTwoChaptersTheSecondOneIsShown() {
        browser.run(Browser.HOLD, "/api/chapters", "Chapter01");
        browser.click("#chapter-list button:nth-child(1)");
        browser.awaitThat("the answer", () -> (Boolean) browser.run("return window.letGo !== undefined"));
        browser.click("#chapter-list button:nth-child(2)");
        browser.runUntilCalled(Browser.LET_GO);
        browser.await("#chapter-list button:nth-child(2)[aria-pressed=true]");
        assertThat(browser.text("#parts .title")).startsWith("2.");
    }

    /** Four sections and figures of chapter 4 show one training. */
    @Test
    void whatSharesATrainingComesByItselfAfterIt() {
        answerBy("""
                if (path === "/api/sections" && section === 14) window.isOver = true;
                if (figure >= 6) return { status: "failed", error: "not here" };
                if (path === "/api/sections" && section >= 14) return { status: "done", output: "learned" };
                if (path === "/api/chapters" && window.isOver)
                  return { seconds: { sections: Array(16).fill(0), figures: Array(8).fill(0) } };
                """);
        openChapter(4);
        browser.awaitCount(".section .output", 14);
        assertThat(part("section", "4.5.3").getText()).contains("Run (about");
        browser.click("[aria-label$=': 4.5.2 The losses of ten mini-batches']");
        browser.awaitCount(".section .output", 16);
        assertThat(part("section", "4.5.3").getText()).doesNotContain("Run");
    }

    @Test
    void aPartThatFailsSaysWhyAndHasAButtonToTryAgain() {
        answerBy("return path === '/api/sections' && section === 0 && !window.isOver"
                + " ? { status: 'failed', error: 'Java is tired' } : null");
        openChapter(2);
        browser.awaitText(".part .failed", "Java is tired");
        browser.run("window.isOver = true");
        browser.click(".part:has(.failed) .head > button");
        browser.awaitCount(".part .failed", 0);
        browser.awaitCount(".section .output", 6);
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
        browser.awaitCount(".section .output", 7);
        assertThat(part("section", "1.5.3")
                        .findElement(By.cssSelector(".output"))
                        .getText())
                .isEqualTo("[5 7 9]\n[-3 -3 -3]\n[ 4 10 18]\n[0.25 0.4  0.5 ]");

        browser.click(title("1.6.1 The sine function"));
        drawn("1.6.1");
        assertThat(browser.text("#place")).startsWith("Chapter01.java, lines");
        assertThat(marked()).startsWith("    static Plot sin() {");
    }

    /** In sections 5.4 to 5.6 letters go along the arrows of many figures, and arrays along those of others. */
    @Test
    void chapter5PlaysGraphsOfLetters() {
        openChapter(5);
        for (String section : List.of("5.5.2", "5.6.2", "5.6.3")) {
            assertThat(drawn(section).findElements(By.cssSelector(".player svg")))
                    .as(section)
                    .hasSize(1);
        }
        WebElement relu = drawn("5.5.1").findElement(By.cssSelector(".picture"));
        WebElement sentence = drawn("5.5.1").findElement(By.cssSelector(".sentence"));
        relu.sendKeys(Keys.HOME);
        assertThat(sentence.getText()).isEqualTo("Given: x > 0, x ≤ 0.");
        assertThat(sentence.getDomAttribute("aria-live"))
                .as("it is read out now")
                .isNull();
        relu.sendKeys(Keys.END);
        assertThat(sentence.getText())
                .isEqualTo("Back through relu: ∂L/∂y comes back, and ∂L/∂y goes to x where x > 0."
                        + " ReLU passes on what comes back where its input is positive, and 0 elsewhere.");
    }

    /** A graph that is wider than its column shrinks, and beyond letters of 11 pixels it stands over the code. */
    @Test
    void aWideGraphIsWhollyInViewWithLettersThatOneCanRead() {
        openChapter(5);
        List<WebElement> figures =
                Stream.of("5.1.3", "5.5.2", "5.6.2").map(this::drawn).toList();
        for (int width : new int[] {1280, 1920}) {
            browser.show(width, 1000, "light");
            assertThat(browser.run("""
                    return arguments[0].map((figure) => {
                      const place = figure.querySelector(".picture");
                      const svg = place.querySelector("svg");
                      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
                      const letters = Math.min(...[...svg.querySelectorAll("text")].map((text) => text.getAttribute("font-size")));
                      const { right } = place.getBoundingClientRect();
                      return place.scrollWidth <= place.clientWidth + 1 && letters * scale >= 10.99 && right <= innerWidth;
                    }).join(" ");
                    """, figures)).as("%s pixels", width).isEqualTo("true true true");
        }
    }

    /** Its layout is that of the figure; it is shown as a whole, and can be played from the start. */
    @Test
    void chapter5PlaysAGraphOfNumbers() {
        openChapter(5);
        WebElement apples = drawn("5.1.3");
        WebElement sentence = apples.findElement(By.cssSelector(".sentence"));
        assertThat(sentence.getText()).startsWith("Derivatives of price with respect to apple: 2.2,");
        apples.findElement(By.cssSelector(".picture")).sendKeys(Keys.HOME, Keys.ARROW_RIGHT);
        assertThat(sentence.getText()).isEqualTo("100 × 2 = 200.");

        assertThat(drawn("5.3.3 Practice").findElements(By.tagName("img"))).hasSize(1);
    }

    @Test
    void aChapterDrawsAllFiguresAndRunsAllSections() {
        answerBy("return chapter && section >= 14 ? { status: 'done', output: 'learned' } : null");
        openChapter(4);
        browser.click("#run-all");
        browser.awaitCount(".section .output", 16);
        browser.awaitText("#run-all", "Run all sections");
        openChapter(1);
        browser.click("#draw-all");
        browser.awaitCount(".figure img", 3);
        browser.awaitText("#draw-all", "Draw all figures");
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
