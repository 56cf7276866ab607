package io.github.dlfs4j.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFoldersTest {
    private static final Path PROPERTY = Path.of("/property").toAbsolutePath();
    private static final Path VARIABLE = Path.of("/variable").toAbsolutePath();
    private static final Path DATA = Path.of("data").toAbsolutePath();
    private static final Path CACHE = Path.of("/home/me/.cache/dlfs4j").toAbsolutePath();

    private final Properties properties = new Properties();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void haveAHome() {
        properties.setProperty("os.name", "Linux");
        properties.setProperty("user.home", Path.of("/home/me").toAbsolutePath().toString());
    }

    private void nameFolders() {
        properties.setProperty("dlfs4j.data", PROPERTY.toString());
        environment.put("DLFS4J_DATA", VARIABLE.toString());
    }

    private DataFolders folders() {
        return DataFolders.of(properties, environment);
    }

    private Path firstOf(Path... holding) throws NoSuchFileException {
        return folders().holding(List.of(holding)::contains, "digits", "draw them");
    }

    @Test
    void dataFoldersAreSearchedInOrder() throws NoSuchFileException {
        nameFolders();
        assertThat(firstOf(CACHE, DATA, VARIABLE, PROPERTY)).isEqualTo(PROPERTY);
        assertThat(firstOf(CACHE, DATA, VARIABLE)).isEqualTo(VARIABLE);
        assertThat(firstOf(CACHE, DATA)).isEqualTo(DATA);
        assertThat(firstOf(CACHE)).isEqualTo(CACHE);
    }

    @Test
    void dataFoldersAreAllNamedIfNoneHoldsTheFiles() {
        nameFolders();
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(this::firstOf)
                .withMessage(("digits: not found in property dlfs4j.data (%s), environment variable DLFS4J_DATA (%s), "
                                + "./data (%s), cache folder (%s); draw them")
                        .formatted(PROPERTY, VARIABLE, DATA, CACHE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void dataFoldersAreNotSetByBlankValues(String value) {
        properties.setProperty("dlfs4j.data", value);
        environment.put("DLFS4J_DATA", value);
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(this::firstOf)
                .withMessageStartingWith("digits: not found in property dlfs4j.data (not set), "
                        + "environment variable DLFS4J_DATA (not set), ./data (");
    }

    @Test
    void dataFoldersMayBeRelativeToTheWorkingDirectory() throws NoSuchFileException {
        properties.setProperty("dlfs4j.data", "digits");
        Path digits = Path.of("digits").toAbsolutePath();
        assertThat(firstOf(digits)).isEqualTo(digits);
    }

    @Test
    void dataFoldersHaveNoCacheWithoutAHome() throws NoSuchFileException {
        assertThat(folders().cache()).isEqualTo(CACHE);
        properties.remove("user.home");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> folders().cache())
                .withMessage("cache folder: the user's home folder is unknown; name a folder to download to");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(this::firstOf)
                .withMessageEndingWith(", cache folder (not set); draw them");
    }
}
