package io.github.dlfs4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.graph.drawing.Svg;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A computation is told and drawn step by step, forward and back. */
class GraphStepsTest {
    private static final Pattern ELEMENT = Pattern.compile("<(path|polygon|circle|text) [^>]*?>(?:[^<]*</text>)?");
    private static final Pattern FROM = Pattern.compile(" data-from=\"([0-9]+)\"");
    private static final Pattern UNTIL = Pattern.compile(" data-until=\"([0-9]+)\"");

    private static final String PRODUCT = " A product passes on what comes back, times the other factor.";

    private static Variable apples() {
        Variable apple = Variable.of("apple", 100);
        Variable number = Variable.of("number of apples", 2);
        Variable tax = Variable.of("tax", 1.1);
        return apple.mul(number).mul(tax).named("price");
    }

    /** z = t + t² and t = xy: the derivative with respect to x is y(1 + 2t) = 39. */
    private static Variable usedTwice() {
        Variable t = Variable.of("x", 2).mul(Variable.of("y", 3)).named("t");
        return t.add(t.pow(2)).named("z");
    }

    private static Variable inRows() {
        Variable y = Variable.of("x", 0.5);
        Variable first = y.mul(2).named("first");
        y = first;
        for (int i = 0; i < 30; i++) {
            y = i % 2 == 0 ? y.mul(1.5) : y.tanh();
        }
        return y.add(first);
    }

    private static GraphSteps steps(Variable result) {
        result.backward();
        return Graph.of(result).steps();
    }

    @Test
    void stepsSayTheProductThatIsMadeAtEachNode() {
        assertThat(steps(apples()).sentences())
                .containsExactly(
                        "Given: apple = 100, number of apples = 2, tax = 1.1.",
                        "100 × 2 = 200.",
                        "price = 200 × 1.1 = 220.",
                        "The way back begins at price with 1.",
                        "Back through ×: 1 × 1.1 = 1.1 goes to × (200)." + PRODUCT,
                        "Back through ×: 1 × 200 = 200 goes to tax." + PRODUCT,
                        "Back through ×: 1.1 × 2 = 2.2 goes to apple." + PRODUCT,
                        "Back through ×: 1.1 × 100 = 110 goes to number of apples." + PRODUCT,
                        "Derivatives of price with respect to apple: 2.2, number of apples: 110, tax: 200.");
    }

    @Test
    void stepsAddUpWhereBranchesMeet() {
        assertThat(steps(usedTwice()).sentences())
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Back through ^2: 1 × 12 = 12 goes to t. t has 1 already, and 1 + 12 = 13."))
                .last()
                .isEqualTo("Derivatives of z with respect to x: 39, y: 26.");
    }

    @Test
    void stepsShowShapesOfArraysAndWhatBroadcastingRepeated() {
        Variable x = Variable.of("x", NDArray.ones(5, 4));
        Variable b = Variable.of("b", NDArray.of(1.0, 2.0, 3.0));
        Variable y = x.dot(Variable.of("W", NDArray.ones(4, 3))).add(b).named("y");
        y.backward(NDArray.ones(5, 3));
        assertThat(Graph.of(y).steps().sentences())
                .contains(
                        "Given: x of shape (5, 4), W of shape (4, 3), b = [1 2 3].",
                        "(5, 4) times (4, 3) gives (5, 3).",
                        "(5, 3) plus [1 2 3] gives y of shape (5, 3).",
                        "The way back begins at y with an array of shape (5, 3).",
                        "Back through +: an array of shape (5, 3) comes back, and [5 5 5] goes to b. It was repeated, so"
                                + " the derivatives of its copies are added up. A sum passes on what comes back, as it is.",
                        "Back through dot: an array of shape (5, 3) comes back, and an array of shape (4, 3) goes to W."
                                + " A matrix product passes on what comes back, times the other matrix, transposed.");
    }

    @Test
    void stepsWriteFormulasAsPeopleDo() {
        Variable x = Variable.of("x", -2);
        Variable y = x.neg().rdiv(1).add(x.exp()).mul(x).pow(2);
        assertThat(Graph.of(y).steps().sentences())
                .containsSubsequence(
                        "The negative of -2 is 2.", "1/2 = 0.5.", "exp(-2) = 0.13534.", "0.63534 × (-2) = -1.2707.")
                .last()
                .isEqualTo("(-1.2707)^2 = 1.6146.");
    }

