package cluster;

import io.github.dlfs4j.ndarray.DType;
import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** A network that classifies the images of a table, wherever these are. */
final class Classification {
    /** So many images are one array for the network. */
    private static final int AT_ONCE = 500;

    private Classification() {}

    /**
     * The columns position and label.
     *
     * @param network reaches each machine once; the tasks there share it, as threads may that only predict
     */
    static <N extends Network> Dataset<Tuple2<Integer, Integer>> of(Dataset<Row> table, Broadcast<N> network) {
        return table.mapPartitions(
                (MapPartitionsFunction<Row, Tuple2<Integer, Integer>>) rows -> classify(network.value(), rows),
                Encoders.tuple(Encoders.INT(), Encoders.INT()));
    }

    private static Iterator<Tuple2<Integer, Integer>> classify(Network network, Iterator<Row> rows) {
        return batches(rows)
                .flatMap(batch -> {
                    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
                    batch.forEach(row -> pixels.writeBytes(row.getAs(ImageTable.IMAGE)));
                    NDArray images = NDArray.of(pixels.toByteArray()).reshape(batch.size(), -1);
                    int[] labels = network.predict(images.astype(DType.FLOAT32).divi(255))
                            .argmax(1)
                            .toIntArray();
                    return IntStream.range(0, labels.length)
                            .mapToObj(i -> new Tuple2<>(batch.get(i).<Integer>getAs(ImageTable.POSITION), labels[i]));
                })
                .iterator();
    }

    private static Stream<List<Row>> batches(Iterator<Row> rows) {
        Iterator<List<Row>> batches = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<Row> next() {
                List<Row> batch = new ArrayList<>();
                while (rows.hasNext() && batch.size() < AT_ONCE) {
                    batch.add(rows.next());
                }
                return batch;
            }
        };
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(batches, 0), false);
    }
}
