/**
 * The main job on the command line. It is a user of the library like any other, and not exported. Its page is package
 * {@code page}, to which {@code Serving} leads.
 */
package io.github.dlfs4j.app;
