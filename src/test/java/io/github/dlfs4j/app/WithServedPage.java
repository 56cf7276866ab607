package io.github.dlfs4j.app;

import io.github.dlfs4j.BookFile;
import io.github.dlfs4j.app.data.DataSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a page that is served once for all of them, with the ConvNets of the book or others of their shapes. */
abstract class WithServedPage {
    @TempDir
    static Path data;

    static ServedPage page;

    @BeforeAll
    static void serve(@TempDir Path saves) throws IOException {
        // Not the file that another test may just be making of a pickle.
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("data"), "*.{gz,pkl}")) {
            for (Path file : files) {
                Files.copy(file, data.resolve(file.getFileName()));
            }
        }
        BookFile.SIMPLE_CONV_NET.orSimilar(data);
        BookFile.DEEP_CONV_NET.orSimilar(data);
        page = new ServedPage(new DataSource(Optional.of(data)), saves, ServedPage.SHORT);
    }

    @AfterAll
    static void end() {
        if (page != null) {
            page.close();
        }
    }
}
