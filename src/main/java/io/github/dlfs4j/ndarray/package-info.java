/** Arrays. */
package io.github.dlfs4j.ndarray;
