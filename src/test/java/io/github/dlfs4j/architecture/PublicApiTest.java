package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.file.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** A change of the public API is a change of a file, which is seen in review. */
class PublicApiTest {
    @Test
    void theFileHasTheApiOfTheClasses() throws IOException {
        assertThat(PublicApi.FILE)
                .as("written anew by: java -cp target/classes:target/test-classes " + PublicApi.class.getName())
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(PublicApi.ofTheLibrary());
    }

    /** Whoever changes the API says so on the page of changes, in a line that ends with the mark of the new text. */
    @Test
    void aChangeIsALineOfThePageOfChanges() throws IOException {
        byte[] digest = Digests.sha256().digest(Files.readAllBytes(PublicApi.FILE));
        String mark = "(API %s)".formatted(HexFormat.of().formatHex(digest).substring(0, 8));
        assertThat(Files.readAllLines(Path.of("src", "docs", "changes.md")))
                .as("a line that says what has changed and ends with " + mark)
                .anyMatch(line -> line.endsWith(mark) && line.length() > 2 * mark.length());
    }
}
