/**
 * Writing files safely, limiting the memory that reading takes, quoting files in messages, and the form of objects in
 * Java's serialisation. This package is not exported; it serves the packages that keep arrays and data in files.
 *
 * @serial exclude
 */
package io.github.dlfs4j.file;
