package io.github.dlfs4j.graph.drawing;

import io.github.dlfs4j.language.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a picture of a computational graph, without places: inputs, constants and operations, and the texts at
 * the arrow that leaves each. Build it from left to right:
 *
 * <pre>{@code
 * Diagram diagram = new Diagram("f and its derivative");
 * Diagram.Node x = diagram.input("x").derivative("E ∂y/∂x");
 * diagram.operation("f", x).named("y").derivative("E");
 * }</pre>
 *
 * <p>A node that no operation takes is a result; its name is at the right end.
 */
public final class Diagram {
    private final String title;
    private final List<Node> nodes = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    /** Whether inputs are next to the operations that take them, in place of at the left. */
    boolean inputsAreNearUse;

    /** The kind of a node. */
    enum Kind {
        /** An input, at the left. */
        INPUT,
        /** A number in a formula, next to the operation that takes it. */
        CONSTANT,
        /** An operation, a circle. */
        OPERATION
    }

    /**
     * Creates an empty diagram.
     *
     * @param title the title
     */
    public Diagram(String title) {
        this.title = title;
    }

    /**
     * Adds an input.
     *
     * @param name its name, which may be empty
     * @return the new node
     */
    public Node input(String name) {
        return add(new Node(Kind.INPUT, "", List.of())).named(name);
    }

    /**
     * Adds a number that is part of a formula.
     *
     * @param value the number as it is written
     * @return the new node
     */
    public Node constant(String value) {
        return add(new Node(Kind.CONSTANT, "", List.of())).value(value);
    }

    /**
     * Adds an operation.
     *
     * @param symbol the text in its circle
     * @param operands the operands in order; a node may occur twice
     * @return the new node
     */
    public Node operation(String symbol, Node... operands) {
        return operation(symbol, List.of(operands));
    }

    /**
     * Adds an operation, as {@link #operation(String, Node...) operation} does.
     *
     * @param symbol the text in its circle
     * @param operands the operands in order
     * @return the new node
     */
    public Node operation(String symbol, List<Node> operands) {
        Node node = add(new Node(Kind.OPERATION, symbol, operands));
        node.operands.forEach(operand -> operand.used = true);
        return node;
    }

    private Node add(Node node) {
        node.index = nodes.size();
        nodes.add(node);
        return node;
    }

    /** {@return the title} */
    public String title() {
        return title;
    }

    /**
     * Adds a step to the animation of this diagram.
     *
     * @param sentence what happens at it
     * @return the number of the step, from 0
     */
    public int addStep(String sentence) {
        sentences.add(sentence);
        return sentences.size() - 1;
    }

    /**
     * Adds a step at which an operation passes something back, and to its sentence the rule of the operation.
     *
     * @param operation the operation
     * @param sentence what happens at it
     * @return the number of the step, from 0
     */
    public int addStepBack(Node operation, String sentence) {
        return addStep(
                Words.GRAPHS.of("sentences", sentence, rule(operation.symbol)).strip());
    }

    /** Returns what the operation with a symbol passes back; empty if there is no rule. */
    private static String rule(String symbol) {
        if (Words.GRAPHS.has("rule." + symbol)) {
            return Words.GRAPHS.of("rule." + symbol);
        }
        return symbol.matches("\\^\\(?-?[0-9].*")
                ? Words.GRAPHS.of("rule.^number", symbol.substring(1), symbol.replaceAll("[\\^()]", ""))
                : "";
    }

    /** {@return a sentence for each step of the animation, unmodifiable; none if the diagram has no animation} */
    public List<String> sentences() {
        return Collections.unmodifiableList(sentences);
    }

    /** {@return the nodes, each after its operands; unmodifiable} */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** Returns the step of the animation at which the way back begins, or 0 if there is none. */
    int beginningOfWayBack() {
        return nodes.stream()
                .flatMap(node -> node.terms.stream())
                .mapToInt(Term::step)
                .min()
                .orElse(0);
    }

    /**
     * A derivative that comes back to a node in an animation.
     *
     * @param step the number of the step
     * @param from the operation that it comes from; null if the result begins with it
     * @param operand the number of the operand that the node is
     * @param text the derivative
     * @param sum the derivative of the node so far
     */
    record Term(int step, Node from, int operand, String text, String sum) {}

    /** An input, a constant or an operation, with the texts at its arrow. */
    public static final class Node {
        final Kind kind;
        final String symbol;
        final List<Node> operands;
        String name = "";
        String value = "";
        String derivative = "";
        /** The derivatives of the arrows from the operands, or null where each is that of its operand. */
        private List<String> operandDerivatives;
        /** The position in {@link Diagram#nodes()}. */
        int index;

        /** Whether its line goes on in another row of the picture. */
        boolean goesOn;

        /** The step at which the value is computed. */
        int computed;

        /** What comes back to this node, step by step. */
        final List<Term> terms = new ArrayList<>();

        /** The steps at which this operation is at work. */
        final List<Integer> work = new ArrayList<>();

