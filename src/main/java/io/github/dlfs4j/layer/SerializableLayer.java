package io.github.dlfs4j.layer;

import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * A layer of this library with options or parameters. Its serialised form is a record, which makes a new layer when it
 * is read.
 */
abstract class SerializableLayer implements Layer, Serializable {
    private static final long serialVersionUID = 1;

    /** Returns a record of the options and parameters, but nothing that the backward pass needs. */
    abstract Serializable form();

    final Object writeReplace() {
        return form();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** Refuses a stream that has a layer, but no data of this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
