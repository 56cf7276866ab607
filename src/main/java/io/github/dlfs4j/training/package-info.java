/**
 * Training: a network, an optimiser and samples, brought together.
 *
 * <p>A {@link io.github.dlfs4j.training.Dataset} keeps samples as they come and prepares them batch by batch.
 * {@link io.github.dlfs4j.training.Batches} says which samples make the next batch: drawn anew each time, as in the
 * book, or each sample once in an epoch. The {@link io.github.dlfs4j.training.Trainer} makes the steps, and does
 * whatever else shall be done every so many of them, or once an epoch; it counts epochs as the book's does if it is
 * asked to. A learning rate that changes is given to it by {@link io.github.dlfs4j.training.Trainer#learningRate}.
 *
 * <p>How good the network is in the end, and what it takes for what, a
 * {@link io.github.dlfs4j.training.ConfusionMatrix} tells.
 *
 * <p>All that the next steps depend on is in a {@link io.github.dlfs4j.training.Checkpoint}: the network, the
 * optimiser's state, the generator of random numbers and the place in the order of the samples. So a training may end
 * at any step, and another process makes of the file the very weights that one long run would have made:
 *
 * <pre>{@code
 * NDArray inputs = new RandomState(1).randn(20, 3);
 * Dataset data = Dataset.of(inputs, inputs.get(Index.all(), Index.at(0)).gt(0).astype(DType.INT64));
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
 * <p>What comes back from a file is checked before anything is changed: an array that is missing, of another shape or
 * dtype, not finite or out of its range is refused by its name, and network, optimiser and batches are as they were.
 *
 * <p>A file is replaced as a whole. Whoever kills the process finds the last checkpoint or the one before, complete.
 *
 * @serial exclude
 */
package io.github.dlfs4j.training;
