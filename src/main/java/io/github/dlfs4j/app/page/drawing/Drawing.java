package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.app.page.server.Reply;
import io.github.dlfs4j.app.page.server.Route;
import io.github.dlfs4j.app.page.training.Model;
import io.github.dlfs4j.app.page.training.Models;
import io.github.dlfs4j.digit.DigitGuess;
import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The view "Draw a digit": has a network recognise digits, and shows its layers for one of them.
 *
 * @param models the networks
 * @param limits how long it may take to find the digits of a picture
 */
public record Drawing(Models models, Limits limits) {
    private static final int LEAST_WIDTH = 28;
    private static final int MOST_WIDTH = 112;
    private static final int WARM_UP = 50;
    private static final NDArray BLANK = NDArray.zeros(DType.UINT8, 1, 28 * 28).readOnlyCopy();

    /**
     * Returns what answers the view's requests.
     *
     * @return the routes by their paths
     */
    public Map<String, Route> routes() {
        Neurons neurons = new Neurons(models);
        return Map.of(
                "/api/networks", Route.get(() -> Reply.json(models.toJson())),
                "/api/predict", Route.post(this::ofDrawing),
                "/api/read", Route.post(this::ofImages),
                "/api/neuron", Route.post(neurons::of),
                "/api/layer", Route.post(neurons::ofLayer),
                "/api/pixels", Route.post(new DecidingPixels(models)::of),
                "/api/picture", Route.file(new UploadedPicture(limits)::images, UploadedPicture.LONGEST));
    }

    /** Answers a request to read a drawing. */
    private Object ofDrawing(Body body) throws Refused {
        String id = body.text("network", Models.ID);
        int width = body.integer("width", LEAST_WIDTH, MOST_WIDTH);
        byte[] pixels = PreparedImages.bytes(body, "pixels");
        body.end();
        if (pixels.length != width * width) {
            throw Refused.because("bytes", "pixels", width * width, pixels.length);
        }
        long start = System.nanoTime();
        Optional<NDArray> images = prepared(NDArray.of(pixels).reshape(width, width));
        return models.with(
                id,
                model -> images.isPresent() ? read(model, images.get(), 0, start) : answer(model, BLANK, List.of(), 0));
    }

    /** Answers a request to read images of 28x28 pixels, and to show the layers for one of them. */
    private Object ofImages(Body body) throws Refused {
        String id = body.text("network", Models.ID);
        NDArray images = PreparedImages.several(body);
        int shown = body.integer("shown", 0, images.shape(0) - 1);
        body.end();
        long start = System.nanoTime();
        return models.with(id, model -> read(model, images, shown, start));
    }

    /** Prepares the digits of a drawing, from left to right, (n, 784); empty if there is no ink. */
    private static Optional<NDArray> prepared(NDArray drawn) {
        try {
            return Optional.of(NDArray.stack(
                    0,
                    DigitImage.allOf(drawn).stream()
                            .limit(PreparedImages.MOST)
                            .map(DigitImage::pixels)
                            .toList()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Predicts an artificial digit, a bar, again and again. When the user has drawn the first digit, Java has compiled
     * the code for it.
     */
    public void warmUp() {
        NDArray drawn = NDArray.zeros(DType.UINT8, MOST_WIDTH, MOST_WIDTH);
        drawn.at(Index.range(20, 90), Index.range(50, 60)).set(255);
        try {
            for (Model model : models.learned()) {
                for (int i = 0; i < WARM_UP; i++) {
                    read(model, prepared(drawn).orElseThrow(), 0, 0);
                    Neuron.of(Stage.of(model, BLANK), 1, i).ifPresent(Neuron::toJson);
                }
            }
        } catch (CancellationException e) {
            // The page is closed, which interrupts this thread.
        }
    }

    /** @param images shape (n, 784) */
    private static Map<String, Object> read(Model model, NDArray images, int shown, long start) {
        NDArray probabilities = model.probabilities(images);
        double milliseconds = Math.round((System.nanoTime() - start) / 1e3) / 1e3;
        List<Object> readings = IntStream.range(0, images.shape(0))
                .mapToObj(i -> reading(images.get(i), probabilities.get(i)))
                .toList();
        return answer(model, images.get(Index.range(shown, shown + 1)), readings, milliseconds);
    }

    /** Says what a network takes an image for. */
    private static Object reading(NDArray image, NDArray probabilities) {
        DigitGuess guess = DigitGuess.of(probabilities);
        return JsonWriter.object(
                "prediction", guess.digit(),
                "probabilities", probabilities.toDoubleArray(),
                "sure", guess.isSure(),
                "image", Picture.ofLevels(image));
    }

    /** @param image the image to show the layers for, of shape (1, 784) */
    private static Map<String, Object> answer(Model model, NDArray image, List<Object> readings, double milliseconds) {
        return JsonWriter.object(
                "readings", readings,
                "layers", Explanation.of(Stage.of(model, image)),
                "milliseconds", milliseconds);
    }
}
