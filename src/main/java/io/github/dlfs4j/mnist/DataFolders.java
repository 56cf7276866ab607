package io.github.dlfs4j.mnist;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Where data is looked for when no folder is named.
 *
 * @param places the places, in the order in which they are looked at; the last is the one that downloads fill
 */
record DataFolders(List<Place> places) {
    private static final String PROPERTY = "dlfs4j.data";
    private static final String VARIABLE = "DLFS4J_DATA";

    /**
     * Something that may say where a folder is.
     *
     * @param name what it is called in messages
     * @param folder the folder, if it says one
     */
    record Place(String name, Optional<Path> folder) {
        @Override
        public String toString() {
            return "%s (%s)".formatted(name, folder.map(Path::toString).orElse("not set"));
        }
    }

    static DataFolders current() {
        return of(System::getProperty, System::getenv);
    }

    static DataFolders of(UnaryOperator<String> property, UnaryOperator<String> environment) {
        return new DataFolders(List.of(
                new Place("property " + PROPERTY, folder(property.apply(PROPERTY))),
                new Place("environment variable " + VARIABLE, folder(environment.apply(VARIABLE))),
                new Place("./data", folder("data")),
                new Place("cache folder", CacheFolder.locate(property, environment))));
    }

    private static Optional<Path> folder(String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isBlank())
                .map(text -> Path.of(text).toAbsolutePath());
    }

    /**
     * The first folder that holds what is wanted.
     *
     * @param wanted whether a folder holds it
     * @param name what it is called in the error
     * @param remedy what helps where no folder holds it
     * @throws NoSuchFileException if none does; the message names all places and the remedy
     */
    Path holding(Predicate<Path> wanted, String name, String remedy) throws NoSuchFileException {
        return places.stream()
                .flatMap(place -> place.folder().stream())
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new NoSuchFileException(
                        name,
                        null,
                        "not found in "
                                + places.stream().map(Place::toString).collect(Collectors.joining(", "))
                                + "; " + remedy));
    }

    /** @throws NoSuchFileException if the platform says no cache folder */
    Path cache() throws NoSuchFileException {
        Place cache = places.get(places.size() - 1);
        return cache.folder()
                .orElseThrow(() -> new NoSuchFileException(
                        cache.name(), null, "the home of the user is not known; name a folder to download to"));
    }
}
