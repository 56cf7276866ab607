package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Letters;
import io.github.dlfs4j.graph.Diagrams;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.Diagram.Node;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;

/**
 * The pictures of chapter 5. Pictures with numbers are drawn from variables, so every number is computed. Pictures with
 * letters hold for any numbers, and are written arrow by arrow.
 */
final class ComputationalGraphs {
    private ComputationalGraphs() {}

    // Numbers

    private static final NDArray BACK = NDArray.scalar(1.3);

    private static Variable input(String name, double value) {
        return Variable.of(Chapter.nameInGraph(name), value);
    }

    private static Variable apples() {
        Variable apple = input("apple", 100);
        Variable appleNum = input("number.of.apples", 2);
        Variable tax = input("tax", 1.1);
        return apple.mul(appleNum).mul(tax).named(Chapter.nameInGraph("price"));
    }

    private static Variable applesAndOranges() {
        Variable appleNum = input("number.of.apples", 2);
        Variable apple = input("apple", 100);
        Variable orange = input("orange", 150);
        Variable orangeNum = input("number.of.oranges", 3);
        Variable tax = input("tax", 1.1);
        return appleNum.mul(apple).add(orange.mul(orangeNum)).mul(tax).named(Chapter.nameInGraph("price"));
    }

    /** Section 5.1.1: computing goes from left to right. */
    static Diagram forward(String title) {
        return Diagrams.withSteps(applesAndOranges(), title);
    }

    /** Section 5.1.3: derivatives go back along thick arrows, and are written below them. */
    static Diagram derivatives(String title) {
        Variable price = apples();
        price.backward();
        return Diagrams.withSteps(price, title);
    }

    /** Section 5.2.2: a function of a function, in numbers. */
    static Diagram squareOfSum(String title) {
        Variable x = Variable.of("x", 2);
        Variable y = Variable.of("y", 3);
        Variable t = x.add(y).named("t");
        Variable z = t.pow(2).named("z");
        z.backward();
        return Diagrams.withSteps(z, title);
    }

    /** Section 5.3.1: an addition passes the gradient back to both operands. */
    static Diagram additionOfNumbers(String title) {
        Variable z = Variable.of("x", 10).add(Variable.of("y", 5)).named("z");
        z.backward(BACK);
        return Diagrams.withSteps(z, title);
    }

    /** Section 5.3.2: a multiplication passes back the gradient times the other operand. */
    static Diagram multiplicationOfNumbers(String title) {
        Variable z = Variable.of("x", 10).mul(Variable.of("y", 5)).named("z");
        z.backward(BACK);
        return Diagrams.withSteps(z, title);
    }

    /** Section 5.3.3: the derivatives with respect to the three inputs. */
    static Diagram allDerivatives(String title) {
        Variable apple = input("apple", 100);
        Variable appleNum = input("number.of.apples", 2);
        Variable tax = input("tax", 1.1);
        Variable applePrice = apple.mul(appleNum).named(Chapter.nameInGraph("apple.price"));
        Variable price = applePrice.mul(tax).named(Chapter.nameInGraph("price"));
        price.backward();
        return Diagrams.withSteps(price, title);
    }

    private static Variable priceWithDerivatives() {
        Variable price = applesAndOranges();
        price.backward();
        return price;
    }

    /** Section 5.3.3: the practice picture, whose derivatives the reader fills in. */
    static Diagram practice(String title) {
        Diagram diagram = Diagrams.of(priceWithDerivatives(), title);
        diagram.nodes().stream().filter(node -> !node.isResult()).forEach(node -> node.derivative("□"));
        return diagram;
    }

    /** Section 5.3.3: the solution of the practice picture. */
    static Diagram solution(String title) {
        return Diagrams.withSteps(priceWithDerivatives(), title);
    }

    /** Section 5.6.2: the shapes of a batch and its gradients in an Affine layer. */
    static Diagram affine(String title) {
        RandomState random = new RandomState(0);
        Variable x = Variable.of("X", random.rand(100, 784));
        Variable w = Variable.of("W", random.randn(784, 50));
        Variable b = Variable.of("B", NDArray.zeros(50));
        Variable y = x.dot(w).add(b).named("Y");
        y.backward(NDArray.ones(100, 50));
        return Diagrams.withSteps(y, title);
    }

    /** Section 5.6.3: softmax with loss passes back the differences. */
    static Diagram softmaxWithLoss(String title) {
        // The softmax of these scores is 0.3, 0.2, 0.5.
        Variable a = Variable.of("a", NDArray.of(0.3, 0.2, 0.5).log());
        Variable loss = a.softmaxWithLoss(NDArray.of(0, 1, 0)).named("L");
        loss.backward();
        return Diagrams.withSteps(loss, title);
    }

    /** Section 5.7.2: the whole network. */
    static Diagram network(String title) {
        RandomState random = new RandomState(0);
        Variable x = Variable.constant(random.rand(100, 784)).named("x");
        Variable w1 = Variable.of("W1", random.randn(784, 50).mul(0.01));
        Variable b1 = Variable.of("b1", NDArray.zeros(50));
        Variable w2 = Variable.of("W2", random.randn(50, 10).mul(0.01));
        Variable b2 = Variable.of("b2", NDArray.zeros(10));
        NDArray t = random.randint(0, 10, 100);
        Variable scores = x.dot(w1).add(b1).relu().dot(w2).add(b2);
        Variable loss = scores.softmaxWithLoss(t).named(Chapter.nameInGraph("loss"));
        loss.backward();
        return Diagrams.withSteps(loss, title);
    }

