package io.github.dlfs4j.mnist.download;

import io.github.dlfs4j.file.AtomicFile;
import io.github.dlfs4j.file.Excerpt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Addresses that offer the same files. */
public final class Mirrors {
    /** The time-out for one file from one mirror. The largest file has 10 MB. */
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    /**
     * The length of all reasons together in a message. Longer ones are truncated; the suppressed exceptions have them
     * in full.
     */
    private static final int MAX_REASONS = 220;

    private static final int MAX_MESSAGE = 300;

    private final List<URI> addresses;
    private final HttpsDownload download;

    private Mirrors(List<URI> addresses, Duration timeout) {
        this.addresses = addresses;
        this.download = new HttpsDownload(timeout);
    }

    /**
     * {@return the mirrors that a system property lists, or the defaults if it is not set}
     *
     * @param property the name of the property
     * @param defaults the addresses of the defaults
     * @throws IOException if an address is invalid or refused
     */
    public static Mirrors of(String property, String... defaults) throws IOException {
        String listed = System.getProperty(property, "");
        if (listed.isBlank()) {
            return of(TIMEOUT, defaults);
        }
        try {
            return of(TIMEOUT, listed.strip().split("[\\s,]+"));
        } catch (IOException e) {
            throw new IOException("property " + property + ": " + e.getMessage(), e);
        }
    }

    static Mirrors of(Duration timeout, String... addresses) throws IOException {
        List<URI> parsed = new ArrayList<>();
        try {
            for (String address : addresses) {
                parsed.add(parse(address));
            }
            return new Mirrors(parsed, timeout);
        } catch (NoClassDefFoundError e) {
            throw new IOException(
                    "a download needs module java.net.http, which is missing: start java with --add-modules java.net.http",
                    e);
        }
    }

    private static URI parse(String address) throws IOException {
        URI folder;
        try {
            folder = URI.create(address.endsWith("/") ? address : address + "/");
        } catch (IllegalArgumentException e) {
            throw new IOException("not an address: " + Excerpt.of(address, MAX_REASONS), e);
        }
        HttpsDownload.checkSecure(folder);
        return folder;
    }

    /**
     * Downloads a file from the first mirror that has it. The file is written to the folder only after its content has
     * been checked.
     *
     * @param file the file
     * @param folder the folder, which is created if it does not exist
     * @throws IOException if no mirror has the file, or if it cannot be written
     */
    public void fetch(PublishedFile file, Path folder) throws IOException {
        byte[] bytes = fetch(file);
        Files.createDirectories(folder);
        AtomicFile.write(folder.resolve(file.name()), out -> out.write(bytes));
    }

    private byte[] fetch(PublishedFile file) throws IOException {
        StringJoiner message = new StringJoiner("; ").add(file.name() + " could not be fetched");
        List<IOException> failures = new ArrayList<>();
        for (URI mirror : addresses) {
            URI address = mirror.resolve(file.name());
            try {
                byte[] bytes = download.get(address, file.maxLength());
                file.check(bytes);
                return bytes;
            } catch (InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                failures.add(e);
                message.add(
                        address + ": " + Excerpt.of(String.valueOf(e.getMessage()), MAX_REASONS / addresses.size()));
            }
        }
        IOException all = new IOException(Excerpt.startOf(message.toString(), MAX_MESSAGE));
        failures.forEach(all::addSuppressed);
        throw all;
    }
}
