package io.github.dlfs4j.digit;

import io.github.dlfs4j.ndarray.NDArray;

/**
 * What a network takes the image of a digit for, and whether that is sure.
 *
 * <pre>{@code
 * NDArray probabilities = NDArray.of(0, 0.55, 0, 0, 0, 0, 0, 0.45, 0, 0);
 * DigitGuess guess = DigitGuess.of(probabilities);
 * System.out.println(guess.digit() + (guess.isSure() ? "" : ", but perhaps " + guess.next()));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * 1, but perhaps 7
 * }</pre>
 *
 * @param digit the most probable digit
 * @param probability its probability
 * @param next the second most probable digit
 * @param nextProbability its probability
 */
public record DigitGuess(int digit, double probability, int next, double nextProbability) {
    /**
     * The probability from which an answer is sure. Less, and outlines and digits of dots are sure though they are
     * misread: of 9 such answers in 1,980 made pictures, 3 have less than 0.95, and so have 11 of 1,755 that are right.
     * More, and too many that are right are unsure.
     */
    private static final double SURE = 0.95;

    /**
     * Finds the two most probable digits.
     *
     * @param probabilities shape (10,): the probability of each digit, which softmax gives
     * @return the guess
     * @throws IllegalArgumentException {@code ten probabilities are needed, not an array of shape (9,)}
     */
    public static DigitGuess of(NDArray probabilities) {
        if (probabilities.ndim() != 1 || probabilities.size() != 10) {
            throw new IllegalArgumentException(
                    "ten probabilities are needed, not an array of shape " + probabilities.shape());
        }
        int digit = probabilities.argmax().asInt();
        int next = digit == 0 ? 1 : 0;
        for (int i = 0; i < probabilities.size(); i++) {
            next = i != digit && probabilities.getDouble(i) > probabilities.getDouble(next) ? i : next;
        }
        return new DigitGuess(digit, probabilities.getDouble(digit), next, probabilities.getDouble(next));
    }

    /**
     * Returns whether the digit is probable enough to be relied on.
     *
     * @return whether its probability is at least 0.95
     */
    public boolean isSure() {
        return probability >= SURE;
    }
}
