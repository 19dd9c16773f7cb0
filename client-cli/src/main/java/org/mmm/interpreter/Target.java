package org.mmm.interpreter;

import java.util.Optional;
import java.util.function.Function;
import org.mmm.client.Api;

/**
 * The node that sentences are sent to.
 *
 * @param name of its context
 * @param tokens those of the context; the run's own come first
 */
public record Target(String name, Api api, Function<String, Optional<String>> tokens) {}
