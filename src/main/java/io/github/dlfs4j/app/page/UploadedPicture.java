package io.github.dlfs4j.app.page;

import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Prepares the digits in a picture that the user has chosen. Few pictures at once are in memory, and none in a file.
 *
 * @param free so many more may be read at once
 * @param patience how long one waits for others
 */
record UploadedPicture(Semaphore free, Duration patience) {
    /** The largest length in bytes, more than a phone's photo takes. */
    static final int LONGEST = 16 << 20;

    /**
     * Answers a request: an image of 28x28 pixels for each digit, from left to right, where it is and whether it may be
     * several.
     */
    Object images(Body body) throws IOException, Refused {
        if (!acquired()) {
            throw new Refused(Refused.UNAVAILABLE, "other pictures are being read: please try again");
        }
        try {
            List<DigitImage> digits = DigitImage.readAll(new ByteArrayInputStream(body.file()));
            body.end();
            List<DigitImage> read = digits.stream().limit(PreparedImages.MOST).toList();
            return Json.object(
                    "images",
                    read.stream().map(digit -> Picture.ofLevels(digit.pixels())).toList(),
                    "places",
                    read.stream().map(UploadedPicture::placeOf).toList());
        } catch (FileFormatException e) {
            throw new Refused(e.getMessage());
        } catch (UnsupportedOperationException e) {
            throw new Refused(Refused.UNAVAILABLE, e.getMessage());
        } finally {
            free.release();
        }
    }

    private static Object placeOf(DigitImage digit) {
        DigitImage.Place place = digit.place();
        return Json.object(
                "left", place.left(),
                "top", place.top(),
                "width", place.width(),
                "height", place.height(),
                "doubtful", digit.isDoubtful());
    }

    private boolean acquired() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
