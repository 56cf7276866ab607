package io.github.dlfs4j.graph.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Orders nodes in depth-first postorder: each after its operands, beginning with the first operand. */
final class DepthFirst {
    private final boolean[] seen;
    private final List<Diagram.Node> order = new ArrayList<>();

    private DepthFirst(int nodes) {
        seen = new boolean[nodes];
    }

    static List<Diagram.Node> order(List<Diagram.Node> nodes) {
        DepthFirst search = new DepthFirst(nodes.size());
        nodes.stream().filter(Diagram.Node::ends).forEach(search::visit);
        return search.order;
    }

    private record Visit(Diagram.Node node, Iterator<Diagram.Node> operands) {}

    /** Uses a stack of its own, since a graph may be deeper than Java's stack. */
    private void visit(Diagram.Node result) {
        Deque<Visit> stack = new ArrayDeque<>();
        enter(result, stack);
        while (!stack.isEmpty()) {
            Visit visit = stack.peek();
            if (visit.operands().hasNext()) {
                enter(visit.operands().next(), stack);
            } else {
                order.add(stack.pop().node());
            }
        }
    }

    private void enter(Diagram.Node node, Deque<Visit> stack) {
        if (!seen[node.index]) {
            seen[node.index] = true;
            stack.push(new Visit(node, node.operands.iterator()));
        }
    }
}
