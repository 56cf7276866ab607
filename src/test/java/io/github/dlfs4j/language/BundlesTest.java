package io.github.dlfs4j.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundles of sentences say the same in each language. */
class BundlesTest {
    private static final List<String> ENDINGS = List.of("", "_zh", "_ja");

    /** An apostrophe or a value, as scripts read it. */
    private static final Pattern PART = Pattern.compile("''|\\{(\\d)}");

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.+-]*");

    /** Words of Latin letters in all languages: names, formulas, and what one types or presses. */
    private static final Set<String> NAMES = Set.of("""
            dlfs4j Java JavaScript Python JSON UTF-8 MNIST CNN Deep Learning MB float32 float64 base64 Affine Batch Normalization ConvNet Dropout ReLU
            Sigmoid sigmoid Softmax softmax Softmax-with-Loss tanh gelu NaN alphabet SGD AdaGrad Xavier He im2col
            AND NAND OR XOR epoch mini-batch sin cos exp log x y z t a b f E N
            Tab Page Down Enter Esc Shift Backspace Delete Play.java target classes java Xmx images values action
            start pause continue stop save resume remove set weight play step reset end
            JPEG PNG gram nan pi e sqrt relu max min
            LanguageModel PyTorch state dict Top-k top-k MLP WriteOn.java
            """.split("\\s+"));

    /** Returns the English bundles that are translated, without their ending. */
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith("_ja.properties"))
                    .map(name -> name.replace("_ja.properties", ""))
                    .toList();
        }
    }

    private static Map<Object, Object> sentences(String bundle, String ending) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(bundle + ending + ".properties"))) {
            properties.load(reader);
        }
        return new TreeMap<>(properties);
    }

    private static Set<String> values(Object sentence) {
        return PART.matcher(sentence.toString().replace("''", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theBundlesOfAllLanguagesHaveTheSameKeysAndValues(String bundle) throws IOException {
        Map<Object, Object> english = sentences(bundle, "");
        english.replaceAll((key, sentence) -> values(sentence));
        for (String ending : ENDINGS) {
            Map<Object, Object> other = sentences(bundle, ending);
            other.replaceAll((key, sentence) -> values(sentence));
            assertThat(other).as(ending).isEqualTo(english);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void javaAndTheScriptsReadEachSentenceAlike(String bundle) throws IOException {
        Object[] values = IntStream.range(0, 10).mapToObj(i -> "<" + i + ">").toArray();
        for (String ending : ENDINGS) {
            sentences(bundle, ending)
                    .forEach((key, sentence) -> assertThat(
                                    new MessageFormat(sentence.toString(), Locale.ROOT).format(values))
                            .as("%s%s", key, ending)
                            .isEqualTo(PART.matcher(sentence.toString())
                                    .replaceAll(part -> part.group(1) == null ? "'" : "<" + part.group(1) + ">")));
        }
    }

    /** Whoever reads a sentence that is not translated reads English words. */
    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceOfAnotherLanguageHasEnglishWords(String bundle) throws IOException {
        for (String ending : List.of("_zh", "_ja")) {
            sentences(bundle, ending)
                    .forEach((key, sentence) -> assertThat(WORD.matcher(
                                            PART.matcher(sentence.toString()).replaceAll(" "))
                                    .results())
                            .as("%s%s", key, ending)
                            .map(word -> word.group().replaceFirst("[.-]+$", ""))
                            .isSubsetOf(NAMES));
        }
    }

    /** Two spellings, two kinds of quotes, other meanings, and a view that is called as the menu of languages is. */
    @ParameterizedTest
    @CsvSource({
        "'', Ended the model here|view.language=Language of the page",
        "_ja, フォルダー|[\"“”]|一つ引いて|3 文字の集計|view.language=言語(?!モ)",
        "_zh, 抽取|抽到|取走|点的各行|初始一层|统计三个字符|view.language=语言(?!模)",
    })
    void noSentenceHasWordsThatReadersStumbledOver(String ending, String words) throws IOException {
        for (String bundle : bundles()) {
            assertThat(Pattern.compile(words)
                            .matcher(sentences(bundle, ending).toString())
                            .results())
                    .as(bundle)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSentenceStandsInABundleTwice(String bundle) throws IOException {
        assertThat(sentences(bundle, "").values().stream().map(Object::toString))
                .filteredOn(sentence -> sentence.matches(".*(\\w+ ){3}\\w+.*"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