    @Test
    void stepsGoOnlyForwardBeforeABackward() {
        assertThat(Graph.of(apples()).steps().sentences()).hasSize(3);
    }

    /** What naive recursion passes on twice makes the derivatives wrong; the library's are right. */
    @Test
    void recursionIsWrongWhereAVariableIsUsedTwice() {
        Variable z = usedTwice();
        z.backward();
        GraphSteps wrong = Graph.of(z).stepsByRecursion();

        assertThat(wrong.sentences())
                .anySatisfy(sentence -> assertThat(sentence).contains("x has 3 already, and 3 + 39 = 42."))
                .last()
                .isEqualTo("Derivatives of z with respect to x: 42, y: 28.");
        assertThat(Svg.parse(wrong.svg()).labels("derivative")).contains("42", "28");
        assertThat(Graph.of(z).steps().sentences()).last().isEqualTo("Derivatives of z with respect to x: 39, y: 26.");
    }

    @Test
    void recursionIsRightInATree() {
        Variable price = apples();
        price.backward();
        assertThat(Graph.of(price).stepsByRecursion().sentences())
                .containsExactlyInAnyOrderElementsOf(Graph.of(price).steps().sentences());
    }

    @Test
    void recursionTakesTwiceAsLongWithEachSquareAndIsStopped() {
        Variable y = Variable.of("x", 1);
        for (int i = 0; i < 12; i++) {
            y = y.add(y.mul(2));
        }
        y.backward();
        Graph graph = Graph.of(y);
        assertThatThrownBy(graph::stepsByRecursion)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the recursion takes more than 1000 steps");
    }

    static Stream<Arguments> graphs() {
        return Stream.of(
                Arguments.of("apples", (Supplier<Variable>) GraphStepsTest::apples),
                Arguments.of("used twice", (Supplier<Variable>) GraphStepsTest::usedTwice),
                Arguments.of("in rows", (Supplier<Variable>) GraphStepsTest::inRows));
    }

    private record Timed(String element, int from, int until) {
        static Timed of(String element) {
            int from = FROM.matcher(element)
                    .results()
                    .mapToInt(Timed::number)
                    .findFirst()
                    .orElse(0);
            int until = UNTIL.matcher(element)
                    .results()
                    .mapToInt(Timed::number)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            String plain = UNTIL.matcher(FROM.matcher(element).replaceAll("")).replaceAll("");
            return new Timed(plain, from, until);
        }

        private static int number(MatchResult match) {
            return Integer.parseInt(match.group(1));
        }

        boolean isAt(int step) {
            return from <= step && step < until;
        }
    }

    private static List<Timed> elements(String svg) {
        return ELEMENT.matcher(svg)
                .results()
                .map(match -> Timed.of(match.group()))
                .toList();
    }

