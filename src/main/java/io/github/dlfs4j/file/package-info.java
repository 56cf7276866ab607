/**
 * Writing files safely, limiting the memory that reading takes, and quoting files in messages. This package is not
 * exported; it serves the packages that keep arrays and data in files.
 */
package io.github.dlfs4j.file;
