/**
 * Your own digits, drawn, printed or photographed, as a network that has learned MNIST can read them.
 *
 * <p>{@link io.github.dlfs4j.digit.DigitImage} reads a PNG or JPEG file, or takes grey levels, and prepares each digit
 * as the images of MNIST were. {@link io.github.dlfs4j.digit.DigitGuess} is what a network takes one for.
 *
 * <p>The headers of a file are checked before Java's own decoders see it, because they say how much work and memory the
 * image takes. Then the ink is told from the paper, whose light may be uneven and which may be ruled or squared. Pieces
 * of ink that lie close to each other are one digit; digits that touch are parted where
 * {@link io.github.dlfs4j.network.LeNet#pretrained() LeNet} is sure of both sides. Each is scaled to 20x20 pixels, and
 * its centre of mass becomes the middle of 28x28.
 */
package io.github.dlfs4j.digit;
