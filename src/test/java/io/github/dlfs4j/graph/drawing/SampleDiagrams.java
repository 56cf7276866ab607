package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.graph.drawing.Diagram.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Diagrams of many shapes. */
final class SampleDiagrams {
    private SampleDiagrams() {}

    static Stream<Diagram> all() {
        return Stream.of(
                        Stream.of(
                                apples(),
                                chain(30),
                                fanIn(1),
                                fanIn(25),
                                fanOut(25),
                                shared(),
                                network(),
                                names(
                                        "x",
                                        "a name that is so long that it takes as much room as everything else",
                                        "",
                                        "<&\">"),
                                names("苹果", "مرحبا", "𝑥𝑦𝑧", "W".repeat(60)),
                                symbols(),
                                twoResults(),
                                new Diagram("nothing"),
                                inputAlone("x"),
                                inputAlone("W".repeat(150)),
                                constantsAlone(),
                                lstm("(4, 50)"),
                                lstm("[[0.25173 -0.06424]]"),
                                wideWithUnusedInputs()),
                        IntStream.rangeClosed(1, 12).mapToObj(seed -> random(seed, 40)),
                        IntStream.rangeClosed(1, 6).mapToObj(seed -> named(random(seed, 30))),
                        IntStream.rangeClosed(1, 3).mapToObj(seed -> random(seed, 150)))
                .flatMap(diagrams -> diagrams);
    }

    static Diagram apples() {
        Diagram diagram = new Diagram("two apples");
        Node apple = diagram.input("apple").value("100").derivative("2.2");
        Node number = diagram.input("number of apples").value("2").derivative("110");
        Node tax = diagram.input("tax").value("1.1").derivative("200");
        Node both = diagram.operation("×", apple, number).value("200").derivative("1.1");
        diagram.operation("×", both, tax).named("price").value("220").derivative("1");
        return diagram;
    }

    static Diagram chain(int length) {
        Diagram diagram = new Diagram("a chain of " + length);
        Node x = diagram.input("x").value("1").derivative("0.12345");
        for (int i = 0; i < length; i++) {
            x = (i % 3 == 0 ? diagram.operation("+", x, diagram.constant("" + i)) : diagram.operation("tanh", x))
                    .value("-1.2346e-10")
                    .derivative(i % 2 == 0 ? "1" : "-12.346");
        }
        return diagram;
    }

    static Diagram fanIn(int operands) {
        Diagram diagram = new Diagram("fan-in of " + operands);
        List<Node> inputs = IntStream.range(0, operands)
                .mapToObj(i -> diagram.input("x" + i).value("(3, " + i + ")").derivative(i % 4 == 0 ? "" : "(3, 1)"))
                .toList();
        Node joined = diagram.operation("concatenate", inputs).value("(3, 100)").derivative("(3, 100)");
        diagram.operation("sum", joined).value("7").derivative("1");
        return diagram;
    }

    static Diagram fanOut(int uses) {
        Diagram diagram = new Diagram("fan-out to " + uses);
        Node x = diagram.input("x").value("2").derivative("25");
        Node sum = x;
        for (int i = 0; i < uses; i++) {
            Node square = diagram.operation("^2", x).value("4").derivative("1");
            sum = diagram.operation("+", sum, square).value("" + 4 * i).derivative("1");
        }
        return diagram;
    }

    static Diagram shared() {
        Diagram diagram = new Diagram("x · x + x, and the same again");
        Node x = diagram.input("x").value("3").derivative("7");
        Node square = diagram.operation("×", x, x).named("square").value("9").derivative("1");
        Node sum = diagram.operation("+", square, x).value("12").derivative("1");
        diagram.operation("maximum", sum, x, square, x).value("12").derivative("1");
        return diagram;
    }

    static Diagram network() {
        Diagram diagram = new Diagram("a network of two layers");
        Node x = diagram.input("x").value("(100, 784)");
        Node w1 = diagram.input("W1").value("(784, 50)").derivative("(784, 50)");
        Node b1 = diagram.input("b1").value("(50,)").derivative("(50,)");
        Node w2 = diagram.input("W2").value("(50, 10)").derivative("(50, 10)");
        Node b2 = diagram.input("b2").value("(10,)").derivative("(10,)");
        Node t = diagram.input("t").value("(100, 10)");
        Node product = diagram.operation("dot", x, w1).value("(100, 50)").derivative("(100, 50)");
        Node hidden = diagram.operation("+", product, b1).value("(100, 50)").derivative("(100, 50)");
        Node active = diagram.operation("relu", hidden).value("(100, 50)").derivative("(100, 50)");
        Node second = diagram.operation("dot", active, w2).value("(100, 10)").derivative("(100, 10)");
        Node scores = diagram.operation("+", second, b2).value("(100, 10)").derivative("(100, 10)");
        diagram.operation("softmaxCrossEntropy", scores, t)
                .named("loss")
                .value("2.3026")
                .derivative("1");
        return diagram;
    }

