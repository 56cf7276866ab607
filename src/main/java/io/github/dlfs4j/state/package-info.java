/**
 * Saving and restoring the state of objects, in files and elsewhere. This package is not exported; it serves the
 * packages whose objects have a state.
 */
package io.github.dlfs4j.state;
