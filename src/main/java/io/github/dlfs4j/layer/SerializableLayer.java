package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * A layer of this library. Java's serialisation writes a {@link SerializedLayer} instead of its fields, so what the
 * backward pass needs is not written.
 */
abstract class SerializableLayer implements Layer, Serializable {
    private static final long serialVersionUID = 1;

    /** Returns the generator that the layer draws from, or null. */
    RandomState random() {
        return null;
    }

    final Object writeReplace() {
        return new SerializedLayer(this, random());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** Refuses a stream that has a layer, but no data of this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
