package org.mmm.journal;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiPredicate;

/**
 * Item data too large for an event, stored once per content. All calls return at once and fail with
 * {@link JournalException} if the store fails or too many requests wait for it.
 */
public interface Blobs {
  /**
   * Stores bytes and notes that the Item refers to them. To be done before the Item's event is
   * written: when it completes they are safe. Storing the same again only renews their age.
   *
   * @param item the Item that will refer to them, 1 to 1024 characters
   * @return fails with IllegalArgumentException if there are more bytes than {@code
   *     mmm.journal.max-blob-size}
   */
  CompletionStage<BlobRef> put(byte[] bytes, String item);

  /**
   * Notes that these Items refer to the bytes too, if {@code known} does, and renews their age. To
   * be done before the Items' events are written.
   *
   * @param known who put them, or an Item that refers to them
   * @return whether {@code known} does; if not, nothing was noted
   */
  CompletionStage<Boolean> refer(BlobRef ref, String known, Collection<String> items);

  /** The bytes, verified against their hash; empty if they are not stored. */
  CompletionStage<Optional<byte[]>> get(BlobRef ref);

  /** Whether the bytes are stored. */
  CompletionStage<Boolean> exists(BlobRef ref);

  /**
   * Removes what nobody needs: references that no longer hold, and bytes to which none is left.
   *
   * @param olderThan bytes put later than this long ago are left alone: their Item's event may
   *     still be on its way
   * @param holds (Item, hash): whether the Item still refers to these bytes; may block, is called
   *     on a thread of the store
   * @return how many blobs were removed
   */
  CompletionStage<Integer> sweep(Duration olderThan, BiPredicate<String, String> holds);
}
