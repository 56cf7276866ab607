package io.github.dlfs4j.network;

import io.github.dlfs4j.layer.Layer;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The layers of a network in its serialised form. Each layer is an object of the stream, so that layers which share a
 * generator still share it when they are read. A stream that claims too many layers does not take memory for them.
 */
final class SerializedLayers implements Serializable {
    private static final long serialVersionUID = 1;

    private transient List<Layer> layers;

    SerializedLayers(List<Layer> layers) {
        this.layers = layers;
    }

    List<Layer> layers() {
        return layers;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(layers.size());
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            try {
                out.writeObject(layer);
            } catch (NotSerializableException e) {
                throw (NotSerializableException)
                        new NotSerializableException("layer %s of %s, %s, cannot be serialised: %s"
                                        .formatted(
                                                i + 1,
                                                layers.size(),
                                                layer.getClass().getName(),
                                                reason(layer, e)))
                                .initCause(e);
            }
        }
    }

    private static String reason(Layer layer, NotSerializableException e) {
        return layer instanceof Serializable ? e.getMessage() + " is not Serializable" : "it is not Serializable";
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        int count = in.readInt();
        if (count < 0) {
            throw new InvalidObjectException("the number of layers must not be negative, but is " + count);
        }
        List<Layer> read = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            if (in.readObject() instanceof Layer layer) {
                read.add(layer);
            } else {
                throw new InvalidObjectException("object %s of %s is not a layer".formatted(i, count));
            }
        }
        layers = Collections.unmodifiableList(read);
    }
}
