package io.github.dlfs4j.app.page;

import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Prepares the digits in a picture that the user has chosen, which is never in a file. A picture that takes too long
 * makes room for others.
 */
final class UploadedPicture {
    /** The largest length in bytes, more than a phone's photo takes. */
    static final int LONGEST = 16 << 20;

    private final ExecutorService readers = Executors.newCachedThreadPool(Workers.daemons("page-picture"));
    private final Limits limits;

    /** @param limits how long it may take to find the digits of a picture */
    UploadedPicture(Limits limits) {
        this.limits = limits;
    }

    /**
     * Answers a request: an image of 28x28 pixels for each digit, from left to right, where it is and whether it may be
     * several.
     */
    Object images(Body body) throws Refused {
        Future<List<DigitImage>> reading =
                readers.submit(() -> DigitImage.readAll(new ByteArrayInputStream(body.file())));
        try {
            List<DigitImage> digits = reading.get(limits.reading().toMillis(), TimeUnit.MILLISECONDS);
            body.end();
            List<DigitImage> read = digits.stream().limit(PreparedImages.MOST).toList();
            return JsonWriter.object(
                    "images",
                    read.stream().map(digit -> Picture.ofLevels(digit.pixels())).toList(),
                    "places",
                    read.stream().map(UploadedPicture::placeOf).toList());
        } catch (ExecutionException e) {
            throw refused(e.getCause());
        } catch (TimeoutException e) {
            throw new Refused(Refused.UNAVAILABLE, "the picture takes too long to read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refused.UNAVAILABLE, "the picture was not read to its end");
        } finally {
            reading.cancel(true);
        }
    }

    private static Refused refused(Throwable cause) {
        if (cause instanceof FileFormatException) {
            return new Refused(cause.getMessage());
        }
        if (cause instanceof UnsupportedOperationException) {
            return new Refused(Refused.UNAVAILABLE, cause.getMessage());
        }
        throw new IllegalStateException("a picture could not be read", cause);
    }

    private static Object placeOf(DigitImage digit) {
        DigitImage.Place place = digit.place();
        return JsonWriter.object(
                "left", place.left(),
                "top", place.top(),
                "width", place.width(),
                "height", place.height(),
                "doubtful", digit.isDoubtful());
    }
}
