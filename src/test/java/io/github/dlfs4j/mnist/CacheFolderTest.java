package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFolderTest {
    private static final Path HOME = Path.of("/home/me").toAbsolutePath();
    private static final Path OTHER = Path.of("/elsewhere").toAbsolutePath();

    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void haveAHome() {
        properties.setProperty("user.home", HOME.toString());
    }

    private void assertLocated(Path expected) {
        assertThat(CacheFolder.locate(properties, environment)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, .cache/dlfs4j",
        "FreeBSD, .cache/dlfs4j",
        "Mac OS X, Library/Caches/dlfs4j",
        "Windows 11, AppData/Local/dlfs4j/Cache",
    })
    void theCacheFolderIsInTheHomeFolder(String system, String folder) {
        properties.setProperty("os.name", system);
        assertLocated(HOME.resolve(folder));
    }

    @ParameterizedTest
    @CsvSource({"Linux, XDG_CACHE_HOME, dlfs4j", "Windows 10, LOCALAPPDATA, dlfs4j/Cache"})
    void theCacheFolderIsWhereTheEnvironmentSays(String system, String variable, String folder) {
        properties.setProperty("os.name", system);
        environment.put(variable, OTHER.toString());
        assertLocated(OTHER.resolve(folder));
        properties.remove("user.home");
        assertLocated(OTHER.resolve(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, LOCALAPPDATA, .cache/dlfs4j",
        "Mac OS X, XDG_CACHE_HOME, Library/Caches/dlfs4j",
        "Windows 11, XDG_CACHE_HOME, AppData/Local/dlfs4j/Cache",
    })
    void theCacheFolderIgnoresTheVariablesOfOtherPlatforms(String system, String variable, String folder) {
        properties.setProperty("os.name", system);
        environment.put(variable, OTHER.toString());
        assertLocated(HOME.resolve(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cache", "./cache", "~/cache"})
    void theCacheFolderNeedsAnAbsolutePathOfTheEnvironment(String value) {
        properties.setProperty("os.name", "Linux");
        environment.put("XDG_CACHE_HOME", value);
        assertLocated(HOME.resolve(".cache/dlfs4j"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void theCacheFolderIsUnknownWithoutAHome(String system) {
        properties.setProperty("os.name", system);
        // Java sets this value if the system knows no home folder.
        properties.setProperty("user.home", "?");
        assertThat(CacheFolder.locate(properties, environment)).isEmpty();
        properties.remove("user.home");
        assertThat(CacheFolder.locate(properties, environment)).isEmpty();
    }

    @Test
    void theCacheFolderIsKnownOnThisMachine() {
        assertThat(CacheFolder.locate(System.getProperties(), System.getenv()))
                .get()
                .matches(Path::isAbsolute);
    }
}
