package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        void writingMakesAFile() throws IOException {
            writeText(file, "content");
            assertThat(file).hasContent("content");
            assertOnly(file);
        }

        @Test
        void failingToWriteLeavesNothing() throws IOException {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> AtomicFile.write(file, AtomicFileTest::fail))
                    .withMessage("no more");
            assertOnly();
        }

        @Test
        void writingToADanglingLinkMakesWhatItPointsTo() throws IOException {
            Path inner = Files.createDirectory(folder.resolve("inner"));
            Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("inner", "second"));
            Path second = Files.createSymbolicLink(inner.resolve("second"), Path.of("..", "file"));
            writeText(link, "content");
            assertThat(link).isSymbolicLink();
            assertThat(second).isSymbolicLink();
            assertThat(file).hasContent("content");
            assertOnly(file, inner, link);
        }

        @Test
        void writingToLinksInACircleIsRefused() throws IOException {
            Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("other"));
            Path other = Files.createSymbolicLink(folder.resolve("other"), Path.of("link"));
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> writeText(link, "content"))
                    .withMessage(link + ": too many symbolic links");
            assertOnly(link, other);
        }

        /** Letters of one, two, three and four bytes in UTF-8. */
        @ParameterizedTest
        @ValueSource(strings = {"n", "ü", "あ", "😀"})
        void aWrittenNameMayBeAsLongAsTheFileSystemAllows(String letter) throws IOException {
            Charset ofNames = Charset.forName(System.getProperty("sun.jnu.encoding"));
            assumeTrue(ofNames.newEncoder().canEncode(letter), "no name of a file has it here");
            int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
            Path longest = folder.resolve(letter.repeat(255 / bytes));
            writeText(longest, "content");
            writeText(longest, "new content");
            assertThat(longest).hasContent("new content");
            assertOnly(longest);
        }

        @Test
        void aWrittenNameThatIsTooLongLeavesNothing() throws IOException {
            Path tooLong = folder.resolve("n".repeat(256));
            assertThatExceptionOfType(FileSystemException.class).isThrownBy(() -> writeText(tooLong, "content"));
            assertOnly();
        }

        @Test
        void theFolderOfAWrittenFileMustExist() throws IOException {
            Path lost = folder.resolve("none").resolve("new");
            assertThatExceptionOfType(NoSuchFileException.class)
                    .isThrownBy(() -> writeText(lost, "content"))
                    .withMessage(lost + ": no such folder");
            assertOnly();
        }

        @Test
        void aFileThatIsNoFolderHoldsNone() throws IOException {
            writeText(file, "content");
            Path below = file.resolve("new");
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> writeText(below, "content"))
                    .withMessage(below + ": Not a directory");
        }
    }

    @Nested
    class WithAFile {

        @Test
        void writingReplacesAFile() throws IOException {
            Files.writeString(file, "a much longer old content");
            writeText(file, "content");
            assertThat(file).hasContent("content");
            assertOnly(file);
        }

        @Test
        void failingToWriteKeepsTheOldFile() throws IOException {
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
        void writingToALinkKeepsTheLink() throws IOException {
            Files.writeString(file, "old content");
            Path link = Files.createSymbolicLink(folder.resolve("link"), file);
            writeText(link, "content");
            assertThat(link).isSymbolicLink();
            assertThat(file).hasContent("content");
            assertOnly(file, link);
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-------", "rw-rw-rw-", "r--r-----", "rwxr-x--x", "rw-rw-r--"})
        void permissionsOfAReplacedFileStay(String permissions) throws IOException {
            Files.writeString(file, "old content");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            AtomicFile.write(file, out -> {
                out.write('n');
                out.flush();
                assertThat(permissionsOf(partBesideFile())).isEqualTo(permissions);
            });
            assertThat(Files.readString(file)).isEqualTo("n");
            assertThat(permissionsOf(file)).isEqualTo(permissions);
        }

        @Test
        void ownerAndGroupOfAReplacedFileStayWhereThatIsAllowed() throws IOException {
            Files.writeString(file, "old content");
            try {
                Files.setAttribute(file, "unix:gid", 4242);
                Files.setAttribute(file, "unix:uid", 4343);
            } catch (IOException e) {
                assumeTrue(false, "only root gives files away");
            }
            writeText(file, "content");
            assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(4242);
            assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(4343);
        }

        @Test
        void permissionsOfWhatALinkPointsToStay() throws IOException {
            Files.writeString(file, "old content");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
            writeText(link, "content");
            assertThat(link).isSymbolicLink();
            assertThat(permissionsOf(file)).isEqualTo("rw-------");
        }

        private Path partBesideFile() throws IOException {
            try (var listed = Files.list(folder)) {
                return listed.filter(path -> !path.equals(file)).findFirst().orElseThrow();
            }
        }

        private static String permissionsOf(Path path) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        }

        @Test
        void aFolderIsNotReplacedByAFile() throws IOException {
            Path directory = Files.createDirectory(folder.resolve("directory"));
            for (Path path : List.of(directory, directory.resolve("."), directory.resolve(".."), Path.of("/"))) {
                assertThatExceptionOfType(FileSystemException.class)
                        .isThrownBy(() -> writeText(path, "content"))
                        .withMessage(path + ": is a directory");
            }
            assertThat(directory).isEmptyDirectory();
            assertOnly(directory);
        }

        @Test
        void aFolderBehindALinkIsNotReplacedByAFile() throws IOException {
            Path directory = Files.createDirectory(folder.resolve("directory"));
            Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("directory"));
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> writeText(link, "content"))
                    .withMessage(link + ": is a directory");
            assertOnly(directory, link);
        }

        /** Uses devices of its own: if the test fails they are lost, and the machine needs its own devices. */
        @ParameterizedTest
        @ValueSource(strings = {"p", "c 1 3", "c 1 7"})
        void aPipeOrDeviceIsNotReplacedByAFile(String kind) throws Exception {
            List<String> command = new ArrayList<>(List.of("mknod", file.toString()));
            command.addAll(List.of(kind.split(" ", -1)));
            Process mknod = new ProcessBuilder(command).start();
            assumeTrue(mknod.waitFor() == 0, "only root makes devices");
            Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
            for (Path path : List.of(file, link)) {
                assertThatExceptionOfType(FileSystemException.class)
                        .isThrownBy(() -> writeText(path, "content"))
                        .withMessage(path + ": is not a regular file");
            }
            assertThat(Files.isRegularFile(file)).isFalse();
            assertOnly(file, link);
        }
    }

    /** Temporary files that killed processes left. */
    @Nested
    class WithParts {
        private Path part(String name, int minutes) throws IOException {
            Path part = Files.writeString(folder.resolve(name), "begun");
            Instant time = Instant.now().minus(Duration.ofMinutes(minutes));
            return Files.setLastModifiedTime(part, FileTime.from(time));
        }

        @Test
        void writingRemovesPartsThatWereLeftAnHourAgo() throws IOException {
            part(".file.0b60c3f4-9f5e-4ac3-8a53-9d4a4b8a10e1.part", 61);
            part(".file.cdb2f1f2-1111-4ac3-8a53-9d4a4b8a10e1.part", 10_000);
            writeText(file, "content");
            assertThat(file).hasContent("content");
            assertOnly(file);
        }

        @Test
        void writingRemovesPartsOfALongNameToo() throws IOException {
            Path longest = folder.resolve("n".repeat(255));
            String id = UUID.nameUUIDFromBytes("n".repeat(255).getBytes(StandardCharsets.UTF_8))
                    .toString();
            part(".%s.0b60c3f4-9f5e-4ac3-8a53-9d4a4b8a10e1.part".formatted(id), 61);
            writeText(longest, "content");
            assertOnly(longest);
        }

        @Test
        void writingKeepsPartsThatMayBeInUseAndAllOtherFiles() throws IOException {
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
