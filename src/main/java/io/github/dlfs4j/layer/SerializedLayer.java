package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.NamedArrays;
import io.github.dlfs4j.state.SavedArrays;
import io.github.dlfs4j.state.SerializedForm;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The serialised form of a layer: the line and the arrays that a file has of it, and its generator. The arrays and the
 * generator are objects of the stream, so that what else refers to them still does so when they arrive.
 */
final class SerializedLayer implements Serializable {
    private static final long serialVersionUID = 1;

    private transient Layer layer;
    private transient RandomState random;

    SerializedLayer(Layer layer, RandomState random) {
        this.layer = layer;
        this.random = random;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        Map<String, NDArray> arrays = NamedArrays.joined(layer.parameters(), layer.statistics());
        out.defaultWriteObject();
        out.writeUTF(layer.toString());
        out.writeObject(random);
        out.writeInt(arrays.size());
        for (Map.Entry<String, NDArray> array : arrays.entrySet()) {
            out.writeUTF(array.getKey());
            out.writeObject(array.getValue());
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        try {
            String line = in.readUTF();
            random = (RandomState) in.readObject();
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                arrays.put(in.readUTF(), (NDArray) in.readObject());
            }
            SavedArrays saved = new SavedArrays("", arrays);
            layer = Layers.of(line, saved::parameter, random);
            Map<String, NDArray> statistics = layer.statistics();
            // They may be NaN: a training that has diverged can be serialised too.
            saved.copyTo(statistics);
            statistics.keySet().stream().filter(SavedArrays::isVariance).forEach(saved::checkNotNegative);
        } catch (RuntimeException e) {
            throw SerializedForm.refused(e);
        }
    }

    private Object readResolve() {
        return layer;
    }
}
