package io.github.dlfs4j.book;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Draws the figures that the pages show. */
public final class PageFigures {
    static final Path FOLDER = Path.of("src", "docs", "figures");

    private static final Set<String> NAMES = Set.of(
            "3.2.5-sigmoid-and-step",
            "4.3.3-surface",
            "4.4.1-gradient-descent",
            "4.5.3-accuracy",
            "6.1.7-optimizer-paths",
            "6.1.8-losses-of-optimizers",
            "6.2.2-activations-of-sigmoid",
            "8.1.2-data-augmentation");

    /** The figure of the guide. It is of another size than the others. */
    static final Chapter.Drawing COMPONENTS = Chapter.figure(
            "principal-components", () -> PrincipalComponents.ofDigits().draw());

    static final List<Chapter.Drawing> DRAWINGS = Stream.of(
                    Chapter03.CHAPTER,
                    Chapter04.CHAPTER,
                    Chapter06.chapter(1),
                    Chapter08.chapter(Chapter08.TEST_IMAGES))
            .flatMap(chapter -> chapter.drawings().stream())
            .filter(drawing -> NAMES.contains(drawing.name()))
            .toList();

    private PageFigures() {}

    /** Draws the figures, for which networks learn MNIST. */
    public static void main(String[] args) {
        Chapter.draw(DRAWINGS, FOLDER, System.err);
        Chapter.draw(List.of(COMPONENTS), FOLDER, System.err);
    }
}
