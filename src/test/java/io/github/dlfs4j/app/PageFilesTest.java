package io.github.dlfs4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder that the page saves to, with links and other things in it. */
class PageFilesTest {
    @TempDir
    private static Path folder;

    private static Path saves;
    private static ServedPage page;

    private Path elsewhere;

    @BeforeAll
    static void serveAndTrain() throws Exception {
        saves = folder.resolve("trainings");
        page = new ServedPage(saves);
        page.train("\"start\",\"options\":{\"steps\":\"3\",\"batch\":\"10\",\"hidden\":\"5\"}");
        page.waitFor("\"phase\":\"ended\"");
    }

    @AfterAll
    static void end() {
        if (page != null) {
            page.close();
        }
    }

    @BeforeEach
    void makeRoom(@TempDir Path other) throws Exception {
        elsewhere = other;
        if (Files.exists(saves, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(saves, other.resolve("before"));
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String line) {
        assertThat(answer.body()).isEqualTo("{\"error\":\"" + line.replace("\\", "\\\\") + "\"}");
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
    }

    /** The link may lead to a file of the user, or to a new one. */
    @Test
    void thePageNeitherSavesToALinkNorReadsOne() throws Exception {
        Path precious = Files.writeString(elsewhere.resolve("precious"), "precious");
        Files.createDirectory(saves);
        Path old = Files.createSymbolicLink(saves.resolve("old.npz"), precious);
        Path fresh = Files.createSymbolicLink(saves.resolve("fresh.npz"), elsewhere.resolve("fresh"));
        String why = " is a symbolic link, which the page does not follow";
        assertRefused(page.train("\"save\",\"name\":\"old\""), old + why);
        assertRefused(page.train("\"save\",\"name\":\"fresh\""), fresh + why);
        assertRefused(page.train("\"resume\",\"name\":\"old\""), old + why);
        assertThat(page.train("\"save\",\"name\":\"good\"").body()).contains("\"saved\":[\"good\"]");
        assertThat(elsewhere).isDirectoryContaining(precious::equals).isDirectoryNotContaining("glob:**fresh");
        assertThat(precious).hasContent("precious");
    }

    @Test
    void thePageNeitherSavesToALinkedFolderNorReadsOne() throws Exception {
        page.train("\"save\",\"name\":\"good\"");
        Files.move(saves.resolve("good.npz"), elsewhere.resolve("good.npz"));
        Files.delete(saves);
        Files.createSymbolicLink(saves, elsewhere);
        String line = saves + " is a symbolic link, which the page does not follow";
        assertRefused(page.train("\"save\",\"name\":\"new\""), line);
        assertRefused(page.train("\"resume\",\"name\":\"good\""), line);
        assertThat(page.get("/api/training").body()).contains("\"saved\":[]");
        assertThat(elsewhere).isDirectoryNotContaining("glob:**new*");
    }

    @Test
    void thePageSaysWhatIsInTheWayOfASave() throws Exception {
        Files.createFile(saves);
        assertRefused(page.train("\"save\",\"name\":\"new\""), saves + ": not a folder");
        Files.delete(saves);
        Path file = Files.createDirectories(saves.resolve("new.npz"));
        assertRefused(page.train("\"save\",\"name\":\"new\""), file + ": is a directory");
        assertRefused(page.train("\"resume\",\"name\":\"new\""), "nothing is saved as new");
    }
}
