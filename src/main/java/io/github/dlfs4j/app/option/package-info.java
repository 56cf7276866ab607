/**
 * The options of the command line. {@code Option} is the table of all of them, from which {@code Options} is parsed,
 * the help is printed, and the page makes its form. {@code NetworkKind} and {@code OptimizerKind} are the networks and
 * optimisers to choose from, and a {@code TrainingPlan} is what stays the same when a training is resumed.
 */
package io.github.dlfs4j.app.option;
