package org.mmm.journal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that belongs to a person. On disk, and between nodes, it is encrypted under the key of the
 * person's Account; when that key has been erased the text is gone wherever it was written, and all
 * around it can still be read.
 *
 * @param account the Account whose key protects it, 1 to 1024 characters
 * @param text what it says; null once the Account's key is erased
 */
public record Personal(String account, @Nullable String text) {
  public Personal {
    requireNonNull(account, "account is missing");
    if (account.isEmpty() || account.length() > 1024) {
      throw new IllegalArgumentException(
          "account must have 1 to 1024 characters, had " + account.length());
    }
  }

  /** The text, unless it is erased. */
  public Optional<String> readable() {
    return Optional.ofNullable(text);
  }

  /** Keeps the text out of logs and error messages. */
  @Override
  public String toString() {
    return "Personal[" + account + (text == null ? ", erased]" : ", ...]");
  }
}
