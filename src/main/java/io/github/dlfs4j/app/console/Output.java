package io.github.dlfs4j.app.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The standard output of the process. Java's own hides that it can no longer be written. This one throws a
 * {@link Lost}, which a {@link PrintStream} lets through, and ignores all later output.
 */
public final class Output extends OutputStream {
    private static final Path LINUX_KNOWS = Path.of("/proc/self/fd/1");

    private final OutputStream to;
    private boolean lost;

    Output(OutputStream to) {
        this.to = to;
    }

    /**
     * Opens the standard output of this process in the encoding that Java has found for it.
     *
     * @return a stream that says when it can no longer be written
     */
    public static PrintStream standard() {
        String before18 = System.getProperty(
                "sun.stdout.encoding", Charset.defaultCharset().name());
        Charset encoding = encoding(System.getProperty("stdout.encoding", before18));
        return new PrintStream(new Output(new FileOutputStream(FileDescriptor.out)), true, encoding);
    }

    /** Returns the encoding of a name, or the default for a name that means none, as Java does for its own output. */
    private static Charset encoding(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (lost) {
            return;
        }
        try {
            to.write(bytes, offset, length);
        } catch (IOException e) {
            lost = true;
            throw new Lost(e);
        }
    }

    /** Says that the output can no longer be written. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost(IOException cause) {
            super("standard output cannot be written: " + cause.getMessage(), cause);
        }

        /**
         * Whether a pipe was closed by its reader, such as {@code head}, which is not an error.
         *
         * @return true if the reader has closed the pipe
         */
        public boolean isOfAReaderThatIsGone() {
            return getMessage().contains("pipe") || isPipe();
        }

        /** Asks the system, whose message may be in another language. */
        private static boolean isPipe() {
            try {
                return Files.readSymbolicLink(LINUX_KNOWS).toString().startsWith("pipe:");
            } catch (IOException | UnsupportedOperationException e) {
                return false;
            }
        }
    }
}