    // Letters

    /** Section 5.2.1: the gradient is multiplied by the local derivative. */
    static Diagram localDerivative(String title) {
        Diagram diagram = new Diagram(title);
        Node x = diagram.input("x").derivative("E ∂y/∂x");
        diagram.operation("f", x).named("y").derivative("E");
        return Letters.withSteps(diagram);
    }

    private static Diagram chain(String title, String ofX, String ofY, String ofT, String ofZ) {
        Diagram diagram = new Diagram(title);
        Node x = diagram.input("x").derivative(ofX);
        Node y = diagram.input("y").derivative(ofY);
        Node t = diagram.operation("+", x, y).value("t").derivative(ofT);
        diagram.operation("^2", t).named("z").derivative(ofZ);
        return Letters.withSteps(diagram);
    }

    /** Section 5.2.3: the chain rule as a backward pass. */
    static Diagram chainRule(String title) {
        return chain(title, "∂z/∂z ∂z/∂t ∂t/∂x", "∂z/∂z ∂z/∂t ∂t/∂y", "∂z/∂z ∂z/∂t", "∂z/∂z");
    }

    /** Section 5.2.3: the same, worked out. */
    static Diagram chainRuleWorkedOut(String title) {
        return chain(title, "2(x + y)·1", "2(x + y)·1", "1·2(x + y)", "1");
    }

    private static Diagram binary(String title, String symbol, String ofX, String ofY) {
        Diagram diagram = new Diagram(title);
        Node x = diagram.input("x").derivative(ofX);
        Node y = diagram.input("y").derivative(ofY);
        diagram.operation(symbol, x, y).named("z").derivative("∂L/∂z");
        return Letters.withSteps(diagram);
    }

    /** Section 5.3.1: the addition node. */
    static Diagram addition(String title) {
        return binary(title, "+", "∂L/∂z·1", "∂L/∂z·1");
    }

    /** Section 5.3.2: the multiplication node. */
    static Diagram multiplication(String title) {
        return binary(title, "×", "∂L/∂z·y", "∂L/∂z·x");
    }

    /** Section 5.5.1: the gradient passes if x was positive, and otherwise becomes 0. */
    static Diagram relu(String title) {
        Diagram diagram = new Diagram(title);
        Node positive = diagram.input("x > 0").value("x").derivative("∂L/∂y");
        diagram.operation("relu", positive).named("y").value("x").derivative("∂L/∂y");
        Node other = diagram.input("x ≤ 0").value("x").derivative("0");
        diagram.operation("relu", other).named("y").value("0").derivative("∂L/∂y");
        return Letters.withSteps(diagram);
    }

    private static Diagram sigmoid(String title, String ofX, String ofProduct, String ofExp, String ofSum, String ofY) {
        Diagram diagram = new Diagram(title);
        Node x = diagram.input("x").derivative(ofX);
        Node product =
                diagram.operation("×", x, diagram.constant("-1")).value("-x").derivative(ofProduct);
        Node exp = diagram.operation("exp", product).value("exp(-x)").derivative(ofExp);
        Node sum = diagram.operation("+", exp, diagram.constant("1"))
                .value("1 + exp(-x)")
                .derivative(ofSum);
        diagram.operation("/", sum).named("y").derivative(ofY);
        return Letters.withSteps(diagram);
    }

    /** Section 5.5.2: sigmoid from its parts. */
    static Diagram sigmoidForward(String title) {
        return sigmoid(title, "", "", "", "", "");
    }

    /** Section 5.5.2: the backward pass through the parts of sigmoid. */
    static Diagram sigmoidBackward(String title) {
        return withBothDerivatives(
                sigmoid(title, "∂L/∂y y² exp(-x)", "-∂L/∂y y² exp(-x)", "-∂L/∂y y²", "-∂L/∂y y²", "∂L/∂y"));
    }

    /** Adds why the derivative of the parts is that of the node. */
    private static Diagram withBothDerivatives(Diagram diagram) {
        diagram.addStep(Words.GRAPHS.of("sigmoid"));
        return diagram;
    }

    private static Diagram sigmoidNode(String title, String ofX) {
        Diagram diagram = new Diagram(title);
        Node x = diagram.input("x").derivative(ofX);
        diagram.operation("sigmoid", x).named("y").derivative("∂L/∂y");
        return withBothDerivatives(Letters.withSteps(diagram));
    }

    /** Section 5.5.2: the same as one node. */
    static Diagram sigmoidInOneNode(String title) {
        return sigmoidNode(title, "∂L/∂y y² exp(-x)");
    }

    /** Section 5.5.2: the derivative of sigmoid from its output alone. */
    static Diagram sigmoidByItsOutput(String title) {
        return sigmoidNode(title, "∂L/∂y y (1 - y)");
    }
}
