package io.github.dlfs4j.app.page.drawing;

import io.github.dlfs4j.app.page.server.Body;
import io.github.dlfs4j.app.page.server.Refused;
import io.github.dlfs4j.ndarray.NDArray;
import java.util.Base64;
import java.util.regex.Pattern;

/** The bytes of images in a request. */
final class PreparedImages {
    private static final int PIXELS = 28 * 28;
    /** The largest number of images in a request. */
    static final int MOST = 16;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{1,16728}={0,2}");

    /** Takes images that were prepared as those of MNIST, (n, 784) of uint8, with n from 1 to 16. */
    static NDArray several(Body body) throws Refused {
        byte[] bytes = bytes(body, "images");
        if (bytes.length == 0 || bytes.length % PIXELS != 0 || bytes.length > MOST * PIXELS) {
            throw Refused.because("images", PIXELS, MOST);
        }
        return NDArray.of(bytes).reshape(-1, PIXELS);
    }

    /** Takes one such image, (1, 784). */
    static NDArray one(Body body) throws Refused {
        byte[] bytes = bytes(body, "image");
        if (bytes.length != PIXELS) {
            throw Refused.because("bytes", "image", PIXELS, bytes.length);
        }
        return NDArray.of(bytes).reshape(1, PIXELS);
    }

    /** Takes bytes as base64. */
    static byte[] bytes(Body body, String name) throws Refused {
        try {
            return Base64.getDecoder().decode(body.text(name, BASE64));
        } catch (IllegalArgumentException e) {
            throw Refused.because("base64", name);
        }
    }
}
