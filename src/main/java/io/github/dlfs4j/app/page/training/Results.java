package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.evaluation.Evaluation;
import io.github.dlfs4j.app.evaluation.Guess;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.training.ConfusionMatrix;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** What a training has come to: how good the network is on the test images, and its weights. */
record Results(TrainingControl control) {
    private static final int MOST_IMAGES = 100;
    private static final int MOST_GUESSES = 60;
    private static final int CLASSES = 10;

    private TrainingRun run() throws Refused {
        return control.run().orElseThrow(() -> Refused.because(Refused.NOT_FOUND, "not.trained"));
    }

    private TrainingRun.Result result() throws Refused {
        return run().result().orElseThrow(() -> Refused.because(Refused.NOT_FOUND, "not.evaluated"));
    }

    private static Refused noDigits() {
        return Refused.because(Refused.CONFLICT, "no.digits");
    }

    Reply evaluation() throws Refused {
        TrainingRun.Result result = result();
        if (result.verdict().digits().isEmpty()) {
            return Reply.json(result.verdict().shown());
        }
        Evaluation evaluation = result.verdict().digits().get();
        ConfusionMatrix matrix = evaluation.matrix();
        return Reply.json(JsonWriter.object(
                "step", result.step(),
                "accuracy", matrix.accuracy(),
                "confusion", ofEachClass(label -> ofEachClass(prediction -> matrix.count(label, prediction))),
                "precision", ofEachClass(matrix::precision),
                "recall", ofEachClass(matrix::recall),
                "mistakes", toJson(evaluation.mistakes(MOST_GUESSES))));
    }

    /** Shows the images that a cell of the confusion matrix counts. */
    Object cell(Body body) throws Refused {
        int label = body.integer("label", 0, CLASSES - 1);
        int prediction = body.integer("prediction", 0, CLASSES - 1);
        body.end();
        TrainingRun.Result result = result();
        Evaluation evaluation = result.verdict().digits().orElseThrow(Results::noDigits);
        return JsonWriter.object(
                "step", result.step(),
                "count", evaluation.matrix().count(label, prediction),
                "guesses", toJson(evaluation.cell(label, prediction, MOST_GUESSES)));
    }

    private static List<Object> ofEachClass(IntFunction<Object> value) {
        return IntStream.range(0, CLASSES).mapToObj(value).toList();
    }

    private static List<?> toJson(List<Guess> guesses) {
        return guesses.stream().map(Results::toJson).toList();
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
    Reply weights() throws Refused {
        TrainingRun run = run();
        Model model = run.course().learner().reader().orElseThrow(Results::noDigits);
        return run.betweenSteps(() -> {
            NDArray w = model.network().parameters().get("W1");
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
