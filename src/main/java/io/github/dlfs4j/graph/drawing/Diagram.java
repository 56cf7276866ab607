package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a picture of a computational graph shows, without places: inputs, constants and operations, and what is written
 * at the arrow that leaves each. It is made from left to right:
 *
 * <pre>{@code
 * Diagram diagram = new Diagram("f and its derivative");
 * Diagram.Node x = diagram.input("x").derivative("E ∂y/∂x");
 * diagram.operation("f", x).named("y").derivative("E");
 * }</pre>
 *
 * <p>Nodes that no operation takes are the results; their names stand at the right end.
 */
public final class Diagram {
    private final String title;
    private final List<Node> nodes = new ArrayList<>();

    /** What a node is. */
    enum Kind {
        /** What is given, at the left. */
        INPUT,
        /** A number in a formula, beside the operation that takes it. */
        CONSTANT,
        /** A circle. */
        OPERATION
    }

    /**
     * An empty diagram.
     *
     * @param title what it shows, in a few words
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
     * @param symbol what stands in its circle
     * @param operands what it takes, in order; one may be there twice
     * @return the new node
     */
    public Node operation(String symbol, Node... operands) {
        return operation(symbol, List.of(operands));
    }

    /**
     * Adds an operation, as {@link #operation(String, Node...)} does.
     *
     * @param symbol what stands in its circle
     * @param operands what it takes, in order
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

    /**
     * What the diagram shows, in a few words.
     *
     * @return the title
     */
    public String title() {
        return title;
    }

    /**
     * The nodes, each after those that it takes.
     *
     * @return all nodes, unmodifiable
     */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** An input, a constant or an operation, with the texts at the arrow that leaves it. */
    public static final class Node {
        private final Kind kind;
        private final String symbol;
        private final List<Node> operands;
        private String name = "";
        private String value = "";
        private String derivative = "";
        private int index;
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
         * Writes a value above the arrow.
         *
         * @param newValue the value; an empty one is not written
         * @return this node
         */
        public Node value(String newValue) {
            value = newValue;
            return this;
        }

        /**
         * Draws an arrow back with a derivative below it; without one, or with an empty one, there is no such arrow.
         *
         * @param newDerivative the derivative
         * @return this node
         */
        public Node derivative(String newDerivative) {
            derivative = newDerivative;
            return this;
        }

        Kind kind() {
            return kind;
        }

        String symbol() {
            return symbol;
        }

        List<Node> operands() {
            return operands;
        }

        String name() {
            return name;
        }

        String value() {
            return value;
        }

        String derivative() {
            return derivative;
        }

        /** The node's place in {@link Diagram#nodes()}. */
        int index() {
            return index;
        }

        /**
         * Whether no operation takes it.
         *
         * @return true for a result
         */
        public boolean isResult() {
            return !used;
        }

        boolean isOperation() {
            return kind == Kind.OPERATION;
        }

        /**
         * Whether there is an arrow back.
         *
         * @return true where there is a derivative
         */
        public boolean hasDerivative() {
            return !derivative.isEmpty();
        }

        /** What is written above the arrow: the name too, where it stands neither at the left nor at the right end. */
        String label() {
            boolean nameBeside = kind == Kind.INPUT || isResult() || name.isEmpty();
            return nameBeside ? value : value.isEmpty() ? name : name + " = " + value;
        }
    }
}
