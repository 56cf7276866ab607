package browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second view: trainings are started, followed, paused, saved and resumed. */
@ExtendWith(InBrowser.class)
class TrainingTest {
    /** Records the number of points of the loss curve each time it grows. A shorter curve is a new one. */
    private static final String WATCH = """
            window.lengths = [];
            new MutationObserver(() => {
              const length = document.querySelector("#loss .raw.last")?.points.length ?? 0;
              if (length < lengths.at(-1)) {
                lengths.length = 0;
              }
              if (length !== lengths.at(-1)) {
                lengths.push(length);
              }
            }).observe(document.getElementById("loss"), { childList: true });
            """;

    private final Browser browser;

    TrainingTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        browser.open("train");
    }

    @Test
    void theCurveIsDrawnDuringTheTraining() {
        browser.run(WATCH);
        browser.train("steps", "200", "batch", "500");
        browser.awaitText("#pace", "step 200 of 200");
        browser.await("#start:enabled");

        List<?> lengths = (List<?>) browser.run("return window.lengths");
        assertThat(lengths).as("points of the curve").hasSizeGreaterThan(2);
        assertThat((Long) lengths.get(lengths.size() - 1)).isGreaterThanOrEqualTo(200);
        assertThat(browser.text("#accuracy-now")).containsPattern("test 0\\.\\d{4}");
    }

    @Test
    void aTrainingShowsItsConfusionMatrixMistakesAndWeights() {
        browser.train("steps", "50");
        browser.awaitText("#tested", "after step 50");

        browser.click("#confusion summary");
        assertThat(browser.all("#matrix tbody tr")).hasSize(11);
        assertThat(browser.all("#matrix td.right")).hasSize(10);
        Object sum = browser.run("return [...document.querySelectorAll('#matrix tbody tr:not(:last-child)')].reduce("
                + "(sum, row) => sum + [...row.cells].slice(1, 11).reduce((s, cell) => s + +cell.textContent, 0), 0)");
        assertThat(sum).isEqualTo(10_000L);

        browser.click("#mistaken summary");
        browser.await("#mistakes li:nth-child(10)");
        // At once, since the list is made anew after each epoch.
        Object mistakes =
                browser.run("return [...document.querySelectorAll('#mistakes li')].map(item => item.innerText)");
        assertThat((List<?>) mistakes)
                .allMatch(text -> ((String) text).strip().matches("(?s)\\d, read\\s+as \\d,\\s+\\d+\\.\\d %"));
        browser.click("#weighed summary");
        browser.await("#weights li:nth-child(50)");
    }

    /** The state of a new training may come before its points. */
    @Test
    void theLegendOfANewTrainingHasNoAccuracyOfTheOneBefore() {
        browser.awaitThat("the state", () -> !browser.text("#phase").isBlank());
        assertThat(browser.runUntilCalled("""
                const [done] = arguments;
                import(new URL("/runs.js", location)).then(async ({ follow, setLast }) => {
                  const state = (run) => ({ run, name: "sgd", title: "", unseen: "test", steps: 1, earlier: [] });
                  const result = () => document.querySelector("#runs li:last-child .result").textContent;
                  setLast({ of: 1001, points: [{ step: 1, loss: 1, trainAccuracy: null, testAccuracy: 0.5 }] });
                  await follow(state(1001));
                  const before = result();
                  await follow(state(1002));
                  done(`${before}, ${result()}`);
                });
                """)).isEqualTo("test 0.5000, ");
    }

    @Test
    void aTrainingPausesContinuesAndStops() {
        browser.train("steps", "100000");
        browser.awaitText("#pace", "left");
        browser.click("#pause");
        browser.awaitText("#pause", "Continue");
        browser.reload();
        browser.awaitText("#pause", "Continue");
        browser.click("#pause");
        browser.awaitText("#pause", "Pause");
        browser.awaitText("#pace", "left");
        browser.click("#stop");
        browser.await("#start:enabled");
        assertThat(browser.text("#pace")).doesNotContain("100 %");
    }

    @Test
    void aSecondTabShowsAndStopsTheTraining() {
        browser.train("steps", "100000");
        browser.awaitText("#pace", "left");

        browser.openBeside("train");
        assertThat(browser.run("return innerWidth")).isEqualTo(1100L);
        browser.awaitText("#pace", "of 100000");
        assertThat(browser.all("#more-options [name=steps]"))
                .as("fields that move no button")
                .hasSize(1);
        assertThat(browser.find("#start").isEnabled()).isFalse();
        browser.run("window.lost = 0; const stop = document.getElementById('stop');"
                + "new MutationObserver(() => (window.lost += stop.disabled))"
                + ".observe(stop, { attributes: true, attributeFilter: ['disabled'] })");
        browser.awaitThat(
                "evaluations after two epochs",
                () -> Integer.parseInt(browser.text("#pace").replaceAll("\\D+(\\d+) of.*", "$1")) > 1300);
        assertThat(browser.run("return window.lost"))
                .as("times that Stop could not be pressed")
                .isEqualTo(0L);
        browser.click("#stop");
        browser.await("#start:enabled");
        browser.closeBeside();

        browser.awaitText("#phase", "stopped");
        browser.await("#start:enabled");
    }

    @Test
    void aReloadShowsTheTrainingAndASavedOneIsResumed() {
        browser.train("steps", "100");
        browser.awaitText("#tested", "after step 100");
        browser.find("#save-name").clear();
        browser.find("#save-name").sendKeys("kept");
        browser.click("#save");
        browser.await("#resume:enabled");

        browser.reload();
        browser.awaitText("#pace", "step 100 of 100");
        browser.awaitText("#tested", "after step 100");
        assertThat(browser.run("return document.querySelector('#loss .raw.last').points.length"))
                .as("points of the curve")
                .isNotEqualTo(0L);

        browser.set("steps", "150");
        browser.run("document.getElementById('saved').value = 'kept'");
        browser.click("#resume");
        browser.awaitText("#tested", "after step 150");
    }

    @Test
    void theDrawingViewOffersTheTrainedNetwork() {
        browser.train("steps", "50");
        browser.awaitText("#tested", "after step 50");
        browser.click("header a[href='#draw']");
        browser.await("#network option[value=trained]");
    }

    @Test
    void theFormSaysWhatIsWrongWithAnOption() {
        browser.train("hidden", "many");

        browser.await("#trouble:not([hidden])");
        assertThat(browser.text("#trouble")).contains("hidden");
        assertThat(browser.complaints()).singleElement().asString().contains("400");
    }
}
