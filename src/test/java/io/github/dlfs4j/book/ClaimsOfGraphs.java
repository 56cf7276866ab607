package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Svg;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import io.github.dlfs4j.layer.Relu;
import io.github.dlfs4j.layer.Sigmoid;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Set;

/** What chapter 5 says of its graphs: the labels have it, and variables and layers compute it. */
final class ClaimsOfGraphs {
    private ClaimsOfGraphs() {}

    static List<Claim> claims() {
        return List.of(
                Claim.of(
                        ClaimsOfGraphs::forward,
                        "a price is a few small steps, and each circle knows only its own",
                        "The price of two apples and three oranges with tax"),
                Claim.of(
                        ClaimsOfGraphs::anAppleCosts1More,
                        "the thick arrows go back with derivatives: an apple that costs 1 more makes the price 2.2 higher",
                        "If an apple costs 1 more, the price grows by 2.2"),
                Claim.of(
                        () -> assertThat(derivatives(ComputationalGraphs.localDerivative()))
                                .containsExactlyInAnyOrder("E", "E ∂y/∂x"),
                        "what comes back is multiplied by the derivative of the node alone",
                        "y = f(x): what comes back, E, is multiplied by the local derivative"),
                Claim.of(
                        ClaimsOfGraphs::squareOfSum,
                        "z = (x + y)² is two nodes: t = x + y, and t²",
                        "z = t² and t = x + y, where x is 2 and y is 3"),
                Claim.of(
                        ClaimsOfGraphs::chainRule,
                        "from right to left one factor is added at each node; that is the chain rule",
                        "z = (x + y)²: on the way back each local derivative is multiplied"),
                Claim.of(
                        ClaimsOfGraphs::workedOut,
                        "the same with the factors worked out: 2(x + y) arrives at both",
                        "z = (x + y)²: the derivatives"),
                Claim.of(
                        () -> assertThat(derivatives(ComputationalGraphs.addition()))
                                .containsExactlyInAnyOrder("∂L/∂z", "∂L/∂z·1", "∂L/∂z·1"),
                        "an addition hands on what comes back as it is",
                        "Addition: what comes back goes on as it is"),
                Claim.of(
                        ClaimsOfGraphs::additionOfNumbers,
                        "1.3 comes back, and 1.3 goes on to both",
                        "10 + 5: the 1.3 that comes back goes on to both"),
                Claim.of(
                        () -> assertThat(derivatives(ComputationalGraphs.multiplication()))
                                .containsExactlyInAnyOrder("∂L/∂z", "∂L/∂z·y", "∂L/∂z·x"),
                        "a multiplication hands on the other value times what comes back",
                        "Multiplication: what comes back is multiplied by the other operand"),
                Claim.of(
                        ClaimsOfGraphs::multiplicationOfNumbers,
                        "1.3 times 5 goes to the 10, 1.3 times 10 to the 5",
                        "10 × 5: the 1.3 that comes back is multiplied by the other number"),
                Claim.of(
                        ClaimsOfGraphs::allDerivatives,
                        "the tax of 1.1 and the price of 100 have other scales: 200 and 2.2 come back to them",
                        "The price of two apples, and its derivatives by all that it depends on"),
                Claim.of(
                        () -> assertThat(derivatives(ComputationalGraphs.practice()))
                                .hasSameSizeAs(derivatives(ComputationalGraphs.solution()))
                                .containsOnly("□", "1"),
                        "fill in the blanks from right to left",
                        "Fill in the derivatives"),
                Claim.of(ClaimsOfGraphs::solution, "110, 2.2, 3.3, 165 and 650", "The derivatives, filled in"),
                Claim.of(
                        ClaimsOfGraphs::relu,
                        "where x is above 0 all comes through, else nothing",
                        "ReLU where x > 0, and where x ≤ 0"),
                Claim.of(
                        () -> assertThat(labels(ComputationalGraphs.sigmoidForward(), "symbol"))
                                .containsExactlyInAnyOrder("×", "exp", "+", "/"),
                        "the sigmoid is four nodes: times -1, exp, plus 1, and 1 over it",
                        "y = 1 / (1 + exp(-x)), computed step by step"),
                Claim.of(
                        ClaimsOfGraphs::sigmoidBackward,
                        "its way back node by node",
                        "y = 1 / (1 + exp(-x)): the way back, step by step"),
                Claim.of(
                        ClaimsOfGraphs::sigmoidInOneNode,
                        "the four nodes as one, with what comes out of all of them",
                        "Sigmoid as one node"),
                Claim.of(
                        ClaimsOfGraphs::sigmoidByItsOutput,
                        "the same derivative needs no more than the output: y (1 - y)",
                        "Sigmoid as one node, its derivative by y alone"),
                Claim.of(
                        ClaimsOfGraphs::affine,
                        "along the arrows go matrices: look at their shapes, forward and back",
                        "Affine: every derivative has the shape of its value"),
                Claim.of(
                        ClaimsOfGraphs::softmaxWithLoss,
                        "what comes back is as simple as it could be: y - t",
                        "Softmax with loss: what comes back is y - t, [0.3 0.2 0.5] - [0 1 0]",
                        "Softmax with loss gives back the differences y - t"),
                Claim.of(
                        ClaimsOfGraphs::network,
                        "a whole network is such a graph, its layers from left to right",
                        "The network of two layers, and the way back to its parameters"));
    }

