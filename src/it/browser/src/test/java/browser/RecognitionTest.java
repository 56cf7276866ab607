package browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.mnist.Mnist;
import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.ThreeLayerNet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Test images of MNIST are put onto the paper as pixels. */
@ExtendWith(InBrowser.class)
class RecognitionTest {
    private static final int IMAGES = 200;

    /** Draws an image of 28 by 28 pixels, and returns the answer and the milliseconds until it came. */
    private static final String DRAW = """
            const [base64, done] = arguments;
            const grey = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
            const paper = document.getElementById("paper");
            const image = new ImageData(paper.width, paper.height);
            for (let y = 0; y < paper.height; y++) {
              for (let x = 0; x < paper.width; x++) {
                image.data[4 * (y * paper.width + x) + 3] = grey[28 * Math.floor(y / 12) + Math.floor(x / 12)];
              }
            }
            paper.getContext("2d").putImageData(image, 0, 0);
            const reading = document.getElementById("reading");
            const start = performance.now();
            new MutationObserver((_, observer) => {
              if (reading.getAttribute("aria-busy") === "false") {
                observer.disconnect();
                const digit = document.querySelector("#bars [aria-current] span")?.textContent;
                done([digit, performance.now() - start]);
              }
            }).observe(reading, { attributes: true });
            document.getElementById("network").dispatchEvent(new Event("change"));
            """;

    private final Browser browser;

    RecognitionTest(Browser browser) {
        this.browser = browser;
    }

    @Test
    void thePageRecognisesAsManyImagesOnThePaperAsInTheFile() throws IOException {
        Samples pixels = Mnist.options().normalize(false).loadTest(Path.of("data"));
        int[] labels = pixels.labels().get(Index.to(IMAGES)).toIntArray();
        browser.open("draw");
        int onPaper = 0;
        double[] milliseconds = new double[IMAGES];
        for (int i = 0; i < IMAGES; i++) {
            String image =
                    Base64.getEncoder().encodeToString(pixels.images().get(i).toByteArray());
            List<?> answer = (List<?>) browser.runUntilCalled(DRAW, image);
            onPaper += String.valueOf(labels[i]).equals(answer.get(0)) ? 1 : 0;
            milliseconds[i] = ((Number) answer.get(1)).doubleValue();
        }
        int inFile = readInFile(labels);
        System.out.printf(
                "Of %d test images, %d are recognised on the paper and %d in the file.%n", IMAGES, onPaper, inFile);
        double[] warm = Arrays.copyOfRange(milliseconds, IMAGES / 2, IMAGES);
        Arrays.sort(warm);
        double median = warm[warm.length / 2];
        System.out.printf(
                "A warm prediction takes %.1f ms in the browser (median of %d; from %.1f to %.1f).%n",
                median, warm.length, warm[0], warm[warm.length - 1]);

        assertThat(onPaper).isBetween(inFile - IMAGES / 100, inFile + IMAGES / 100);
    }

    private static int readInFile(int[] labels) throws IOException {
        NDArray images = Mnist.options().loadTest(Path.of("data")).images().get(Index.to(labels.length));
        int[] read = ThreeLayerNet.pretrained().predict(images).argmax(1).toIntArray();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += read[i] == labels[i] ? 1 : 0;
        }
        return right;
    }
}
