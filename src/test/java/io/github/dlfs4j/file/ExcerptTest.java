package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {
    @ParameterizedTest
    @CsvSource({
        "'a\u0000b\u001b[31m\u007f\u009b', 'a\\u0000b\\u001b[31m\\u007f\\u009b'",
        "'\u200e\u202e\u2066\u061c\ufeff', '\\u200e\\u202e\\u2066\\u061c\\ufeff'",
        "'\u2028\u2029\u0085', '\\u2028\\u2029\\u0085'",
        "'\ud800x\udc00', '\\ud800x\\udc00'",
        "'\udb40\udc01', '\\udb40\\udc01'",
        "'\u3042 \ud83d\ude00 é\\', '\u3042 \ud83d\ude00 é\\'",
    })
    void charactersThatTurnOrBreakTheLineAreEscaped(String text, String printable) {
        assertThat(Excerpt.of(text)).isEqualTo(printable);
    }

    @Test
    void textOf60CharactersIsKeptAndLongerTextIsCutTo60() {
        assertThat(Excerpt.of("x".repeat(60))).isEqualTo("x".repeat(60));
        assertThat(Excerpt.of("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
        assertThat(Excerpt.of("x".repeat(100), 100)).isEqualTo("x".repeat(100));
        assertThat(Excerpt.of("x".repeat(101), 100)).isEqualTo("x".repeat(60) + "…");
    }

    @Test
    void escapesAndSurrogatePairsAreNotCut() {
        assertThat(Excerpt.of("x".repeat(57) + "\n\n")).isEqualTo("x".repeat(57) + "…");
        assertThat(Excerpt.of("x".repeat(59) + "\ud83d\ude00")).isEqualTo("x".repeat(59) + "…");
        assertThat(Excerpt.endOf("\ud83d\ude00" + "x".repeat(8), 10)).isEqualTo("\ud83d\ude00" + "x".repeat(8));
        assertThat(Excerpt.endOf("y\ud83d\ude00" + "x".repeat(8), 10)).isEqualTo("…" + "x".repeat(8));
    }

    @Test
    void aLongPathIsCutToItsEnd() {
        assertThat(Excerpt.endOf("/a/very/long/path/to/w.npz", 10)).isEqualTo("…/to/w.npz");
        assertThat(Excerpt.endOf("w\n.npz", 20)).isEqualTo("w\\u000a.npz");
    }

    @Test
    void aLongMessageIsCutToItsStart() {
        assertThat(Excerpt.startOf("expected this", 13)).isEqualTo("expected this");
        assertThat(Excerpt.startOf("expected this", 12)).isEqualTo("expected th…");
        assertThat(Excerpt.startOf("x\ud83d\ude00yy", 3)).isEqualTo("x…");
    }
}