    private static List<String> labels(Diagram diagram, String role) {
        return Svg.parse(SvgWriter.write(diagram)).labels(role);
    }

    private static List<String> derivatives(Diagram diagram) {
        return labels(diagram, "derivative");
    }

    private static Variable price(double apple) {
        return Variable.of("apple", apple)
                .mul(Variable.of("number of apples", 2))
                .mul(Variable.of("tax", 1.1));
    }

    private static void forward() {
        Diagram diagram = ComputationalGraphs.forward();
        assertThat(labels(diagram, "symbol")).hasSize(4);
        long price = Math.round((2 * 100 + 3 * 150) * 1.1);
        assertThat(labels(diagram, "value"))
                .contains("2", "100", "3", "150", "" + 2 * 100, "" + 3 * 150, "" + (200 + 450), "" + price);
    }

    private static void anAppleCosts1More() {
        double more = price(101).value().asDouble() - price(100).value().asDouble();
        assertThat(more).isCloseTo(2.2, within(1e-9));
        assertThat(derivatives(ComputationalGraphs.derivatives())).contains("2.2");
    }

    private static void squareOfSum() {
        Diagram diagram = ComputationalGraphs.squareOfSum();
        assertThat(labels(diagram, "symbol")).containsExactlyInAnyOrder("+", "^2");
        assertThat(labels(diagram, "value")).containsExactlyInAnyOrder("2", "3", "t = " + (2 + 3), "" + 5 * 5);
    }

    private static void chainRule() {
        assertThat(derivatives(ComputationalGraphs.chainRule()).stream()
                        .map(derivative -> derivative.split(" ", -1).length))
                .containsExactlyInAnyOrder(1, 2, 3, 3);
    }

    private static void workedOut() {
        assertThat(derivatives(ComputationalGraphs.chainRuleWorkedOut()))
                .filteredOn("2(x + y)·1"::equals)
                .hasSize(2);
        Variable x = Variable.of("x", 7);
        Variable y = Variable.of("y", -3);
        x.add(y).pow(2).backward();
        for (Variable operand : List.of(x, y)) {
            assertThat(operand.gradient().value().asDouble()).isEqualTo(2 * (7 - 3));
        }
    }

    private static void additionOfNumbers() {
        assertThat(labels(ComputationalGraphs.additionOfNumbers(), "value")).contains("10", "5");
        assertThat(derivatives(ComputationalGraphs.additionOfNumbers())).containsExactly("1.3", "1.3", "1.3");
    }

    private static void multiplicationOfNumbers() {
        Diagram diagram = ComputationalGraphs.multiplicationOfNumbers();
        assertThat(labels(diagram, "value")).contains("10", "5");
        assertThat(derivatives(diagram).stream().map(Double::valueOf))
                .containsExactlyInAnyOrder(1.3, 1.3 * 5, 1.3 * 10);
    }

    private static void allDerivatives() {
        Diagram diagram = ComputationalGraphs.allDerivatives();
        assertThat(labels(diagram, "name")).contains("apple", "number of apples", "tax", "price");
        assertThat(labels(diagram, "value")).contains("1.1", "100");
        // One for each value.
        assertThat(derivatives(diagram)).contains("200", "2.2").hasSameSizeAs(labels(diagram, "value"));
    }

    private static void solution() {
        // By an apple's price and number, by an orange's, and by the tax.
        assertThat(derivatives(ComputationalGraphs.solution()).stream().map(Double::valueOf))
                .contains(110.0, 2.2, 3.3, 165.0, 650.0);
        assertThat(100 * 1.1).isCloseTo(110, within(1e-9));
        assertThat(150 * 1.1).isCloseTo(165, within(1e-9));
        assertThat(derivatives(ComputationalGraphs.solution())).contains("110", "2.2", "3.3", "165", "650");
    }

