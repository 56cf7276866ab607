package io.github.dlfs4j.graph.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.graph.drawing.Drawing.Circle;
import io.github.dlfs4j.graph.drawing.Drawing.Head;
import io.github.dlfs4j.graph.drawing.Drawing.Label;
import io.github.dlfs4j.graph.drawing.Drawing.Role;
import io.github.dlfs4j.graph.drawing.Drawing.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DrawingTest {
    private static final List<Arguments> DRAWINGS = SampleDiagrams.all()
            .map(diagram -> Arguments.of(diagram.title(), Drawing.of(diagram)))
            .toList();

    static Stream<Arguments> drawings() {
        return DRAWINGS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void labelsOfADrawingDoNotOverlap(String title, Drawing drawing) {
        List<Label> labels = drawing.labels();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = 0; j < i; j++) {
                // The lines of one symbol may touch.
                if (labels.get(i).role() != Role.SYMBOL || labels.get(j).role() != Role.SYMBOL) {
                    assertThat(Box.of(labels.get(i)).overlaps(Box.of(labels.get(j))))
                            .as("%s and %s", labels.get(i), labels.get(j))
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void onlySymbolsOfADrawingAreInCircles(String title, Drawing drawing) {
        for (Label label : drawing.labels()) {
            Box box = Box.of(label);
            if (label.role() == Role.SYMBOL) {
                assertThat(drawing.circles())
                        .as("%s", label)
                        .filteredOn(circle -> box.reachFrom(circle) <= circle.radius() + 1)
                        .hasSize(1);
            }
            assertThat(drawing.circles())
                    .as("%s", label)
                    .filteredOn(circle -> box.distanceTo(circle) < circle.radius())
                    .hasSize(label.role() == Role.SYMBOL ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void circlesOfADrawingDoNotOverlap(String title, Drawing drawing) {
        for (Circle circle : drawing.circles()) {
            assertThat(drawing.circles())
                    .filteredOn(
                            other -> other.center().minus(circle.center()).length() <= other.radius() + circle.radius())
                    .containsExactly(circle);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void everythingOfADrawingIsInsideThePicture(String title, Drawing drawing) {
        double width = drawing.width();
        double height = drawing.height();
        assertThat(drawing.labels()).allMatch(label -> Box.of(label).isInside(width, height));
        Box picture = new Box(0, 0, width, height);
        assertThat(drawing.circles()).allSatisfy(circle -> {
            assertThat(picture.contains(circle.center().minus(new Point(circle.radius(), circle.radius()))))
                    .isTrue();
            assertThat(picture.contains(circle.center().plus(new Point(circle.radius(), circle.radius()))))
                    .isTrue();
        });
        assertThat(points(drawing)).allMatch(picture::contains);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void noLineRunsThroughALabelOrACircle(String title, Drawing drawing) {
        List<Box> boxes = drawing.labels().stream().map(Box::of).toList();
        assertThat(points(drawing))
                .noneMatch(point -> boxes.stream().anyMatch(box -> box.contains(point)))
                .noneMatch(point -> drawing.circles().stream()
                        .anyMatch(circle -> point.minus(circle.center()).length() < circle.radius() - 1));
    }

    /** Returns closely spaced points on all lines, and the corners of all heads. */
    private static List<Point> points(Drawing drawing) {
        List<Point> points = new ArrayList<>();
        for (Stroke stroke : drawing.strokes()) {
            for (Curve curve : stroke.curves()) {
                IntStream.rangeClosed(0, 16).mapToObj(i -> at(curve, i / 16.0)).forEach(points::add);
            }
        }
        for (Head head : drawing.heads()) {
            points.addAll(List.of(head.tip(), head.left(), head.right()));
        }
        return points;
    }

    private static Point at(Curve curve, double t) {
        double s = 1 - t;
        return curve.start()
                .times(s * s * s)
                .plus(curve.control1().times(3 * s * s * t))
                .plus(curve.control2().times(3 * s * t * t))
                .plus(curve.end().times(t * t * t));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void thePartsOfALineMeet(String title, Drawing drawing) {
        for (Stroke stroke : drawing.strokes()) {
            for (int i = 1; i < stroke.curves().size(); i++) {
                Point gap = stroke.curves()
                        .get(i)
                        .start()
                        .minus(stroke.curves().get(i - 1).end());
                assertThat(gap.length()).isLessThan(1e-9);
            }
        }
    }

    @Nested
    class OfApples {
        private final Drawing drawing = Drawing.of(SampleDiagrams.apples());

        private Label label(String text) {
            return drawing.labels().stream()
                    .filter(label -> label.text().equals(text))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void thePictureOfApplesHasItsNamesBesideInputsAndResult() {
            double firstCircle = drawing.circles().get(0).center().x();
            double lastCircle = drawing.circles().get(1).center().x();
            assertThat(Stream.of("apple", "number of apples", "tax").map(this::label))
                    .allMatch(label -> Box.of(label).right() < firstCircle);
            assertThat(Box.of(label("price")).left()).isGreaterThan(lastCircle);
        }

        @Test
        void thePictureOfApplesHasValuesAboveAndDerivativesBelow() {
            assertThat(drawing.labels())
                    .extracting(Label::role)
                    .containsOnly(Role.NAME, Role.SYMBOL, Role.VALUE, Role.DERIVATIVE);
            List<List<String>> arrows =
                    List.of(List.of("100", "2.2"), List.of("2", "110"), List.of("1.1", "200"), List.of("220", "1"));
            for (List<String> arrow : arrows) {
                Label value = label(arrow.get(0));
                Label derivative = label(arrow.get(1));
                assertThat(value.role()).isEqualTo(Role.VALUE);
                assertThat(derivative.role()).isEqualTo(Role.DERIVATIVE);
                assertThat(value.point().x()).isEqualTo(derivative.point().x());
                assertThat(value.point().y()).isLessThan(derivative.point().y());
                Box between = new Box(
                        value.point().x() - 1,
                        value.point().y(),
                        value.point().x() + 1,
                        Box.of(derivative).top());
                assertThat(points(drawing).stream().mapToDouble(Point::y))
                        .as("lines between %s", arrow)
                        .anyMatch(y -> between.top() < y && y < between.bottom());
            }
        }

        @Test
        void thePictureOfApplesHasLinesForwardAndBackFromEndToEnd() {
            // The line of the apples: a straight part, and a bend to the circle.
            assertThat(drawing.heads())
                    .extracting(Head::direction)
                    .filteredOn(direction -> direction == Drawing.Direction.BACKWARD)
                    .hasSize(5);
            assertThat(drawing.heads()).hasSize(10);
            assertThat(Drawing.Direction.BACKWARD.thickness()).isGreaterThan(2 * Drawing.Direction.FORWARD.thickness());
        }

        @Test
        void thePictureOfApplesHasItsOperationsInALine() {
            assertThat(drawing.circles().get(0).center().y())
                    .isEqualTo(drawing.circles().get(1).center().y());
        }
    }

    @Test
    void anArrowBackIsParallelToItsArrowForward() {
        Curve curve = new Curve(new Point(0, 0), new Point(40, 0), new Point(40, 90), new Point(80, 90));
        List<Curve> forward = curve.beside(3.5);
        List<Curve> backward = curve.beside(-3.5);
        List<Point> there = IntStream.rangeClosed(0, 400)
                .mapToObj(i -> at(forward, i / 200.0))
                .toList();
        for (double t = 0; t <= 2; t += 0.05) {
            Point back = at(backward, t);
            double distance = there.stream()
                    .mapToDouble(point -> point.minus(back).length())
                    .min()
                    .orElseThrow();
            assertThat(distance).isBetween(5.5, 8.5);
        }
    }

    private static Point at(List<Curve> curves, double t) {
        int i = Math.min((int) t, curves.size() - 1);
        return at(curves.get(i), t - i);
    }

    @Test
    void operationsAreInColumnsByTheLongestPathFromAnInput() {
        Diagram diagram = new Diagram("long and short ways");
        Diagram.Node x = diagram.input("x");
        Diagram.Node near = diagram.operation("a", x);
        Diagram.Node far = diagram.operation("c", diagram.operation("b", near), diagram.constant("2"));
        diagram.operation("e", far, diagram.operation("d", x));
        Drawing drawing = Drawing.of(diagram);
        double[] columns = Stream.of("a", "b", "c", "e", "d")
                .mapToDouble(symbol -> drawing.labels().stream()
                        .filter(label -> label.text().equals(symbol))
                        .mapToDouble(label -> label.point().x())
                        .findFirst()
                        .orElseThrow())
                .toArray();
        assertThat(columns[0]).isEqualTo(columns[4]);
        assertThat(DoubleStream.of(columns).limit(4).toArray()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aTreeHasNoCrossings() {
        Diagram diagram = new Diagram("a tree");
        List<Diagram.Node> row =
                IntStream.range(0, 16).mapToObj(i -> diagram.input("x" + i)).toList();
        // The inputs are far apart in the tree.
        while (row.size() > 1) {
            List<Diagram.Node> nodes = row;
            int half = nodes.size() / 2;
            row = IntStream.range(0, half)
                    .mapToObj(i -> diagram.operation("+", nodes.get(i), nodes.get(i + half)))
                    .toList();
        }
        List<List<Item>> columns = new Columns(diagram).all();
        CrossingReduction reduction = new CrossingReduction(columns);
        reduction.run();
        assertThat(reduction.crossings()).isZero();
    }

    @Test
    void aDeepChainIsDrawn() {
        Drawing drawing = Drawing.of(SampleDiagrams.chain(5000));
        assertThat(drawing.circles()).hasSize(5000);
    }

    @Test
    void aPictureOfMoreThanTenThousandNodesIsRefused() {
        Diagram diagram = new Diagram("a long chain");
        Diagram.Node y = diagram.input("x");
        for (int i = 0; i < 10_000; i++) {
            y = diagram.operation("exp", y);
        }
        assertThatThrownBy(() -> Drawing.of(diagram))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a graph of 10001 nodes is too large to draw: more than 10000");
    }

    @Test
    void aGraphThatIsTooLargeIsRefused() {
        Diagram diagram = new Diagram("inputs that pass by a long chain");
        Diagram.Node sum = diagram.input("x");
        for (int i = 0; i < 2000; i++) {
            sum = diagram.operation("+", sum, diagram.input("x" + i));
        }
        assertThatThrownBy(() -> Drawing.of(diagram))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a graph of 4001 nodes with lines that pass by others 1999000 times is too large to draw");
    }
}
