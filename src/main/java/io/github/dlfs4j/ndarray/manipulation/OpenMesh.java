package io.github.dlfs4j.ndarray.manipulation;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;

/** Positions on each axis, reshaped so that they select all of their combinations: NumPy's {@code ix_}. */
final class OpenMesh {
    private OpenMesh() {}

    static NDArray[] of(NDArray... positions) {
        NDArray[] mesh = new NDArray[positions.length];
        for (int axis = 0; axis < mesh.length; axis++) {
            NDArray onAxis = positions[axis];
            if (onAxis.ndim() != 1) {
                throw new IllegalArgumentException("Cross index must be 1 dimensional");
            }
            NDArray numbers = onAxis.dtype() == DType.BOOL ? onAxis.nonzero()[0] : onAxis;
            int[] lengths = new int[mesh.length];
            Arrays.fill(lengths, 1);
            lengths[axis] = numbers.size();
            mesh[axis] = numbers.reshape(lengths);
        }
        return mesh;
    }
}
