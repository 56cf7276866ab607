package browser;

import io.github.dlfs4j.book.BookForPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The main job with {@code --serve} in a virtual machine of its own, with the classes of the chapters. */
final class Server implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://\\S+:\\d+/");

    private final Process process;
    private final URI address;

    /** Starts it in a folder, in which it saves trainings. */
    Server(Path folder) {
        try {
            // The chapters read their code and the images of MNIST from the working directory.
            for (String name : new String[] {"src", "data"}) {
                Files.createSymbolicLink(folder.resolve(name), Path.of(name).toAbsolutePath());
            }
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djava.awt.headless=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BookForPage.class.getName(),
                            "--serve",
                            "--data",
                            Path.of("data").toAbsolutePath().toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            address = URI.create(addressIn(process.inputReader()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String addressIn(BufferedReader output) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group();
            }
            read.append(line).append('\n');
        }
        throw new IOException("no address in: " + read);
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