    /** The last picture is that of toSvg, element by element, so nothing moves on the way. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void stepsEndWithThePictureOfTheGraph(String name, Supplier<Variable> graph) {
        Variable result = graph.get();
        GraphSteps steps = steps(result);
        int last = steps.sentences().size() - 1;

        assertThat(elements(steps.svg()).stream()
                        .filter(element -> element.isAt(last))
                        .map(Timed::element))
                .containsExactlyElementsOf(elements(Graph.of(result).toSvg()).stream()
                        .map(Timed::element)
                        .toList());
        assertThat(steps.svg().lines().findFirst())
                .isEqualTo(Graph.of(result).toSvg().lines().findFirst());
    }

    /** At each step something appears, and a derivative is never there before its arrow. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("graphs")
    void eachStepShowsSomethingNew(String name, Supplier<Variable> graph) {
        GraphSteps steps = steps(graph.get());
        List<Timed> elements = elements(steps.svg());
        Set<Integer> beginnings = elements.stream().map(Timed::from).collect(Collectors.toCollection(TreeSet::new));

        assertThat(beginnings)
                .hasSize(steps.sentences().size() - 1)
                .doesNotContain(steps.sentences().size() - 1);
        assertThat(elements)
                .filteredOn(element -> element.element().contains("class=\"derivative\""))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(elements)
                        .anyMatch(arrow ->
                                arrow.element().contains("class=\"backward-head\"") && arrow.from() <= label.from()));
        assertThat(elements)
                .filteredOn(element -> element.element().contains("class=\"work\""))
                .allSatisfy(ring -> assertThat(ring.until()).isEqualTo(ring.from() + 1));
    }

    @Test
    void aPartOfASumIsReplacedByTheNextAtTheSamePlace() {
        List<Timed> labels = elements(steps(usedTwice()).svg()).stream()
                .filter(element -> element.element().contains("class=\"derivative\""))
                .toList();
        List<Timed> ofT = labels.stream()
                .filter(label ->
                        label.element().endsWith(">1</text>") || label.element().endsWith(">13</text>"))
                .filter(label ->
                        label.until() < Integer.MAX_VALUE || label.element().endsWith(">13</text>"))
                .toList();
        assertThat(ofT).hasSize(2);
        assertThat(ofT.get(0).until()).isEqualTo(ofT.get(1).from());
        assertThat(ofT.get(1).element()).isEqualTo(ofT.get(0).element().replace(">1<", ">13<"));
    }

    @Test
    void anAnimatedPictureHasNoScriptAndARuleForEachSpan() {
        Variable price = apples();
        price.backward();
        String svg = Graph.of(price).toAnimatedSvg();
        String style = String.join("", Svg.parse(svg).texts("style"));

        assertThat(svg).doesNotContain("<script", "onload", "href");
        List<String> timings = new ArrayList<>();
        for (Timed element : elements(svg)) {
            String from = element.from() > 0 ? "[data-from=\"" + element.from() + "\"]" : ":not([data-from])";
            boolean ends = element.until() < Integer.MAX_VALUE;
            String until = ends ? "[data-until=\"" + element.until() + "\"]" : ":not([data-until])";
            if (element.from() > 0 || ends) {
                timings.add(".dlfs4j-graph " + from + until + " { animation: dlfs4j-");
            }
        }
        assertThat(timings)
                .hasSizeGreaterThan(20)
                .allSatisfy(rule -> assertThat(style).contains(rule));
        assertThat(style).contains("@media (prefers-reduced-motion: reduce)");
        assertThat(String.join(" ", Svg.parse(svg).labels("sentence")))
                .isEqualTo(String.join(" ", Graph.of(price).steps().sentences()));
    }

    /** What goes along an edge is what the sentence of the step says, from the node to the operation and back. */
    @Test
    void valuesAndDerivativesMoveAlongTheirEdges() {
        GraphSteps steps = steps(usedTwice());
        List<Timed> forward = moving("forward", steps.svg());
        List<Timed> back = moving("backward", steps.svg());

        assertThat(forward).hasSize(5).allSatisfy(value -> {
            String text = value.element().replaceAll("<[^>]*>", "");
            assertThat(value.until()).isEqualTo(value.from() + 1);
            assertThat(steps.sentences().get(value.from())).contains("= " + text);
        });
        assertThat(back).hasSize(5).allSatisfy(derivative -> {
            String text = derivative.element().replaceAll("<[^>]*>", "");
            assertThat(steps.sentences().get(derivative.from()))
                    .startsWith("Back through ")
                    .contains(" = " + text + " goes to ");
        });
        assertThat(back.stream().map(GraphStepsTest::way))
                .containsExactlyInAnyOrderElementsOf(
                        forward.stream().map(GraphStepsTest::way).toList());
        assertThat(forward.stream().map(GraphStepsTest::way)).doesNotHaveDuplicates();
    }

    private static List<Timed> moving(String direction, String svg) {
        return elements(svg).stream()
                .filter(element -> element.element().contains("class=\"moving-" + direction))
                .toList();
    }

    private static String way(Timed moving) {
        return moving.element().replaceAll(".*offset-path: path\\('|'\\).*", "");
    }

    /** The last sentence stays for those who want no motion; everything that ends is hidden without the animation. */
    @Test
    void withoutMotionTheLastStepOfAGraphIsShown() {
        Variable price = apples();
        price.backward();
        List<Timed> sentences = elements(Graph.of(price).toAnimatedSvg()).stream()
                .filter(element -> element.element().contains("class=\"sentence\""))
                .toList();
        assertThat(sentences.stream().filter(sentence -> sentence.until() == Integer.MAX_VALUE))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.from()).isEqualTo(8));
        assertThat(Graph.of(price).toAnimatedSvg()).contains(".dlfs4j-graph [data-until] { opacity: 0; }");
    }
}
