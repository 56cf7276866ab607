package io.github.dlfs4j.app.page.training;

import io.github.dlfs4j.app.life.Life;
import java.util.Map;

/**
 * A training that is ready to run.
 *
 * @param model the network that learns
 * @param name what it differs in from other trainings of such a network, for example {@code adam, learning rate 0.001}
 * @param options the options that were asked for
 * @param life the training itself
 */
public record Course(Model model, String name, Map<String, String> options, Life life) {}
