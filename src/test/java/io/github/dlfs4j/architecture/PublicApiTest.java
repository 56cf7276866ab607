package io.github.dlfs4j.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A change of the public API is a change of a file, which is seen in review. */
class PublicApiTest {
    @Test
    void theApiFileListsTheApiOfTheClasses() throws IOException {
        assertThat(PublicApi.FILE)
                .as("written anew by: java -cp target/classes:target/test-classes " + PublicApi.class.getName())
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent(PublicApi.ofTheLibrary());
    }
}
