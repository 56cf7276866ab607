package io.github.dlfs4j.mnist;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The library's cache folder. Each platform has a convention for the place of such folders, in which programs keep what
 * they can download again. On Linux and most others, it is the XDG Base Directory Specification.
 */
final class CacheFolder {
    private static final String NAME = "dlfs4j";

    /**
     * Returns the folder, whether it exists or not.
     *
     * @param properties the system properties
     * @param environment the environment variables
     * @return the folder; empty if the user's home folder is unknown
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

    /**
     * Returns an absolute path, or {@code null}. The specification says to ignore relative paths, which would mean a
     * different folder in each working directory.
     */
    private static Path absolute(String path) {
        Path parsed = path == null ? null : Path.of(path);
        return parsed != null && parsed.isAbsolute() ? parsed : null;
    }

    private static Optional<Path> under(Path folder, String... names) {
        return folder == null ? Optional.empty() : Optional.of(folder.resolve(Path.of("", names)));
    }
}
