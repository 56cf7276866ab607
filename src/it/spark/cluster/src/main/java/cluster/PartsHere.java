package cluster;

import io.github.dlfs4j.mnist.Samples;
import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/** Parts on this machine, one after the other. */
record PartsHere(List<Part> parts, int size) implements Parts {
    /** The image at position i goes to part i % count. */
    static List<Part> of(Samples samples, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    Index every = Index.range(number, null, count);
                    return new Part(
                            number,
                            samples.images().get(every).copy(),
                            samples.labels().get(every).copy());
                })
                .toList();
    }

    @Override
    public Share sum(Network network, long step) {
        return parts.stream()
                .map(part -> part.share(network, step, size))
                .reduce(Share::plus)
                .orElseThrow();
    }
}
