/** How files are written. Not exported: it serves the packages that keep arrays and data in files. */
package io.github.dlfs4j.file;
