/**
 * Saving and restoring the state of objects, in files and by Java's serialisation. This package is not exported; it
 * serves the packages whose objects have a state.
 *
 * @serial exclude
 */
package io.github.dlfs4j.state;
