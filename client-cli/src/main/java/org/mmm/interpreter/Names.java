package org.mmm.interpreter;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.mmm.script.Interpolation;
import org.mmm.script.Operand.Name;

/** What the names of one step stand for. */
final class Names {
  private static final Pattern HUMAN = Pattern.compile("human[0-9]+");
  private static final Pattern KIND = Pattern.compile("(\\p{L}+)[0-9].*");

  private final RunState run;
  private final Frame frame;

  Names(RunState run, Frame frame) {
    this.run = run;
    this.frame = frame;
  }

  /** The real ID of a name: what it is bound to, or the name itself. */
  String id(Name name) {
    return id(plain(name));
  }

  /** As {@link #id(Name)}, for a name whose variables are filled. */
  String id(String plain) {
    int at = plain.lastIndexOf('@');
    return at > 0 && !frame.variables().containsKey(plain)
        ? id(plain.substring(0, at)) + "@" + host(plain.substring(at + 1))
        : here(plain);
  }

  /** The ID of an M-Instance: that of a context which the script has used, or the host itself. */
  private String host(String name) {
    return run.binding("@" + name).orElse(name);
  }

  private String here(String plain) {
    String bound = frame.variables().get(plain);
    if (bound != null) {
      return run.binding(bound).orElse(bound);
    }
    Optional<String> known = run.binding(plain);
    if (known.isPresent()) {
      return known.get();
    }
    if (HUMAN.matcher(plain).matches()) {
      return run.bind(plain, plain + "-" + run.name());
    }
    if (run.wasToBeBound(plain)) {
      throw new IllegalArgumentException(
          plain + " stands for nothing: the sentence that was to bind it did not");
    }
    run.used(plain);
    return plain;
  }

  /** The name with the values of the loops' variables in its braces. */
  String plain(Name name) {
    return name.interpolated() ? Interpolation.fill(name.text(), variable()) : name.text();
  }

  /** Whether nothing is known of the name: then an expectation or a capture may bind it. */
  boolean isOpen(Name name) {
    String plain = plain(name);
    return !name.quoted()
        && KIND.matcher(plain).matches()
        && !frame.variables().containsKey(plain)
        && run.binding(plain).isEmpty()
        && !run.wasUsed(plain)
        && plain.indexOf('@') < 0
        && !HUMAN.matcher(plain).matches();
  }

  /** For texts and payloads: a name's real ID. */
  UnaryOperator<String> ids() {
    return this::id;
  }

  /** The letters before the first digit, which say what kind of thing the name stands for. */
  static String kind(String plain) {
    int digit = 0;
    while (digit < plain.length() && !Character.isDigit(plain.charAt(digit))) {
      digit++;
    }
    return plain.substring(0, digit);
  }

  private UnaryOperator<String> variable() {
    return variable -> {
      String value = frame.variables().get(variable);
      if (value != null) {
        return value;
      }
      return run.binding(variable)
          .orElseThrow(() -> new IllegalArgumentException("{" + variable + "} has no value here"));
    };
  }
}
