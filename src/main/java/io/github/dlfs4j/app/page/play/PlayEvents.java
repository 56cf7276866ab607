package io.github.dlfs4j.app.page.play;

import io.github.dlfs4j.app.page.server.EventStreams;
import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.app.playground.Plane;
import io.github.dlfs4j.app.playground.Playground;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a playing tab shows, as events: the points at the beginning, and then one picture of the network after another.
 */
final class PlayEvents {
    /** The number of cells in a row of the large picture; a neuron's picture has half as many. */
    private static final int WIDTH = 48;

    private static final Index HALF = Index.range(null, null, 2);
    private static final Plane PLANE = new Plane(WIDTH);

    private static final double DECIMALS = 1e5;

    /** Describes a new playground, which has made no step: its plan and points. */
    static String begin(Playground playground) {
        return EventStreams.event(
                "begin",
                JsonWriter.object(
                        "plan", PlayForm.toJson(playground.plan()),
                        "stepsPerEpoch", playground.stepsPerEpoch(),
                        "train", points(playground.train()),
                        "test", points(playground.test())));
    }

    /** Describes points: the coordinates of one after another, and their classes. */
    static Map<String, Object> points(Dataset points) {
        return JsonWriter.object(
                "places", rounded(points.inputs()),
                "classes", points.targets().toLongArray());
    }

    /** Describes a network after its last step. */
    static String picture(Playground playground, Playground.Score train, Playground.Score test) {
        Plane.Answers answers =
                PLANE.answers(playground.network(), playground.train().preparation());
        Map<String, NDArray> parameters = playground.network().parameters();
        List<Object> layers = new ArrayList<>();
        for (int i = 0; i < answers.layers().size(); i++) {
            layers.add(layer(answers.layers().get(i), parameters.get("W" + (i + 1)), parameters.get("b" + (i + 1))));
        }
        return EventStreams.event(
                "picture",
                JsonWriter.object(
                        "step", playground.steps(),
                        "trainLoss", rounded(train.loss()),
                        "testLoss", rounded(test.loss()),
                        "trainAccuracy", rounded(train.accuracy()),
                        "testAccuracy", rounded(test.accuracy()),
                        "inputs", Picture.ofEach(answers.inputs().get(Index.all(), HALF, HALF)),
                        "probability", Picture.ofRange(answers.probability(), 0, 1),
                        "layers", layers));
    }

    /** Describes the neurons of a layer: their answers over the plane, each in its own scale, and their weights. */
    private static Map<String, Object> layer(NDArray answers, NDArray weights, NDArray biases) {
        NDArray some = answers.get(Index.all(), HALF, HALF);
        NDArray each = some.reshape(some.shape(0), -1);
        return JsonWriter.object(
                "pictures", Picture.ofEach(some),
                "least", rounded(each.min(1)),
                "most", rounded(each.max(1)),
                "weights", rounded(weights.transpose()),
                "biases", rounded(biases));
    }

    private static double[] rounded(NDArray values) {
        return Arrays.stream(values.toDoubleArray()).map(PlayEvents::rounded).toArray();
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * DECIMALS) / DECIMALS : value;
    }

    /** Tells whether the network learns by itself, and says why not. */
    static String state(boolean isPlaying, String message) {
        return EventStreams.event("state", JsonWriter.object("playing", isPlaying, "message", message));
    }

    /** Shows the program that makes the same network, up to its last step. */
    static String program(Playground playground) {
        return EventStreams.event("program", JsonWriter.object("text", playground.program()));
    }

    /** Says why the session has ended. */
    static String end(String message) {
        return EventStreams.event("end", JsonWriter.object("message", message));
    }
}
