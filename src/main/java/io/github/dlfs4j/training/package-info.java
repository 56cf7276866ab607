/**
 * Training, chapters 4 to 6 of the book: a network, an optimiser and samples work together.
 *
 * <p>A {@link io.github.dlfs4j.training.Dataset Dataset} keeps samples and prepares them batch by batch.
 * {@link io.github.dlfs4j.training.Batches Batches} decides which samples are in the next batch: samples drawn again
 * for each batch, as in the book, or each sample once in an epoch. The {@link io.github.dlfs4j.training.Trainer
 * Trainer} makes the steps, and runs actions every so many steps or once an epoch.
 * {@link io.github.dlfs4j.training.Trainer#learningRate Trainer.learningRate} sets a learning rate that changes.
 *
 * <p>A {@link io.github.dlfs4j.training.ConfusionMatrix ConfusionMatrix} shows how good the network is in the end, and
 * which classes it confuses. A {@link io.github.dlfs4j.training.History History} records metrics, an
 * {@link io.github.dlfs4j.training.EarlyStop EarlyStop} ends a training that no longer gets better, and a
 * {@link io.github.dlfs4j.training.RandomSearch RandomSearch} looks for hyperparameters.
 *
 * <p>A {@link io.github.dlfs4j.training.Checkpoint Checkpoint} holds everything that the next steps depend on: the
 * network, the state of the optimiser, the generator of random numbers, and the place in the order of the samples. So a
 * training can end at any step and continue in another process. The weights that come out are the same as those of one
 * long run, to the bit:
 *
 * <pre>{@code
 * NDArray inputs = new RandomState(1).randn(20, 3);
 * Dataset data = Dataset.of(inputs, inputs.get(Index.all(), 0).gt(0).astype(DType.INT64));
 * List<TwoLayerNet> networks = new ArrayList<>();
 * List<Trainer> trainers = new ArrayList<>();
 * for (int i = 0; i < 2; i++) {
 *     RandomState random = new RandomState(i);
 *     networks.add(new TwoLayerNet(3, 5, 2, random));
 *     trainers.add(new Trainer(networks.get(i), new SGD(0.1), Batches.random(data, 4, random)));
 * }
 * trainers.get(0).run(7);
 * Checkpoint checkpoint = trainers.get(0).checkpoint();
 * trainers.get(0).run(5);
 * trainers.get(1).restore(checkpoint);
 * trainers.get(1).run(5);
 * System.out.println(networks.get(0).parameters().equals(networks.get(1).parameters()));
 * }</pre>
 *
 * prints
 *
 * <pre>{@code
 * true
 * }</pre>
 *
 * <p>Restoring a checkpoint checks all of it first. If an array is missing, not finite or out of range, or has another
 * shape or dtype, an exception names the array, and nothing is changed.
 *
 * <p>A checkpoint file is replaced as a whole. If the process is killed, the file holds the last checkpoint or the one
 * before.
 *
 * @serial exclude
 */
package io.github.dlfs4j.training;
