package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.Output.format;
import static io.github.dlfs4j.book.StoredLanguageModel.said;

import io.github.dlfs4j.app.page.book.LanguageModels;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A language model on the page: what it says next. What happens inside it, {@link InsideLanguageModel} shows.
 *
 * @param stored the model
 */
record ShownLanguageModel(StoredLanguageModel stored) {
    private static final int LONGEST = 2000;
    private static final int HOTTEST = 5;
    private static final int MOST = 10_000;
    private static final int BARS = 100;
    private static final long SEEDS = 1L << 32;
    private static final Pattern TEXT = Pattern.compile("(?s).{0,%s}".formatted(LONGEST));

    /** Returns what the view shows of a model. */
    LanguageModels.Shown shown() {
        LanguageModel.Size size = stored.size();
        int numbers = stored.model().values().values().stream()
                .mapToInt(NDArray::size)
                .sum();
        InsideLanguageModel inside = new InsideLanguageModel(this);
        return new LanguageModels.Shown(
                () -> JsonWriter.object(
                        "about",
                        said("about", size.blocks(), size.heads(), size.width(), numbers, size.context()),
                        "characters",
                        stored.alphabet().stream().map(Character::toString).toList(),
                        "window",
                        size.context(),
                        "width",
                        size.width(),
                        "heads",
                        size.heads(),
                        "blocks",
                        size.blocks(),
                        "parameters",
                        numbers,
                        "steps",
                        stored.steps()),
                Map.of(
                        "next", this::next,
                        "step", this::step,
                        "inside", inside::place,
                        "head", inside::head,
                        "map", inside::map,
                        "neuron", inside::neuron,
                        "java", new LanguageModelProgram(this)::of));
    }

    /**
     * A text as the model sees it.
     *
     * @param known its characters that the model knows, as numbers
     * @param unknown the others
     * @param begin where the part begins that the model sees
     */
    record Text(List<Long> known, List<String> unknown, int begin) {
        long[] seen() {
            return known.subList(begin, known.size()).stream()
                    .mapToLong(Long::longValue)
                    .toArray();
        }
    }

    /** Takes a text from a request. */
    Text text(Body body) throws Refused {
        return text(body.text("text", TEXT));
    }

    Text text(String text) {
        List<Long> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        text.codePoints().forEach(character -> {
            long number = Collections.binarySearch(stored.alphabet(), character);
            if (number < 0) {
                unknown.add(Character.toString(character));
            } else {
                known.add(number);
            }
        });
        return new Text(
                known, unknown, LanguageModel.begin(known.size(), stored.size().context()));
    }

    /** Takes a text that is not empty. */
    Text someText(Body body) throws Refused {
        Text text = text(body);
        if (text.known().isEmpty()) {
            throw new Refused(said("empty"));
        }
        return text;
    }

    static LanguageModel.Sampling sampling(Body body) throws Refused {
        return new LanguageModel.Sampling(body.number("temperature", 0, HOTTEST), body.integer("topK", 1, MOST));
    }

    static long seed(Body body) throws Refused {
        return (long) body.number("seed", 0, SEEDS - 1);
    }

    static int count(Body body, String name, int least) throws Refused {
        return body.integer(name, least, LONGEST);
    }

    private Object next(Body body) throws Refused {
        String typed = body.text("text", TEXT);
        LanguageModel.Sampling sampling = sampling(body);
        body.end();
        Text text = text(typed);
        List<Object> characters = new ArrayList<>();
        typed.codePoints()
                .forEach(character -> characters.add(JsonWriter.object(
                        "character",
                        Character.toString(character),
                        "known",
                        Collections.binarySearch(stored.alphabet(), character) >= 0)));
        List<String> sentences = new ArrayList<>();
        if (!text.unknown().isEmpty()) {
            String all = String.join("", text.unknown().stream().distinct().toList());
            sentences.add(said("unknown", text.unknown().size(), all));
        }
        if (text.begin() > 0) {
            sentences.add(said("cut", stored.size().context(), text.begin()));
        }
        List<Object> bars = new ArrayList<>();
        if (text.known().isEmpty()) {
            sentences.add(said("empty"));
        } else {
            NDArray scores = scores(text);
            NDArray before = scores.softmax();
            NDArray after = sampling.probabilities(scores);
            List<Integer> order = order(before);
            for (int id : order) {
                bars.add(JsonWriter.object(
                        "character",
                        character(id),
                        "score",
                        (float) scores.getDouble(id),
                        "before",
                        (float) before.getDouble(id),
                        "after",
                        after.getDouble(id)));
            }
            int likeliest = order.get(0);
            sentences.add(said(
                    "likeliest",
                    quoted(likeliest),
                    percent(before.getDouble(likeliest)),
                    sampling.temperature(),
                    sampling.topK(),
                    percent(after.getDouble(likeliest))));
        }
        return JsonWriter.object(
                "characters",
                characters,
                "begin",
                text.begin(),
                "cut",
                text.begin(),
                "seen",
                characters(text),
                "next",
                bars,
                "said",
                sentences);
    }

    /** Returns the scores of the next character. */
    private NDArray scores(Text text) {
        long[] seen = text.seen();
        return LanguageModelPass.of(stored, seen).scores().get(seen.length - 1);
    }

    private static List<Integer> order(NDArray probabilities) {
        return IntStream.range(0, probabilities.size())
                .boxed()
                .sorted((a, b) -> Double.compare(probabilities.getDouble(b), probabilities.getDouble(a)))
                .limit(BARS)
                .toList();
    }

    private Object step(Body body) throws Refused {
        Text text = someText(body);
        LanguageModel.Sampling sampling = sampling(body);
        RandomState random = new RandomState(seed(body));
        random.rand(count(body, "drawn", 0)); // Each character took one of these.
        body.end();
        if (text.known().size() >= LONGEST) {
            throw new Refused(said("full", LONGEST));
        }
        NDArray scores = scores(text);
        int drawn = (int) sampling.draw(scores, random);
        double probability = sampling.probabilities(scores).getDouble(drawn);
        StringBuilder longer = new StringBuilder();
        text.known().forEach(id -> longer.append(character(id.intValue())));
        return JsonWriter.object(
                "character", character(drawn),
                "text", longer.append(character(drawn)).toString(),
                "probability", probability,
                "said", List.of(said("drawn", quoted(drawn), percent(probability))));
    }

    List<String> characters(Text text) {
        return text.known().subList(text.begin(), text.known().size()).stream()
                .map(id -> character(id.intValue()))
                .toList();
    }

    String character(int id) {
        return Character.toString(stored.alphabet().get(id));
    }

    /** Returns a character as sentences have it. */
    String quoted(int id) {
        return "“" + character(id).replace(' ', '␣').replace('\n', '⏎') + "”";
    }

    static String percent(double share) {
        return format("%.1f", 100 * share);
    }

    /** Returns the likeliest characters at a place if the model ended there. */
    List<Map<String, Object>> says(LanguageModelPass pass, Variable x, int place) {
        NDArray probabilities = pass.scores(x).get(place).softmax();
        return order(probabilities).stream()
                .limit(InsideLanguageModel.STRONGEST)
                .map(id -> JsonWriter.object(
                        "character", character(id), "probability", (float) probabilities.getDouble(id)))
                .toList();
    }
}
