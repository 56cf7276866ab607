package io.github.dlfs4j.state;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.nio.file.Path;
import java.util.Map;

/** The format of checkpoint files, which the package of training writes and the loader of networks reads too. */
public final class CheckpointFormat {
    /** The name of the text that names the format. */
    public static final String NAME = "format";

    /** The name of the only format so far. */
    public static final String VERSION_1 = "dlfs4j checkpoint 1";

    /** The name of the text that describes the training. */
    public static final String DESCRIPTION = "description";

    /** The prefix of the names of the network's arrays. */
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
