/** What the command line recognises: MNIST's test images, and digits in your own files. */
package io.github.dlfs4j.app.recognition;
