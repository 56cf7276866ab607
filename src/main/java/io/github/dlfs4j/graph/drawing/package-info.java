/**
 * Pictures of computational graphs as in the book: inputs at the left, operations in circles, values above the arrows,
 * derivatives below thick arrows back.
 *
 * <p>A {@link io.github.dlfs4j.graph.drawing.Diagram Diagram} says what to draw, but not where: it has nodes, and texts
 * for their arrows. {@link io.github.dlfs4j.graph.drawing.Drawing#of Drawing.of} gives everything its place by
 * Sugiyama's method: it makes columns, orders each column so that few lines cross, chooses heights, and draws curves. A
 * picture that is wider than a page goes on in further rows. An {@link io.github.dlfs4j.graph.drawing.SvgWriter
 * SvgWriter} writes the drawing. Graphviz chooses places itself, so a {@link io.github.dlfs4j.graph.drawing.DotWriter
 * DotWriter} writes the diagram.
 *
 * <p>This package knows neither variables nor arrays, and needs neither a font nor a screen.
 */
package io.github.dlfs4j.graph.drawing;
