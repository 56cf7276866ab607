package io.github.dlfs4j.ndarray.kernel.decomposition;

/**
 * The Schur form of a matrix of two rows, <i>((a, b), (c, d))</i>: the rotation that makes it triangular, or, if its
 * eigenvalues are complex, makes both elements of its diagonal the same (Z. Bai and J. W. Demmel, "On swapping diagonal
 * blocks in real Schur form", Linear Algebra and its Applications 186 (1993), 73-95).
 */
final class StandardPair {
    private static final double ULP = 0x1p-52;

    private double a;
    private double b;
    private double c;
    private double d;
    private double cosine = 1;
    private double sine;

    /** Computes the form of the matrix with these elements. */
    StandardPair(double a, double b, double c, double d) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.d = d;
        if (c == 0) {
            return;
        }
        if (b == 0) {
            exchange();
        } else if (a != d || b > 0 == c > 0) {
            rotate();
        }
    }

    /** Exchanges rows and columns. */
    private void exchange() {
        double first = a;
        a = d;
        d = first;
        b = -c;
        c = 0;
        cosine = 0;
        sine = 1;
    }

    private void rotate() {
        double half = (a - d) / 2;
        double larger = Math.max(Math.abs(b), Math.abs(c));
        double smaller = Math.copySign(Math.min(Math.abs(b), Math.abs(c)), b > 0 == c > 0 ? 1 : -1);
        double scale = Math.max(Math.abs(half), larger);
        double discriminant = half / scale * half + larger / scale * smaller;
        if (discriminant >= 4 * ULP * scale) {
            double root = half + Math.copySign(Math.sqrt(scale) * Math.sqrt(discriminant), half);
            a = d + root;
            d -= larger / root * smaller;
            double length = ImplicitQL.hypotenuse(c, root);
            cosine = root / length;
            sine = c / length;
            b -= c;
            c = 0;
        } else {
            makeDiagonalEqual(half);
            if (c != 0 && b == 0) {
                b = -c;
                c = 0;
                double before = cosine;
                cosine = -sine;
                sine = before;
            } else if (c != 0 && b > 0 == c > 0) {
                makeTriangular();
            }
        }
    }

    private void makeDiagonalEqual(double half) {
        double sum = b + c;
        double length = ImplicitQL.hypotenuse(sum, 2 * half);
        cosine = Math.sqrt((1 + Math.abs(sum) / length) / 2);
        sine = -half / (length * cosine) * Math.copySign(1, sum);
        double a1 = a * cosine + b * sine;
        double b1 = b * cosine - a * sine;
        double c1 = c * cosine + d * sine;
        double d1 = d * cosine - c * sine;
        b = b1 * cosine + d1 * sine;
        c = c1 * cosine - a1 * sine;
        a = (a1 * cosine + c1 * sine + (d1 * cosine - b1 * sine)) / 2;
        d = a;
    }

    /** Rotates once more: the eigenvalues are real and nearly equal. */
    private void makeTriangular() {
        double rootB = Math.sqrt(Math.abs(b));
        double rootC = Math.sqrt(Math.abs(c));
        double change = Math.copySign(rootB * rootC, c);
        double factor = 1 / Math.sqrt(Math.abs(b + c));
        a += change;
        d -= change;
        b -= c;
        c = 0;
        double cosine2 = rootB * factor;
        double sine2 = rootC * factor;
        double before = cosine;
        cosine = before * cosine2 - sine * sine2;
        sine = before * sine2 + sine * cosine2;
    }

    /** Returns whether the eigenvalues are complex. */
    boolean isComplex() {
        return c != 0;
    }

    /** Returns the positive imaginary part of complex eigenvalues. */
    double imaginary() {
        return Math.sqrt(Math.abs(b)) * Math.sqrt(Math.abs(c));
    }

    /** Returns the first element of the diagonal, an eigenvalue or the real part of both. */
    double a() {
        return a;
    }

    /** Returns the element above the diagonal. */
    double b() {
        return b;
    }

    /** Returns the second element of the diagonal. */
    double d() {
        return d;
    }

    /** Returns the cosine of the rotation; its first row is (cosine, sine). */
    double cosine() {
        return cosine;
    }

    /** Returns the sine of the rotation. */
    double sine() {
        return sine;
    }
}
