package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.drawing.Svg;
import io.github.dlfs4j.ndarray.NDArray;
import org.junit.jupiter.api.Test;

class GraphDrawingTest {
    private final Variable apple = Variable.of("apple", 100);
    private final Variable number = Variable.of("number of apples", 2);
    private final Variable tax = Variable.of("tax", 1.1);
    private final Variable price = apple.mul(number).mul(tax);

    @Test
    void showsValuesAndDerivativesAfterABackward() {
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
    void isNamedAfterItsResult() {
        assertThat(Svg.parse(Graph.of(price).toSvg()).texts("title")).containsExactly("Computational graph");
        price.named("price");
        Svg svg = Svg.parse(Graph.of(price).toSvg());
        assertThat(svg.texts("title")).containsExactly("Computational graph of price");
        assertThat(svg.labels("name")).contains("price");
    }

    @Test
    void showsNumbersInFormulasWithoutDerivatives() {
        Variable x = Variable.of("x", 3);
        Variable y = x.mul(2).add(1);
        y.backward();
        Svg svg = Svg.parse(Graph.of(y).toSvg());
        assertThat(svg.labels("value")).containsExactlyInAnyOrder("3", "2", "6", "1", "7");
        assertThat(svg.labels("derivative")).containsExactlyInAnyOrder("2", "1", "1");
        assertThat(svg.labels("name")).containsExactly("x");
    }

    @Test
    void showsTheNamesOfIntermediateResults() {
        Variable t = Variable.of("x", 2).add(Variable.of("y", 3)).named("t");
        assertThat(Svg.parse(Graph.of(t.pow(2)).toSvg()).labels("value"))
                .containsExactlyInAnyOrder("2", "3", "t = 5", "25");
    }

    @Test
    void showsShapesOfArrays() {
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
    void dotShowsTheSame() {
        price.named("price").backward();
        assertThat(Graph.of(price).toDot())
                .startsWith("digraph \"Computational graph of price\" {\n")
                .contains("[label=\"×\"]", "[shape=plaintext label=\"number of apples\"]", "[label=\"220\"]")
                .contains("[dir=back label=\"110\"");
    }
}
