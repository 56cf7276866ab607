/**
 * States that were saved and come back, from files and from Java's serialisation. Not exported: it serves the packages
 * whose objects have a state.
 *
 * @serial exclude
 */
package io.github.dlfs4j.state;