        /** The node of which this is a copy in a row, or this. */
        Node original = this;

        private boolean used;

        private Node(Kind kind, String symbol, List<Node> operands) {
            this.kind = kind;
            this.symbol = symbol;
            this.operands = List.copyOf(operands);
        }

        /**
         * Names the node.
         *
         * @param newName the name
         * @return this node
         */
        public Node named(String newName) {
            name = newName;
            return this;
        }

        /**
         * Sets the value above the arrow.
         *
         * @param newValue the value; an empty text for none
         * @return this node
         */
        public Node value(String newValue) {
            value = newValue;
            return this;
        }

        /**
         * Sets the derivative, which is below an arrow back.
         *
         * @param newDerivative the derivative; an empty text for no arrow back
         * @return this node
         */
        public Node derivative(String newDerivative) {
            derivative = newDerivative;
            return this;
        }

        /**
         * Sets the derivative of each arrow into this operation. An operand that is used more than once has arrows with
         * derivatives of their own; its derivative is their sum. Without this, each arrow has the derivative of its
         * operand.
         *
         * @param derivatives the derivatives in the order of the operands; an empty text for no arrow back
         * @return this node
         * @throws IllegalArgumentException {@code 2 operands have 3 derivatives}
         */
        public Node operandDerivatives(List<String> derivatives) {
            if (derivatives.size() != operands.size()) {
                throw new IllegalArgumentException(
                        "%s operands have %s derivatives".formatted(operands.size(), derivatives.size()));
            }
            operandDerivatives = List.copyOf(derivatives);
            return this;
        }

        /**
         * Says when the value is computed, for an animation. A picture of its own shows everything.
         *
         * @param step the number of the step
         * @return this node
         */
        public Node computedAt(int step) {
            computed = step;
            if (isOperation()) {
                work.add(step);
            }
            return this;
        }

        /**
         * Says that the derivative of this result comes from nowhere, for an animation.
         *
         * @param step the number of the step
         * @return this node
         */
        public Node derivativeBeginsAt(int step) {
            terms.add(new Term(step, null, -1, derivative, derivative));
            return this;
        }

        /**
         * Says when a derivative comes back from this operation along the arrow of an operand, for an animation.
         *
         * @param step the number of the step, larger than that of the last one that came back to the operand
         * @param operand the number of the operand
         * @param term the derivative
         * @param sum the derivative of the operand so far
         * @return this node
         */
        public Node givesBackAt(int step, int operand, String term, String sum) {
            operands.get(operand).terms.add(new Term(step, this, operand, term, sum));
            work.add(step);
            return this;
        }

        /** Takes the texts and the times of the node of which this is a copy in a row. */
        Node as(Node node) {
            original = node;
            return value(node.value).derivative(node.derivative);
        }

        /** Returns the derivatives of this node so far, one after the other, with their spans. */
        Map<Span, String> sums() {
            List<Term> all = original.terms;
            Map<Span, String> sums = new LinkedHashMap<>();
            for (int i = 0; i < all.size(); i++) {
                int until = i + 1 < all.size() ? all.get(i + 1).step() : Span.EVER;
                sums.put(new Span(all.get(i).step(), until), all.get(i).sum());
            }
            if (all.isEmpty()) {
                sums.put(Span.ALWAYS, derivative);
            }
            return sums;
        }

        /** Returns the derivative of the arrow from an operand. */
        String operandDerivative(int operand) {
            return operandDerivatives == null ? operands.get(operand).derivative : operandDerivatives.get(operand);
        }

        /** {@return whether this is a result, which no operation takes} */
        public boolean isResult() {
            return !used;
        }

        /** Returns whether an arrow goes to the right end, where its name is. */
        boolean ends() {
            return isResult() || goesOn;
        }

        /** {@return whether this is an input} */
        public boolean isInput() {
            return kind == Kind.INPUT;
        }

        /** {@return whether this is an operation} */
        public boolean isOperation() {
            return kind == Kind.OPERATION;
        }

        /** {@return the symbol in the circle of this operation; empty for an input or a number} */
        public String symbol() {
            return symbol;
        }

        /** {@return the operands that this operation takes, in order, unmodifiable; none for an input or a number} */
        public List<Node> operands() {
            return operands;
        }

        /** {@return the name; empty for none} */
        public String name() {
            return name;
        }

        /** {@return the text above the arrow, the value; empty for none} */
        public String value() {
            return value;
        }

        /** {@return the text below the arrow back, the derivative; empty for no arrow back} */
        public String derivative() {
            return derivative;
        }

        /** {@return whether there is an arrow back, since there is a derivative} */
        public boolean hasDerivative() {
            return !derivative.isEmpty();
        }

        /** Returns the text above the arrow: the value, and the name unless it is at the left or the right end. */
        String label() {
            boolean nameBeside = kind == Kind.INPUT || ends() || name.isEmpty();
            return nameBeside ? value : value.isEmpty() ? name : name + " = " + value;
        }
    }
}
