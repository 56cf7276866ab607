/**
 * The handwritten digits that the book's networks learn, and the weights that one of them has learned.
 *
 * <p>MNIST is 60,000 images to train with and 10,000 to test with, each of 28x28 pixels from 0 to 255, with a label
 * from 0 to 9. {@link io.github.dlfs4j.mnist.Mnist#load()} gives all of it the way the book's {@code load_mnist} does:
 * images as rows of 784 float32 from 0 to 1, labels as numbers. {@link io.github.dlfs4j.mnist.Mnist#options()} changes
 * that: a convolutional network wants images of 1x28x28, the loss may want one-hot labels, and pixels left as uint8
 * take a quarter of the memory.
 *
 * <pre>{@code
 * Samples test = Mnist.options().flatten(false).oneHotLabel(true).loadTest();
 * System.out.println(test.images().shape() + " " + test.labels().get(0));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * (10000, 1, 28, 28) [0. 0. 0. 0. 0. 0. 0. 1. 0. 0.]
 * }</pre>
 *
 * <p>The four files are in the folder {@code data} of the working directory or in one of the others that
 * {@link io.github.dlfs4j.mnist.Mnist#load()} names, in the IDX format, which {@link io.github.dlfs4j.mnist.IdxFile}
 * reads, compressed or not. A mistake in the data would only show as a network that learns badly, so each file is
 * compared with the checksum of the published one; {@link io.github.dlfs4j.mnist.Content#ANY} accepts data of the same
 * form from elsewhere, such as Fashion-MNIST.
 *
 * <p>{@link io.github.dlfs4j.mnist.DigitImage} prepares your own image of a digit as MNIST's were, and
 * {@link io.github.dlfs4j.mnist.FashionMnist} is clothes in the place of digits.
 *
 * <p>{@link io.github.dlfs4j.mnist.SampleWeight} gives the weights of the book's chapter 3, with which a network
 * recognises 93 of 100 test images before anything has been trained.
 *
 * <p>With the library alone you have no data yet. {@link io.github.dlfs4j.mnist.Mnist#download()} and
 * {@link io.github.dlfs4j.mnist.SampleWeight#download()} fetch it, once, to the user's cache folder, where {@code load}
 * looks last; nothing else in this library uses the network. What comes from there is not trusted: it comes over HTTPS,
 * must have the known SHA-256, and until then no file is touched.
 */
package io.github.dlfs4j.mnist;
