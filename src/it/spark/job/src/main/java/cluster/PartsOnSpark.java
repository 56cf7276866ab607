package cluster;

import io.github.dlfs4j.ndarray.NDArray;
import io.github.dlfs4j.network.Network;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Parts on a cluster, a task each. */
record PartsOnSpark(JavaRDD<Part> parts, int size) implements Parts {
    /**
     * The image at position i goes to part i % count; in it the images are in order.
     *
     * @param table as {@link ImageTable} has it
     * @param shape of an image, as the network takes it
     */
    static JavaRDD<Part> of(Dataset<Row> table, int count, int... shape) {
        return table.javaRDD()
                .mapToPair(row -> new Tuple2<>(row.<Integer>getAs(ImageTable.POSITION), row))
                .repartitionAndSortWithinPartitions(new HashPartitioner(count))
                .values()
                .mapPartitionsWithIndex(
                        (number, rows) -> Stream.of(part(number, rows, shape)).iterator(), true);
    }

    private static Part part(int number, Iterator<Row> rows, int... shape) {
        ByteArrayOutputStream pixels = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        rows.forEachRemaining(row -> {
            pixels.writeBytes(row.getAs(ImageTable.IMAGE));
            labels.write(row.<Integer>getAs(ImageTable.LABEL));
        });
        int[] all = IntStream.concat(IntStream.of(labels.size()), IntStream.of(shape))
                .toArray();
        return new Part(number, NDArray.of(pixels.toByteArray(), all), NDArray.of(labels.toByteArray()));
    }

    /**
     * One job. Spark sends the network with the task, once to each machine, and every task makes a network of its own
     * of it. What the parts say is sorted by their numbers and added by one more task; added as they come, sums would
     * differ from run to run.
     */
    @Override
    public Share sum(Network network, long step) {
        int images = size;
        return parts.mapToPair(part -> new Tuple2<>(part.number(), part.share(network, step, images)))
                .repartitionAndSortWithinPartitions(new HashPartitioner(1))
                .values()
                .reduce(Share::plus);
    }
}
