package org.mmm.child;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a node says while it starts. The newest line is held back: if it is the node's last word, it
 * is the reason why the node did not start, and is told as that and not twice.
 */
final class Announcements implements Consumer<String> {
  private static final String LEAD = "mmm: ";

  private final Consumer<String> say;
  private @Nullable String held;
  private boolean open;

  Announcements(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public synchronized void accept(String line) {
    if (held != null) {
      say.accept(held);
      held = null;
    }
    if (open) {
      say.accept(line);
    } else {
      held = line;
    }
  }

  /** From here on every line is said as it comes. */
  synchronized void letGo() {
    open = true;
    if (held != null) {
      say.accept(held);
      held = null;
    }
  }

  /** The line held back, if it is one of the program and not of a crash. */
  synchronized Optional<String> lastWord() {
    String last = held;
    if (last == null || !last.startsWith(LEAD)) {
      letGo();
      return Optional.empty();
    }
    held = null;
    return Optional.of(last.substring(LEAD.length()));
  }
}
