package io.github.dlfs4j.book;

import io.github.dlfs4j.app.page.book.Book;
import io.github.dlfs4j.app.page.book.LanguageModels;
import io.github.dlfs4j.app.page.training.SavedTrainings;
import io.github.dlfs4j.app.serving.Serving;
import io.github.dlfs4j.state.CheckpointFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The language models that the page has at hand: its own, the checkpoint of the command, and what "Train" has saved.
 */
final class LanguageModelFiles implements LanguageModels {
    /** Where the command keeps its checkpoint. */
    private final Path checkpoint;

    private final SavedTrainings saved;

    /** What was read of each file, and when it was written. */
    private record Known(FileTime written, StoredLanguageModel model) {}

    private static final int MOST_KNOWN = 4;

    /** What was read last, which is all that is kept of many files. */
    private final Map<Path, Known> known = new LinkedHashMap<>();

    LanguageModelFiles() {
        this(LanguageModelCommand.CHECKPOINT);
    }

    LanguageModelFiles(Path checkpoint) {
        this(checkpoint, Serving.SAVES);
    }

    LanguageModelFiles(Path checkpoint, Path saves) {
        this.checkpoint = checkpoint;
        saved = new SavedTrainings(saves);
    }

    @Override
    public Map<String, Book.Source<Shown>> atHand() {
        Map<String, Book.Source<Shown>> all = new LinkedHashMap<>();
        all.put("included", () -> new ShownLanguageModel(StoredLanguageModel.included()).shown());
        if (Files.isRegularFile(checkpoint)) {
            all.put("checkpoint", () -> newest(checkpoint));
        }
        saved.files().forEach((name, file) -> {
            if (isOne(file)) {
                all.put("saved-" + name, () -> newest(file));
            }
        });
        return all;
    }

    /** Returns whether the network of a checkpoint is a language model; nothing behind its first name is read. */
    private static boolean isOne(Path file) {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && !entry.getName().startsWith(CheckpointFormat.IN_NETWORK)) {
                entry = zip.getNextEntry();
            }
            return entry != null && entry.getName().equals(CheckpointFormat.IN_NETWORK + "characters/W.npy");
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a checkpoint if it is another one than the last time: a training replaces the file as a whole. */
    private synchronized Shown newest(Path file) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        if (!known.containsKey(file) || !known.get(file).written().equals(now)) {
            StoredLanguageModel read = StoredLanguageModel.read(Files.readAllBytes(file));
            known.remove(file); // So that it is the last one.
            known.put(file, new Known(now, read.in(file)));
            if (known.size() > MOST_KNOWN) {
                known.remove(known.keySet().iterator().next());
            }
        }
        return new ShownLanguageModel(known.get(file).model()).shown();
    }

    @Override
    public Shown read(byte[] content) throws IOException {
        return new ShownLanguageModel(StoredLanguageModel.read(content)).shown();
    }
}
