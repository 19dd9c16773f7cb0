package org.mmm.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a Process or Item of another M-Instance: {@code User2@meet.example}. Where a Process
 * has Rights outside its own M-Instance, an entity of this name keeps them, which nobody founds: it
 * is there as soon as somebody speaks of it or for it.
 *
 * @param local its name in its own M-Instance
 * @param instance the ID of that, a host name, with a port if it is not 443; in lower case
 */
public record RemoteName(String local, String instance) {
  private static final Pattern FORM =
      Pattern.compile("([^@\\s]+)@([A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:[0-9]{1,5})?)");

  /** The parts of such a name; empty for every other. */
  public static Optional<RemoteName> of(String name) {
    Matcher form = FORM.matcher(name);
    return form.matches()
        ? Optional.of(
            new RemoteName(form.group(1), form.group(2).toLowerCase(java.util.Locale.ROOT)))
        : Optional.empty();
  }

  public static boolean is(String name) {
    return name.indexOf('@') > 0 && FORM.matcher(name).matches();
  }

  @Override
  public String toString() {
    return local + "@" + instance;
  }
}
