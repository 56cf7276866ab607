package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.drawing.Svg;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphDrawingTest {
    private final Variable apple = Variable.of("apple", 100);
    private final Variable number = Variable.of("number of apples", 2);
    private final Variable tax = Variable.of("tax", 1.1);
    private final Variable price = apple.mul(number).mul(tax);

    @Test
    void aDrawnGraphShowsValuesAndDerivativesAfterABackward() {
        Svg forward = Svg.parse(Graph.of(price).toSvg());
        assertThat(forward.labels("value")).containsExactlyInAnyOrder("100", "2", "1.1", "200", "220");
        assertThat(forward.labels("derivative")).isEmpty();

        price.backward();
        Svg both = Svg.parse(Graph.of(price).toSvg());
        assertThat(both.labels("value")).containsExactlyInAnyOrder("100", "2", "1.1", "200", "220");
        assertThat(both.labels("derivative")).containsExactlyInAnyOrder("2.2", "110", "200", "1.1", "1");
        assertThat(both.labels("name")).containsExactly("apple", "number of apples", "tax");
        assertThat(both.labels("symbol")).containsExactly("×", "×");
    }

    @Test
    void aDrawnGraphIsNamedAfterItsResult() {
        assertThat(Svg.parse(Graph.of(price).toSvg()).texts("title")).containsExactly("Computational graph");
        price.named("price");
        Svg svg = Svg.parse(Graph.of(price).toSvg());
        assertThat(svg.texts("title")).containsExactly("Computational graph of price");
        assertThat(svg.labels("name")).contains("price");
    }

    @Test
    void aDrawnGraphShowsNumbersInFormulasWithoutDerivatives() {
        Variable x = Variable.of("x", 3);
        Variable y = x.mul(2).add(1);
        y.backward();
        Svg svg = Svg.parse(Graph.of(y).toSvg());
        assertThat(svg.labels("value")).containsExactlyInAnyOrder("3", "2", "6", "1", "7");
        assertThat(svg.labels("derivative")).containsExactlyInAnyOrder("2", "1", "1");
        assertThat(svg.labels("name")).containsExactly("x");
    }

    @Test
    void aDrawnGraphShowsTheNamesOfIntermediateResults() {
        Variable t = Variable.of("x", 2).add(Variable.of("y", 3)).named("t");
        assertThat(Svg.parse(Graph.of(t.pow(2)).toSvg()).labels("value"))
                .containsExactlyInAnyOrder("2", "3", "t = 5", "25");
    }

    @Test
    void aDrawnGraphShowsShapesOfArrays() {
        Variable x = Variable.of("x", NDArray.ones(2, 3));
        Variable y = x.mul(Variable.of("w", NDArray.of(1.0, 0.5, -2.0)));
        assertThat(Svg.parse(Graph.of(y).toSvg()).labels("value"))
                .containsExactlyInAnyOrder("(2, 3)", "[1.0 0.5 -2.0]", "(2, 3)");
    }

    @Test
    void aVariableThatIsUsedTwiceIsDrawnOnce() {
        Variable x = Variable.of("x", 3);
        Variable y = x.mul(x).add(x);
        y.backward();
        Svg svg = Svg.parse(Graph.of(y).toSvg());
        assertThat(svg.labels("name")).containsExactly("x");
        assertThat(svg.labels("derivative")).containsExactlyInAnyOrder("7", "1", "1");
    }

    @Test
    void theGraphOfADerivativeIsDrawnToo() {
        Variable x = Variable.of("x", 2);
        Variable y = x.pow(4);
        y.backward();
        Svg svg = Svg.parse(Graph.of(x.gradient()).toSvg());
        assertThat(svg.labels("value")).contains("2", "32");
    }

    @Test
    void dotShowsTheSameGraph() {
        price.named("price").backward();
        assertThat(Graph.of(price).toDot())
                .startsWith("digraph \"Computational graph of price\" {\n")
                .contains("[label=\"×\"]", "[shape=plaintext label=\"number of apples\"]", "[label=\"220\"]")
                .contains("[dir=back label=\"110\"");
    }

    /**
     * Operations one after the other share a number, but it is no variable, from which one arrow would lead to both.
     */
    @Test
    void aNumberInAGraphIsDrawnAtEachUse() {
        Variable x = Variable.of("x", 3);
        Variable y = x.mul(2).mul(2);
        y.backward();
        assertThat(Graph.of(y).toDot().lines().filter(line -> line.contains("shape=point")))
                .hasSize(2);
        Variable two = Variable.constant(NDArray.scalar(2.0));
        assertThat(Graph.of(x.mul(2).mul(2)).toSvg())
                .isEqualTo(
                        Graph.of(x.mul(two).mul(Variable.constant(two.value()))).toSvg());
        assertThat(x.gradient().item()).isEqualTo(4);
    }

    /** The lines at the left of a second row have the numbers, and the values, that they have in the table. */
    @Test
    void aLargePictureHasRowsWithTheNumbersOfTheTable() {
        Variable y = Variable.of("x", 0.5);
        for (int i = 0; i < 30; i++) {
            y = i % 2 == 0 ? y.mul(1.5) : y.tanh();
        }
        String svg = Graph.of(y).toSvg();
        List<String> numbers = Svg.parse(svg).labels("name").stream()
                .filter(name -> name.startsWith("#"))
                .toList();
        assertThat(width(svg)).isLessThanOrEqualTo(1400);
        // At the end of a row, and at the beginning of the next one.
        assertThat(numbers)
                .hasSizeGreaterThanOrEqualTo(4)
                .hasSize(2 * Set.copyOf(numbers).size());
        for (String number : numbers) {
            String line = Graph.of(y)
                    .toString()
                    .lines()
                    .filter(text -> text.startsWith(number + " "))
                    .findFirst()
                    .orElseThrow();
            double shown = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
            String value = Caption.of(NDArray.scalar(shown));
            assertThat(Svg.parse(svg).labels("value").stream().filter(value::equals))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private static double width(String svg) {
        return Double.parseDouble(svg.replaceFirst("(?s).*? width=\"([0-9.]+)\".*", "$1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 50})
    void anLstmCellFitsAPage(int size) {
        RandomState random = new RandomState(0);
        Variable x = Variable.of("x", random.randn(1, size));
        Variable h = Variable.of("h", random.randn(1, size));
        Variable c = Variable.of("c", random.randn(1, size));
        Variable[] sums = new Variable[4];
        for (int i = 0; i < sums.length; i++) {
            Variable ofX = x.dot(Variable.of("Wx" + i, random.randn(size, size)));
            Variable ofH = h.dot(Variable.of("Wh" + i, random.randn(size, size)));
            sums[i] = ofX.add(ofH).add(Variable.of("b" + i, random.randn(size)));
        }
        Variable added = sums[1].sigmoid().mul(sums[3].tanh());
        Variable next = sums[0].sigmoid().mul(c).add(added).named("c'");
        Variable output = sums[2].sigmoid().mul(next.tanh()).named("h'");
        output.backward(NDArray.ones(1, size));
        assertThat(width(Graph.of(output).toSvg())).isLessThanOrEqualTo(1400);
    }

    /** Each arrow back has its own term; the derivative of x is their sum, 7. */
    @Test
    void dotShowsWhatComesBackAlongEachArrow() {
        Variable x = Variable.of("x", 3);
        Variable y = x.mul(x).add(x);
        y.backward();
        assertThat(Graph.of(y).toDot().lines().filter(line -> line.contains("dir=back")))
                .extracting(line -> line.replaceAll(".*label=\"(.*?)\".*", "$1"))
                .containsExactly("3", "3", "1", "1", "1");
    }
}
