/**
 * The view "Draw a digit". A request with a drawing meets {@link io.github.dlfs4j.app.page.drawing.Drawing}, which
 * reads it and shows the layers of the network: {@code Stage} computes them, {@code Explanation} makes pictures of
 * them. A request for a neuron meets {@code Neurons}, which follows its {@code Connections}; one for the pixels that
 * decided meets {@code DecidingPixels}, which differentiates the network as a graph; and one with a picture meets
 * {@code UploadedPicture}.
 */
package io.github.dlfs4j.app.page.drawing;
