package io.github.dlfs4j.ndarray;

/** Elements of an array that lie anywhere, as an index with arrays or a mask chooses them. */
sealed interface ChosenElements permits SelectedElements, MaskedElements {
    /** The dtype of the array. */
    DType dtype();

    /** A new array of the elements. */
    NDArray read();

    /** Writes the value, broadcast, to the elements; where one is listed twice the last value stays. */
    void write(NDArray value);
}
