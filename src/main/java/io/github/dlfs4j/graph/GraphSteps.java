package io.github.dlfs4j.graph;

import io.github.dlfs4j.graph.drawing.Diagram;
import io.github.dlfs4j.graph.drawing.SvgWriter;
import io.github.dlfs4j.ndarray.strided.Errors;
import java.util.List;
import java.util.Objects;

/**
 * A computation step by step, for a page that plays it: forward, each operation in turn; then, if there was a
 * {@code backward}, the way back along each arrow. {@link Graph#steps steps} makes it.
 *
 * <pre>{@code
 * Variable x = Variable.of("x", 3);
 * Variable y = x.add(x).named("y");
 * y.backward();
 * Graph.of(y).steps().sentences().forEach(System.out::println);
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * Given: x = 3.
 * y = 3 + 3 = 6.
 * The way back begins at y with 1.
 * Back through +: 1 × 1 = 1 goes to x. A sum passes on what comes back, as it is.
 * Back through +: 1 × 1 = 1 goes to x. x has 1 already, and 1 + 1 = 2. A sum passes on what comes back, as it is.
 * Derivatives of y with respect to x: 2.
 * }</pre>
 *
 * @param svg the pictures of all steps as one SVG, in the layout of {@link Graph#toSvg toSvg}: what appears at a step
 *     has its number, from 0, as the attribute {@code data-from}, and what is gone at a step as {@code data-until}. A
 *     circle of class {@code work} is around an operation at its steps. A text of class {@code moving-forward} or
 *     {@code moving-backward} can move: its style has the way from left to right as {@code offset-path}
 * @param sentences what happens at each step
 */
public record GraphSteps(String svg, List<String> sentences) {
    /**
     * Creates the steps of a computation.
     *
     * @throws NullPointerException if a sentence is null
     */
    public GraphSteps {
        Objects.requireNonNull(svg, "svg");
        sentences = List.of(Errors.nonNull("sentences", sentences.toArray(new String[0])));
    }

    static GraphSteps of(Diagram diagram) {
        return new GraphSteps(SvgWriter.writeSteps(diagram), diagram.sentences());
    }
}
