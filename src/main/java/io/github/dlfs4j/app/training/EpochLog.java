package io.github.dlfs4j.app.training;

import io.github.dlfs4j.app.console.Figures;
import io.github.dlfs4j.app.console.FileTrouble;
import io.github.dlfs4j.app.console.Refusal;
import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The step, loss and accuracies after each epoch and at the end of a training. Rows are kept in memory, and appended to
 * a CSV file if there is one. Each line is written at once. A process that is killed leaves whole lines, and perhaps a
 * part of the last one, which the next training removes.
 */
final class EpochLog {
    private static final String HEADER = "step,loss,train accuracy,";

    private final Optional<Path> file;
    private final String header;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A line of the file.
     *
     * @param step the number of steps made
     * @param loss the loss of the batch of the last step
     * @param trainAccuracy the accuracy on the training images
     * @param accuracy the accuracy on the test images, or on the validation images if there are any
     */
    record Row(long step, double loss, double trainAccuracy, double accuracy) {
        private String line() {
            return step + "," + Figures.fraction(loss) + "," + Figures.fraction(trainAccuracy) + ","
                    + Figures.fraction(accuracy) + "\n";
        }

        private static Row of(String line) {
            String[] cells = line.split(",", -1);
            if (cells.length != 4) {
                throw new NumberFormatException(line);
            }
            return new Row(
                    Long.parseLong(cells[0]),
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]));
        }
    }

    /** @param unseen the images of the last column: {@code test} or {@code validation} */
    EpochLog(Optional<Path> file, String unseen) {
        this.file = file;
        this.header = HEADER + unseen + " accuracy\n";
    }

    /**
     * Prepares the file. It removes the lines after the state that the training resumes, since the training will write
     * them again.
     *
     * @param step the number of steps that the training begins with
     * @param force whether to replace other content
     * @throws IOException if the file cannot be written
     * @throws Refusal if the file has other content, unless that is to be replaced
     */
    void begin(long step, boolean force) throws IOException {
        if (file.isEmpty()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                file.get(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            String text = Files.readString(file.get(), StandardCharsets.ISO_8859_1);
            if (text.isEmpty() || header.startsWith(text) || (force && !text.startsWith(header))) {
                channel.truncate(0);
                write(channel, header);
                return;
            }
            if (!text.startsWith(header)) {
                throw foreign(", whose first line is " + header.strip());
            }
            channel.truncate(readRows(text, step));
        } catch (IOException e) {
            throw FileTrouble.of(file.get(), e);
        }
    }

    private Row row(String line) {
        try {
            return Row.of(line);
        } catch (NumberFormatException e) {
            throw foreign(": " + Excerpt.of(line));
        }
    }

    private Refusal foreign(String what) {
        return new Refusal(Excerpt.endOf(file.orElseThrow().toString()) + ": was not written by --csv" + what);
    }

    /** Reads the rows of the training that is resumed, which are the last ones, and returns the length to keep. */
    private long readRows(String text, long step) {
        int end = header.length();
        for (int next = text.indexOf('\n', end); next >= 0; next = text.indexOf('\n', end)) {
            Row row = row(text.substring(end, next));
            if (!rows.isEmpty() && row.step() <= rows.get(rows.size() - 1).step()) {
                rows.clear();
            }
            rows.add(row);
            end = next + 1;
        }
        if (step == 0) {
            rows.clear();
        }
        while (!rows.isEmpty() && rows.get(rows.size() - 1).step() > step) {
            end -= rows.remove(rows.size() - 1).line().length();
        }
        return end;
    }

    void add(Row row) throws IOException {
        rows.add(row);
        if (file.isPresent()) {
            try (FileChannel channel = FileChannel.open(file.get(), StandardOpenOption.APPEND)) {
                write(channel, row.line());
            } catch (IOException e) {
                throw FileTrouble.of(file.get(), e);
            }
        }
    }

    private static void write(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Returns the rows of the training. If it was resumed, they begin with the earlier ones in the file. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    boolean has(long step) {
        return !rows.isEmpty() && rows.get(rows.size() - 1).step() == step;
    }
}
