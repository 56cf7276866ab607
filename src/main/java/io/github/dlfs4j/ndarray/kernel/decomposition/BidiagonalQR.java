package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * The singular values of an upper bidiagonal matrix B by implicit QR steps (J. Demmel and W. Kahan, "Accurate singular
 * values of bidiagonal matrices", SIAM Journal on Scientific and Statistical Computing 11 (1990), 873-912). A step is a
 * sweep of rotations from both sides. It is shifted by an estimate of the smallest singular value, or by zero where a
 * shift would spoil small values; so each value is accurate to a few units in its own last place, however small it is
 * beside the others.
 *
 * <p>A sweep goes from the larger end of a block to the smaller one. To go upwards, the block is turned around: then
 * its rows and columns change places.
 */
final class BidiagonalQR {
    /** The relative error of a superdiagonal element that is neglected. */
    private static final double TOLERANCE = 100 * 0x1p-53;

    /** The limit of rotations, times n². Most matrices take two. */
    private static final int MOST_ROTATIONS = 6;

    private static final double EPSILON = 0x1p-53;

    private final double[] d;
    private final double[] e;

    /** Take the rotations of rows of B and of its columns; null if they are not wanted. */
    private final RotationSweeps ofRows;

    private final RotationSweeps ofColumns;

    /** A bound of the smallest singular value of a block, which {@link #neglects} found. */
    private double smallest;

    /** What {@link #generate} found last: the rotation that turns a vector to the first axis, and its length. */
    private double cosine;

    private double sine;
    private double length;

    private BidiagonalQR(double[] d, double[] e, RotationSweeps ofRows, RotationSweeps ofColumns) {
        this.d = d;
        this.e = e;
        this.ofRows = ofRows;
        this.ofColumns = ofColumns;
    }

    /**
     * Makes B diagonal.
     *
     * @param d the diagonal; becomes the singular values in no order, with either sign
     * @param e the superdiagonal, shorter by one; becomes zero
     * @param ofRows takes the rotations of the rows, or null
     * @param ofColumns takes the rotations of the columns, or null
     * @return whether it converged
     */
    static boolean diagonalize(double[] d, double[] e, RotationSweeps ofRows, RotationSweeps ofColumns) {
        if (d.length > 1 && !new BidiagonalQR(d, e, ofRows, ofColumns).run()) {
            return false;
        }
        if (ofRows != null) {
            ofRows.flush();
            ofColumns.flush();
        }
        return true;
    }

    private boolean run() {
        int n = d.length;
        double negligible = negligible();
        long rotations = 0;
        int last = n - 1;
        int blockFirst = -1;
        int blockLast = -1;
        boolean upwards = false;
        while (last > 0) {
            int first = last;
            while (first > 0 && Math.abs(e[first - 1]) > negligible) {
                first--;
            }
            if (first > 0) {
                e[first - 1] = 0;
            }
            if (first == last) {
                last--;
                continue;
            }
            if (first > blockLast || last < blockFirst) {
                upwards = Math.abs(d[first]) < Math.abs(d[last]);
            }
            blockFirst = first;
            blockLast = last;
            if (upwards) {
                turn(first, last);
            }
            if (!neglects(first, last)) {
                rotations += last - first;
                if (rotations > (long) MOST_ROTATIONS * n * n + 100) {
                    return false;
                }
                step(first, last, upwards);
                if (Math.abs(e[last - 1]) <= negligible) {
                    e[last - 1] = 0;
                }
            }
            if (upwards) {
                turn(first, last);
            }
        }
        return true;
    }

    /**
     * Returns the magnitude below which an element is zero beside the smallest singular value, of which it is a bound.
     */
    private double negligible() {
        double bound = Math.abs(d[0]);
        double smallest = bound;
        for (int i = 1; i < d.length && smallest != 0; i++) {
            bound = Math.abs(d[i]) * (bound / (bound + Math.abs(e[i - 1])));
            smallest = Math.min(smallest, bound);
        }
        double least = MOST_ROTATIONS * (double) d.length * d.length * Double.MIN_NORMAL;
        return Math.max(TOLERANCE * smallest / Math.sqrt(d.length), least);
    }

    /** Turns a block around, which transposes it. */
    private void turn(int first, int last) {
        reverse(d, first, last);
        reverse(e, first, last - 1);
    }

    private static void reverse(double[] values, int first, int last) {
        for (int i = first, k = last; i < k; i++, k--) {
            double swapped = values[i];
            values[i] = values[k];
            values[k] = swapped;
        }
    }

    /**
     * Sets an element of the superdiagonal to zero if that changes no singular value; returns whether there was one.
     */
    private boolean neglects(int first, int last) {
        if (Math.abs(e[last - 1]) <= TOLERANCE * Math.abs(d[last])) {
            e[last - 1] = 0;
            return true;
        }
        double bound = Math.abs(d[first]);
        smallest = bound;
        for (int i = first; i < last; i++) {
            if (Math.abs(e[i]) <= TOLERANCE * bound) {
                e[i] = 0;
                return true;
            }
            bound = Math.abs(d[i + 1]) * (bound / (bound + Math.abs(e[i])));
            smallest = Math.min(smallest, bound);
        }
        return false;
    }

    private void step(int first, int last, boolean upwards) {
        double shift = shift(first, last);
        RotationSweeps rows = upwards ? ofColumns : ofRows;
        RotationSweeps columns = upwards ? ofRows : ofColumns;
        if (rows != null) {
            int from = upwards ? last : first;
            rows.begin(from, upwards, last - first);
            columns.begin(from, upwards, last - first);
        }
        if (shift == 0) {
            sweep(first, last, rows, columns);
        } else {
            sweep(first, last, shift, rows, columns);
        }
    }

    /** Returns the shift: the smaller singular value of the last two rows, or zero. */
    private double shift(int first, int last) {
        double largest = 0;
        for (int i = first; i <= last; i++) {
            largest = Math.max(largest, Math.abs(d[i]));
            largest = i < last ? Math.max(largest, Math.abs(e[i])) : largest;
        }
        if (d.length * TOLERANCE * (smallest / largest) <= EPSILON) {
            return 0;
        }
        double shift = smaller(d[last - 1], e[last - 1], d[last]);
        double ratio = shift / Math.abs(d[first]);
        return ratio * ratio < EPSILON ? 0 : shift;
    }

    /** Returns the smaller singular value of the matrix with the rows (f, g) and (0, h). */
    private static double smaller(double f, double g, double h) {
        double least = Math.min(Math.abs(f), Math.abs(h));
        double most = Math.max(Math.abs(f), Math.abs(h));
        double corner = Math.abs(g);
        if (least == 0) {
            return 0;
        }
        double sum = 1 + least / most;
        double difference = (most - least) / most;
        if (corner < most) {
            double ratio = corner / most;
            return 2
                    * least
                    / (Math.sqrt(sum * sum + ratio * ratio) + Math.sqrt(difference * difference + ratio * ratio));
        }
        double ratio = most / corner;
        double first = sum * ratio;
        double second = difference * ratio;
        return 2 * (least / (Math.sqrt(1 + first * first) + Math.sqrt(1 + second * second)) * ratio);
    }

    /** Makes a step without a shift. */
    private void sweep(int first, int last, RotationSweeps rows, RotationSweeps columns) {
        double c = 1;
        double oldCosine = 1;
        double oldSine = 0;
        for (int i = first; i < last; i++) {
            generate(d[i] * c, e[i]);
            c = cosine;
            double s = sine;
            if (i > first) {
                e[i - 1] = oldSine * length;
            }
            generate(oldCosine * length, d[i + 1] * s);
            oldCosine = cosine;
            oldSine = sine;
            d[i] = length;
            if (rows != null) {
                columns.rotate(i - first, c, s);
                rows.rotate(i - first, oldCosine, oldSine);
            }
        }
        double end = d[last] * c;
        d[last] = end * oldCosine;
        e[last - 1] = end * oldSine;
    }

    /** Makes a step with a shift. */
    private void sweep(int first, int last, double shift, RotationSweeps rows, RotationSweeps columns) {
        double f = (Math.abs(d[first]) - shift) * (Math.copySign(1, d[first]) + shift / d[first]);
        double g = e[first];
        for (int i = first; i < last; i++) {
            generate(f, g);
            if (i > first) {
                e[i - 1] = length;
            }
            if (rows != null) {
                columns.rotate(i - first, cosine, sine);
            }
            f = cosine * d[i] + sine * e[i];
            e[i] = cosine * e[i] - sine * d[i];
            g = sine * d[i + 1];
            d[i + 1] = cosine * d[i + 1];
            generate(f, g);
            d[i] = length;
            if (rows != null) {
                rows.rotate(i - first, cosine, sine);
            }
            f = cosine * e[i] + sine * d[i + 1];
            d[i + 1] = cosine * d[i + 1] - sine * e[i];
            if (i + 1 < last) {
                g = sine * e[i + 1];
                e[i + 1] = cosine * e[i + 1];
            }
        }
        e[last - 1] = f;
    }

    /** Finds the rotation that turns (f, g) to (length, 0). */
    private void generate(double f, double g) {
        double square = f * f + g * g;
        if (g == 0) {
            cosine = 1;
            sine = 0;
            length = f;
        } else if (square > 0x1p-900 && square < 0x1p900) {
            length = Math.sqrt(square);
            cosine = f / length;
            sine = g / length;
        } else {
            int exponent = Math.getExponent(Math.max(Math.abs(f), Math.abs(g)));
            double x = Math.scalb(f, -exponent);
            double y = Math.scalb(g, -exponent);
            double scaled = Math.sqrt(x * x + y * y);
            cosine = x / scaled;
            sine = y / scaled;
            length = Math.scalb(scaled, exponent);
        }
    }
}
