/**
 * Pictures of computational graphs, as the book has them: inputs at the left, operators in circles, values above the
 * arrows, derivatives below thick arrows back.
 *
 * <p>The way goes in one direction. A {@link io.github.dlfs4j.graph.drawing.Diagram} says what is to be seen and knows
 * no place: nodes, and texts for what goes along their arrows. {@link io.github.dlfs4j.graph.drawing.Drawing#of} gives
 * everything its place, by Sugiyama's method: columns, an order in each with few crossings, heights, curves. A writer
 * turns what has places into text of some kind; Graphviz finds places itself, so
 * {@link io.github.dlfs4j.graph.drawing.DotWriter} starts from the diagram.
 *
 * <p>Nothing here knows a variable or an array, and nothing needs a font or a screen.
 */
package io.github.dlfs4j.graph.drawing;
