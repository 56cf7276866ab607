package io.github.dlfs4j.app.page;

import io.github.dlfs4j.mnist.DigitImage;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Has a network recognise a drawn digit. */
record Prediction(Models models) {
    private static final Pattern ID = Pattern.compile("[a-z-]{1,20}");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{1,16728}={0,2}");
    private static final int LEAST_WIDTH = 28;
    private static final int MOST_WIDTH = 112;
    private static final int WARM_UP = 50;

    /** Answers a request. */
    Object of(Body body) throws Refused {
        String id = body.text("network", ID);
        int width = body.integer("width", LEAST_WIDTH, MOST_WIDTH);
        byte[] pixels = decoded(body.text("pixels", BASE64));
        boolean explain = body.flag("explain");
        body.end();
        if (pixels.length != width * width) {
            throw new Refused("\"pixels\" must be %d bytes, not %d".formatted(width * width, pixels.length));
        }
        long start = System.nanoTime();
        NDArray drawn = NDArray.of(pixels);
        if (drawn.max().asLong() == drawn.min().asLong()) {
            return answer(null, List.of(), Json.base64(new byte[28 * 28]), 0);
        }
        NDArray image = prepared(drawn.reshape(width, width));
        return models.with(id, model -> answer(model, image, explain, start));
    }

    private static NDArray prepared(NDArray drawn) {
        return DigitImage.of(drawn).pixels().reshape(1, -1);
    }

    /**
     * Predicts an artificial digit, a bar, again and again. When the user has drawn the first digit, Java has compiled
     * the code for it.
     */
    void warmUp() {
        NDArray drawn = NDArray.zeros(DType.UINT8, MOST_WIDTH, MOST_WIDTH);
        drawn.at(Index.range(20, 90), Index.range(50, 60)).set(255);
        for (Model model : models.learned()) {
            for (int i = 0; i < WARM_UP && !Thread.interrupted(); i++) {
                answer(model, prepared(drawn), false, 0);
            }
        }
    }

    private static byte[] decoded(String text) throws Refused {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("\"pixels\" must be base64");
        }
    }

    private static Map<String, Object> answer(Model model, NDArray image, boolean explain, long start) {
        NDArray y = model.probabilities(image).get(0);
        double milliseconds = Math.round((System.nanoTime() - start) / 1e3) / 1e3;
        List<Double> shown = Arrays.stream(y.toDoubleArray()).boxed().toList();
        Map<String, Object> answer = answer(y.argmax().asLong(), shown, Picture.ofLevels(image), milliseconds);
        if (explain) {
            answer.put("layers", Explanation.of(model, image));
        }
        return answer;
    }

    private static Map<String, Object> answer(
            Long prediction, List<Double> probabilities, String image, Number milliseconds) {
        return Json.object(
                "prediction", prediction,
                "probabilities", probabilities,
                "image", image,
                "milliseconds", milliseconds);
    }
}
