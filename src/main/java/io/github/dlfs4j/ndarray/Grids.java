package io.github.dlfs4j.ndarray;

import java.util.Arrays;

/** Arrays of two or more axes that follow a simple rule. */
final class Grids {
    private Grids() {}

    /** The coordinates of every point of a grid, stretched over it or, if it is sparse, as lines. */
    static NDArray[] meshgrid(Creation.Indexing indexing, boolean sparse, NDArray... arrays) {
        int[] lengths = new int[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            lengths[axisOf(i, arrays.length, indexing)] = arrays[i].size();
        }
        NDArray[] grids = new NDArray[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            int[] along = new int[arrays.length];
            Arrays.fill(along, 1);
            along[axisOf(i, arrays.length, indexing)] = arrays[i].size();
            NDArray line = arrays[i].reshape(along);
            grids[i] = (sparse ? line : line.stretchedTo(Shape.of(lengths))).copy();
        }
        return grids;
    }

    private static int axisOf(int position, int count, Creation.Indexing indexing) {
        boolean isExchanged = indexing == Creation.Indexing.XY && count > 1 && position < 2;
        return isExchanged ? 1 - position : position;
    }

    /** For each axis the positions in it, stacked. */
    static NDArray indices(DType dtype, int... shape) {
        int[] lengths = new int[shape.length + 1];
        lengths[0] = shape.length;
        System.arraycopy(shape, 0, lengths, 1, shape.length);
        NDArray positions = NDArray.zeros(dtype, lengths);
        for (int axis = 0; axis < shape.length; axis++) {
            int[] along = new int[shape.length];
            Arrays.fill(along, 1);
            along[axis] = shape[axis];
            NDArray line = NDArray.arange(shape[axis]).reshape(along);
            Casting.assign(positions.withLayout(positions.layout().at(axis)), line);
        }
        return positions;
    }

    /** The powers of a vector, each the one before times the vector, as NumPy has them. */
    static NDArray vander(NDArray x, int columns, boolean increasing) {
        if (x.ndim() != 1) {
            throw ManipulationErrors.notAVector();
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
