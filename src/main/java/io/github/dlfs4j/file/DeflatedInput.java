package io.github.dlfs4j.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The content of deflated bytes without zlib's header and checksum, RFC 1951, as they are in zip archives and gzip
 * files.
 *
 * <p>Deflated bytes may hold blocks of no content, each of which brings tables of codes that take time to make. No
 * compressor makes its input longer by more than an eighth and a little; what is longer by more than a quarter is
 * refused before the rest of it is looked at.
 */
public class DeflatedInput extends InflaterInputStream {
    /** So many bytes may bring no content, among them what a compressor writes around very short content. */
    private static final int SLACK = 1 << 16;

    /**
     * A content.
     *
     * @param in the deflated bytes
     * @param bufferSize how many of them are read at a time
     */
    public DeflatedInput(InputStream in, int bufferSize) {
        super(in, new Inflater(true), bufferSize);
    }

    /** Reads the next bytes to inflate; all before have been inflated. */
    @Override
    protected void fill() throws IOException {
        long content = inf.getBytesWritten();
        if (inf.getBytesRead() > content + content / 4 + SLACK) {
            throw new ZipException("more deflated bytes than content");
        }
        super.fill();
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }
}
