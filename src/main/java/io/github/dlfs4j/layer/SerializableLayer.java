package io.github.dlfs4j.layer;

import io.github.dlfs4j.state.SerializedForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/**
 * A layer of this library that has options or parameters. In a stream it is a form, a record that makes the layer anew
 * when it is read.
 */
abstract class SerializableLayer implements Layer, Serializable {
    private static final long serialVersionUID = 1;

    /** Options and parameters, but nothing of what the way back needs. */
    abstract Serializable form();

    final Object writeReplace() {
        return form();
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** For a stream that has a layer, but nothing for this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
