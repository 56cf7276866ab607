package cluster;

import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerBlockUpdated;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.storage.BlockUpdatedInfo;

/** What Spark says that it has moved, in bytes, and how long tasks took beside their work, in milliseconds. */
final class Traffic extends SparkListener {
    private long toExecutors;
    private long betweenTasks;
    private long toDriver;
    private long unpacking;
    private long packing;
    private int tasks;

    record Sums(long toExecutors, long betweenTasks, long toDriver, long unpacking, long packing, int tasks) {
        Sums minus(Sums other) {
            return new Sums(
                    toExecutors - other.toExecutors,
                    betweenTasks - other.betweenTasks,
                    toDriver - other.toDriver,
                    unpacking - other.unpacking,
                    packing - other.packing,
                    tasks - other.tasks);
        }
    }

    /** All until now, the events of the last moment included. */
    Sums sums() throws InterruptedException {
        Thread.sleep(1000);
        synchronized (this) {
            return new Sums(toExecutors, betweenTasks, toDriver, unpacking, packing, tasks);
        }
    }

    @Override
    public synchronized void onBlockUpdated(SparkListenerBlockUpdated event) {
        BlockUpdatedInfo block = event.blockUpdatedInfo();
        boolean isPiece =
                block.blockId().isBroadcast() && block.blockId().name().contains("piece");
        if (isPiece && block.storageLevel().isValid() && !block.blockManagerId().isDriver()) {
            toExecutors += block.memSize() + block.diskSize();
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd event) {
        TaskMetrics metrics = event.taskMetrics();
        betweenTasks += metrics.shuffleReadMetrics().totalBytesRead();
        toDriver += metrics.resultSize();
        unpacking += metrics.executorDeserializeTime();
        packing += metrics.resultSerializationTime();
        tasks++;
    }
}
