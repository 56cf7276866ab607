package io.github.dlfs4j.graph.drawing;

import java.util.ArrayList;
import java.util.List;

/** What has a place of its own in a column: a node, a line that passes by, or the end of a result's arrow. */
final class Item {
    /** What it is. */
    enum Kind {
        NODE,
        PASSING,
        END
    }

    final Kind kind;

    /** The node, or the one whose line this is. */
    final Diagram.Node node;

    /** Where lines come from, in the column to the left: the operands of an operation in order. */
    final List<Item> left = new ArrayList<>();

    /** Where lines go, in the column to the right. */
    final List<Item> right = new ArrayList<>();

    /** The place in the column, from the top. */
    int rank;

    /** The height, downwards. */
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

    /** The room above its middle, and a little more. */
    double above() {
        return switch (kind) {
            case NODE -> Math.max(Measures.halfHeight(node), Measures.labelAbove(node));
            case PASSING, END -> Measures.PASSING;
        };
    }

    /** The room below. */
    double below() {
        return switch (kind) {
            case NODE -> Math.max(Measures.halfHeight(node), Measures.labelBelow(node));
            case PASSING, END -> Measures.PASSING;
        };
    }
}
