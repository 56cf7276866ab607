package browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Kind;
import org.openqa.selenium.interactions.PointerInput.MouseButton;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A headless Chromium that shows the page and can reach only this machine. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration STROKE = Duration.ofMillis(100);

    /** The beginning of a script, which measures the contrast of two opaque colours. */
    static final String CONTRAST = """
            const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
            const rgb = (colour) => {
              paint.fillStyle = colour;
              paint.fillRect(0, 0, 1, 1);
              return [...paint.getImageData(0, 0, 1, 1).data];
            };
            const light = (colour) =>
              [0.2126, 0.7152, 0.0722].reduce((sum, part, i) => {
                const level = rgb(colour)[i] / 255;
                return sum + part * (level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
              }, 0);
            const contrast = (a, b) => {
              const [less, more] = [light(a), light(b)].sort((x, y) => x - y);
              return (more + 0.05) / (less + 0.05);
            };
            """;

    /** Holds the first answer to a request of a path whose body has a text. */
    static final String HOLD = """
            const [held, part] = arguments;
            const fetched = window.fetch;
            window.fetch = async (path, request) => {
              const answer = await fetched(path, request);
              const isHeld = path === held && request?.body?.includes(part) && window.letGo === undefined;
              await (isHeld ? new Promise((go) => (window.letGo = go)) : null);
              return answer;
            };
            """;

    /** Lets the answer go when others that were asked for have had time to come. */
    static final String LET_GO = """
            const [done] = arguments;
            const soon = (action) => setTimeout(action, 100);
            soon(() => soon(done, letGo()));
            """;

    private final ChromeDriver driver;
    private final URI address;

    Browser(URI address) {
        this.address = address;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(onPath("chromium", "chromium-browser", "google-chrome"));
        options.addArguments(
                "--headless=new",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        if (System.getProperty("user.name").equals("root")) {
            options.addArguments("--no-sandbox");
        }
        options.setCapability(ChromeOptions.LOGGING_PREFS, Map.of(LogType.BROWSER, "ALL"));
        // Naming the driver keeps Selenium from searching or downloading one.
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(onPath("chromedriver"))
                        .withSilent(true)
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
    }

    private static File onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        names[0] + " is not on the path: install Debian's chromium and chromium-driver"));
    }

    /** Gives the tab the window that tests expect. */
    void showWide() {
        show(1100, 900, "light");
    }

    /** Sets the size and the colour scheme, {@code light} or {@code dark}, of this tab alone. */
    void show(int width, int height, String scheme) {
        show(width, height, scheme, "reduce");
    }

    /** Gives the tab the window that tests expect, for a reader who has nothing against motion. */
    void showMotion() {
        show(1100, 900, "light", "no-preference");
    }

    private void show(int width, int height, String scheme, String motion) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", motion))));
    }

    /** Shows the page as on a phone, which has touch and no mouse. */
    void showOnPhone(int width, int height) {
        show(width, height, "light");
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
    }

    /** Touches an element in its middle. */
    void tap(WebElement element) {
        PointerInput finger = new PointerInput(Kind.TOUCH, "finger");
        driver.perform(List.of(new Sequence(finger, 0)
                .addAction(finger.createPointerMove(Duration.ZERO, Origin.fromElement(element), 0, 0))
                .addAction(finger.createPointerDown(MouseButton.LEFT.asArg()))
                .addAction(finger.createPointerUp(MouseButton.LEFT.asArg()))));
    }

    /** Opens a view afresh, by its address: {@code draw}, {@code play}, {@code transformer} and the like. */
    void open(String view) {
        driver.get("about:blank");
        driver.get(address.resolve("/#" + view).toString());
        await("#" + view + ":not([hidden])");
        await("#network option");
        await("#reading[aria-busy=false]");
    }

    /** Opens a view in a second tab, and switches to it. */
    void openBeside(String view) {
        driver.switchTo().newWindow(WindowType.TAB);
        showWide();
        open(view);
    }

    /** Closes the second tab, and switches back to the first. */
    void closeBeside() {
        driver.close();
        driver.switchTo().window(driver.getWindowHandles().iterator().next());
    }

    /** Closes all tabs but this one. */
    void closeOthers() {
        String own = driver.getWindowHandle();
        for (String tab : driver.getWindowHandles()) {
            if (!tab.equals(own)) {
                driver.switchTo().window(tab).close();
            }
        }
        driver.switchTo().window(own);
    }

    /** Opens the view of drawing as it is for a new reader. */
    void showEmptyPaper() {
        open("draw");
        run("sessionStorage.clear()");
        reload();
        awaitText("#answer", "Draw a digit");
    }

    void reload() {
        driver.navigate().refresh();
        await("#network option");
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    void click(String selector) {
        click(find(selector));
    }

    boolean hasFocus(String selector) {
        return (boolean) run("return document.activeElement.matches(arguments[0])", selector);
    }

    /** Presses Tab until an element has the focus. */
    void tabTo(String selector) {
        for (int i = 0; i < 80; i++) {
            actions().sendKeys(Keys.TAB).perform();
            if (hasFocus(selector)) {
                return;
            }
        }
        throw new AssertionError("Tab does not reach " + selector);
    }

    /** Chooses a network with the book's weights. Without their files the page has none, and the test is skipped. */
    void chooseOfTheBook(String network) {
        String option = "#network option[value=" + network + "]";
        assumeFalse(all(option).isEmpty(), "needs the file of the book's weights for " + network);
        click(option);
    }

    /**
     * Clicks an element when it stands still. What is drawn above it may move it away from the pointer at the last
     * moment: then, as a reader would, clicks again.
     */
    void click(WebElement element) {
        await("a click on " + element, () -> {
            runUntilCalled("""
                    const [element, done] = arguments;
                    // Nothing is heard of a click in a list that is closed, or on a button that is disabled.
                    window.isHit = element.matches("option, :disabled");
                    element.addEventListener("click", () => (window.isHit = true), { capture: true, once: true });
                    const look = (before) => {
                      const { x, y } = element.getBoundingClientRect();
                      return before?.x === x && before?.y === y ? done() : requestAnimationFrame(() => look({ x, y }));
                    };
                    look();
                    """, element);
            element.click();
            return (Boolean) run("return window.isHit");
        });
    }

    String text(String selector) {
        return find(selector).getText();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Returns whether an element is shown, and no part of it is above or below the window. */
    boolean isInView(String selector) {
        return (Boolean) run(
                "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                        + " return box.top >= 0 && box.bottom <= innerHeight && box.height > 0",
                selector);
    }

    /**
     * Returns how wide the first neuron of a layer is, or its first map if no filters are above: from the edge of the
     * picture to the gap.
     */
    double widthOfFirst(WebElement layer) {
        return ((Number) run("""
                        const [layer] = arguments;
                        const copy = new OffscreenCanvas(layer.width, layer.height).getContext("2d", { willReadFrequently: true });
                        copy.drawImage(layer, 0, 0);
                        const { data } = copy.getImageData(0, 6 * devicePixelRatio, layer.width, 1);
                        const gap = data.findIndex((level, i) => i % 4 === 3 && level === 0);
                        return (gap < 0 ? layer.width : Math.floor(gap / 4)) / devicePixelRatio;
                        """, layer)).doubleValue();
    }

    /** Waits until there is an element for a selector. */
    void await(String selector) {
        await(selector, () -> !all(selector).isEmpty());
    }

    /** Waits until an element contains a text. */
    void awaitText(String selector, String part) {
        await(part, () -> text(selector).contains(part));
    }

    /** Waits until there are so many elements for a selector. */
    void awaitCount(String selector, int count) {
        await(count + " " + selector, () -> all(selector).size() == count);
    }

    /** Waits until the text of an element is as given. */
    void awaitExactly(String selector, String whole) {
        awaitThat(selector + " is " + whole, () -> text(selector).equals(whole));
    }

    /** Waits until a condition holds. */
    void awaitThat(String what, BooleanSupplier condition) {
        await(what, condition);
    }

    private void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime())
                    .as("waiting for %s; %s", what, trouble())
                    .isLessThan(end);
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Returns whether a condition holds. It does not while an element is missing, or another one takes its place. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (NoSuchElementException | StaleElementReferenceException e) {
            return false;
        }
    }

    private List<String> trouble() {
        return all("#trouble:not([hidden])").stream().map(WebElement::getText).toList();
    }

    /** Fills in an option of a training. */
    void set(String option, String value) {
        await("#options [name=" + option + "]");
        WebElement field = find("#options [name=" + option + "]");
        run("arguments[0].closest('details')?.setAttribute('open', '')", field);
        field.clear();
        field.sendKeys(value);
    }

    /** Chooses a value of an option of a training. */
    void choose(String option, String value) {
        await("#options [name=" + option + "]");
        WebElement field = find("#options [name=" + option + "]");
        run("arguments[0].closest('details')?.setAttribute('open', '')", field);
        field.findElements(By.tagName("option")).stream()
                .filter(choice -> choice.getText().equals(value))
                .findFirst()
                .orElseThrow()
                .click();
    }

    /**
     * Starts a training with options, given as alternating names and values, and waits until the page shows it, and no
     * longer one of an earlier test, or says why there is none.
     */
    void train(String... options) {
        for (int i = 0; i < options.length; i += 2) {
            set(options[i], options[i + 1]);
        }
        await("#start:enabled");
        long before = (Long) runUntilCalled("const [done] = arguments;"
                + "fetch('/api/training').then(answer => answer.json()).then(({ run }) => done(run ?? 0))");
        click("#start");
        await(
                "a training after " + before,
                () -> !trouble().isEmpty()
                        || Integer.parseInt(text("#runs li:last-child .name").replaceAll(":.*", "")) > before);
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Runs a script until it calls its last argument. */
    Object runUntilCalled(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    Actions actions() {
        return new Actions(driver, Duration.ofMillis(20));
    }

    /** Draws a seven with one stroke of a pointer. */
    void drawSeven(Kind kind) {
        PointerInput pointer = new PointerInput(kind, kind.toString());
        Origin paper = Origin.fromElement(find("#paper"));
        driver.perform(List.of(new Sequence(pointer, 0)
                .addAction(pointer.createPointerMove(Duration.ZERO, paper, -70, -100))
                .addAction(pointer.createPointerDown(MouseButton.LEFT.asArg()))
                .addAction(pointer.createPointerMove(STROKE, paper, 70, -100))
                .addAction(pointer.createPointerMove(STROKE, paper, -10, 110))
                .addAction(pointer.createPointerUp(MouseButton.LEFT.asArg()))));
    }

    /** Draws a seven with the mouse, and waits until the page has read it. */
    void readSeven() {
        drawSeven(Kind.MOUSE);
        awaitText("#answer", "I read 7.");
    }

    /** Takes a picture of the whole page. */
    void screenshot(Path file) throws IOException {
        Map<String, Object> clip = Map.of(
                "x", 0,
                "y", 0,
                "width", run("return innerWidth"),
                "height", run("return Math.max(innerHeight, document.documentElement.scrollHeight)"),
                "scale", 1);
        Object png = driver.executeCdpCommand(
                        "Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip))
                .get("data");
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) png));
    }

    /**
     * Returns the complaints of the browser: errors of the script, refused requests, and violations of the content
     * security policy.
     */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns the addresses that the page sent requests to. */
    List<String> asked() {
        return ((List<?>) run("return performance.getEntriesByType('resource').map(entry => entry.name)"))
                .stream()
                        .map(String.class::cast)
                        .filter(name -> !name.startsWith("data:"))
                        .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
