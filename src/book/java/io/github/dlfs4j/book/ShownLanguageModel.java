package io.github.dlfs4j.book;

import static io.github.dlfs4j.book.StoredLanguageModel.percent;
import static io.github.dlfs4j.book.StoredLanguageModel.said;

import io.github.dlfs4j.app.page.book.LanguageModels;
import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.state.SavedArrays;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
    private static final long LARGEST_SEED = (1L << 32) - 1;
    private static final Pattern TEXT = Pattern.compile("(?s).{0,%s}".formatted(LONGEST));

    /** Returns what the view asks. */
    LanguageModels.Shown shown() {
        InsideLanguageModel inside = new InsideLanguageModel(this);
        return new LanguageModels.Shown(
                this::form,
                Map.of(
                        "next", this::next,
                        "step", this::step,
                        "java", this::program,
                        "inside", inside::place,
                        "head", inside::head,
                        "map", inside::map,
                        "neuron", inside::neuron));
    }

    private Map<String, Object> form() {
        LanguageModel.Size size = stored.size();
        long numbers = stored.model().values().values().stream()
                .mapToLong(NDArray::size)
                .sum();
        List<String> characters =
                stored.alphabet().stream().map(Character::toString).toList();
        String about = said("about", size.blocks(), size.heads(), size.width(), numbers, size.context());
        Map<String, Object> form = JsonWriter.object("about", about, "characters", characters, "steps", stored.steps());
        form.putAll(JsonWriter.object("window", size.context(), "width", size.width(), "parameters", numbers));
        form.putAll(JsonWriter.object("heads", size.heads(), "blocks", size.blocks()));
        return form;
    }

    /**
     * A text as the model sees it.
     *
     * @param typed its characters
     * @param numbers their numbers in the alphabet; negative for those that the model does not know
     * @param context how many characters the model sees at most
     */
    @SuppressWarnings("ArrayRecordComponent") // nothing changes or compares the arrays
    record Text(int[] typed, long[] numbers, int context) {
        long[] known() {
            return LongStream.of(numbers).filter(number -> number >= 0).toArray();
        }

        int begin() {
            return LanguageModel.begin(known().length, context);
        }

        long[] seen() {
            return Arrays.copyOfRange(known(), begin(), known().length);
        }
    }

    private Text anyText(Body body) throws Refused {
        int[] typed = body.text("text", TEXT).codePoints().toArray();
        return new Text(typed, stored.numbers(typed), stored.size().context());
    }

    /** Takes a text with something to see. */
    Text text(Body body) throws Refused {
        Text text = anyText(body);
        if (text.known().length == 0) {
            throw new Refused(said("empty"));
        }
        return text;
    }

    private static LanguageModel.Sampling sampling(Body body) throws Refused {
        return new LanguageModel.Sampling(body.number("temperature", 0, HOTTEST), body.integer("topK", 1, MOST));
    }

    private static long seed(Body body) throws Refused {
        return (long) body.number("seed", 0, LARGEST_SEED);
    }

    /** Says which characters come next. */
    private Object next(Body body) throws Refused {
        Text text = anyText(body);
        LanguageModel.Sampling sampling = sampling(body);
        body.end();
        List<Object> characters = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < text.typed().length; i++) {
            String character = Character.toString(text.typed()[i]);
            characters.add(JsonWriter.object("character", character, "known", text.numbers()[i] >= 0));
            if (text.numbers()[i] < 0) {
                unknown.add(character);
            }
        }
        List<String> sentences = new ArrayList<>();
        if (!unknown.isEmpty()) {
            String each = unknown.stream().distinct().collect(Collectors.joining());
            sentences.add(said("unknown", unknown.size(), each));
        }
        if (text.begin() > 0) {
            sentences.add(said("cut", text.context(), text.begin()));
        }
        List<Object> bars = new ArrayList<>();
        if (unknown.size() == text.typed().length) {
            sentences.add(said("empty"));
        } else {
            NDArray scores = scores(text);
            NDArray before = scores.softmax();
            NDArray after = sampling.probabilities(scores);
            for (int i : largest(before, BARS)) {
                Map<String, Object> bar = JsonWriter.object("character", character(i), "score", scores.getDouble(i));
                bar.putAll(JsonWriter.object("before", before.getDouble(i), "after", after.getDouble(i)));
                bars.add(bar);
            }
            int first = largest(before, 1).get(0);
            String heat = String.valueOf(sampling.temperature()).replaceFirst("[.]0$", "");
            String chance = percent(after.getDouble(first));
            sentences.add(
                    said("likeliest", quoted(first), percent(before.getDouble(first)), heat, sampling.topK(), chance));
        }
        List<String> seen = characters(text.seen());
        return JsonWriter.object(
                "characters", characters, "cut", text.begin(), "seen", seen, "next", bars, "said", sentences);
    }

    /** Returns the scores of the next character. */
    private NDArray scores(Text text) throws Refused {
        LanguageModelPass pass = pass(text.seen());
        return pass.scores(pass.end(), text.seen().length - 1);
    }

    /** Passes characters through the model, whose finite numbers may be so large that its scores are not. */
    LanguageModelPass pass(long[] seen) throws Refused {
        LanguageModelPass pass = LanguageModelPass.of(stored, seen);
        if (!SavedArrays.isFinite(pass.scores(pass.end(), seen.length - 1))) {
            throw new Refused(said("computes.not.finite"));
        }
        return pass;
    }

    /** Returns where the largest numbers are, the largest first. */
    static List<Integer> largest(NDArray numbers, int count) {
        Comparator<Integer> order = Comparator.comparingDouble(i -> -numbers.getDouble(i));
        Stream<Integer> all = IntStream.range(0, numbers.size()).boxed();
        return all.sorted(order).limit(count).toList();
    }

    /** Draws the next character. */
    private Object step(Body body) throws Refused {
        Text text = text(body);
        LanguageModel.Sampling sampling = sampling(body);
        RandomState random = new RandomState(seed(body));
        random.rand(body.integer("drawn", 0, LONGEST)); // Each character took one of these numbers.
        body.end();
        if (text.known().length == LONGEST) {
            throw new Refused(said("full", LONGEST));
        }
        NDArray scores = scores(text);
        int drawn = (int) sampling.draw(scores, random);
        double probability = sampling.probabilities(scores).getDouble(drawn);
        String longer = stored.text(text.known()) + character(drawn);
        Object said = List.of(said("drawn", quoted(drawn), percent(probability)));
        return JsonWriter.object(
                "character", character(drawn), "text", longer, "probability", probability, "said", said);
    }

    /** Writes a program that continues a text as the page does. */
    private Object program(Body body) throws Refused {
        String file = JsonWriter.write(stored.file());
        String text = stored.text(text(body).known());
        int length = body.integer("length", 0, LONGEST);
        LanguageModel.Sampling sampling = sampling(body);
        long seed = seed(body);
        body.end();
        String code =
                """
                import io.github.dlfs4j.book.*;
                import java.nio.file.*;

                public class WriteOn {
                    public static void main(String[] args) throws Exception {
                        byte[] file = Files.readAllBytes(Path.of(%s));
                        StoredLanguageModel stored = StoredLanguageModel.read(file);
                        LanguageModel.Sampling sampling = new LanguageModel.Sampling(%s, %s);
                        System.out.println(stored.write(%s, %s, sampling, %sL));
                    }
                }
                """.formatted(file, sampling.temperature(), sampling.topK(), JsonWriter.write(text), length, seed);
        String classes = String.join(File.pathSeparator, "target/classes", "target/test-classes");
        return JsonWriter.object(
                "code", code, "file", "WriteOn.java", "command", "java -cp %s WriteOn.java".formatted(classes));
    }

    List<String> characters(long[] numbers) {
        return LongStream.of(numbers).mapToObj(this::character).toList();
    }

    String character(long number) {
        return Character.toString(stored.alphabet().get((int) number));
    }

    /** Returns a character as sentences have it. */
    String quoted(long number) {
        return quoted(character(number));
    }

    static String quoted(String character) {
        return said("quoted", character.replace(' ', '␣').replace('\n', '⏎'));
    }
}
