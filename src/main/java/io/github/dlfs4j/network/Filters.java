package io.github.dlfs4j.network;

/**
 * The options of a convolution of square filters, the book's {@code conv_param}.
 *
 * @param count how many filters there are
 * @param size the side of each
 * @param padding the width of the margin of zeros around an image
 * @param stride the step from one position to the next
 */
record Filters(int count, int size, int padding, int stride) {
    Filters {
        atLeast(1, "the number of filters", count);
        atLeast(1, "the size of a filter", size);
        atLeast(0, "the padding", padding);
        atLeast(1, "the stride", stride);
    }

    /** Returns the value of an option, and refuses one that is too small. */
    static int atLeast(int least, String option, int value) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %s, but is %s".formatted(option, least, value));
        }
        return value;
    }

    /** Returns the length of a side of the images after the convolution, the book's {@code conv_output_size}. */
    int output(int length) {
        if (length + 2 * padding < size) {
            throw new IllegalArgumentException("a filter of %sx%s with padding %s is larger than a side of %s pixels"
                    .formatted(size, size, padding, length));
        }
        return (length + 2 * padding - size) / stride + 1;
    }

    @Override
    public String toString() {
        return "%s filters of %sx%s, padding %s, stride %s".formatted(count, size, size, padding, stride);
    }
}
