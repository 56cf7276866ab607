package io.github.dlfs4j.app;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.training.Trainer;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** The file in which the state of a training is kept. */
final class Keeping {
    private static final int BLOCK = 1 << 16;

    private final Path file;
    /** The step of the state that is in the file; less than any if we have not written it. */
    private long step = -1;

    Keeping(Path file) {
        this.file = file;
    }

    /**
     * Writes as much as a state takes beside the file, and deletes it: what keeps it from being saved shows before
     * there is something to lose.
     *
     * @param length of the state in bytes
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
            // It was written, and is gone again.
        } catch (IOException e) {
            throw FileTrouble.of(file, e);
        }
    }

    /** Also fails for a name that is too long for the file system. */
    private void checkPlace() throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (!found.isRegularFile()) {
                String what = found.isDirectory() ? "is a directory" : "is no regular file";
                throw new FileSystemException(file.toString(), null, what + ", so nothing can be saved there");
            }
        } catch (NoSuchFileException e) {
            Path folder = file.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)) {
                throw new NoSuchFileException(file.toString(), null, "no such folder to save in");
            }
        }
    }

    /** Keeps the state, unless it is there already. A state of no steps does not replace what is there. */
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

    /** What the user can do with the file after the training. */
    String conclusion() {
        String name = Printable.of(file);
        return step < 0
                ? "not saved, since no step was made; " + name + " is as it was"
                : "saved; --resume " + name + " goes on from there";
    }

    /** What is left after a training that came to nothing, as the end of a sentence. */
    String lastGood() {
        return step < 0 ? "" : "; %s has the state after step %d".formatted(Printable.endOf(file.toString()), step);
    }

    /** Makes the file that was being written go away. */
    private static final class EndOfTrial extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
