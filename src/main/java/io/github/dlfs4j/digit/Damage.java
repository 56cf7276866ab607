package io.github.dlfs4j.digit;

import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Notices damage in a JPEG file. Java's decoder only warns if a file is truncated or damaged, and would fill the
 * missing part with grey.
 */
final class Damage implements IIOReadWarningListener {
    private Optional<String> found = Optional.empty();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        boolean isDamage = warning.startsWith("Corrupt JPEG data") || warning.startsWith("Premature end");
        if (isDamage && found.isEmpty()) {
            found = Optional.of(warning);
            source.abort();
        }
    }

    Optional<String> found() {
        return found;
    }
}
