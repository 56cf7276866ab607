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
 * The places where data is searched for if the caller names no folder.
 *
 * @param places the places, in the order of the search; downloads go to the last
 */
record DataFolders(List<Place> places) {
    private static final String PROPERTY = "dlfs4j.data";
    private static final String VARIABLE = "DLFS4J_DATA";

    /**
     * A place that may name a folder.
     *
     * @param name its name in messages
     * @param folder the folder, if the place names one
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
     * Returns the first folder that holds certain files.
     *
     * @param wanted whether a folder holds the files
     * @param name the name of the files in the error
     * @param remedy what to do if no folder holds them
     * @throws NoSuchFileException if no folder holds the files; the message names all places and the remedy
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

    /** @throws NoSuchFileException if the cache folder is unknown */
    Path cache() throws NoSuchFileException {
        Place cache = places.get(places.size() - 1);
        return cache.folder()
                .orElseThrow(() -> new NoSuchFileException(
                        cache.name(), null, "the user's home folder is unknown; name a folder to download to"));
    }
}
