package io.github.dlfs4j.mnist;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The library's folder among those where programs keep what they can fetch again. Where they are is a convention of
 * each platform; on Linux and others it is the XDG Base Directory Specification.
 */
final class CacheFolder {
    private static final String NAME = "dlfs4j";

    private CacheFolder() {}

    /**
     * The folder, whether it exists or not.
     *
     * @param property gives the value of a system property, or null
     * @param environment gives the value of an environment variable, or null
     * @return nothing if no home of the user is known
     */
    static Optional<Path> locate(UnaryOperator<String> property, UnaryOperator<String> environment) {
        String system = property.apply("os.name");
        Optional<Path> home = absolute(property.apply("user.home"));
        if (system.startsWith("Windows")) {
            return absolute(environment.apply("LOCALAPPDATA"))
                    .or(() -> home.map(folder -> folder.resolve("AppData").resolve("Local")))
                    .map(folder -> folder.resolve(NAME).resolve("Cache"));
        }
        if (system.startsWith("Mac")) {
            return home.map(
                    folder -> folder.resolve("Library").resolve("Caches").resolve(NAME));
        }
        return absolute(environment.apply("XDG_CACHE_HOME"))
                .or(() -> home.map(folder -> folder.resolve(".cache")))
                .map(folder -> folder.resolve(NAME));
    }

    /** The specification has relative paths ignored: they would mean another folder in each working directory. */
    private static Optional<Path> absolute(String path) {
        return Optional.ofNullable(path).map(Path::of).filter(Path::isAbsolute);
    }
}
