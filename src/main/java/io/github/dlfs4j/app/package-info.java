/** The main job on the command line. It is a user of the library like any other, and not exported. */
package io.github.dlfs4j.app;
