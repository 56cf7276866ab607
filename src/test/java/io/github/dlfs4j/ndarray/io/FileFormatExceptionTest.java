package io.github.dlfs4j.ndarray.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFormatExceptionTest {
    private static final String HOSTILE = "\u001b[2J\u202e\n" + "h".repeat(5000);

    @Test
    void aMessageQuotesAtMost60CharactersAndMovesNoCursor() {
        String expected = new FileFormatException(Path.of("a"), 0, HOSTILE, "f").getMessage();
        String found = new FileFormatException(Path.of("a"), 0, "e", HOSTILE).getMessage();
        String part = new FileFormatException(Path.of("a"), HOSTILE, 0, "e", "f").getMessage();
        String quoted = "\\u001b[2J\\u202e\\u000a" + "h".repeat(39) + "…";
        assertThat(expected).isEqualTo("a, byte 0: expected " + quoted + ", found f");
        assertThat(found).isEqualTo("a, byte 0: expected e, found " + quoted);
        assertThat(part).isEqualTo("a, " + quoted + ", byte 0: expected e, found f");
    }

    @Test
    void aMessageAboutAFileHasAtMost300Characters() {
        String path = "d/".repeat(1000) + "w.npz";
        String long100 = "e".repeat(100);
        FileFormatException all = new FileFormatException(Path.of(path), HOSTILE, Long.MAX_VALUE, long100, long100);
        assertThat(all.getMessage()).hasSizeLessThanOrEqualTo(300).contains("w.npz, ", "expected eee");
        FileFormatException most = new FileFormatException(Path.of(path), 5, long100, "f");
        assertThat(most.getMessage()).startsWith("…").endsWith("/w.npz, byte 5: expected " + long100 + ", found f");
    }

    @Test
    void aPathInAMessageIsEscapedToo() {
        assertThat(new FileFormatException(Path.of("w\n.npz"), 0, "e", "f"))
                .hasMessage("w\\u000a.npz, byte 0: expected e, found f");
    }
}
