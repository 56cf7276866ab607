/** How well a network classifies test images: for the command line, which prints it, and for the page. */
package io.github.dlfs4j.app.evaluation;
