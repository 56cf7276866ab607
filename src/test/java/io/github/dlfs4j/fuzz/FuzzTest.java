package io.github.dlfs4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.dlfs4j.Mutation;
import io.github.dlfs4j.Usage;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Damaged files, and files made of right and wrong parts, give the documented exception or the arrays that their bytes
 * describe. Reading takes less than a second, and less memory than the length of the file plus 64 MiB. A message has at
 * most 300 characters, none of which moves the cursor or changes the direction of the text.
 */
class FuzzTest {
    private static final int SOME = 80;
    private static final int MORE = 1000;
    private static final int MANY = 20_000;
    private static final long SEED = Long.getLong("dlfs4j.seed", 1);
    private static final long MAX_NANOSECONDS = 1_000_000_000;
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_MESSAGE = 300;
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    @TempDir
    private Path folder;

    private volatile String current;
    private int read;
    private int refused;

    @ParameterizedTest
    @EnumSource(Format.class)
    void damagedFilesGiveTheDocumentedExceptionOrTheirArrays(Format format) throws IOException {
        readDamaged(format, SOME);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(Format.class)
    void moreDamagedFilesGiveTheDocumentedExceptionOrTheirArrays(Format format) throws IOException {
        readDamaged(format, MORE);
    }

    @Tag("fuzz")
    @ParameterizedTest
    @EnumSource(Format.class)
    void manyDamagedFilesGiveTheDocumentedExceptionOrTheirArrays(Format format) throws IOException {
        readDamaged(format, MANY);
    }

    private void readDamaged(Format format, int mutants) throws IOException {
        List<Original> originals = Original.of(format, folder);
        int ofEach = (mutants + originals.size() - 1) / originals.size();
        // The limit is some hundred times the usual time, because the test only asks that reading ends.
        Duration limit = Duration.ofMinutes(5).plusMillis(20L * mutants);
        for (Original original : originals) {
            assertTimeoutPreemptively(limit, () -> fuzz(format, original, ofEach), () -> "does not end: " + current);
        }
        System.out.printf("%s, seed %d: %d mutants read, %d refused%n", format, SEED, read, refused);
        assertThat(read + refused).isGreaterThanOrEqualTo(mutants);
        assertThat(read).isGreaterThanOrEqualTo(mutants / 50);
        assertThat(refused).isGreaterThan(mutants / 4);
    }

    @ParameterizedTest
    @EnumSource(Made.class)
    void filesOfWrongPartsGiveTheDocumentedExceptionOrTheirArrays(Made made) {
        readMade(made, SOME);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(Made.class)
    void moreFilesOfWrongPartsGiveTheExceptionOrTheirArrays(Made made) {
        readMade(made, MORE);
    }

    @Tag("fuzz")
    @ParameterizedTest
    @EnumSource(Made.class)
    void manyFilesOfWrongPartsGiveTheExceptionOrTheirArrays(Made made) {
        readMade(made, MANY);
    }

    private void readMade(Made made, int mutants) {
        Duration limit = Duration.ofMinutes(5).plusMillis(20L * mutants);
        assertTimeoutPreemptively(limit, () -> fuzz(made, mutants), () -> "does not end: " + current);
        System.out.printf("made %s, seed %d: %d read, %d refused%n", made, SEED, read, refused);
        assertThat(read).isGreaterThan(mutants / 20);
        assertThat(refused).isGreaterThan(mutants / 20);
    }

    private void fuzz(Made made, int mutants) throws IOException {
        for (int i = 0; i < mutants; i++) {
            current = "%s made of seed %s, number %s".formatted(made, SEED, i);
            byte[] content = made.file(new SplittableRandom(1_000_000 * SEED + i));
            check(made.format(), Files.write(folder.resolve("made"), content));
        }
    }

    private void fuzz(Format format, Original original, int count) throws IOException {
        Iterator<Mutation> mutations = Mutation.inTurn(SEED, count).iterator();
        while (mutations.hasNext()) {
            Mutation mutation = mutations.next();
            current = "%s, %s: %s".formatted(format, original, mutation);
            check(format, Files.write(folder.resolve("damaged" + format.suffix()), original.damaged(mutation)));
        }
    }

    private void check(Format format, Path file) {
        try {
            checkReading(format, file);
        } catch (AssertionError | Exception e) {
            throw new AssertionError(current, e);
        }
    }

    private void checkReading(Format format, Path file) throws IOException {
        Reading reading = new Reading(format, file);
        Usage usage = Usage.of(reading);
        assertThat(usage.nanoseconds()).as("nanoseconds").isLessThan(MAX_NANOSECONDS);
        assertThat(usage.bytes()).as("bytes of the heap").isLessThan(MAX_BYTES + Files.size(file));
        if (reading.failure == null) {
            format.check(file, reading.arrays);
            read++;
        } else {
            assertThat(reading.failure)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageContainingAll(format.wordsOfMessages());
            assertThat(reading.failure.getMessage()).hasSizeLessThanOrEqualTo(MAX_MESSAGE);
            assertThat(reading.failure.getMessage()).doesNotContainPattern(HARMFUL);
            refused++;
        }
    }

    /** One reading and its outcome. */
    private static final class Reading implements Callable<Map<String, NDArray>> {
        private final Format format;
        private final Path file;
        private Map<String, NDArray> arrays;
        private Throwable failure;

        Reading(Format format, Path file) {
            this.format = format;
            this.file = file;
        }

        @Override
        public Map<String, NDArray> call() {
            try {
                arrays = format.read(file);
            } catch (Throwable e) {
                failure = e;
            }
            return arrays;
        }
    }
}
