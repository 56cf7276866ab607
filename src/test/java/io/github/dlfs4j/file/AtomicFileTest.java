package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("file");
    }

    private static void writeText(Path file, String text) throws IOException {
        AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertOnly(Path... files) throws IOException {
        try (var listed = Files.list(folder)) {
            assertThat(listed).containsExactlyInAnyOrder(files);
        }
    }

    @Nested
    class WithoutAFile {

        @Test
        void writingMakesIt() throws IOException {
            writeText(file, "content");
            assertThat(file).hasContent("content");
            assertOnly(file);
        }

        @Test
        void failingLeavesNothing() throws IOException {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> AtomicFile.write(file, AtomicFileTest::fail))
                    .withMessage("no more");
            assertOnly();
        }

        @Test
        void itsFolderMustExist() throws IOException {
            Path lost = folder.resolve("none").resolve("new");
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> writeText(lost, "content"));
            assertOnly();
        }
    }

    @Nested
    class WithAFile {

        @Test
        void writingReplacesIt() throws IOException {
            Files.writeString(file, "a much longer old content");
            writeText(file, "content");
            assertThat(file).hasContent("content");
            assertOnly(file);
        }

        @Test
        void failingKeepsIt() throws IOException {
            Files.writeString(file, "old content");
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> AtomicFile.write(file, AtomicFileTest::fail));
            assertThat(file).hasContent("old content");
            assertOnly(file);
        }

        @Test
        void theOldContentIsThereUntilTheNewIsComplete() throws IOException {
            Files.writeString(file, "old content");
            AtomicFile.write(file, out -> {
                out.write('n');
                out.flush();
                assertThat(file).hasContent("old content");
            });
            assertThat(file).hasContent("n");
        }

        @Test
        void aLinkToItStaysALink() throws IOException {
            Files.writeString(file, "old content");
            Path link = Files.createSymbolicLink(folder.resolve("link"), file);
            writeText(link, "content");
            assertThat(link).isSymbolicLink();
            assertThat(file).hasContent("content");
            assertOnly(file, link);
        }

        @Test
        void aFolderIsNotReplaced() throws IOException {
            Path directory = Files.createDirectory(folder.resolve("directory"));
            assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> writeText(directory, "content"));
            assertThat(directory).isEmptyDirectory();
            assertOnly(directory);
        }
    }

    /** What is left beside the file by processes that were killed. */
    @Nested
    class WithParts {
        private Path part(String name, int minutes) throws IOException {
            Path part = Files.writeString(folder.resolve(name), "begun");
            Instant time = Instant.now().minus(Duration.ofMinutes(minutes));
            return Files.setLastModifiedTime(part, FileTime.from(time));
        }

        @Test
        void writingRemovesThoseThatWereLeftAnHourAgo() throws IOException {
            part(".file.0b60c3f4-9f5e-4ac3-8a53-9d4a4b8a10e1.part", 61);
            part(".file.cdb2f1f2-1111-4ac3-8a53-9d4a4b8a10e1.part", 10_000);
            writeText(file, "content");
            assertThat(file).hasContent("content");
            assertOnly(file);
        }

        @Test
        void writingKeepsThoseThatMayBeInUseAndAllOtherFiles() throws IOException {
            Path young = part(".file.0b60c3f4-9f5e-4ac3-8a53-9d4a4b8a10e1.part", 59);
            Path ofAnother = part(".files.0b60c3f4-9f5e-4ac3-8a53-9d4a4b8a10e1.part", 61);
            Path ofUsers = part(".file.notes.part", 61);
            Path whole = part("0b60c3f4-9f5e-4ac3-8a53-9d4a4b8a10e1.part", 61);
            writeText(file, "content");
            assertOnly(file, young, ofAnother, ofUsers, whole);
        }
    }

    private static void fail(OutputStream out) throws IOException {
        out.write(new byte[100_000]);
        throw new IOException("no more");
    }
}
