package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.mmm.items.DeonticVerb;
import org.mmm.items.ProcessType;
import org.mmm.pa.ProcessAction;

/**
 * The Rules of an M-Instance or M-Environment, as they stand together.
 *
 * @param holder the ID of the M-Instance or M-Environment
 * @param version from 0, raised by every change
 * @param rules at most {@value #MOST}; each request is compared with all that forbid
 * @throws IllegalArgumentException if there are more, or the version is negative
 */
public record RuleBook(String holder, long version, List<Rule> rules) {
  public static final int MOST = 1_000;

  public RuleBook {
    requireNonNull(holder, "the holder of the Rules is missing");
    if (version < 0)
      throw new IllegalArgumentException("a version must not be negative: " + version);
    rules = rules == null ? List.of() : List.copyOf(rules);
    if (rules.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " Rules, were " + rules.size());
    }
  }

  /** The Rules that forbid nothing. */
  public static RuleBook none(String holder) {
    return new RuleBook(holder, 0, List.of());
  }

  /** The next version, with these in place of all the former. */
  public RuleBook next(List<Rule> others) {
    return new RuleBook(holder, version + 1, others);
  }

  /** The first Rule that forbids the Action to a Process of that class. */
  public Optional<Rule> forbidding(ProcessType type, ProcessAction action) {
    for (Rule rule : rules) {
      if (rule.verb() == DeonticVerb.MAY_NOT
          && rule.about(type)
          && rule.pattern().forbids(action)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }
}
