package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.List;

/** Something with a place in a column: a node, a passing line, or the end of a result's arrow. */
final class Item {
    /** The kind of an item. */
    enum Kind {
        NODE,
        PASSING,
        END
    }

    final Kind kind;

    /** The node, or the node whose line this is. */
    final Diagram.Node node;

    /** The items in the column on the left from which lines come, in the order of an operation's operands. */
    final List<Item> left = new ArrayList<>();

    /** The items in the column on the right to which lines go. */
    final List<Item> right = new ArrayList<>();

    /** The place in the column, counted from the top. */
    int rank;

    /** The height of the middle, counted downwards. */
    double y;

    Item(Kind kind, Diagram.Node node) {
        this.kind = kind;
        this.node = node;
    }

    boolean isNode() {
        return kind == Kind.NODE;
    }

    void connectTo(Item next) {
        right.add(next);
        next.left.add(this);
    }

    /** Returns the room that the item needs above its middle. */
    double above() {
        return switch (kind) {
            case NODE -> Math.max(Measures.halfHeight(node), Measures.labelAbove(node));
            case PASSING, END -> Measures.PASSING;
        };
    }

    /** Returns the room that the item needs below its middle. */
    double below() {
        return switch (kind) {
            case NODE -> Math.max(Measures.halfHeight(node), Measures.labelBelow(node));
            case PASSING, END -> Measures.PASSING;
        };
    }
}
