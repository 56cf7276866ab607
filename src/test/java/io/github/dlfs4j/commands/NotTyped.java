package io.github.dlfs4j.commands;

import java.util.LinkedHashMap;
import java.util.Map;

/** The commands that no test types, and why. */
final class NotTyped {
    private static final String LIST = """
            .ci/run | is the check of everything, which runs this test too
            .ci/run order | runs all tests
            mvn -Pvector-lengths test | is a check itself
            .ci/stale | is typed by .ci/run, in a clone
            mvn -q verify | is a check itself
            mvn verify | is a check itself
            mvn test -Dtest=DotTest | is a check itself
            mvn test -Dgroups=trainings -Dtest=ClaimsTest | is a check itself, of many minutes
            mvn spotless:apply | is a check itself, which mvn verify makes
            mvn test -Dtest=BasicsReplayTest,RecordedFunctionsTest | is a check itself
            mvn -Perrorprone clean verify | is a check itself
            mvn -Pcoverage verify | is a check itself
            mvn test -Dgroups=commands | is this test
            mvn test -Dgroups=long,trainings | is a check itself, of many minutes
            mvn test -Dgroups=exhaustive | is a check itself, of hours
            mvn test -Dgroups=everywhere | is a check itself
            mvn test -Dgroups=arm -Darm.java="…" | is a check itself, and needs a virtual machine for ARM
            mvn test -Dgroups=arm \
            -Darm.java="qemu-aarch64-static -L ~/arm/usr ~/arm/usr/lib/jvm/java-25-openjdk-arm64/bin/java" \
            | is a check itself, and needs a virtual machine for ARM
            dpkg --add-architecture arm64 | is for root, and fetches 60 MB with the next ones
            apt-get update | is for root
            apt-get install qemu-user-static | is for root
            apt-get download openjdk-25-jre-headless:arm64 libc6:arm64 libgcc-s1:arm64 libstdc++6:arm64 zlib1g:arm64 \
            | needs the architecture, which root adds
            for package in *_arm64.deb; do dpkg -x $package ~/arm; done | unpacks what was downloaded
            mvn test -Dgroups=fuzz | is a check itself
            mvn verify -Dit=browser | is a check itself, and needs Chromium
            mvn verify -Dit=peers | prepares what needs Python, and fetches 130 MB
            mvn verify -Dit=spark | is a check itself, and starts a cluster
            mvn verify -Dit=spark -Dfigures=true | measures on a cluster
            cp -r src/it/spark/job ../job | copies a project for a cluster
            cd ../job | copies a project for a cluster
            mvn -q package | builds the copy of a project; mvn verify -Dit=spark builds the project
            export MASTER=spark://master:7077 | names the cluster of a reader
            export DLFS4J_DATA=/path/to/dlfs4j/data | names the cluster of a reader
            export STORAGE=hdfs://namenode:8020/user/me | names the cluster of a reader
            spark-submit --master "$MASTER" --class cluster.ImageTable --jars target/lib/dlfs4j.jar \
            --driver-memory 1g target/job.jar "$STORAGE/mnist.parquet" \
            | is typed by SubmitTest of src/it/spark
            spark-submit --master "$MASTER" --class cluster.TrainMnist --jars target/lib/dlfs4j.jar \
            --driver-memory 1g --total-executor-cores 2 --executor-cores 1 --executor-memory 1g --conf \
            spark.executor.extraJavaOptions=-Ddlfs4j.threads=1 target/job.jar "$STORAGE/mnist.parquet" \
            "$STORAGE/checkpoint" 100 \
            | is typed by SubmitTest of src/it/spark
            spark-submit --master yarn --deploy-mode cluster --class cluster.TrainMnist --jars \
            target/lib/dlfs4j.jar --driver-memory 1g --num-executors 2 --executor-cores 1 --executor-memory 1g \
            --conf spark.executor.extraJavaOptions=-Ddlfs4j.threads=1 target/job.jar "$STORAGE/mnist.parquet" \
            "$STORAGE/checkpoint" 100 \
            | needs another cluster
            spark-submit --master k8s://https://kubernetes:6443 --deploy-mode cluster --class cluster.TrainMnist \
            --conf spark.kubernetes.container.image=registry/spark:4.2.0 --conf \
            spark.kubernetes.authenticate.driver.serviceAccountName=spark --conf \
            spark.kubernetes.file.upload.path="$STORAGE/upload" --jars target/lib/dlfs4j.jar --driver-memory 1g \
            --num-executors 2 --executor-cores 1 --executor-memory 1g --conf \
            spark.executor.extraJavaOptions=-Ddlfs4j.threads=1 target/job.jar "$STORAGE/mnist.parquet" \
            "$STORAGE/checkpoint" 100 \
            | needs another cluster
            mvn verify -Dit=array-api -Darray-api-tests=/path/to/array-api-tests | needs Python and the suite
            mvn verify -Dit=array-api -Darray-api-tests=/path/to/array-api-tests -Darray-api-module=numpy \
            | needs Python and the suite
            mvn -Pmutation test-compile | is a check itself, of hours
            mvn -Pbenchmark test-compile | prepares what needs Python; .ci/run runs it
            mvn -q -Pbenchmark test-compile | prepares what needs Python; .ci/run runs it
            python3 src/test/python/compare.py --java /path/to/jdk-25/bin/java --short | needs Python, and runs for long
            python3 src/test/python/compare.py --java /path/to/jdk-25/bin/java --watch | needs Python, and runs for long
            export NPY_DISABLE_CPU_FEATURES="X86_V4 AVX512_ICL AVX512_SPR" | is for Python
            python3 src/test/resources/numpy/make_array_records.py --seed 1 --count 600 --out src/test/resources/numpy/seed1 \
            basics | needs Python and NumPy
            java -cp target/classes:target/test-classes io.github.dlfs4j.pretraining.LeNetTraining le-net.npz \
            | trains for ten minutes and more
            java -cp target/classes:target/test-classes io.github.dlfs4j.pretraining.LeNetTraining \
            src/main/resources/io/github/dlfs4j/network/le-net.npz | trains for ten minutes and more
            git diff --stat src/test/resources/checksums.tsv | needs a repository of git
            mvn versions:set -DnewVersion=… | is typed by ReleaseTest
            mvn -s .mvn/central.xml -Prelease deploy | is typed by ReleaseTest
            mvn -q compile exec:java -Dexec.args="--download --data data" | asks public servers: DownloadingMainTest has its own
            --download --data data | asks public servers: DownloadingMainTest has its own
            --dataset fashion | needs files that are not in the repository
            java --add-modules jdk.incubator.vector | begins a command for a program of one's own
            --add-modules jdk.incubator.vector | is an option of java, for a program of one's own
            --add-modules java.desktop | is an option of java, for a program of one's own
            """;

    private NotTyped() {}

    /** Returns the reason for each command. */
    static Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        LIST.lines().forEach(line -> {
            int end = line.indexOf(" | ");
            reasons.put(line.substring(0, end), line.substring(end + 3));
        });
        return reasons;
    }
}
