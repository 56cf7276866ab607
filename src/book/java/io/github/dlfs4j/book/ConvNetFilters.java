package io.github.dlfs4j.book;

import io.github.dlfs4j.book.figure.Panels;
import io.github.dlfs4j.book.figure.Picture;
import io.github.dlfs4j.layer.Convolution;
import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.random.RandomState;
import io.github.dlfs4j.network.Network;
import io.github.dlfs4j.network.SimpleConvNet;
import java.io.IOException;

/** Section 7.6.1: the filters of the first layer, and their outputs for an image. */
final class ConvNetFilters {
    /** The number of outputs that are shown, as in the book. */
    private static final int SHOWN = 16;

    private ConvNetFilters() {}

    /** Draws the filters before and after training. */
    static Panels weights(LearnedNetwork learned) throws IOException {
        Network initial = SimpleConvNet.initial(new RandomState(0));
        return new Panels(2)
                .add(pictures(initial.parameters().get("W1")), "before learning")
                .add(pictures(learned.network().parameters().get("W1")), "after learning: " + learned.name());
    }

    private static Panels pictures(NDArray filters) {
        Panels panels = new Panels(6).framed();
        for (int i = 0; i < filters.shape(0); i++) {
            panels.add(new Picture(blackOnWhite(filters.get(i, 0)), 20));
        }
        return panels;
    }

    /** Draws the image of section 1.6.3, and the outputs of the first filters for it. */
    static Panels outputs(LearnedNetwork learned) throws IOException {
        NDArray image = image();
        NDArray filters = learned.network().parameters().get("W1");
        Panels panels = new Panels(4).framed();
        for (int i = 0; i < SHOWN; i++) {
            NDArray out = output(image, filters.get(Index.range(i, i + 1)));
            panels.add(new Picture(blackOnWhite(out)), "filter " + (i + 1));
        }
        return new Panels(1)
                .add(new Picture(image.mul(255).astype(DType.UINT8)), "the image")
                .add(panels, "what each filter makes of it");
    }

    /** Returns the image in greys from 0 to 1, of shape (height, width). */
    static NDArray image() throws IOException {
        return Picture.read(Chapter01.IMAGE).astype(DType.FLOAT64).mean(2).div(255);
    }

    /** Returns what a filter of shape (1, 1, 5, 5) makes of an image, of shape (height - 4, width - 4). */
    static NDArray output(NDArray image, NDArray filter) {
        Convolution convolution = new Convolution(filter, NDArray.zeros(1), 1, 0);
        return convolution
                .forward(image.reshape(1, 1, image.shape(0), image.shape(1)))
                .get(0, 0);
    }

    /** Scales an array from white, its lowest element, to black, its highest, as the book does. */
    private static NDArray blackOnWhite(NDArray x) {
        return x.max().sub(x).mul(255).div(x.max().sub(x.min())).astype(DType.UINT8);
    }
}
