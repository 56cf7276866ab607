/**
 * Writing files safely, limiting the memory that reading takes, quoting files in messages, the order of maps, the form
 * of objects in Java's serialisation, and the version of the library. This package is not exported; it serves the
 * packages that keep arrays and data in files.
 *
 * @serial exclude
 */
package io.github.dlfs4j.file;
