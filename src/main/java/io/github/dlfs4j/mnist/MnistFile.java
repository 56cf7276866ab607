package io.github.dlfs4j.mnist;

import io.github.dlfs4j.file.MemoryBudget;
import io.github.dlfs4j.mnist.download.Mirrors;
import io.github.dlfs4j.mnist.download.PublishedFile;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The four files of MNIST: their names, as published, and the length, CRC-32 and SHA-256 of their content,
 * decompressed. The SHA-256 is checked when a file is downloaded. The CRC-32, which takes no time, is checked whenever
 * a file is read.
 */
enum MnistFile {
    TRAIN_IMAGES(
            "train-images-idx3-ubyte",
            3,
            47_040_016,
            0xe9f4d8b3L,
            "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
    TRAIN_LABELS(
            "train-labels-idx1-ubyte",
            1,
            60_008,
            0xe0cb4ad2L,
            "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
    TEST_IMAGES(
            "t10k-images-idx3-ubyte",
            3,
            7_840_016,
            0x91373bdfL,
            "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
    TEST_LABELS(
            "t10k-labels-idx1-ubyte",
            1,
            10_008,
            0x4ab9eff9L,
            "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2");

    private final String fileName;
    private final int ndim;
    private final int length;
    private final long crc32;
    private final String sha256;

    MnistFile(String fileName, int ndim, int length, long crc32, String sha256) {
        this.fileName = fileName;
        this.ndim = ndim;
        this.length = length;
        this.crc32 = crc32;
        this.sha256 = sha256;
    }

    private PublishedFile published() {
        return new PublishedFile(fileName + ".gz", length, sha256);
    }

    /** Returns the first of the default folders that holds all the files. */
    static Path folderOf(MnistFile... files) throws NoSuchFileException {
        StringJoiner names = new StringJoiner(", ");
        for (MnistFile file : files) {
            names.add(file.published().name());
        }
        return DataFolders.current()
                .holding(
                        new AllOf(List.of(files)),
                        names.toString(),
                        "Mnist.download() downloads them to the cache folder");
    }

    /** Tests whether a folder holds all the files. */
    private record AllOf(List<MnistFile> files) implements Predicate<Path> {
        @Override
        public boolean test(Path folder) {
            for (MnistFile file : files) {
                if (!file.isIn(folder)) {
                    return false;
                }
            }
            return true;
        }
    }

    private boolean isIn(Path folder) {
        return Files.exists(compressedIn(folder)) || Files.exists(folder.resolve(fileName));
    }

    private Path compressedIn(Path folder) {
        return folder.resolve(published().name());
    }

    /** Returns the file in the folder, or the compressed one if both exist. */
    Path in(Path folder) throws IOException {
        Path compressed = compressedIn(folder);
        if (!isIn(folder)) {
            try {
                Files.readAttributes(compressed, BasicFileAttributes.class);
            } catch (AccessDeniedException e) {
                throw e; // nobody may look there
            } catch (IOException e) {
                throw new NoSuchFileException(
                        compressed.toString(),
                        null,
                        "no such file; it is one of the four files of MNIST, which Mnist.download(Path) fetches");
            }
        }
        return Files.exists(compressed) ? compressed : folder.resolve(fileName);
    }

    /**
     * Reads the file.
     *
     * @param bytesEach the bytes that an element takes in memory after it has been converted
     * @param budget the memory of the array is taken from it first
     */
    NDArray read(Path folder, Content content, int bytesEach, MemoryBudget budget) throws IOException {
        Path file = in(folder);
        CRC32 crc = new CRC32();
        NDArray array = IdxFile.read(file, crc, new Header(this, file, content, bytesEach, budget));
        if (content == Content.KNOWN && crc.getValue() != crc32) {
            published().checkContentOf(file);
        }
        return array;
    }

    /** Refuses a file whose header shows that it is a different file, or too large. */
    private record Header(MnistFile published, Path file, Content content, int bytesEach, MemoryBudget budget)
            implements IdxFile.ShapeCheck {
        @Override
        public void check(int... shape) throws FileFormatException {
            long elements = IdxFile.length(shape);
            boolean hasPublishedLength = elements == published.length - 4 * (1 + published.ndim);
            if (content == Content.KNOWN && !hasPublishedLength) {
                throw PublishedFile.refused(file, published.sha256, "an array of %s bytes".formatted(elements));
            }
            if (shape.length != published.ndim) {
                throw error(3, published.ndim + " axes", Integer.toString(shape.length));
            }
            long needed = elements * bytesEach;
            if (!budget.take(needed)) {
                throw error(
                        4,
                        "arrays of at most %s bytes in memory, or a larger maxBytes".formatted(budget.limit()),
                        "%s elements, which take %s bytes".formatted(elements, needed));
            }
        }

        private FileFormatException error(long place, String expected, String found) {
            return new FileFormatException(file, "IDX header", place, expected, found);
        }
    }

    /** Downloads the file unless the folder has the published one. */
    void download(Path folder, Mirrors mirrors) throws IOException {
        if (!isIn(folder) || !published().isContentOf(in(folder))) {
            mirrors.fetch(published(), folder);
        }
    }
}
