/**
 * What the main job says in a terminal, and how it ends there: progress, digits drawn with characters, one line for
 * what went wrong, and Ctrl-C.
 */
package io.github.dlfs4j.app.console;
