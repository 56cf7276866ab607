package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.file.Path;
import java.util.Map;

/** The names that a checkpoint and the loader of networks share: a checkpoint file holds the network, and more. */
public final class CheckpointFormat {
    /** The name of the text that says which format a file has. */
    public static final String NAME = "format";

    /** The only format so far. */
    public static final String VERSION_1 = "dlfs4j checkpoint 1";

    /** The name of the text in which a program describes its training. */
    public static final String DESCRIPTION = "description";

    /** What the names of the network's arrays begin with. */
    public static final String IN_NETWORK = "network/";

    private CheckpointFormat() {}

    /**
     * Refuses a file of another format.
     *
     * @param file the file, for the message
     * @param arrays the arrays of the file by name
     * @throws FileFormatException {@code expected dlfs4j checkpoint 1, found dlfs4j checkpoint 2}
     */
    public static void check(Path file, Map<String, NDArray> arrays) throws FileFormatException {
        String format = SavedText.read(file, NAME, arrays.get(NAME));
        if (!format.equals(VERSION_1)) {
            throw new FileFormatException(file, NAME, 0, VERSION_1, format);
        }
    }
}
