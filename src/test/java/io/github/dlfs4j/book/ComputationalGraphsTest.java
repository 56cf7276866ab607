package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Svg;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pictures of chapter 5 have the right texts, read from their SVG. */
class ComputationalGraphsTest {
    private static void assertShows(Diagram diagram, String symbols, String names, String values, String derivatives) {
        Svg svg = Svg.parse(SvgWriter.write(diagram));
        assertThat(svg.labels("symbol")).containsExactlyInAnyOrder(words(symbols));
        assertThat(svg.labels("name")).containsExactlyInAnyOrder(words(names));
        assertThat(svg.labels("value")).containsExactlyInAnyOrder(words(values));
        assertThat(svg.labels("derivative")).containsExactlyInAnyOrder(words(derivatives));
    }

    /** Joins labels with bars between them. */
    private static String[] words(String labels) {
        return labels.isEmpty() ? new String[0] : labels.split(" \\| ", -1);
    }

    @Test
    void applesAndOranges() {
        assertShows(
                ComputationalGraphs.forward(),
                "× | × | + | ×",
                "number of apples | apple | orange | number of oranges | tax | price",
                "2 | 100 | 150 | 3 | 1.1 | 200 | 450 | 650 | 715",
                "");
    }

    @Test
    void derivativesOfApples() {
        assertShows(
                ComputationalGraphs.derivatives(),
                "× | ×",
                "apple | number of apples | tax | price",
                "100 | 2 | 1.1 | 200 | 220",
                "2.2 | 110 | 200 | 1.1 | 1");
        assertShows(
                ComputationalGraphs.allDerivatives(),
                "× | ×",
                "apple | number of apples | tax | price",
                "100 | 2 | 1.1 | apple price = 200 | 220",
                "2.2 | 110 | 200 | 1.1 | 1");
    }

    @Test
    void practice() {
        String names = "number of apples | apple | orange | number of oranges | tax | price";
        String values = "2 | 100 | 150 | 3 | 1.1 | 200 | 450 | 650 | 715";
        assertShows(
                ComputationalGraphs.practice(), "× | × | + | ×", names, values, "□ | □ | □ | □ | □ | □ | □ | □ | 1");
        assertShows(
                ComputationalGraphs.solution(),
                "× | × | + | ×",
                names,
                values,
                "110 | 2.2 | 3.3 | 165 | 650 | 1.1 | 1.1 | 1.1 | 1");
    }

    @Test
    void functionsOfFunctions() {
        assertShows(ComputationalGraphs.localDerivative(), "f", "x | y", "", "E ∂y/∂x | E");
        assertShows(ComputationalGraphs.squareOfSum(), "+ | ^2", "x | y | z", "2 | 3 | t = 5 | 25", "10 | 10 | 10 | 1");
        assertShows(
                ComputationalGraphs.chainRule(),
                "+ | ^2",
                "x | y | z",
                "t",
                "∂z/∂z ∂z/∂t ∂t/∂x | ∂z/∂z ∂z/∂t ∂t/∂y | ∂z/∂z ∂z/∂t | ∂z/∂z");
        assertShows(
                ComputationalGraphs.chainRuleWorkedOut(),
                "+ | ^2",
                "x | y | z",
                "t",
                "2(x + y)·1 | 2(x + y)·1 | 1·2(x + y) | 1");
    }

    @Test
    void additionAndMultiplication() {
        assertShows(ComputationalGraphs.addition(), "+", "x | y | z", "", "∂L/∂z·1 | ∂L/∂z·1 | ∂L/∂z");
        assertShows(ComputationalGraphs.additionOfNumbers(), "+", "x | y | z", "10 | 5 | 15", "1.3 | 1.3 | 1.3");
        assertShows(ComputationalGraphs.multiplication(), "×", "x | y | z", "", "∂L/∂z·y | ∂L/∂z·x | ∂L/∂z");
        assertShows(ComputationalGraphs.multiplicationOfNumbers(), "×", "x | y | z", "10 | 5 | 50", "6.5 | 13 | 1.3");
    }

    @Test
    void reluAndSigmoid() {
        assertShows(
                ComputationalGraphs.relu(),
                "relu | relu",
                "x > 0 | y | x ≤ 0 | y",
                "x | x | x | 0",
                "∂L/∂y | ∂L/∂y | 0 | ∂L/∂y");
        String steps = "-1 | 1 | -x | exp(-x) | 1 + exp(-x)";
        assertShows(ComputationalGraphs.sigmoidForward(), "× | exp | + | /", "x | y", steps, "");
        assertShows(
                ComputationalGraphs.sigmoidBackward(),
                "× | exp | + | /",
                "x | y",
                steps,
                "∂L/∂y y² exp(-x) | -∂L/∂y y² exp(-x) | -∂L/∂y y² | -∂L/∂y y² | ∂L/∂y");
        assertShows(ComputationalGraphs.sigmoidInOneNode(), "sigmoid", "x | y", "", "∂L/∂y y² exp(-x) | ∂L/∂y");
        assertShows(ComputationalGraphs.sigmoidByItsOutput(), "sigmoid", "x | y", "", "∂L/∂y y (1 - y) | ∂L/∂y");
    }

    @Test
    void layersAndTheNetwork() {
        assertShows(
                ComputationalGraphs.affine(),
                "dot | +",
                "X | W | B | Y",
                "(100, 784) | (784, 50) | (50,) | (100, 50) | (100, 50)",
                "(100, 784) | (784, 50) | (50,) | (100, 50) | (100, 50)");
        assertShows(
                ComputationalGraphs.softmaxWithLoss(),
                "softmax | with | loss",
                "a | L",
                "[-1.2040 -1.6094 -0.6931] | 1.6094",
                "[0.3 -0.8 0.5] | 1");
        assertShows(
                ComputationalGraphs.network(),
                "dot | + | relu | dot | + | softmax | with | loss",
                "x | W1 | b1 | W2 | b2 | loss",
                "(100, 784) | (784, 50) | (50,) | (50, 10) | (10,) | (100, 50) | (100, 50) | (100, 50) | (100, 10)"
                        + " | (100, 10) | 2.3023",
                "(784, 50) | (50,) | (50, 10) | (10,) | (100, 50) | (100, 50) | (100, 50) | (100, 10) | (100, 10) | 1");
    }

    static List<Chapter.Drawing> drawings() {
        return Chapter05.CHAPTER.drawings();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void writesFilesThatAreNotBlank(Chapter.Drawing drawing, @TempDir Path folder) throws IOException {
        assumeTrue(Fonts.installed(), "Java finds no font");
        GraphFigure figure = (GraphFigure) drawing.code().draw();
        figure.write(drawing.file(folder));
        assertThat(drawing.file(folder)).isNotEmptyFile();
        assertThat(Svg.parse(Files.readString(GraphFigure.svg(drawing.file(folder))))
                        .texts("title"))
                .containsExactly(figure.diagram().title());
        assertThat(Pixels.colours(figure.draw())).isGreaterThan(20);
    }
}
