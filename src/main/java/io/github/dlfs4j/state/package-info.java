/** States that were saved and come back. Not exported: it serves the packages whose objects have a state. */
package io.github.dlfs4j.state;
