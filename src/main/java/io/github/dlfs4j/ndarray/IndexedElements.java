package io.github.dlfs4j.ndarray;

/** The elements, scattered in an array, that an index with arrays or a mask selects. */
sealed interface IndexedElements permits ElementsAtPositions, ElementsOfMask {
    /** Returns the dtype of the array. */
    DType dtype();

    /** Copies the elements to a new array. */
    NDArray read();

    /** Writes the value, broadcast, to the elements; if an element is listed twice, the last value stays. */
    void write(NDArray value);
}
