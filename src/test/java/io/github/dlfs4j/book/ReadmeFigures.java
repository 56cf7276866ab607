package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Chapter.figure;

import java.nio.file.Path;
import java.util.List;

/** Draws the figures that the README shows. */
public final class ReadmeFigures {
    static final Path FOLDER = Path.of("src", "docs", "figures");

    private static final LossComparison OPTIMIZERS = LossComparison.ofOptimizers(2000);

    static final List<Chapter.Drawing> DRAWINGS = List.of(
            figure("3.2.5-sigmoid-and-step", Chapter03::sigmoidAndStepPlot),
            figure("4.3.3-surface", Chapter04::surface),
            figure("4.5.3-accuracy", new LearningCurves(10_000)::accuracy),
            figure("6.1.8-losses-of-optimizers", () -> OPTIMIZERS.plot(1)));

    private ReadmeFigures() {}

    /** Draws them, for which networks learn MNIST. */
    public static void main(String[] args) {
        Chapter.draw(DRAWINGS, FOLDER, System.err);
    }
}
