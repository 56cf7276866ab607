package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.Pages;
import io.github.dlfs4j.book.figure.Figure;
import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures on the pages are those that the code draws, though not to the pixel: text differs with the fonts. */
class PageFiguresTest {
    /** The figures for which networks learn. */
    private static final Set<String> TRAINED = Set.of("4.5.3-accuracy", "6.1.8-losses-of-optimizers");

    static List<Chapter.Drawing> drawings() {
        return PageFigures.DRAWINGS;
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void figuresOfThePagesAreSmallAndOfTheSizeThatIsDrawn(Chapter.Drawing drawing) throws IOException {
        Path file = drawing.file(PageFigures.FOLDER);
        assertThat(file).hasExtension("png").isNotEmptyFile();
        assertThat(Files.size(file)).isLessThan(200_000);
        NDArray pixels = Picture.read(file);
        if (TRAINED.contains(drawing.name())) {
            assertThat(pixels.shape().toArray()).containsExactly(2 * Figure.HEIGHT, 2 * Figure.WIDTH, 3);
        } else {
            assumeTrue(Fonts.installed(), "Java finds no font");
            BufferedImage drawn = drawing.code().draw().draw();
            assertThat(pixels.shape().toArray()).containsExactly(drawn.getHeight(), drawn.getWidth(), 3);
        }
        assertThat(Pixels.colours(new Picture(pixels).draw())).isGreaterThan(20);
    }

    @Test
    void theComponentsOfTheGuideAreThoseThatAreDrawn() throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        BufferedImage drawn = PageFigures.COMPONENTS.code().draw().draw();
        NDArray pixels = Picture.read(PageFigures.COMPONENTS.file(PageFigures.FOLDER));
        assertThat(pixels.shape().toArray()).containsExactly(drawn.getHeight(), drawn.getWidth(), 3);
        // The images are below the captions, which differ with the fonts.
        PrincipalComponents digits = PrincipalComponents.ofDigits();
        double[] errors = Stream.of(1, 10, 50, 200)
                .mapToDouble(k -> digits.rebuilt(0, k)
                        .sub(digits.images().get(0))
                        .square()
                        .mean()
                        .asDouble())
                .toArray();
        assertThat(errors).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(errors[3]).isLessThan(0.002);
    }

    private static Variable apples() {
        Variable apple = Variable.of("apple", 100);
        Variable number = Variable.of("number of apples", 2);
        Variable tax = Variable.of("tax", 1.1);
        Variable price = apple.mul(number).mul(tax);
        price.backward();
        return price;
    }

    @Test
    void theGraphOfTheRecipeIsTheOneThatIsDrawn() {
        assertThat(PageFigures.FOLDER.resolve("apples.svg"))
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(Graph.of(apples()).toSvg());
    }

    @Test
    void theGraphThatMovesIsTheOneThatIsWritten() {
        assertThat(PageFigures.FOLDER.resolve("apples-moving.svg"))
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(Graph.of(apples().named("price")).toAnimatedSvg());
    }

    @Test
    void figuresOfThePagesAreAllShownAndNoOthersAreThere() throws IOException {
        String pages = pages();
        assertThat(drawings()).allSatisfy(drawing -> assertThat(pages).contains("figures/" + drawing.name() + ".png)"));
        try (Stream<Path> files = Files.list(PageFigures.FOLDER)) {
            assertThat(files).allSatisfy(file -> assertThat(pages).contains("figures/" + file.getFileName() + ")"));
        }
    }

    private static String pages() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path page : Pages.all()) {
            pages.append(Pages.text(page));
        }
        return pages.toString();
    }
}
