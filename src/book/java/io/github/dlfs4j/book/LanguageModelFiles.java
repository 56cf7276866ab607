package io.github.dlfs4j.book;

import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.book.LanguageModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** The language models that the page has at hand: its own, and the checkpoint of the command while there is one. */
final class LanguageModelFiles implements LanguageModels {
    /** Where the command keeps its checkpoint. */
    private final Path checkpoint;

    private FileTime written;
    private StoredLanguageModel read;

    LanguageModelFiles() {
        this(LanguageModelCommand.CHECKPOINT);
    }

    LanguageModelFiles(Path checkpoint) {
        this.checkpoint = checkpoint;
    }

    @Override
    public Map<String, Book.Source<Shown>> atHand() {
        Map<String, Book.Source<Shown>> all = new LinkedHashMap<>();
        all.put("included", () -> new ShownLanguageModel(StoredLanguageModel.included()).shown());
        if (Files.isRegularFile(checkpoint)) {
            all.put("checkpoint", () -> new ShownLanguageModel(newest()).shown());
        }
        return all;
    }

    /** Reads the checkpoint if it is another one than the last time: a training replaces the file as a whole. */
    private synchronized StoredLanguageModel newest() throws IOException {
        FileTime now = Files.getLastModifiedTime(checkpoint);
        if (!now.equals(written)) {
            StoredLanguageModel newest = StoredLanguageModel.read(Files.readAllBytes(checkpoint));
            read = new StoredLanguageModel(
                    newest.model(), newest.size(), newest.alphabet(), newest.steps(), checkpoint.toString());
            written = now;
        }
        return read;
    }

    @Override
    public Shown read(byte[] content) throws IOException {
        return new ShownLanguageModel(StoredLanguageModel.read(content)).shown();
    }
}
