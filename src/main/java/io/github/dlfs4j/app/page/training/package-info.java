/**
 * The view "Train". A request that starts, stops or saves a training meets
 * {@link io.github.dlfs4j.app.page.training.TrainingControl}. The training is a {@code TrainingRun} in a thread of its
 * own, which shares its network with other threads between two steps ({@code StepLock}), and whose file is one of
 * {@code SavedTrainings}. Tabs follow it by {@code TrainingEvents}, and ask {@code Results} what it has come to.
 * {@link io.github.dlfs4j.app.page.training.TrainingJob} makes the trainings.
 */
package io.github.dlfs4j.app.page.training;
