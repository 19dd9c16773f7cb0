package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How this M-Instance stands to another one. Who is not known is pending. */
public enum Standing {
  /** It has asked, or was named, and nobody has decided yet: nothing is performed for it. */
  PENDING,
  /** What it asks is performed as far as Rights and Rules allow, and it is asked. */
  ALLOWED,
  /** As allowed, at a rate that the operator has set. */
  LIMITED,
  /** Nothing is performed for it, and it is asked nothing. */
  BLOCKED;

  /** Whether Process Actions pass between it and this M-Instance. */
  public boolean open() {
    return this == ALLOWED || this == LIMITED;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Standing> of(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
