package io.github.dlfs4j.mnist;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

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
     * @param properties the system properties
     * @param environment the environment variables
     * @return nothing if no home of the user is known
     */
    static Optional<Path> locate(Properties properties, Map<String, String> environment) {
        String system = properties.getProperty("os.name");
        Path home = absolute(properties.getProperty("user.home"));
        if (system.startsWith("Windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"));
            return local != null ? under(local, NAME, "Cache") : under(home, "AppData", "Local", NAME, "Cache");
        }
        if (system.startsWith("Mac")) {
            return under(home, "Library", "Caches", NAME);
        }
        Path caches = absolute(environment.get("XDG_CACHE_HOME"));
        return caches != null ? under(caches, NAME) : under(home, ".cache", NAME);
    }

    /** The specification has relative paths ignored: they would mean another folder in each working directory. */
    private static Path absolute(String path) {
        Path parsed = path == null ? null : Path.of(path);
        return parsed != null && parsed.isAbsolute() ? parsed : null;
    }

    private static Optional<Path> under(Path folder, String... names) {
        return folder == null ? Optional.empty() : Optional.of(folder.resolve(Path.of("", names)));
    }
}