    private static void relu() {
        Relu relu = new Relu();
        NDArray x = NDArray.of(-1.0, 0.0, 2.0);
        assertThat(relu.forward(x)).isEqualTo(NDArray.of(0.0, 0.0, 2.0));
        assertThat(relu.backward(NDArray.of(5.0, 6.0, 7.0))).isEqualTo(NDArray.of(0.0, 0.0, 7.0));
        assertThat(derivatives(ComputationalGraphs.relu())).containsExactlyInAnyOrder("∂L/∂y", "∂L/∂y", "0", "∂L/∂y");
    }

    /** Returns the derivative of the sigmoid function at a place, by its layer. */
    private static double ofSigmoid(double x) {
        Sigmoid sigmoid = new Sigmoid();
        sigmoid.forward(NDArray.of(x));
        return sigmoid.backward(NDArray.of(1.0)).getDouble(0);
    }

    private static void sigmoidBackward() {
        Diagram diagram = ComputationalGraphs.sigmoidBackward();
        // One for each node, and one for x.
        assertThat(derivatives(diagram)).hasSize(1 + labels(diagram, "symbol").size());
        Variable x = Variable.of("x", 0.7);
        Variable product = x.mul(-1);
        Variable exp = product.exp();
        Variable sum = exp.add(1);
        Variable y = sum.rdiv(1);
        y.backward();
        double square = Math.pow(y.value().asDouble(), 2);
        assertThat(sum.gradient().value().asDouble()).isCloseTo(-square, within(1e-12));
        assertThat(product.gradient().value().asDouble()).isCloseTo(-square * Math.exp(-0.7), within(1e-12));
        assertThat(x.gradient().value().asDouble()).isCloseTo(square * Math.exp(-0.7), within(1e-12));
        assertThat(derivatives(diagram)).contains("-∂L/∂y y²", "-∂L/∂y y² exp(-x)", "∂L/∂y y² exp(-x)");
    }

    private static void sigmoidInOneNode() {
        assertThat(labels(ComputationalGraphs.sigmoidInOneNode(), "symbol")).containsExactly("sigmoid");
        assertThat(derivatives(ComputationalGraphs.sigmoidBackward()))
                .containsAll(derivatives(ComputationalGraphs.sigmoidInOneNode()));
        for (double x : new double[] {-2, 0, 0.7}) {
            double y = 1 / (1 + Math.exp(-x));
            assertThat(ofSigmoid(x)).isCloseTo(y * y * Math.exp(-x), within(1e-12));
        }
    }

    private static void sigmoidByItsOutput() {
        assertThat(derivatives(ComputationalGraphs.sigmoidByItsOutput())).contains("∂L/∂y y (1 - y)");
        for (double x : new double[] {-2, 0, 0.7}) {
            double y = 1 / (1 + Math.exp(-x));
            assertThat(ofSigmoid(x)).isCloseTo(y * (1 - y), within(1e-12));
        }
    }

    private static void affine() {
        Diagram diagram = ComputationalGraphs.affine();
        assertThat(derivatives(diagram))
                .containsExactlyInAnyOrderElementsOf(labels(diagram, "value"))
                .allMatch(shape -> shape.startsWith("("));
    }

    private static void softmaxWithLoss() {
        double[] difference = NDArray.of(0.3, 0.2, 0.5).sub(NDArray.of(0, 1, 0)).toDoubleArray();
        assertThat(derivatives(ComputationalGraphs.softmaxWithLoss()).stream().map(ClaimsOfFunctions::numbers))
                .anyMatch(numbers -> close(numbers, difference));
        assertThat(Printed.by(Chapter05::softmaxWithLoss).lines().map(ClaimsOfFunctions::numbers))
                .anyMatch(numbers -> close(numbers, difference));
    }

    private static boolean close(double[] numbers, double... expected) {
        return numbers.length == expected.length && NDArray.of(numbers).allClose(NDArray.of(expected), 1e-9, 1e-9);
    }

    private static void network() {
        Diagram diagram = ComputationalGraphs.network();
        assertThat(labels(diagram, "symbol"))
                .containsAll(Set.of("relu", "softmax"))
                .filteredOn("dot"::equals)
                .hasSize(2);
        assertThat(labels(diagram, "name")).contains("W1", "b1", "W2", "b2");
        // The images alone have none.
        assertThat(derivatives(diagram)).hasSize(labels(diagram, "value").size() - 1);
    }
}
