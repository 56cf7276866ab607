package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npz;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.Map;

/** Named arrays in the serialised form of an object: an {@code .npz} archive, read with the same checks as a file. */
public final class SerializedArrays implements Serializable {
    private static final long serialVersionUID = 1;

    private transient Map<String, NDArray> arrays;

    /**
     * Creates the serialised form of arrays.
     *
     * @param arrays the arrays by names that {@link Npz#write} takes
     */
    public SerializedArrays(Map<String, NDArray> arrays) {
        this.arrays = arrays;
    }

    /**
     * Returns the arrays. Arrays that were read belong to the caller alone.
     *
     * @return the arrays by name
     */
    public Map<String, NDArray> arrays() {
        return arrays;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Npz.write(out, arrays);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        try {
            arrays = Npz.readUncompressed(in, "serialised arrays");
        } catch (FileFormatException e) {
            throw SerializedForm.refused(e);
        }
    }
}
