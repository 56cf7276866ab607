package io.github.dlfs4j.mnist;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.function.Predicate;

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
            return name + " (" + (folder.isPresent() ? folder.get() : "not set") + ")";
        }
    }

    static DataFolders current() {
        return of(System.getProperties(), System.getenv());
    }

    static DataFolders of(Properties properties, Map<String, String> environment) {
        return new DataFolders(List.of(
                new Place("property " + PROPERTY, folder(properties.getProperty(PROPERTY))),
                new Place("environment variable " + VARIABLE, folder(environment.get(VARIABLE))),
                new Place("./data", folder("data")),
                new Place("cache folder", CacheFolder.locate(properties, environment))));
    }

    private static Optional<Path> folder(String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(value).toAbsolutePath());
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
        StringJoiner looked = new StringJoiner(", ", "not found in ", "; " + remedy);
        for (Place place : places) {
            if (place.folder().isPresent() && wanted.test(place.folder().get())) {
                return place.folder().get();
            }
            looked.add(place.toString());
        }
        throw new NoSuchFileException(name, null, looked.toString());
    }

    /** @throws NoSuchFileException if the platform says no cache folder */
    Path cache() throws NoSuchFileException {
        Place cache = places.get(places.size() - 1);
        return cache.folder()
                .orElseThrow(() -> new NoSuchFileException(
                        cache.name(), null, "the home of the user is not known; name a folder to download to"));
    }
}
