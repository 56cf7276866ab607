package io.github.dlfs4j.mnist;

import java.nio.file.Path;

/** Where the data is when nobody says so. */
final class DataFolder {
    private DataFolder() {}

    static Path locate() {
        return Path.of("data");
    }
}
