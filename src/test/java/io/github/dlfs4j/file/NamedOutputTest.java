package io.github.dlfs4j.file;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class NamedOutputTest {
    /** A device that never has any space. */
    private static final Path FULL = Path.of("/dev/full");

    @Test
    void theErrorOfAFullDeviceNamesTheFile() throws IOException {
        assumeTrue(Files.exists(FULL), "there is no such device here");
        try (OutputStream out = new NamedOutput(FULL, Files.newOutputStream(FULL, StandardOpenOption.WRITE))) {
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> out.write(new byte[100]))
                    .withMessage("/dev/full: No space left on device")
                    .withCauseInstanceOf(IOException.class);
            assertThatExceptionOfType(FileSystemException.class)
                    .isThrownBy(() -> out.write(1))
                    .withMessage("/dev/full: No space left on device");
        }
    }
}
