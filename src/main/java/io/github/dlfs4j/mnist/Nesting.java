package io.github.dlfs4j.mnist;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.Logic;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pieces of ink lie in which paper. Digits lie in the outermost paper, unless what lies there goes around them: a
 * frame, a circle, or a dark box with light digits, whose paper is the box.
 */
final class Nesting {
    /** The least height of what a frame goes around, as a share of its own. The dot in a zero is lower. */
    private static final double FRAMED = 0.33;
    /** The same in what is as narrow as a zero; the slash in a zero is lower. */
    private static final double FRAMED_IF_NARROW = 0.55;
    /** The width from which nothing is a zero, as a share of its height. */
    private static final double WIDER_THAN_ZERO = 0.82;
    /** The least share of a frame's bounds that those of the paper in it are. */
    private static final double WIDE = 0.5;
    /** The least share of its bounds that a box fills, with all that is in it. Digits are rounder. */
    private static final double BOX = 0.9;
    /** The least share of its bounds that the paper of a box takes. The strokes of a digit take less. */
    private static final double MOSTLY_PAPER = 0.5;

    /** The number of each pixel's piece, with a margin of paper: first the pieces of ink, then those of paper. */
    private final NDArray labels;

    private final int inks;
    /** The pieces, of which the first has the label 1. */
    private final List<Pieces.Piece> all;
    /** The label of the piece around each. */
    private final int[] parents;

    private final List<List<Integer>> within = new ArrayList<>();

    private Nesting(NDArray mask) {
        NDArray padded = mask.pad(new int[][] {{1, 1}, {1, 1}});
        NDArray dark = ConnectedComponents.of(padded).labels();
        NDArray light = ConnectedComponents.of(Logic.logicalNot(padded)).labels();
        inks = (int) dark.max().asLong();
        labels = dark.add(light.add(inks).mul(light.gt(0)));
        Levels area = Levels.of(NDArray.ones(labels.shape()));
        all = Pieces.of(new ConnectedComponents(labels), area, 1).all();
        parents = new int[all.size() + 1];
        long[] each = labels.toLongArray();
        // A piece begins at the right of the piece around it.
        for (int i = each.length - 1; i > 0; i--) {
            parents[(int) each[i]] = (int) each[i - 1];
        }
        for (int label = 0; label < parents.length; label++) {
            within.add(new ArrayList<>());
        }
        for (int label = 1; label < parents.length; label++) {
            if (label != inks + 1) {
                within.get(parents[label]).add(label);
            }
        }
    }

    /** Finds the pieces that lie in the same paper as the digits, and in no other. */
    static Pieces digits(NDArray mask, Levels ink, double atEdge) {
        Nesting nesting = new Nesting(mask);
        int paper = nesting.paper();
        NDArray labels = nesting.labels.get(Index.range(1, -1), Index.range(1, -1));
        boolean isLight = paper > nesting.inks;
        NDArray own = labels.mul(isLight ? labels.le(nesting.inks) : labels.gt(nesting.inks));
        Levels levels = isLight ? ink : Levels.of(ink.toArray().rsub(1));
        Pieces pieces = Pieces.of(new ConnectedComponents(own), levels, atEdge);
        pieces.all().removeIf(piece -> nesting.parents[piece.labels().get(0)] != paper);
        return pieces;
    }

    private Pieces.Piece piece(int label) {
        return all.get(label - 1);
    }

    /** Returns the label of the paper that the digits are on. */
    private int paper() {
        int paper = inks + 1;
        for (int next = paper; next > 0; next = next(next)) {
            paper = next;
        }
        return paper;
    }

    /** Returns the label of a paper within a large piece on this one, or 0 if there are digits at most. */
    private int next(int paper) {
        double most = within.get(paper).stream().mapToDouble(this::area).max().orElse(0);
        for (int child : within.get(paper)) {
            if (area(child) >= WIDE * most) {
                for (int inside : within.get(child)) {
                    if (area(inside) >= WIDE * area(child) && goesAround(child, within.get(inside))) {
                        return inside;
                    }
                }
                boolean isBox = isAngular(child) && piece(child).mass() >= MOSTLY_PAPER * area(child);
                if (isBox && goesAround(child, within.get(child))) {
                    return child;
                }
            }
        }
        return 0;
    }

    private boolean goesAround(int frame, List<Integer> inside) {
        return inside.stream().anyMatch(label -> isHighIn(piece(frame), piece(label), isAngular(frame)));
    }

    /** Returns whether a piece is so high that what goes around it is a frame. */
    static boolean isHighIn(Pieces.Piece frame, Pieces.Piece piece, boolean isAngular) {
        boolean isNoZero = isAngular || frame.width() >= WIDER_THAN_ZERO * frame.height();
        return piece.height() >= (isNoZero ? FRAMED : FRAMED_IF_NARROW) * frame.height();
    }

    private boolean isAngular(int label) {
        return filled(label) >= BOX * area(label);
    }

    private double area(int label) {
        return (double) piece(label).height() * piece(label).width();
    }

    private double filled(int label) {
        double filled = piece(label).mass();
        for (int child : within.get(label)) {
            filled += filled(child);
        }
        return filled;
    }
}
