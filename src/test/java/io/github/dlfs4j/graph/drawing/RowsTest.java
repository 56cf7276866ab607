package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.graph.drawing.Diagram.Node;
import io.github.dlfs4j.graph.drawing.Drawing.Anchor;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {
    /** Diagrams without columns that are wider than a page by themselves. */
    static Stream<Arguments> large() {
        return Stream.of(
                        Stream.of(
                                SampleDiagrams.chain(30),
                                SampleDiagrams.lstm("(4, 50)"),
                                SampleDiagrams.lstm("[1 2 3]")),
                        IntStream.rangeClosed(1, 12).mapToObj(seed -> SampleDiagrams.random(seed, 30)),
                        IntStream.rangeClosed(1, 2).mapToObj(seed -> SampleDiagrams.random(seed, 150)))
                .flatMap(diagrams -> diagrams)
                .map(diagram -> Arguments.of(diagram.title(), diagram));
    }

    private static List<Diagram> rows(Diagram diagram) {
        return new Rows(diagram).of(Measures.SHORTEST_BEND);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void noPictureOfAGraphIsWiderThanAPage(String title, Diagram diagram) {
        assertThat(Drawing.of(diagram).width()).isLessThanOrEqualTo(Measures.PAGE + 1e-9);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void everyOperationOfAGraphIsDrawnOnce(String title, Diagram diagram) {
        assertThat(Drawing.of(diagram).circles()).hasSize((int)
                diagram.nodes().stream().filter(Node::isOperation).count());
    }

    /** A row begins with lines that have ended in rows above, and with inputs of the diagram. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("large")
    void aLineThatIsCutHasItsNameAtBothEnds(String title, Diagram diagram) {
        Set<String> begun = new HashSet<>();
        diagram.nodes().stream().filter(node -> node.kind == Diagram.Kind.INPUT).forEach(node -> begun.add(node.name));
        Set<String> goOn = new HashSet<>();
        for (Diagram row : rows(diagram)) {
            List<Node> inputs = row.nodes().stream()
                    .filter(node -> node.kind == Diagram.Kind.INPUT)
                    .toList();
            assertThat(begun).containsAll(inputs.stream().map(node -> node.name).toList());
            inputs.forEach(node -> goOn.remove(node.name));
            row.nodes().stream().filter(node -> node.goesOn).forEach(node -> {
                assertThat(begun.add(node.name)).isTrue();
                goOn.add(node.name);
            });
        }
        assertThat(goOn).isEmpty();
    }

    private static List<Integer> operations(List<Diagram> rows) {
        return rows.stream()
                .map(row -> (int) row.nodes().stream().filter(Node::isOperation).count())
                .toList();
    }

    @Test
    void theRowsOfAChainAreAlike() {
        Diagram diagram = new Diagram("a chain");
        Node node = diagram.input("x").value("1");
        for (int i = 0; i < 27; i++) {
            node = diagram.operation("exp", node).value("12345");
        }
        assertThat(operations(rows(diagram))).containsExactly(9, 9, 9);
    }

    /** Three lines side by side, then one line, then three again: the cut is where there is one. */
    @Test
    void theCutBetweenRowsCutsTheFewestLines() {
        for (int first : new int[] {4, 6, 8}) {
            Diagram diagram = new Diagram("narrow after " + first);
            Node narrow = threeLines(diagram, diagram.input("x"), first);
            threeLines(diagram, narrow, 12 - first);
            assertThat(operations(rows(diagram))).containsExactly(3 * first + 1, 3 * (12 - first) + 1);
        }
    }

    private static Node threeLines(Diagram diagram, Node from, int length) {
        List<Node> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Node node = from;
            for (int j = 0; j < length; j++) {
                node = diagram.operation("exp", node).value("12345");
            }
            ends.add(node);
        }
        return diagram.operation("+", ends).value("12345");
    }

    /** The bias of a gate is next to its addition, so the picture is lower than its fifteen inputs are at the left. */
    @Test
    void inputsOfALargePictureAreNextToTheirOperations() {
        Drawing drawing = Drawing.of(SampleDiagrams.lstm("(4, 50)"));
        List<Label> left = drawing.labels().stream()
                .filter(label -> label.role() == Role.NAME && label.anchor() == Anchor.END)
                .filter(label -> label.point().x() < 50 && label.point().y() < 600)
                .toList();
        assertThat(left)
                .extracting(Label::text)
                .containsExactlyInAnyOrder("x", "h", "Wxf", "Whf", "Wxi", "Whi", "Wxo", "Who", "Wxu", "Whu");
    }

    @Test
    void unusedInputsAreInTheFirstRow() {
        Diagram diagram = SampleDiagrams.chain(30);
        diagram.input("unused");
        List<Diagram> rows = rows(diagram);
        assertThat(rows).hasSizeGreaterThan(1);
        assertThat(rows.get(0).nodes()).extracting(node -> node.name).contains("unused");
    }

    /** The first column has one line to each of sixteen operations. In as few rows as possible, they would be steep. */
    @Test
    void curvesThatAreTooSteepGetMoreRows() {
        Diagram diagram = new Diagram("lines far up and down");
        Node x = diagram.input("x").value("1");
        List<Node> ends = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Node node = diagram.operation("exp", x).value("12345");
            for (int j = 0; j < 6; j++) {
                node = diagram.operation("exp", node).value("12345");
            }
            ends.add(node);
        }
        diagram.operation("concatenate", ends).value("(16,)");
        Draftsman fewestRows = Drawing.draw(rows(diagram), Measures.PAGE);
        assertThat(fewestRows.isSteep()).isTrue();
        assertThat(steepest(Drawing.of(diagram))).isLessThan(0.7 * steepest(fewestRows.drawing()));
    }

    private static double steepest(Drawing drawing) {
        return drawing.strokes().stream()
                .flatMap(stroke -> stroke.curves().stream())
                .mapToDouble(curve -> Math.abs(curve.end().y() - curve.start().y())
                        / Math.abs(curve.end().x() - curve.start().x()))
                .max()
                .orElseThrow();
    }
}
