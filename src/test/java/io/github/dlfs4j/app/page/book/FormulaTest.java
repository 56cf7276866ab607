package io.github.dlfs4j.app.page.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.dlfs4j.graph.Graph;
import io.github.dlfs4j.graph.Variable;
import java.text.ParseException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that readers type, with x = 2, y = 3 and rate_1 = 0.5. */
class FormulaTest {
    private static final Map<String, Double> NUMBERS = Map.of("x", 2.0, "y", 3.0, "rate_1", 0.5);

    private static Variable compute(String text) throws ParseException {
        return Formula.compute(text, name -> Variable.of(name, NUMBERS.get(name)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | 2",
                "  x + y  | 5",
                "x - y - 1 | -2",
                "x - (y - 1) | 0",
                "2 * x + y / x | 5.5",
                "12 / x / y | 2",
                "x ^ y | 8",
                "x ^ 2 ^ y | 256",
                "-x ^ 2 | -4",
                "(-x) ^ 2 | 4",
                "x ^ -1 | 0.5",
                "2 ^ x | 4",
                "- - x | 2",
                "x * -y | -6",
                ".5 * x + 1. * y + 1.5e1 + 2E-1 | 19.2",
                "rate_1 * x | 1",
                "((((x)))) | 2",
                "２*x | 4",
                "１２．５＋ｘ＊（ｙ－１）／２＾２　| 13.5",
                "１ｅ－１ * rate＿１ | 0.05",
                "٣ * x + ۴ + ५ | 15",
                "x × y ÷ 4 − 1 · 2 | -0.5",
                "\u00a0x\u2003+\u3000y | 5",
                "ｅｘｐ（ｘ－ｘ） | 1",
                "x² + x³ - (x + y)² | -13",
                "x**y + y ** 2 | 17",
                "sqrt(x * 8) + relu(-x) + relu(y) + sigmoid(x - x) | 7.5",
                "max(x, y) - min(x + 4， 1) | 2",
                "2 * pi - π * x | 0",
                "log(e) + 0 * x | 1",
                "log(e ^ x) + x ^ e - x ^ e | 2",
            })
    void formulasAreComputed(String text, double expected) throws ParseException {
        assertThat(compute(text).item()).isCloseTo(expected, within(1e-15));
    }

    /** The reader sees that they are no names of numbers to choose. */
    @Test
    void theConstantsOfAFormulaHaveTheirNamesAndOneNodeEach() throws ParseException {
        assertThat(Graph.of(compute("sin(pi * x) + pi * y")).steps().sentences())
                .startsWith("Given: pi = 3.1416, x = 2, y = 3.");
    }

    /** The same operations of Variable, so the same bits. */
    @Test
    void formulasAreThoseOfVariables() throws ParseException {
        Variable x = Variable.of("x", 2);
        Variable y = Variable.of("y", 3);
        Variable expected = x.sin().add(y.cos().mul(x.exp())).sub(y.log().div(x.tanh()));
        Variable typed = compute("sin(x) + cos(y) * exp(x) - log(y) / tanh(x)");
        assertThat(typed.item()).isEqualTo(expected.item());
        assertThat(compute("1 / (1 + exp(-x))").item())
                .isEqualTo(x.neg().exp().add(1).rdiv(1).item());
        assertThat(Graph.of(compute("1 / x^2")).toString()).contains("1/x", "^2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``       | 0 | A number, a name or a ( is missing here.",
                "`x * `   | 4 | A number, a name or a ( is missing here.",
                "x + * y  | 4 | A number, a name or a ( is missing here.",
                "x * ()   | 5 | A number, a name or a ( is missing here.",
                "x ^^ 2   | 3 | A number, a name or a ( is missing here.",
                "2x       | 1 | An operator is missing here, such as + or *.",
                "x y      | 2 | An operator is missing here, such as + or *.",
                "(x y)    | 3 | An operator is missing here, such as + or *.",
                "x # y    | 2 | An operator is missing here, such as + or *.",
                "1.2.3    | 3 | An operator is missing here, such as + or *.",
                "(x + y   | 0 | This ( is not closed.",
                "x*(sin(y)| 2 | This ( is not closed.",
                "x + y)   | 5 | This ) has no (.",
                "root(x)  | 0 | No function is called root; there are sin, cos, exp, log, tanh, sqrt, sigmoid, relu, "
                        + "max(a, b) and min(a, b).",
                "max(x)   | 5 | max needs a comma and a second number here.",
                "max(x, y | 3 | This ( is not closed.",
                "sin(x, y)| 5 | An operator is missing here, such as + or *.",
                "x²³      | 2 | An operator is missing here, such as + or *.",
                "x *** y  | 4 | A number, a name or a ( is missing here.",
                "x + sin  | 7 | sin needs a ( here.",
                "sin x    | 4 | sin needs a ( here.",
            })
    void formulasPointAtTheirMistakes(String text, int at, String line) {
        assertThatThrownBy(() -> compute(text)).isInstanceOfSatisfying(ParseException.class, mistake -> {
            assertThat(mistake).hasMessage(line);
            assertThat(mistake.getErrorOffset()).isEqualTo(at);
        });
    }

    /** Whatever is typed, it is computed, or what is wrong has a place in it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void formulasFailInNoOtherWay(long seed) {
        String usual = "x2y.e1+-*/^(), sincoslogmax";
        String strange = "２．ｅ＋－（）٣५๔①²½Ⅷ二。、ー〜$\\\"\u0000\n\ud835\udfd0\ud835\ud800\u0660\u0085\u200b\u0301∞√πλ";
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = random.nextInt(12); left >= 0; left--) {
                String from = random.nextInt(3) > 0 ? usual : strange;
                text.append(from.charAt(random.nextInt(from.length())));
            }
            try {
                Formula.compute(text.toString(), name -> Variable.of(name, 2)).item();
            } catch (ParseException mistake) {
                assertThat(mistake.getErrorOffset()).as("%s", text).isBetween(0, text.length());
            }
        }
    }

    @Test
    void formulasHaveAtMost200CharactersAnd60Operations() throws ParseException {
        String longest = "x" + "+x".repeat(60);
        assertThat(compute(longest).item()).isEqualTo(122);
        assertThat(compute("(".repeat(99) + "x" + ")".repeat(99)).item()).isEqualTo(2);
        assertThatThrownBy(() -> compute(longest + "*y")).isInstanceOfSatisfying(ParseException.class, mistake -> {
            assertThat(mistake).hasMessage("A formula may have at most 60 operations.");
            assertThat(mistake.getErrorOffset()).isEqualTo(119);
        });
        assertThatThrownBy(() -> compute("x".repeat(201))).isInstanceOfSatisfying(ParseException.class, mistake -> {
            assertThat(mistake).hasMessage("A formula may have at most 200 characters.");
            assertThat(mistake.getErrorOffset()).isEqualTo(200);
        });
    }
}
