package org.mmm.edge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mmm.journal.BlobRef;
import org.mmm.personae.ModelLimits;
import org.mmm.personae.ModelRules;

/**
 * Whether a model may be shown. The same bytes are asked for by all who see them, so what was found
 * of the latest is remembered by their hash.
 */
final class ModelChecks {
  private static final int REMEMBERED = 1_000;

  private final ModelLimits limits;
  private final Map<String, Optional<String>> found =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Optional<String>> eldest) {
              return size() > REMEMBERED;
            }
          });

  ModelChecks(ModelLimits limits) {
    this.limits = limits;
  }

  /** Why those bytes are not shown; empty if they are. */
  Optional<String> refusal(byte[] bytes) {
    return ModelRules.refusal(bytes, limits);
  }

  /** The same of stored data. */
  Optional<String> refusal(BlobRef ref, byte[] bytes) {
    Optional<String> known = found.get(ref.hash());
    if (known != null) return known;
    Optional<String> now = refusal(bytes);
    found.put(ref.hash(), now);
    return now;
  }

  /** Why they need not even be read. */
  Optional<String> tooLong(BlobRef ref) {
    return ref.length() <= limits.bytesAtMost()
        ? Optional.empty()
        : Optional.of(
            "bytes of the model: "
                + ref.length()
                + ", may be at most "
                + limits.bytesAtMost()
                + "; make it smaller");
  }
}
