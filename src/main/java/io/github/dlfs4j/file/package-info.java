/**
 * How files are written, what memory reading them may take, and how messages quote them. Not exported: it serves the
 * packages that keep arrays and data in files.
 */
package io.github.dlfs4j.file;
