package io.github.dlfs4j.layer;

import io.github.dlfs4j.file.SerializedForm;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.LayerReader;
import io.github.dlfs4j.state.SavedArrays;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Map;

/**
 * A layer of this library. Java's serialisation writes the line and the arrays that a file has of it, and its
 * generator, but not what the backward pass needs.
 */
abstract class SerializableLayer implements Layer, Serializable {
    private static final long serialVersionUID = 1;
    private static final String RANDOM = "random";
    private static final Layers LAYERS = new Layers();

    static {
        LayerReader.set(LAYERS);
    }

    /** Returns what {@link #infer(NDArray) infer} computes, with variables. */
    abstract Variable output(Variable x);

    /** Returns the generator that the layer draws from, or null. */
    RandomState random() {
        return null;
    }

    final Object writeReplace() {
        SerializedForm form =
                new SerializedForm(getClass(), toString()).with(parameters()).with(statistics());
        return random() == null ? form : form.with(RANDOM, random());
    }

    static Layer unpacked(SerializedForm form) {
        SavedArrays saved = new SavedArrays("", form.parts(NDArray.class));
        Layer layer = LAYERS.of(form.line(), saved::parameter, form.partIfThere(RANDOM, RandomState.class));
        Map<String, NDArray> statistics = layer.statistics();
        // They may be NaN: a training that has diverged can be serialised too.
        statistics.keySet().forEach(saved::parameter);
        saved.copyTo(statistics);
        statistics.keySet().stream().filter(SavedArrays::isVariance).forEach(saved::checkNotNegative);
        return layer;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }

    /** Refuses a stream that has a layer, but no data of this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw SerializedForm.required(getClass());
    }
}
