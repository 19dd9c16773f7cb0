package org.mmm.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mmm.journal.JournalNode.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What blobs must do, in whatever store. It is empty at first, and takes 1 MiB at most. */
interface BlobsContract {
  Duration DAY = Duration.ofHours(24);

  /** The store as it is open now. */
  Blobs blobs();

  /** Closes the store, and opens it again. */
  void reopen();

  /** What the store's clock says. */
  AtomicReference<Instant> now();

  @Test
  default void areReferredToByWhomeverSomeoneWhoKnowsThemVouchesFor() {
    var ref = await(blobs().put(random(10), "uploader"));
    assertThat(await(blobs().refer(ref, "stranger", List.of("statue")))).isFalse();
    assertThat(await(blobs().refer(ref, "uploader", List.of("statue")))).isTrue();
    var longer = new BlobRef(ref.hash(), ref.length() + 1);
    assertThat(await(blobs().refer(longer, "uploader", List.of("statue")))).isFalse();

    assertThat(await(blobs().sweep(Duration.ofMillis(-1), (item, hash) -> item.equals("statue"))))
        .isZero();
    assertThat(await(blobs().refer(ref, "uploader", List.of()))).as("it was swept").isFalse();
    assertThat(await(blobs().refer(ref, "statue", List.of("copy")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, StoredBlobs.CHUNK - 1, StoredBlobs.CHUNK, StoredBlobs.CHUNK + 1, 1 << 20})
  default void comeBackWhole(int length) {
    var bytes = random(length);
    var ref = await(blobs().put(bytes, "statue"));
    reopen();
    assertThat(await(blobs().get(ref)))
        .hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes));
    assertThat(ref.length()).isEqualTo(length);
  }

  @Test
  @DisplayName("are named by their SHA-256 (FIPS 180-2, the digest of \"abc\")")
  default void areNamedByTheirContent() {
    var ref = await(blobs().put(new byte[] {'a', 'b', 'c'}, "letters"));
    assertThat(ref)
        .isEqualTo(
            new BlobRef("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3));
    assertThat(await(blobs().put(new byte[] {'a', 'b', 'c'}, "other letters"))).isEqualTo(ref);
    assertThat(await(blobs().exists(ref))).isTrue();
    assertThat(await(blobs().exists(new BlobRef("0".repeat(64), 3)))).isFalse();
    assertThat(await(blobs().get(new BlobRef("0".repeat(64), 3)))).isEmpty();
  }

  @Test
  default void areBoundedInSize() {
    assertThatThrownBy(() -> await(blobs().put(new byte[(1 << 20) + 1], "statue")))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("mmm.journal.max-blob-size", "1048576", "1048577");
  }

  @Test
  default void areSweptWhenOldAndUnreferenced() {
    var used = await(blobs().put(random(10), "statue"));
    var shared = await(blobs().put(random(20), "painting"));
    await(blobs().put(random(20), "statue"));
    var unused = await(blobs().put(random(30), "painting"));
    now().updateAndGet(t -> t.plus(DAY).plusMillis(1));
    var fresh = await(blobs().put(random(40), "painting"));

    assertThat(await(blobs().sweep(DAY, (item, hash) -> item.equals("statue")))).isEqualTo(1);

    assertThat(await(blobs().exists(unused))).isFalse();
    assertThat(await(blobs().exists(used))).isTrue();
    assertThat(await(blobs().exists(shared))).isTrue();
    assertThat(await(blobs().exists(fresh))).isTrue();
  }

  @Test
  @DisplayName("put again are young again: the Item's event is still on its way")
  default void areSparedWhenPutAgain() {
    var ref = await(blobs().put(random(10), "statue"));
    now().updateAndGet(t -> t.plus(DAY).plusMillis(1));
    await(blobs().put(random(10), "copy"));
    assertThat(await(blobs().sweep(DAY, (item, hash) -> false))).isZero();
    assertThat(await(blobs().exists(ref))).isTrue();
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
