package io.github.dlfs4j.app.page;

import io.github.dlfs4j.app.evaluation.Guess;
import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.io.IOException;
import java.io.InputStream;
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
        PlaySessions playing) {
    private static final List<String> STYLES = List.of("page.css", "draw.css", "train.css", "play.css", "chapters.css");
    private static final List<String> SCRIPTS = List.of(
            "page.js",
            "chapters.js",
            "curves.js",
            "elements.js",
            "paper.js",
            "pictures.js",
            "play.js",
            "play-losses.js",
            "play-network.js",
            "play-plane.js",
            "reading.js",
            "results.js",
            "server.js",
            "training.js");
    private static final int MOST_IMAGES = 100;
    private static final int CLASSES = 10;

    /**
     * What answers the requests for a path.
     *
     * @param get answers GET; {@code null} if the path does not allow it
     * @param post answers POST; {@code null} if the path does not allow it
     */
    record Route(Get get, Post post) {}

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
        get(routes, "/", file("index.html", "text/html"));
        for (String style : STYLES) {
            get(routes, "/" + style, file(style, "text/css"));
        }
        for (String script : SCRIPTS) {
            get(routes, "/" + script, file(script, "text/javascript"));
        }
        get(routes, "/api/networks", () -> Reply.json(models.toJson()));
        get(routes, "/api/graph", Endpoints::apples);
        get(
                routes,
                "/api/options",
                () -> Reply.json(job.fields().stream().map(Field::toJson).toList()));
        get(routes, "/api/evaluation", this::evaluation);
        get(routes, "/api/weights", this::weights);
        routes.put("/api/predict", new Route(null, prediction::of));
        routes.put("/api/training", new Route(() -> Reply.json(control.state()), control::act));
        routes.put("/api/play", new Route(() -> Reply.json(playing.choices()), playing::act));
        routes.put("/api/chapters", new Route(() -> Reply.json(chapters.toJson()), chapters::code));
        routes.put("/api/figures", new Route(null, chapters::draw));
        return routes;
    }

    private static void get(Map<String, Route> routes, String path, Get get) {
        routes.put(path, new Route(get, null));
    }

    /** Reads a file of the page once, and answers with its content. */
    private static Get file(String name, String type) throws IOException {
        try (InputStream in = Endpoints.class.getResourceAsStream(name)) {
            Reply reply = Reply.of(type, in.readAllBytes());
            return () -> reply;
        }
    }

    /** Draws the graph of section 5.1: the price of two apples with tax, and its derivatives. */
    private static Reply apples() {
        Variable apple = Variable.of("apple", 100);
        Variable number = Variable.of("number of apples", 2);
        Variable tax = Variable.of("tax", 1.1);
        Variable price = apple.mul(number).mul(tax).named("price");
        price.backward();
        return Reply.svg(Graph.of(price).toSvg());
    }

    private TrainingRun run() throws Refused {
        return control.run().orElseThrow(() -> new Refused(Refused.NOT_FOUND, "no network has been trained yet"));
    }

    private Reply evaluation() throws Refused {
        TrainingRun.Result result =
                run().result().orElseThrow(() -> new Refused(Refused.NOT_FOUND, "nothing has been evaluated yet"));
        ConfusionMatrix matrix = result.evaluation().matrix();
        List<?> mistakes =
                result.evaluation().mistakes().stream().map(Endpoints::toJson).toList();
        return Reply.json(Json.object(
                "step", result.step(),
                "accuracy", matrix.accuracy(),
                "confusion", ofEachClass(label -> ofEachClass(prediction -> matrix.count(label, prediction))),
                "precision", ofEachClass(matrix::precision),
                "recall", ofEachClass(matrix::recall),
                "mistakes", mistakes));
    }

    private static List<Object> ofEachClass(IntFunction<Object> value) {
        return IntStream.range(0, CLASSES).mapToObj(value).toList();
    }

    private static Map<String, Object> toJson(Guess mistake) {
        return Json.object(
                "index", mistake.index(),
                "label", mistake.label(),
                "prediction", mistake.prediction(),
                "probability", mistake.probability(),
                "image", Picture.ofLevels(mistake.image()));
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
            return Reply.json(Json.object(
                    "rows", first.shape(1),
                    "columns", first.shape(2),
                    "images", Explanation.signedPictures(first)));
        });
    }
}
