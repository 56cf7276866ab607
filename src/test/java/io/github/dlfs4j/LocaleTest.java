package io.github.dlfs4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import io.github.dlfs4j.language.Words;
import io.github.dlfs4j.layer.Affine;
import io.github.dlfs4j.ndarray.NDArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the library writes is the same everywhere, also where people have digits of their own. */
class LocaleTest {
    /** Conversions of numbers, which take digits, commas and points of the default locale. */
    private static final Pattern NUMBER = Pattern.compile("%[-,+ (0-9.]*[deEfgG]");

    private static final Pattern FORMATTING = Pattern.compile("\\.formatted\\(|String\\.format\\(|printf\\(");

    private final Locale own = Locale.getDefault();

    @BeforeEach
    void goToEgypt() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat("%d".formatted(4)).isEqualTo("٤");
    }

    @AfterEach
    void comeBack() {
        Locale.setDefault(own);
    }

    @Test
    void messagesHaveTheDigitsOfNumPyInEveryLocale() {
        NDArray x = NDArray.of(1, 2, 3);
        assertThatThrownBy(() -> x.getDouble(4)).hasMessage("index 4 is out of bounds for axis 0 with size 3");
    }

    @Test
    void layersAreNamedWithTheSameDigitsInEveryLocale() {
        assertThat(new Affine(NDArray.zeros(2, 3), NDArray.zeros(3))).hasToString("Affine(2, 3)");
    }

    /** Only the page asks for another language. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "ja-JP", "ar-EG"})
    void graphsAreToldInEnglishInEveryLocale(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Variable z = Variable.of("x", 3).mul(1000).named("z");
        z.backward();
        Graph graph = Graph.of(z);
        assertThat(graph.steps().sentences()).startsWith("Given: x = 3.", "z = 3 × 1000 = 3000.");
        assertThat(graph.toSvg()).contains("<title>Computational graph of z</title>", "The result, z, is (1).");
        assertThat(Words.PAGE.of("train.stopped.early", 1000)).startsWith("stopped after step 1000, since");
    }

    /** {@code formatted} takes no locale: there, {@code %s} writes a number as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"src/main/java", "src/book/java"})
    void noStatementFormatsNumbersInTheDefaultLocale(Path folder) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(folder)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        int count = 0;
        for (Path source : sources) {
            String code = Pages.text(source).replaceAll("(?m)^ *[*/].*", "");
            for (String statement : code.split(";", -1)) {
                if (FORMATTING.matcher(statement).find()) {
                    assertThat(NUMBER.matcher(statement).find() && !statement.contains("Locale.ROOT"))
                            .as("%s:%s", source, statement)
                            .isFalse();
                    count++;
                }
            }
        }
        assertThat(count).isPositive();
    }
}
