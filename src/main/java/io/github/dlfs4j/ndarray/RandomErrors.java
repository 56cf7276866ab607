package io.github.dlfs4j.ndarray;

/** The errors of random numbers, in NumPy's words; {@link Errors} has the general ones. */
final class RandomErrors {
    private RandomErrors() {}

    static IllegalArgumentException negative(String parameter) {
        return new IllegalArgumentException(parameter + " < 0");
    }

    static IllegalArgumentException notPositive(String parameter) {
        return new IllegalArgumentException(parameter + " <= 0");
    }

    static IllegalArgumentException notAProbability() {
        return new IllegalArgumentException("p < 0, p > 1 or p is NaN");
    }

    static IllegalArgumentException notPositiveProbability() {
        return new IllegalArgumentException("p <= 0, p > 1 or p contains NaNs");
    }

    static IllegalArgumentException notARate() {
        return new IllegalArgumentException("lam < 0 or lam is NaN");
    }

    static IllegalArgumentException rateTooLarge() {
        return new IllegalArgumentException("lam value too large");
    }

    static IllegalArgumentException notProbabilities() {
        return new IllegalArgumentException("pvals < 0, pvals > 1 or pvals contains NaNs");
    }

    static IllegalArgumentException sumAboveOne() {
        return new IllegalArgumentException("sum(pvals[:-1]) > 1.0");
    }

    static IllegalArgumentException disordered(String relation) {
        return new IllegalArgumentException(relation);
    }

    static IllegalArgumentException populationNotAVector() {
        return new IllegalArgumentException("a must be 1-dimensional");
    }

    static IllegalArgumentException emptyPopulationArray() {
        return new IllegalArgumentException("'a' cannot be empty unless no samples are taken");
    }

    static IllegalArgumentException probabilitiesNotAVector() {
        return new IllegalArgumentException("'p' must be 1-dimensional");
    }

    static IllegalArgumentException probabilitiesSize() {
        return new IllegalArgumentException("'a' and 'p' must have same size");
    }

    static IllegalArgumentException probabilityNaN() {
        return new IllegalArgumentException("probabilities contain NaN");
    }

    static IllegalArgumentException negativeProbability() {
        return new IllegalArgumentException("probabilities are not non-negative");
    }

    static IllegalArgumentException probabilitySum() {
        return new IllegalArgumentException("probabilities do not sum to 1");
    }

    static IllegalArgumentException tooFewProbabilities() {
        return new IllegalArgumentException("Fewer non-zero entries in p than size");
    }

    static UnsupportedOperationException randomDType(DType dtype) {
        return new UnsupportedOperationException("Unsupported dtype dtype('%s') for randint".formatted(dtype));
    }

    static IllegalArgumentException boundOutOfBounds(String bound, DType dtype) {
        return new IllegalArgumentException("%s is out of bounds for %s".formatted(bound, dtype));
    }

    static UnsupportedOperationException probabilitiesNotASequence() {
        return new UnsupportedOperationException("pvals must be a 1-d sequence");
    }

    static IllegalArgumentException stateLength(int found) {
        return new IllegalArgumentException("a state of MT19937 has 624 words, not " + found);
    }

    static IllegalArgumentException statePosition(int found) {
        return new IllegalArgumentException("the position in a state of MT19937 is from 0 to 624, not " + found);
    }

    static IllegalArgumentException stuckState() {
        return new IllegalArgumentException(
                "a state of MT19937 must not be all zeros, since it would give nothing but zeros");
    }

    static UnsupportedOperationException unsized() {
        return new UnsupportedOperationException("len() of unsized object");
    }

    static IllegalArgumentException readOnlyArray() {
        return new IllegalArgumentException("array is read-only");
    }
}
