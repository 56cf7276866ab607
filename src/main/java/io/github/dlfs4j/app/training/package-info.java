/** The life of a training, which is the same on the command line and on the page. */
package io.github.dlfs4j.app.training;
