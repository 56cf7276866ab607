package io.github.dlfs4j.ndarray;

/** Coordinates of grids, and Vandermonde matrices. */
final class Grids {
    private Grids() {}

    /** Returns the coordinates of a grid, broadcast to its shape or, if it is sparse, as lines. */
    static NDArray[] meshgrid(Indexing indexing, boolean sparse, NDArray... arrays) {
        int[] lengths = new int[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            lengths[axisOf(i, arrays.length, indexing)] = arrays[i].size();
        }
        NDArray[] grids = new NDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            NDArray line = Reshaping.alongAxis(arrays[i], axisOf(i, arrays.length, indexing), arrays.length);
            grids[i] = (sparse ? line : line.stretchedTo(Shape.of(lengths))).copy();
        }
        return grids;
    }

    private static int axisOf(int position, int count, Indexing indexing) {
        boolean isExchanged = indexing == Indexing.XY && count > 1 && position < 2;
        return isExchanged ? 1 - position : position;
    }

    /** Returns an array of positions for each axis, stacked. */
    static NDArray indices(DType dtype, int... shape) {
        int[] lengths = new int[shape.length + 1];
        lengths[0] = shape.length;
        System.arraycopy(shape, 0, lengths, 1, shape.length);
        NDArray positions = NDArray.zeros(dtype, lengths);
        for (int axis = 0; axis < shape.length; axis++) {
            NDArray line = Reshaping.alongAxis(NDArray.arange(shape[axis]), axis, shape.length);
            Casting.assign(positions.withLayout(positions.layout().at(axis)), line);
        }
        return positions;
    }

    /** Returns the powers of a vector; as in NumPy, each is the one before times the vector. */
    static NDArray vander(NDArray x, int columns, boolean increasing) {
        if (x.ndim() != 1) {
            throw new IllegalArgumentException("x must be a one-dimensional array or sequence.");
        }
        NDArray matrix = NDArray.ones(DType.promote(x.dtype(), DType.INT64), x.size(), columns);
        NDArray powers = increasing ? matrix : Rearranging.flip(matrix, 1);
        for (int power = 1; power < columns; power++) {
            Casting.assign(column(powers, power), column(powers, power - 1).mul(x));
        }
        return matrix;
    }

    private static NDArray column(NDArray matrix, int column) {
        return matrix.withLayout(matrix.layout().along(1, column, 1, 1).removeAxis(1));
    }
}
