package org.mmm.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mmm.journal.BlobRef;
import org.mmm.journal.Blobs;
import org.mmm.kernel.Ask;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;
import org.mmm.pa.With;

/**
 * Item data that is too large to stand in an Item. A Process uploads it first; an Item names it by
 * its DataURI, {@code urn:mmm:data:<SHA-256>:<bytes>}. Before anything is asked that carries such
 * an Item it is noted that the Item refers to the data, so an event never names what could be
 * swept.
 */
public final class StoredData {
  /** So many pieces of data one request names at most. */
  static final int NAMED_AT_MOST = 16;

  /** No ID begins so: IDs have no control characters. */
  private static final String UPLOADED_BY = "uploaded by\n";

  private static final String URN = "urn:mmm:data:";
  private static final Pattern FORM = Pattern.compile(URN + "([0-9a-f]{64}):([0-9]{1,10})");

  private final Blobs blobs;

  public StoredData(Blobs blobs) {
    this.blobs = blobs;
  }

  /**
   * Stores data for a Process, which may name it in its Items from then on.
   *
   * @return its DataURI; fails with IllegalArgumentException if it is too large
   */
  public CompletionStage<String> upload(byte[] bytes, String process) {
    return blobs
        .put(bytes, UPLOADED_BY + process)
        .thenApply(ref -> URN + ref.hash() + ":" + ref.length());
  }

  /** The bytes; empty if they are not stored. */
  public CompletionStage<Optional<byte[]>> read(BlobRef ref) {
    return blobs.get(ref);
  }

  /** The stored data that an Item names, in its order, each once. */
  public static List<BlobRef> in(JsonNode item) {
    Set<BlobRef> all = new LinkedHashSet<>();
    collect(item, all);
    return new ArrayList<>(all);
  }

  /** Whether that is the note that a Process has uploaded something, and no Item's. */
  public static boolean isUpload(String reference) {
    return reference.startsWith(UPLOADED_BY);
  }

  /** Sees to it that all data which is named is stored and stays so; else says why not. */
  CompletionStage<Optional<PaStatus.Err>> keep(Ask ask) {
    Set<BlobRef> named = new LinkedHashSet<>();
    for (With with : ask.action().complements().with()) {
      if (with instanceof With.Inline inline) collect(inline.item(), named);
    }
    if (named.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    if (named.size() > NAMED_AT_MOST) {
      return CompletableFuture.completedFuture(
          Optional.of(
              PaStatus.err(
                  Reason.FAULTY_PA,
                  "a request names at most "
                      + NAMED_AT_MOST
                      + " pieces of stored data, were "
                      + named.size())));
    }
    Set<String> items = new LinkedHashSet<>();
    if (!ask.dryRun()) {
      items.addAll(ask.fresh()); // the name of what comes into being is one of these
      if (ask.action().complements().nil() != null) items.add(ask.action().complements().nil());
    }
    CompletionStage<Optional<PaStatus.Err>> all =
        CompletableFuture.completedFuture(Optional.empty());
    for (BlobRef ref : named) {
      all =
          all.thenCompose(
              refused ->
                  refused.isPresent()
                      ? CompletableFuture.completedFuture(refused)
                      : keep(ref, ask.action().source(), items));
    }
    return all;
  }

  private CompletionStage<Optional<PaStatus.Err>> keep(
      BlobRef ref, String process, Set<String> items) {
    return blobs
        .refer(ref, UPLOADED_BY + process, items)
        .thenApply(
            known ->
                known
                    ? Optional.empty()
                    : Optional.of(
                        PaStatus.err(
                            Reason.INC_ID,
                            URN
                                + ref.hash()
                                + ":"
                                + ref.length()
                                + " names no data that "
                                + process
                                + " has uploaded; POST it to /api/v2.2/data first")));
  }

  private static void collect(JsonNode node, Set<BlobRef> refs) {
    if (node.isTextual() && node.textValue().startsWith(URN)) {
      Matcher form = FORM.matcher(node.textValue());
      if (form.matches()) refs.add(new BlobRef(form.group(1), Long.parseLong(form.group(2))));
    }
    for (JsonNode part : node) collect(part, refs);
  }
}
