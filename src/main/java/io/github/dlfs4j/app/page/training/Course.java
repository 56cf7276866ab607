package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.life.Life;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A training that is ready to run.
 *
 * @param learner what learns
 * @param name what it differs in from other trainings of such a network, for example {@code adam, learning rate 0.001},
 *     in the language of the thread
 * @param options the options that were asked for
 * @param life the training itself
 */
public record Course(Learner learner, Supplier<String> name, Map<String, String> options, Life life) {}
