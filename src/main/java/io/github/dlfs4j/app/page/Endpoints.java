package io.github.dlfs4j.app.page;

import io.github.dlfs4j.app.evaluation.Guess;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The paths that the server answers. */
record Endpoints(
        MainJob job,
        TrainingControl control,
        Models models,
        Prediction prediction,
        Chapters chapters,
        PlaySessions playing,
        Limits limits) {
    /** The only path that takes the content of a file. */
    static final String PICTURE = "/api/picture";

    private static final int MOST_IMAGES = 100;
    private static final int MOST_GUESSES = 60;
    private static final int CLASSES = 10;

    /**
     * What answers the requests for a path.
     *
     * @param get answers GET; {@code null} if the path does not allow it
     * @param post answers POST; {@code null} if the path does not allow it
     * @param longest the largest length of a body in bytes; if it is more than {@link Body#SHORT}, there are few such
     *     requests at once
     */
    record Route(Get get, Post post, int longest) {
        Route(Get get, Post post) {
            this(get, post, Body.SHORT);
        }
    }

    /** Answers a request without a body. */
    interface Get {
        Reply answer() throws IOException, Refused;
    }

    /** Answers a request with a body. */
    interface Post {
        Object answer(Body body) throws IOException, Refused;
    }

    Map<String, Route> routes() throws IOException {
        Map<String, Route> routes = new LinkedHashMap<>();
        StaticFiles.addTo(routes);
        get(routes, "/api/networks", () -> Reply.json(models.toJson()));
        get(
                routes,
                "/api/options",
                () -> Reply.json(job.fields().stream().map(Field::toJson).toList()));
        get(routes, "/api/evaluation", this::evaluation);
        get(routes, "/api/weights", this::weights);
        get(routes, "/api/runs", () -> Reply.json(control.earlier().toJson()));
        routes.put("/api/cell", new Route(null, this::cell));
        routes.put("/api/predict", new Route(null, prediction::ofDrawing));
        routes.put("/api/read", new Route(null, prediction::ofImages));
        routes.put("/api/neuron", new Route(null, new Neurons(models)::of));
        routes.put("/api/layer", new Route(null, new Neurons(models)::ofLayer));
        routes.put("/api/pixels", new Route(null, new DecidingPixels(models)::of));
        routes.put(PICTURE, new Route(null, new UploadedPicture(limits)::images, UploadedPicture.LONGEST));
        routes.put("/api/training", new Route(() -> Reply.json(control.state()), control::act));
        routes.put("/api/play", new Route(() -> Reply.json(playing.choices()), playing::act));
        routes.put("/api/graphs", new Route(() -> Reply.json(Graphs.choices()), Graphs::formula));
        routes.put("/api/layers", new Route(null, Graphs::layer));
        routes.put("/api/seven", new Route(null, new Seven(job)::answer));
        routes.put("/api/chapters", new Route(() -> Reply.json(chapters.toJson()), chapters::code));
        routes.put("/api/sections", new Route(null, chapters::print));
        routes.put("/api/figures", new Route(null, chapters::draw));
        return routes;
    }

    private static void get(Map<String, Route> routes, String path, Get get) {
        routes.put(path, new Route(get, null));
    }

    private TrainingRun run() throws Refused {
        return control.run().orElseThrow(() -> new Refused(Refused.NOT_FOUND, "no network has been trained yet"));
    }

    private TrainingRun.Result result() throws Refused {
        return run().result().orElseThrow(() -> new Refused(Refused.NOT_FOUND, "nothing has been evaluated yet"));
    }

    private Reply evaluation() throws Refused {
        TrainingRun.Result result = result();
        ConfusionMatrix matrix = result.evaluation().matrix();
        return Reply.json(JsonWriter.object(
                "step", result.step(),
                "accuracy", matrix.accuracy(),
                "confusion", ofEachClass(label -> ofEachClass(prediction -> matrix.count(label, prediction))),
                "precision", ofEachClass(matrix::precision),
                "recall", ofEachClass(matrix::recall),
                "mistakes", toJson(result.evaluation().mistakes(MOST_GUESSES))));
    }

    /** Shows the images that a cell of the confusion matrix counts. */
    private Object cell(Body body) throws Refused {
        int label = body.integer("label", 0, CLASSES - 1);
        int prediction = body.integer("prediction", 0, CLASSES - 1);
        body.end();
        TrainingRun.Result result = result();
        return JsonWriter.object(
                "step", result.step(),
                "count", result.evaluation().matrix().count(label, prediction),
                "guesses", toJson(result.evaluation().cell(label, prediction, MOST_GUESSES)));
    }

    private static List<Object> ofEachClass(IntFunction<Object> value) {
        return IntStream.range(0, CLASSES).mapToObj(value).toList();
    }

    private static List<?> toJson(List<Guess> guesses) {
        return guesses.stream().map(Endpoints::toJson).toList();
    }

    private static Map<String, Object> toJson(Guess guess) {
        return JsonWriter.object(
                "index", guess.index(),
                "label", guess.label(),
                "prediction", guess.prediction(),
                "probability", guess.probability(),
                "probabilities", guess.probabilities().toDoubleArray(),
                "image", Picture.ofLevels(guess.image()));
    }

    /** Shows the weights of the first layer, with a picture for each neuron of an Affine layer or each filter. */
    private Reply weights() throws Refused {
        TrainingRun run = run();
        return run.betweenSteps(() -> {
            NDArray w = run.course().model().network().parameters().get("W1");
            NDArray pictures = w.ndim() == 2
                    ? w.transpose().reshape(w.shape(1), 28, 28)
                    : w.reshape(w.shape(0), w.shape(2), w.shape(3));
            NDArray first = pictures.shape(0) > MOST_IMAGES ? pictures.get(Index.to(MOST_IMAGES)) : pictures;
            return Reply.json(JsonWriter.object(
                    "rows", first.shape(1),
                    "columns", first.shape(2),
                    "images", Picture.ofWeights(first)));
        });
    }
}
