package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** All views in each language, in wide and narrow windows: no word is English, and no label is cut off. */
@ExtendWith(InBrowser.class)
class LanguageTest {
    /**
     * All that a reader reads or hears, but for code, what programs print, formulas, and values of the command line.
     */
    private static final String TEXTS = """
            const left = "code, pre, noscript, script, style, #formula, #language, .player text, #files button, #place,"
              + " #options option, [name=optimizer] option, [name=activation] option, #transformer-seen *, .scrolls text,"
              + " #transformer li > :first-child";
            const isRead = (element) => !element.closest(left) && element.checkVisibility({ visibilityProperty: true });
            const texts = [document.title];
            for (const element of [...document.body.querySelectorAll("*")].filter(isRead)) {
              texts.push(...[...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data));
              texts.push(...["aria-label", "title", "alt", "aria-valuetext"].map((name) => element.getAttribute(name) ?? ""));
            }
            return texts;
            """;

    /** Labels whose text is wider or higher than their box, and what stands out of the window. */
    private static final String CUT_OFF = """
            const labels = "button, label, legend, summary, figcaption, h1, h2, h3, h4, th, header a, .hint, .key-of-board, p, small";
            const isCut = (label) => {
              const { left, right } = label.getBoundingClientRect();
              return label.clientWidth > 0 && (label.scrollWidth > label.clientWidth + 1
                || (getComputedStyle(label).overflowY === "hidden" && label.scrollHeight > label.clientHeight + 1)
                || (!label.closest(".wide, .scrolls, pre, .picture, #window-products") && (left < -1 || right > innerWidth + 1)));
            };
            const pen = document.createElement("canvas").getContext("2d");
            const isTooWide = (select) => {
              const { fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(select);
              pen.font = `${fontSize} ${fontFamily}`;
              const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - 18; // its arrow
              return select.clientWidth > 0 && [...select.options].some(({ text }) => pen.measureText(text).width > room);
            };
            return [...[...document.querySelectorAll("#play-form select")].filter(isTooWide).map(({ name }) => `an option of ${name}`),
              ...[...document.querySelectorAll(labels)].filter(isCut).map((label) => `${label.id} ${label.textContent}`),
              ...(document.documentElement.scrollWidth > innerWidth ? ["the page is wider than its window"] : [])];
            """;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9.-]*");

    /** Names of the library, of layers and the like, letters of formulas, keys, units and values that one types. */
    private static final Set<String> NAMES = Set.of("""
            dlfs4j Java JavaScript Python MNIST CNN Deep Learning MB ms s float32 float64 npz mnist Play.java target classes
            Affine Batch Normalization BatchNormalization ConvNet Convolution Dropout LeNet Pooling ReLU Relu relu Sigmoid Softmax
            sigmoid softmax tanh Softmax-with-Loss SGD AdaGrad Adam AdamW sgd multi-layer Xavier He im2col AND NAND OR XOR
            epoch mini-batch sin cos exp log dot x y xy z t a b f X Y Z W B L N E W1 W2 b1 b2 loss
            apple apples price number tax orange oranges Tab Page Down Enter Esc Shift Backspace Delete
            gram nan inf pi e sqrt max min
            LanguageModel PyTorch state dict Top-k top-k MLP gelu WriteOn.java
            """.split("\\s+"));

    private final Browser browser;
    private final Set<String> found = new TreeSet<>();

    LanguageTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void begin() {
        browser.showEmptyPaper();
    }

    @AfterEach
    void speakEnglishAgain() {
        browser.run("document.cookie = 'dlfs4j-language=; path=/; max-age=0'");
    }

    @Test
    void theMenuChangesTheLanguageAndIsRemembered() {
        for (String language : List.of("ja", "zh-CN", "en")) {
            browser.find("#language option[lang=" + language + "]").click();
            browser.await("html[lang=" + language + "]");
            browser.open("train");
            browser.await("html[lang=" + language + "]");
            assertThat(browser.run("return document.getElementById('language').value"))
                    .isEqualTo(language);
        }
        assertThat(browser.text("#train-title")).isEqualTo("Train");
    }

    @ParameterizedTest
    @CsvSource({"en, 1280", "en, 400", "zh-CN, 1280", "zh-CN, 400", "ja, 1280", "ja, 400"})
    void noWordIsEnglishAndNoLabelIsCutOff(String language, int width) {
        browser.run("document.cookie = 'dlfs4j-language=" + language + "; path=/; samesite=lax'");
        browser.show(width, 900, "light");
        draw();
        train();
        play();
        graphs();
        transformer();
        chapters();
        assertThat(found).isEmpty();
    }

    /** Looks at what is shown now. */
    private void look(String where) {
        ((List<?>) browser.run(CUT_OFF)).forEach(label -> found.add(where + " cuts off " + label));
        if (browser.all("html[lang=en]").isEmpty()) {
            ((List<?>) browser.run(TEXTS))
                    .forEach(text -> WORD.matcher(
                                    text.toString().replaceAll("softmax with loss|number of apples|[“「].[”」]", ""))
                            .results()
                            .map(match -> match.group().replaceFirst("[.-]+$", ""))
                            .filter(word -> !NAMES.contains(word))
                            .forEach(word -> found.add(where + " says " + word + " in " + text)));
        }
    }

    private void open(String view) {
        browser.open(view);
        browser.run("document.querySelectorAll('details').forEach((details) => (details.open = true))");
    }

    /** Clicks what may be behind something that stays in view. */
    private void press(String selector) {
        browser.run("document.querySelector(arguments[0]).click()", selector);
    }

    private void draw() {
        open("draw");
        look("draw, blank");
        browser.drawSeven(Kind.MOUSE);
        browser.await("#bars li[aria-current]");
        for (String network : List.of("jar", "conv")) {
            browser.click("#network option[value=" + network + "]");
            browser.await("#reading[aria-busy=false]");
            press("#find button");
            browser.await("#neuron.kept");
            press(".stage:nth-child(2) button");
            browser.await("#large-items li");
            browser.awaitThat(
                    "the pixels", () -> !browser.text("#deciding-title").isEmpty());
            look("draw, " + network);
        }
    }

    private void train() {
        open("train");
        look("train, before");
        browser.train("steps", "60", "batch", "20", "hidden", "8");
        browser.await("#start:enabled");
        browser.await("#matrix td.wrong");
        press("#matrix td.wrong");
        browser.await("#cell-images li");
        browser.run("document.querySelectorAll('#train details').forEach((details) => (details.open = true))");
        look("train, after");
        press("#mistakes button");
        browser.await("#guess[open]");
        look("train, a mistake");
    }

    private void play() {
        open("play");
        browser.await("#play-toggle:enabled");
        press("#play-step");
        browser.awaitThat("a step", () -> !browser.text("#play-steps").equals("0"));
        look("play");
        press("#play-network .neuron:nth-of-type(4)");
        look("play, a neuron");
        press("#play-kinds [value=own]");
        browser.await("#play-own:not([hidden])");
        press("#play-own-copy");
        browser.awaitThat("the copy", () -> !browser.text("#play-own-said").isEmpty());
        look("play, own points");
        browser.run("localStorage.clear()");
    }

    private void graphs() {
        open("graphs");
        browser.await("#graph-choices button[aria-pressed=true]");
        browser.click("#seven-show");
        browser.await("#seven-way li");
        steps("#seven-player");
        steps("#graph-player");
        for (WebElement choice : browser.all("#graph-choices button:not(:first-child)")) {
            browser.click(choice);
            browser.awaitThat("the choice", () -> "true".equals(choice.getAttribute("aria-pressed")));
            steps("#graph-player");
        }
        browser.find("#formula").clear();
        browser.find("#formula").sendKeys("sin(x\n");
        browser.await("#formula-mistake:not([hidden])");
        look("graphs, a mistake");
    }

    /** Looks at each step of a player, from its end to its beginning. */
    private void steps(String player) {
        look("graphs, " + browser.text(player + " .sentence"));
        while (!browser.all(player + " .bar button:nth-child(2):enabled").isEmpty()) {
            press(player + " .bar button:nth-child(2)");
            look("graphs, " + browser.text(player + " .sentence"));
        }
    }

    private void transformer() {
        open("transformer");
        browser.await(".block:last-child svg path");
        look("language");
        press(".head-of-block button");
        browser.awaitThat(
                "the map", () -> !browser.text("#transformer-map-read").isEmpty());
        look("language, a head");
        press("[data-shows^=neuron]");
        browser.await("#transformer-sum .products");
        press("#transformer-step");
        browser.await("#transformer-back:enabled");
        look("language, a neuron");
    }

    private void chapters() {
        open("chapters");
        for (WebElement chapter : browser.all("#chapter-list button")) {
            browser.click(chapter);
            browser.awaitThat("the chapter", () -> "true".equals(chapter.getAttribute("aria-pressed")));
            look("chapters, " + chapter.getText());
        }
        browser.click("#chapter-list button:nth-child(5)");
        browser.await("#chapter-list button:nth-child(5)[aria-pressed=true]");
        press(".part.figure .head > button");
        browser.await(".part.figure .player");
        look("chapters, a figure");
    }
}
