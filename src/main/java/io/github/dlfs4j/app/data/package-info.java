/** The data that the command line can name: MNIST, Fashion-MNIST, and others in files of the same form. */
package io.github.dlfs4j.app.data;
