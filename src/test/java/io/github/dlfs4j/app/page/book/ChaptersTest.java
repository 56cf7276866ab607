package io.github.dlfs4j.app.page.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dlfs4j.app.page.server.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The chapters on the page, here one of a section and a figure that share their work. */
class ChaptersTest {
    private static final Book.ShownChapter CHAPTER = new Book.ShownChapter(
            "Chapter01",
            "1 A network",
            List.of(new Book.ShownSection("1.1 It learns", () -> Map.of("learning", 20.0), () -> "learned")),
            List.of(new Book.ShownFigure(
                    "1.2 Weights", "", () -> Map.of("learning", 20.0, "drawing", 0.25), () -> null)),
            () -> new Book.Code(Map.of(), List.of(), List.of()));

    @Test
    @Timeout(60)
    void workThatIsSharedTakesItsTimeOnce() throws Exception {
        try (Chapters chapters = new Chapters(Optional.of(() -> List.of(CHAPTER)))) {
            assertThat(seconds(chapters)).isEqualTo("{sections=[20.0], figures=[20.25]}");
            while (print(chapters, 0).containsValue("working")) {
                Thread.sleep(5);
            }
            assertThat(seconds(chapters)).isEqualTo("{sections=[0.0], figures=[0.25]}");
        }
    }

    @Test
    @Timeout(60)
    void whatIsQuickDoesNotWaitForWhatTakesLong() throws Exception {
        List<Book.ShownSection> sections = List.of(
                new Book.ShownSection("1.1 It learns", () -> Map.of("learning", 20.0), ChaptersTest::park),
                new Book.ShownSection("1.2 It prints", () -> Map.of("printing", 0.1), () -> "printed"));
        Book.ShownChapter chapter = new Book.ShownChapter("Chapter01", "1", sections, List.of(), () -> null);
        try (Chapters chapters = new Chapters(Optional.of(() -> List.of(chapter)))) {
            for (int section = 0; !print(chapters, section).containsValue("printed"); section = 1) {
                Thread.sleep(5);
            }
        }
    }

    private static String park() {
        LockSupport.park();
        return "";
    }

    private static Map<String, Object> print(Chapters chapters, int section) throws Exception {
        return chapters.print(Body.ofJson("{\"chapter\":\"Chapter01\",\"section\":%s}".formatted(section)));
    }

    private static String seconds(Chapters chapters) throws Exception {
        return chapters.code(Body.ofJson("{\"chapter\":\"Chapter01\"}"))
                .get("seconds")
                .toString();
    }
}
