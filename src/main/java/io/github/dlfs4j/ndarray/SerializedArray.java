package io.github.dlfs4j.ndarray;

import io.github.dlfs4j.ndarray.io.FileFormatException;
import io.github.dlfs4j.ndarray.io.Npy;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/** The serialised form of an array, a {@code .npy} file. No other class of the package knows the formats of files. */
final class SerializedArray implements Serializable {
    private static final long serialVersionUID = 1;

    private transient NDArray array;

    SerializedArray(NDArray array) {
        this.array = array;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        Npy.write(out, array);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        try {
            array = Npy.read(in, "serialised NDArray");
        } catch (FileFormatException e) {
            throw (InvalidObjectException) new InvalidObjectException(e.getMessage()).initCause(e);
        }
    }

    private Object readResolve() {
        return array;
    }
}
