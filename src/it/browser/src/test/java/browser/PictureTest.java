package browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.activation.Activations;
import io.github.dlfs4j.digit.DigitGuess;
import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.LeNet;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;

/** Pictures that are chosen, dropped or pasted instead of drawn. */
@ExtendWith(InBrowser.class)
class PictureTest {
    private final Browser browser;

    PictureTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void emptyPaper() {
        browser.showEmptyPaper();
    }

    /** Writes a picture of a bar, which is a one. */
    static Path one(Path folder) throws IOException {
        BufferedImage image = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 200, 300);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(90, 40, 20, 220);
        graphics.dispose();
        Path file = folder.resolve("one.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    /** Shows a picture of a one to the page, and returns what a network sees of it. */
    static NDArray showOne(Browser browser, Path folder) throws IOException {
        Path file = one(folder);
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.awaitText("#answer", "I read 1.");
        return DigitImage.read(file).normalized();
    }

    @Test
    void thePageReadsAPictureThatIsChosen(@TempDir Path folder) throws IOException {
        browser.find("#file").sendKeys(one(folder).toAbsolutePath().toString());
        browser.awaitText("#answer", "I read 1.");
        assertThat(browser.all("#readings li")).hasSize(1);
        assertThat(browser.text("#readings li")).isEqualTo("1");
        browser.awaitThat("the picture on the paper", () -> bluePixels() > 1000);
        browser.click("#network option[value=jar]");
        browser.awaitCount(".stage", 4);
        browser.awaitText("#answer", "1");

        browser.readSeven();
        assertThat(browser.find("#readings").isDisplayed()).isFalse();
        assertThat(bluePixels()).isZero();
    }

    /** Returns how many pixels of the paper are blue as the bar of the picture. */
    private long bluePixels() {
        return (Long) browser.run("""
                const paper = document.getElementById("paper");
                const { data } = paper.getContext("2d").getImageData(0, 0, paper.width, paper.height);
                return data.filter((level, i) => i % 4 === 2 && level > 200 && data[i - 2] < 50).length;
                """);
    }

    @Test
    void thePageReadsAPictureThatIsDroppedOrPasted(@TempDir Path folder) throws IOException {
        String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(one(folder)));
        for (String event : new String[] {"drop", "paste"}) {
            browser.click("#clear");
            browser.awaitText("#answer", "Draw a digit");
            browser.run("""
                    const [base64, name] = arguments;
                    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
                    const data = new DataTransfer();
                    data.items.add(new File([bytes], "one.png", { type: "image/png" }));
                    const options = { bubbles: true, cancelable: true, dataTransfer: data, clipboardData: data };
                    document.getElementById("paper").dispatchEvent(
                      name === "drop" ? new DragEvent(name, options) : new ClipboardEvent(name, options));
                    """, base64, event);
            browser.awaitText("#answer", "I read 1.");
            browser.awaitThat("the picture on the paper", () -> bluePixels() > 1000);
            browser.readSeven();
        }
    }

    @Test
    void aNetworkThatIsChosenWhileThePageAsksWhichThereAreStays() {
        assertThat(browser.runUntilCalled("""
                const [done] = arguments;
                import(new URL("/reading.js", location)).then(async ({ loadNetworks }) => {
                  const select = document.getElementById("network");
                  const loading = loadNetworks();
                  select.value = select.options[1].value;
                  await loading;
                  done(select.selectedIndex);
                });
                """)).isEqualTo(1L);
    }

    /** Has the server find these test images in every picture. */
    private void find(int... indices) throws IOException {
        Samples test = Mnist.options().normalize(false).loadTest(Path.of("data"));
        List<String> images = new ArrayList<>();
        for (int index : indices) {
            byte[] pixels = test.images().get(index).toByteArray();
            images.add(Base64.getEncoder().encodeToString(pixels));
        }
        browser.run("""
                const [images] = arguments;
                const places = images.map(() => ({ left: 0, top: 0, width: 1, height: 1, doubtful: false }));
                const original = window.fetch;
                window.fetch = (path, request) =>
                  path === "/api/picture" ? Promise.resolve(Response.json({ images, places })) : original(path, request);
                """, images);
    }

    @Test
    void thePageReadsSeveralDigitsAndShowsTheChosenOne(@TempDir Path folder) throws IOException {
        find(0, 1, 2);
        browser.find("#file").sendKeys(one(folder).toAbsolutePath().toString());
        browser.awaitText("#answer", "I read 7 2 1.");
        assertThat(browser.all("#readings canvas")).hasSize(3);
        browser.awaitText("#bars li[aria-current]", "7");
        browser.click(browser.all("#readings button").get(1));
        browser.await("#bars li:nth-child(3)[aria-current]");
        browser.await("#readings li:nth-child(2) button[aria-pressed=true]");
        assertThat(browser.text("#answer")).isEqualTo("I read 7 2 1.");
    }