    static Diagram names(String... names) {
        Diagram diagram = new Diagram("names");
        List<Node> inputs = Stream.of(names)
                .map(name -> diagram.input(name).value("1").derivative("1"))
                .toList();
        diagram.operation("+", inputs).named(names[1]).value("4").derivative("1");
        return diagram;
    }

    private static Diagram symbols() {
        Diagram diagram = new Diagram("operations of all sizes in one column");
        List<Node> operations = Stream.of("+", "exp", "softmax", "meanSquaredError", "concatenate", "a b c d", "÷")
                .map(symbol -> diagram.operation(symbol, diagram.input("x"), diagram.constant("2"))
                        .value("12345")
                        .derivative("0.5"))
                .toList();
        diagram.operation("stack", operations).value("(7,)").derivative("(7,)");
        return diagram;
    }

    private static Diagram twoResults() {
        Diagram diagram = new Diagram("two results");
        Node x = diagram.input("x").value("2");
        diagram.operation("exp", x).named("the first result").value("7.3891");
        diagram.operation("log", diagram.operation("+", x, x).value("4"))
                .named("second")
                .value("1.3863");
        return diagram;
    }

    private static Diagram inputAlone(String name) {
        Diagram diagram = new Diagram("an input");
        diagram.input(name).value("2").derivative("1");
        return diagram;
    }

    private static Diagram constantsAlone() {
        Diagram diagram = new Diagram("constants");
        diagram.operation("+", diagram.constant("2"), diagram.constant("3")).value("5");
        return diagram;
    }

    /** An LSTM cell and the sum of its output, with one text for every value and every derivative. */
    static Diagram lstm(String text) {
        Diagram diagram = new Diagram("an LSTM cell with " + text);
        Node x = given(diagram.input("x"), text);
        Node h = given(diagram.input("h"), text);
        Node c = given(diagram.input("c"), text);
        Node[] gates = new Node[4];
        for (int i = 0; i < gates.length; i++) {
            String gate = "fiou".substring(i, i + 1);
            Node ofX = given(diagram.operation("dot", x, given(diagram.input("Wx" + gate), text)), text);
            Node ofH = given(diagram.operation("dot", h, given(diagram.input("Wh" + gate), text)), text);
            Node both = given(diagram.operation("+", ofX, ofH), text);
            Node sum = given(diagram.operation("+", both, given(diagram.input("b" + gate), text)), text);
            gates[i] = given(diagram.operation(i < 3 ? "sigmoid" : "tanh", sum).named(gate), text);
        }
        Node kept = given(diagram.operation("×", gates[0], c), text);
        Node added = given(diagram.operation("×", gates[1], gates[3]), text);
        Node next = given(diagram.operation("+", kept, added).named("c'"), text);
        Node active = given(diagram.operation("tanh", next), text);
        Node output = given(diagram.operation("×", gates[2], active).named("h'"), text);
        diagram.operation("sum", output).named("L").value("1.2444").derivative("1");
        return diagram;
    }

    private static Node given(Node node, String text) {
        return node.value(text).derivative(text);
    }

    private static Diagram wideWithUnusedInputs() {
        Diagram diagram = chain(20);
        diagram.input("unused").value("1");
        diagram.constant("2");
        return diagram;
    }

    /** Names some nodes, and gives some of them a long value. */
    private static Diagram named(Diagram diagram) {
        for (int i = 0; i < diagram.nodes().size(); i += 3) {
            Node node = diagram.nodes().get(i);
            if (node.isOperation()) {
                node.named(i % 2 == 0 ? "t" + i : "the intermediate result " + i);
                node.value(i % 4 == 0 ? "[[-1.2346e-10 3.0000e+02]]" : node.value);
            }
        }
        return diagram;
    }

    static Diagram random(int seed, int operations) {
        Random random = new Random(seed);
        Diagram diagram = new Diagram("random, seed " + seed + ", " + operations + " operations");
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            nodes.add(
                    diagram.input("input " + i).value("" + random.nextInt(1000)).derivative("1"));
        }
        for (int i = 0; i < operations; i++) {
            List<Node> operands = new ArrayList<>();
            for (int j = 0; j <= random.nextInt(4); j++) {
                int back = Math.min(nodes.size(), 1 + random.nextInt(12));
                operands.add(random.nextInt(8) == 0 ? diagram.constant("2") : nodes.get(nodes.size() - back));
            }
            Node node = diagram.operation(
                    List.of("+", "tanh", "reshape", "softmaxCrossEntropy").get(random.nextInt(4)), operands);
            nodes.add(node.value("" + random.nextInt(100_000)).derivative(random.nextInt(5) == 0 ? "" : "(10, 784)"));
        }
        return diagram;
    }
}
