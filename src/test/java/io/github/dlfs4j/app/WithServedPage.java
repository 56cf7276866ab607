package io.github.dlfs4j.app;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a page that is served once for all of them. */
abstract class WithServedPage {
    static ServedPage page;

    @BeforeAll
    static void serve(@TempDir Path saves) throws IOException {
        page = new ServedPage(saves);
    }

    @AfterAll
    static void end() {
        if (page != null) {
            page.close();
        }
    }
}
