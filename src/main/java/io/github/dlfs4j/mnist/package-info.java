/**
 * The handwritten digits that the book's networks learn, and the trained weights of one network.
 *
 * <p>MNIST is 60,000 images to train with and 10,000 to test with, each of 28x28 pixels from 0 to 255, with a label
 * from 0 to 9. {@link io.github.dlfs4j.mnist.Mnist#load()} loads all of it in the form of the book's
 * {@code load_mnist}: images as rows of 784 float32 from 0 to 1, and labels as numbers. Use
 * {@link io.github.dlfs4j.mnist.Mnist#options()} for other forms: images of 1x28x28 for a convolutional network,
 * one-hot labels, or pixels as uint8, which take a quarter of the memory.
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
 * <p>The four files are in the folder {@code data} of the working directory, or in another folder listed at
 * {@link io.github.dlfs4j.mnist.Mnist#load()}. Their format is IDX, which {@link io.github.dlfs4j.mnist.IdxFile} reads,
 * compressed or not. An error in the data would only show as a network that learns badly, so the checksum of each file
 * must be that of the published one. {@link io.github.dlfs4j.mnist.Content#ANY} accepts other data of the same form,
 * such as Fashion-MNIST.
 *
 * <p>{@link io.github.dlfs4j.digit.DigitImage} prepares your own image of a digit as MNIST's were.
 * {@link io.github.dlfs4j.mnist.FashionMnist} loads images of clothes instead of digits.
 *
 * <p>{@link io.github.dlfs4j.mnist.SampleWeight} loads the weights of the book's chapter 3. With them, a network
 * recognises 93 of 100 test images without any training.
 *
 * <p>The library does not include the data. {@link io.github.dlfs4j.mnist.Mnist#download()} and
 * {@link io.github.dlfs4j.mnist.SampleWeight#download()} download it once to the user's cache folder, which
 * {@code load} searches last. Nothing else in this library uses the network. Downloads are not trusted: they use HTTPS,
 * and a file with any other than the known SHA-256 is refused before anything is written.
 */
package io.github.dlfs4j.mnist;
