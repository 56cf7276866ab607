package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.life.Life;
import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Excerpt;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The file that the state of a training is saved to. */
final class Keeping {
    private static final int BLOCK = 1 << 16;

    private final Path file;
    /** The step of the state that was written to the file; -1 if none was written. */
    private long step = -1;

    Keeping(Path file) {
        this.file = file;
    }

    /**
     * Writes as many bytes as a state takes to a temporary file beside the file, and deletes it again. So a place that
     * cannot be written to, or is full, is found before there is something to lose.
     *
     * @param length the length of the state in bytes
     * @throws FileSystemException that names the file and says what is wrong
     */
    void tryOut(long length) throws IOException {
        try {
            checkPlace();
            AtomicFile.write(file, out -> {
                byte[] zeros = new byte[BLOCK];
                for (long left = length; left > 0; left -= zeros.length) {
                    out.write(zeros, 0, (int) Math.min(left, zeros.length));
                }
                out.flush();
                throw new EndOfTrial();
            });
        } catch (EndOfTrial e) {
            // The trial was a success, and its file is deleted.
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    /** Checks that the file, or a new file in its folder, can be a regular file with this name. */
    private void checkPlace() throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (!found.isRegularFile()) {
                String what = found.isDirectory() ? "is a directory" : "is not a regular file";
                throw new FileSystemException(file.toString(), null, what + ", so nothing can be saved there");
            }
        } catch (NoSuchFileException e) {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(file.toString(), null, "no such folder to save in");
            }
        }
    }

    /** Saves the state unless it is saved already. A state without any steps does not replace an existing file. */
    void save(Trainer trainer) throws IOException {
        boolean isWorthless = trainer.steps() == 0 && Files.exists(file);
        if (trainer.steps() == step || isWorthless) {
            return;
        }
        try {
            trainer.save(file);
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
        step = trainer.steps();
    }

    /** Says what the file is good for after the training. */
    String conclusion() {
        String name = Excerpt.whole(file.toString());
        return step < 0 ? "not saved, since no step was made; " + name + " is unchanged" : Life.saved(name);
    }

    /** Says which state is left of a training that failed, as the end of a sentence. */
    String lastGood() {
        return step < 0 ? "" : "; %s has the state after step %s".formatted(Excerpt.endOf(file.toString()), step);
    }

    /** Makes {@link AtomicFile} delete what was written. */
    private static final class EndOfTrial extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
