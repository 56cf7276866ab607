/** Computational graphs, sections 5.1 to 5.3: numbers and arrays that remember how they were computed. */
package io.github.dlfs4j.graph;
