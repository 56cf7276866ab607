package io.github.dlfs4j.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.dlfs4j.file.Digests;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.Safetensors;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language model that comes with the page, and the training that made it. */
class PageModelTest {
    private static final Path FILE = Path.of("src/book/resources/io/github/dlfs4j/book/language-model.safetensors");

    @Test
    void theLanguageModelOfThePageIsSmall() throws Exception {
        assertThat(Files.size(FILE)).isLessThan(250_000);
        assertThat(Safetensors.read(FILE).values().stream()
                        .mapToInt(NDArray::size)
                        .sum())
                .isLessThan(120_000);
        assertThat(StoredLanguageModel.included().size().blocks()).isEqualTo(2);
    }

    @Test
    void thePageOfTheLanguageModelNamesTheDigestOfTheFile() throws Exception {
        byte[] digest = Digests.sha256().digest(Files.readAllBytes(FILE));
        assertThat(Files.readString(Path.of("src", "docs", "language-model.md")))
                .contains(HexFormat.of().formatHex(digest), PageModel.class.getName());
    }

    /** If this fails because you changed the arithmetic on purpose, make the file again, see {@link PageModel}. */
    @Test
    @Tag("trainings")
    void trainingAgainMakesTheSameModelInThreeMinutes(@TempDir Path folder) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        Path again = folder.resolve("again.safetensors");
        PageModel.main(new String[] {again.toString()});
        assertThat(again).hasSameBinaryContentAs(FILE);
        assertThat((system.getProcessCpuTime() - before) / 1e9).isLessThan(180);
    }
}