    /** Writes a picture of the first three of MNIST's test images side by side, dark on light. */
    static Path row(Path folder) throws IOException {
        Samples test = Mnist.options().normalize(false).loadTest(Path.of("data"));
        BufferedImage image = new BufferedImage(3 * 112, 112, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int ink = (int) test.images().getLong(x / 112, y / 4 * 28 + x % 112 / 4);
                image.getRaster().setSample(x, y, 0, 255 - ink);
            }
        }
        Path file = folder.resolve("row.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void thePageFramesDigitsAndShowsTheOneThatIsClicked(@TempDir Path folder) throws IOException {
        for (String scheme : new String[] {"light", "dark"}) {
            browser.show(1280, 1000, scheme);
            browser.find("#file").sendKeys(row(folder).toAbsolutePath().toString());
            browser.awaitText("#answer", "I read 7 2 1.");
            browser.await("#frames button:nth-child(3)");
            List<WebElement> frames = browser.all("#frames button");
            assertThat(frames).extracting(WebElement::getText).containsExactly("7", "2", "1");
            Rectangle paper = browser.find("#paper").getRect();
            for (int i = 0; i < 3; i++) {
                Rectangle frame = frames.get(i).getRect();
                double middle = frame.x + frame.width / 2.0 - paper.x;
                assertThat(middle / paper.width).isBetween((i + 0.3) / 3, (i + 0.7) / 3);
                // The picture is as wide as the paper, and a third as high.
                assertThat((double) (frame.y - paper.y) / paper.height).isBetween(0.34, 0.45);
                assertThat((double) frame.height / paper.height).isBetween(0.2, 0.3);
            }
            browser.click(frames.get(1));
            browser.await("#bars li:nth-child(3)[aria-current]");
            browser.await("#frames button:nth-child(2)[aria-pressed=true]");
            browser.screenshot(Path.of("target", "screenshots", "frames-" + scheme + ".png"));
            browser.actions()
                    .moveToElement(frames.get(1))
                    .clickAndHold()
                    .moveByOffset(0, -100)
                    .moveByOffset(0, 200)
                    .release()
                    .perform();
            browser.awaitText("#answer", "I read 1.");
            assertThat(browser.all("#frames button")).isEmpty();
        }
    }

    @Test
    void thePageSaysWhenItIsNotSureOfADigit(@TempDir Path folder) throws IOException {
        NDArray images =
                Mnist.options().flatten(false).loadTest(Path.of("data")).images();
        NDArray probabilities = Activations.softmax(LeNet.pretrained().predict(images.get(Index.to(3000))));
        int unsure = 0;
        while (DigitGuess.of(probabilities.get(unsure)).isSure()) {
            unsure++;
        }
        DigitGuess guess = DigitGuess.of(probabilities.get(unsure));
        find(unsure);
        browser.find("#file").sendKeys(one(folder).toAbsolutePath().toString());
        browser.awaitText("#answer", "I am not sure: %s or %s.".formatted(guess.digit(), guess.next()));

        browser.open("draw");
        find(0, unsure);
        browser.find("#file").sendKeys(one(folder).toAbsolutePath().toString());
        browser.awaitText("#answer", "I read 7 %s?.".formatted(guess.digit()));
    }

    @Test
    void thePageSaysWhatIsWrongWithAPicture(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.png"), "no picture");
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.awaitText("#trouble", "this is neither a PNG nor a JPEG picture");
        // The browser itself complains of the refusal.
        assertThat(browser.complaints()).hasSize(1).allMatch(line -> line.contains("400 (Bad Request)"));
    }

    /** The page listens again when the reader comes back to its tab. */
    @Test
    void anErrorOnThePageStaysUntilTheReaderActs(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.png"), "no picture");
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.awaitText("#trouble", "nor a JPEG picture");
        browser.run("""
                window.opened = false;
                window.EventSource = class extends EventSource {
                  constructor(url) {
                    super(url);
                    this.addEventListener("state", () => (window.opened = true));
                  }
                };
                for (const hidden of [true, false]) {
                  Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
                  document.dispatchEvent(new Event("visibilitychange"));
                }
                """);
        browser.awaitThat("the stream is open", () -> (Boolean) browser.run("return window.opened"));
        assertThat(browser.text("#trouble")).contains("nor a JPEG picture");
        assertThat(browser.complaints()).hasSize(1);
        browser.readSeven();
        assertThat(browser.text("#trouble")).isEmpty();
    }
}
