/** Saved states, from files and from Java's serialisation, and their checks. The package is not exported; the packages
 * whose objects have a state use it.
 *
 * @serial exclude
 */
package io.github.dlfs4j.state;
