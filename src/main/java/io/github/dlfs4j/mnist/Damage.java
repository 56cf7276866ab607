package io.github.dlfs4j.mnist;

import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** The decoder of JPEG only warns where a file is cut short or damaged, and gives grey for what is not there. */
final class Damage implements IIOReadWarningListener {
    private Optional<String> found = Optional.empty();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        boolean isDamage = warning.startsWith("Corrupt JPEG data") || warning.startsWith("Premature end");
        if (isDamage && found.isEmpty()) {
            found = Optional.of(warning);
        }
    }

    Optional<String> found() {
        return found;
    }
}
