package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dlfs4j.book.figure.Fonts;
import io.github.dlfs4j.book.figure.GraphFigure;
import io.github.dlfs4j.book.figure.Pixels;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Svg;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import io.github.dlfs4j.language.Language;
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
    @Claims({
        "a price is a few small steps, and each circle knows only its own",
        "The price of two apples and three oranges with tax"
    })
    void theGraphOfApplesAndOrangesHasItsTexts() {
        assertShows(
                ComputationalGraphs.forward(""),
                "× | × | + | ×",
                "number of apples | apple | orange | number of oranges | tax | price",
                "2 | 100 | 150 | 3 | 1.1 | 200 | 450 | 650 | 715",
                "");
    }

    @Test
    @Claims({
        "the thick arrows go back with derivatives: an apple that costs 1 more makes the price 2.2 higher",
        "If an apple costs 1 more, the price grows by 2.2",
        "the tax of 1.1 and the price of 100 have other scales: 200 and 2.2 come back to them",
        "The price of two apples, and its derivatives with respect to all it depends on"
    })
    void theGraphOfApplesHasItsDerivatives() {
        assertShows(
                ComputationalGraphs.derivatives(""),
                "× | ×",
                "apple | number of apples | tax | price",
                "100 | 2 | 1.1 | 200 | 220",
                "2.2 | 110 | 200 | 1.1 | 1");
        assertShows(
                ComputationalGraphs.allDerivatives(""),
                "× | ×",
                "apple | number of apples | tax | price",
                "100 | 2 | 1.1 | apple price = 200 | 220",
                "2.2 | 110 | 200 | 1.1 | 1");
    }

    @Test
    void theGraphsCallTheirQuantitiesInTheLanguageOfTheReader() {
        Diagram japanese = Language.JAPANESE.speak(() -> ComputationalGraphs.allDerivatives(""));
        assertThat(Svg.parse(SvgWriter.write(japanese)).labels("name"))
                .containsExactlyInAnyOrder("リンゴ", "リンゴの個数", "消費税", "金額");
    }

    @Test
    @Claims({
        "fill in the blanks from right to left",
        "Fill in the derivatives",
        "110, 2.2, 3.3, 165 and 650",
        "The derivatives, filled in"
    })
    void theGraphToPracticeHasItsSquares() {
        String names = "number of apples | apple | orange | number of oranges | tax | price";
        String values = "2 | 100 | 150 | 3 | 1.1 | 200 | 450 | 650 | 715";
        assertShows(
                ComputationalGraphs.practice(""), "× | × | + | ×", names, values, "□ | □ | □ | □ | □ | □ | □ | □ | 1");
        assertShows(
                ComputationalGraphs.solution(""),
                "× | × | + | ×",
                names,
                values,
                "110 | 2.2 | 3.3 | 165 | 650 | 1.1 | 1.1 | 1.1 | 1");
    }

    @Test
    @Claims({
        "what comes back is multiplied by the derivative of the node alone",
        "y = f(x): what comes back, E, is multiplied by the local derivative",
        "z = (x + y)² is two nodes: t = x + y, and t²",
        "z = t² and t = x + y, where x is 2 and y is 3",
        "from right to left one factor is added at each node; that is the chain rule",
        "z = (x + y)²: on the way back each local derivative is multiplied",
        "the same with the factors worked out: 2(x + y) arrives at both",
        "z = (x + y)²: the derivatives"
    })
    void graphsOfComposedFunctionsHaveTheirTexts() {
        assertShows(ComputationalGraphs.localDerivative(""), "f", "x | y", "", "E ∂y/∂x | E");
        assertShows(
                ComputationalGraphs.squareOfSum(""), "+ | ^2", "x | y | z", "2 | 3 | t = 5 | 25", "10 | 10 | 10 | 1");
        assertShows(
                ComputationalGraphs.chainRule(""),
                "+ | ^2",
                "x | y | z",
                "t",
                "∂z/∂z ∂z/∂t ∂t/∂x | ∂z/∂z ∂z/∂t ∂t/∂y | ∂z/∂z ∂z/∂t | ∂z/∂z");
        assertShows(
                ComputationalGraphs.chainRuleWorkedOut(""),
                "+ | ^2",
                "x | y | z",
                "t",
                "2(x + y)·1 | 2(x + y)·1 | 1·2(x + y) | 1");
    }

    @Test
    @Claims({
        "an addition hands on what comes back as it is",
        "Addition: what comes back goes on as it is",
        "1.3 comes back, and 1.3 goes on to both",
        "10 + 5: the 1.3 that comes back goes on to both",
        "a multiplication hands on the other value times what comes back",
        "Multiplication: what comes back is multiplied by the other operand",
        "1.3 times 5 goes to the 10, 1.3 times 10 to the 5",
        "10 × 5: the 1.3 that comes back is multiplied by the other number"
    })
    void graphsOfAdditionAndMultiplicationHaveTheirTexts() {
        assertShows(ComputationalGraphs.addition(""), "+", "x | y | z", "", "∂L/∂z·1 | ∂L/∂z·1 | ∂L/∂z");
        assertShows(ComputationalGraphs.additionOfNumbers(""), "+", "x | y | z", "10 | 5 | 15", "1.3 | 1.3 | 1.3");
        assertShows(ComputationalGraphs.multiplication(""), "×", "x | y | z", "", "∂L/∂z·y | ∂L/∂z·x | ∂L/∂z");
        assertShows(ComputationalGraphs.multiplicationOfNumbers(""), "×", "x | y | z", "10 | 5 | 50", "6.5 | 13 | 1.3");
    }

    @Test
    @Claims({
        "where x is above 0 all comes through, else nothing",
        "ReLU where x > 0, and where x ≤ 0",
        "the sigmoid is four nodes: times -1, exp, plus 1, and 1 over it",
        "y = 1 / (1 + exp(-x)), computed step by step",
        "its way back node by node",
        "y = 1 / (1 + exp(-x)): the way back, step by step",
        "the four nodes as one, with what comes out of all of them",
        "Sigmoid as one node",
        "the same derivative needs no more than the output: y (1 - y)",
        "Sigmoid as one node, its derivative from y alone"
    })
    void graphsOfReluAndSigmoidHaveTheirTexts() {
        assertShows(
                ComputationalGraphs.relu(""),
                "relu | relu",
                "x > 0 | y | x ≤ 0 | y",
                "x | x | x | 0",
                "∂L/∂y | ∂L/∂y | 0 | ∂L/∂y");
        String steps = "-1 | 1 | -x | exp(-x) | 1 + exp(-x)";
        assertShows(ComputationalGraphs.sigmoidForward(""), "× | exp | + | /", "x | y", steps, "");
        assertShows(
                ComputationalGraphs.sigmoidBackward(""),
                "× | exp | + | /",
                "x | y",
                steps,
                "∂L/∂y y² exp(-x) | -∂L/∂y y² exp(-x) | -∂L/∂y y² | -∂L/∂y y² | ∂L/∂y");
        assertShows(ComputationalGraphs.sigmoidInOneNode(""), "sigmoid", "x | y", "", "∂L/∂y y² exp(-x) | ∂L/∂y");
        assertShows(ComputationalGraphs.sigmoidByItsOutput(""), "sigmoid", "x | y", "", "∂L/∂y y (1 - y) | ∂L/∂y");
    }

    @Test
    @Claims({
        "along the arrows go matrices: look at their shapes, forward and back",
        "Affine: every derivative has the shape of its value",
        "what comes back is as simple as it could be: y - t",
        "Softmax with loss: what comes back is y - t, [0.3 0.2 0.5] - [0 1 0]",
        "a whole network is such a graph, its layers from left to right",
        "The network of two layers, and the way back to its parameters"
    })
    void graphsOfLayersAndTheNetworkHaveTheirTexts() {
        assertShows(
                ComputationalGraphs.affine(""),
                "dot | +",
                "X | W | B | Y",
                "(100, 784) | (784, 50) | (50,) | (100, 50) | (100, 50)",
                "(100, 784) | (784, 50) | (50,) | (100, 50) | (100, 50)");
        assertShows(
                ComputationalGraphs.softmaxWithLoss(""),
                "softmax | with | loss",
                "a | L",
                "[-1.2040 -1.6094 -0.6931] | 1.6094",
                "[0.3 -0.8 0.5] | 1");
        assertShows(
                ComputationalGraphs.network(""),
                "dot | + | relu | dot | + | softmax | with | loss",
                "x | W1 | b1 | W2 | b2 | loss",
                "(100, 784) | (784, 50) | (50,) | (50, 10) | (10,) | (100, 50) | (100, 50) | (100, 50) | (100, 10)"
                        + " | (100, 10) | 2.3023",
                "(784, 50) | (50,) | (50, 10) | (10,) | (100, 50) | (100, 50) | (100, 50) | (100, 10) | (100, 10) | 1");
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void noSentenceSaysThatSomethingIsItself(Chapter.Drawing drawing) throws IOException {
        Diagram diagram = ((GraphFigure) drawing.code().draw()).diagram();
        assertThat(diagram.sentences()).noneMatch(sentence -> sentence.matches("(.*[ =])?(.+) = \\2\\."));
    }

    @Test
    void lettersSayWhatEachOperationDoes() {
        assertThat(ComputationalGraphs.relu("").sentences())
                .contains("Where x > 0, y = relu(x) = x.", "Where x ≤ 0, y = relu(x) = 0.");
        assertThat(ComputationalGraphs.sigmoidForward("").sentences())
                .contains(
                        "-x = x × (-1).",
                        "exp takes -x and gives exp(-x).",
                        "1 + exp(-x) = exp(-x) + 1.",
                        "y = 1 / (1 + exp(-x)).");
    }

    /** Section 5.5.2 writes y(1 - y) for what the figures pass back. */
    @Test
    void bothDerivativesOfTheSigmoidFunctionAreSaidToBeOne() {
        for (Diagram diagram : List.of(
                ComputationalGraphs.sigmoidBackward(""),
                ComputationalGraphs.sigmoidInOneNode(""),
                ComputationalGraphs.sigmoidByItsOutput(""))) {
            assertThat(diagram.sentences()).last().asString().startsWith("y² exp(-x) is y (1 - y): ");
        }
    }

    /** The formulas in the pictures are the derivatives that variables compute. */
    @Test
    void formulasInTheGraphsAreTheDerivatives() {
        Variable x = Variable.of("x", 7);
        Variable y = Variable.of("y", -3);
        x.add(y).pow(2).backward();
        assertDerivative(x, 2 * (7 - 3));
        assertDerivative(y, 2 * (7 - 3));

        for (double number : new double[] {-2, 0, 0.7}) {
            Variable input = Variable.of("x", number);
            Variable product = input.mul(-1);
            Variable sum = product.exp().add(1);
            Variable sigmoid = sum.rdiv(1);
            sigmoid.backward();
            double output = sigmoid.value().asDouble();
            assertDerivative(sum, -output * output);
            assertDerivative(product, -output * output * Math.exp(-number));
            assertDerivative(input, output * output * Math.exp(-number));
            assertDerivative(input, output * (1 - output));
        }
    }

    private static void assertDerivative(Variable variable, double expected) {
        assertThat(variable.gradient().value().asDouble()).isCloseTo(expected, within(1e-12));
    }

    static List<Chapter.Drawing> drawings() {
        return Chapter05.CHAPTER.drawings();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void graphsAreWrittenToFilesThatAreNotBlank(Chapter.Drawing drawing, @TempDir Path folder) throws IOException {
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
