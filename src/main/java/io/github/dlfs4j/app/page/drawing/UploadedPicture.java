package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Deadline;
import io.github.dlfs4j.app.page.server.Limits;
import io.github.dlfs4j.app.page.server.Picture;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.digit.DigitImage;
import io.github.dlfs4j.file.JsonWriter;
import io.github.dlfs4j.ndarray.io.FileFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Prepares the digits in a picture that the user has chosen, which is never in a file. A picture that takes too long
 * makes room for others.
 *
 * @param limits how long it may take to find the digits
 */
record UploadedPicture(Limits limits) {
    /** The largest length in bytes, more than a phone's photo takes. */
    static final int LONGEST = 16 << 20;

    /**
     * Answers a request: an image of 28x28 pixels for each digit, from left to right, where it is and whether it may be
     * several.
     */
    Object images(Body body) throws IOException, Refused {
        Deadline deadline = new Deadline(limits.reading());
        try {
            List<DigitImage> digits = DigitImage.readAll(new ByteArrayInputStream(body.file()));
            List<DigitImage> read = digits.stream().limit(PreparedImages.MOST).toList();
            return JsonWriter.object(
                    "images",
                    read.stream().map(digit -> Picture.ofLevels(digit.pixels())).toList(),
                    "places",
                    read.stream().map(UploadedPicture::placeOf).toList());
        } catch (FileFormatException e) {
            String said = e.getMessage();
            String why =
                    said.contains("a PNG or JPEG image") ? "format" : said.contains("damaged") ? "damaged" : "large";
            throw Refused.because("picture." + (said.contains("the image of a digit") ? "digit" : why));
        } catch (UnsupportedOperationException e) {
            throw new Refused(Refused.UNAVAILABLE, e.getMessage());
        } catch (CancellationException e) {
            throw Refused.because(Refused.UNAVAILABLE, "slow");
        } finally {
            deadline.meet();
        }
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
