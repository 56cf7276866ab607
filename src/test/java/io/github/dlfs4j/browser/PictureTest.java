package io.github.dlfs4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.interactions.PointerInput.Kind;

/** Pictures that are chosen, dropped or pasted instead of drawn. */
@ExtendWith(InBrowser.class)
class PictureTest {
    private final Browser browser;

    PictureTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void emptyPaper() {
        browser.open("draw");
        browser.run("sessionStorage.clear()");
        browser.reload();
        browser.awaitText("#answer", "Draw a digit");
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

    @Test
    void readsAPictureThatIsChosen(@TempDir Path folder) throws IOException {
        browser.find("#file").sendKeys(one(folder).toAbsolutePath().toString());
        browser.awaitText("#answer", "I read 1.");
        assertThat(browser.all("#readings li")).hasSize(1);
        assertThat(browser.text("#readings li")).isEqualTo("1");
        browser.find("#network option[value=simple-conv]").click();
        browser.awaitText(".stage:nth-child(2)", "Convolution");
        browser.awaitText("#answer", "1");

        browser.drawSeven(Kind.MOUSE);
        browser.awaitText("#answer", "I read 7.");
        assertThat(browser.find("#readings").isDisplayed()).isFalse();
    }

    @Test
    void readsAPictureThatIsDroppedOrPasted(@TempDir Path folder) throws IOException {
        String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(one(folder)));
        for (String event : new String[] {"drop", "paste"}) {
            browser.find("#clear").click();
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
            browser.drawSeven(Kind.MOUSE);
            browser.awaitText("#answer", "I read 7.");
        }
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("one.png"), "no picture");
        browser.find("#file").sendKeys(file.toAbsolutePath().toString());
        browser.awaitText("#trouble", "the picture: expected a PNG or JPEG image, found bytes 6e6f2070");
        // The browser itself complains of the refusal.
        assertThat(browser.complaints()).hasSize(1).allMatch(line -> line.contains("400 (Bad Request)"));
    }
}
