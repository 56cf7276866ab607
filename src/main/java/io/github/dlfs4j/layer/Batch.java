package io.github.dlfs4j.layer;

import io.github.dlfs4j.ndarray.Index;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.ndarray.Shape;
import io.github.dlfs4j.parallel.RowBlocks;
import java.util.function.Consumer;

/** A batch on which threads work together, each on some of the inputs, where each input is treated by itself. */
final class Batch {
    /** To read and write an element takes as long as so many multiply-adds of a matrix product. */
    private static final int MULTIPLY_ADDS_PER_ELEMENT = 16;

    private Batch() {}

    /** Some of the inputs. */
    record Part(Index inputs) {
        /** These inputs in an array of the whole batch; a view. */
        NDArray of(NDArray batch) {
            return batch.get(inputs);
        }
    }

    /**
     * Treats all inputs.
     *
     * @param shape of the batch; the first axis counts the inputs
     * @param work what is done with some of them; parts may be worked on at the same time
     */
    static void forEachBlock(Shape shape, Consumer<Part> work) {
        if (shape.ndim() == 0) {
            work.accept(new Part(Index.ellipsis()));
            return;
        }
        long multiplyAdds = (long) MULTIPLY_ADDS_PER_ELEMENT * shape.size();
        RowBlocks.configured()
                .forEach(shape.get(0), 1, multiplyAdds, (first, end) -> work.accept(new Part(Index.range(first, end))));
    }
}
