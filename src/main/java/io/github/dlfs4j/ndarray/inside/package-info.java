/**
 * The door to the memory of arrays, for the packages of functions above {@code ndarray}. The module does not export it.
 */
package io.github.dlfs4j.ndarray.inside;
