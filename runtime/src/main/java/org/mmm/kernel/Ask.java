package org.mmm.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/**
 * What a Process is told to ask for.
 *
 * @param key the idempotency key: the same key and digest is the same request, at most 128
 *     characters
 * @param digest what was asked, hashed: the same key with another digest is a Clash
 * @param action the sentence
 * @param names what each name in it was claimed for
 * @param fresh unused names for what it yields
 * @param notAfter nothing is begun for it after this, epoch milliseconds
 * @param dryRun decide and tell only
 * @param tokenId the token it was presented with, to be checked by the Process; null where another
 *     entity vouches for it
 * @param extra what only the edge can make (a password's hash, a recovery code's), for Register;
 *     never logged
 */
public record Ask(
    String key,
    String digest,
    ProcessAction action,
    Map<String, Name> names,
    List<String> fresh,
    long notAfter,
    boolean dryRun,
    @Nullable String tokenId,
    @Nullable JsonNode extra) {
  public Ask {
    names = Map.copyOf(names);
    fresh = List.copyOf(fresh);
  }

  /** The same, of another sentence with other names. */
  public Ask with(ProcessAction other, Map<String, Name> others) {
    return new Ask(key, digest, other, others, fresh, notAfter, dryRun, tokenId, extra);
  }

  /**
   * The same, with what goes along marked as that Account's personal data; unchanged if it is of no
   * Account.
   */
  public Ask personalOf(String account) {
    List<With> items = action.complements().with();
    if (account.isEmpty() || items.isEmpty()) return this;
    List<With> marked =
        items.stream()
            .map(w -> w instanceof With.Inline i ? new With.Inline(i.item(), account) : w)
            .toList();
    return with(action.with(action.complements().with(marked)), names);
  }
}
