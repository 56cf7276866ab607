/**
 * A training on the command line: it is set up, its memory is estimated, each epoch is printed and written to files,
 * and its state is saved.
 */
package io.github.dlfs4j.app.training;
