package io.github.dlfs4j.app;

import static io.github.dlfs4j.app.PrintedTraining.firstTestImages;

import io.github.dlfs4j.mnist.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of a few images of MNIST, the same ones to train on and to test with. A training with them starts and ends at
 * once, which is enough for what does not depend on the images.
 */
final class FewImages {
    private static final int COUNT = 200;

    private FewImages() {}

    /** Writes the files, which {@code --any-content} accepts, and returns their folder. */
    static Path in(Path folder) throws IOException {
        Samples samples = firstTestImages(COUNT);
        ByteBuffer images = ByteBuffer.allocate(16 + COUNT * 28 * 28);
        images.putInt(0x803).putInt(COUNT).putInt(28).putInt(28);
        images.put(samples.images().toByteArray());
        ByteBuffer labels = ByteBuffer.allocate(8 + COUNT);
        labels.putInt(0x801).putInt(COUNT).put(samples.labels().toByteArray());
        for (String name : new String[] {"train", "t10k"}) {
            Files.write(folder.resolve(name + "-images-idx3-ubyte"), images.array());
            Files.write(folder.resolve(name + "-labels-idx1-ubyte"), labels.array());
        }
        return folder;
    }
}
