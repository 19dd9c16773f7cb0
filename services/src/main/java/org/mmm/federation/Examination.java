package org.mmm.federation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.mmm.ipp.Capabilities;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.InstanceKey;
import org.mmm.ipp.Terms;
import org.mmm.kernel.Ambient;
import org.mmm.provenance.Ed25519;

/**
 * Looks whether another M-Instance can be spoken with: what it publishes, its keys, its clock, and
 * what it says to a request of ours. Asks for nothing that changes anything there.
 */
final class Examination {
  private static final Duration SOON = Duration.ofDays(30);
  private static final int ID_BYTES = 12;

  private final FederationSettings settings;
  private final PeerLine line;
  private final Ambient ambient;
  private final ArrayNode checks = JsonNodeFactory.instance.arrayNode();

  Examination(FederationSettings settings, PeerLine line, Ambient ambient) {
    this.settings = settings;
    this.line = line;
    this.ambient = ambient;
  }

  /** What was found, one entry for each check; never fails. */
  CompletionStage<ArrayNode> of(InstanceId peer) {
    if (peer.name().equals(settings.id())) {
      found("document", false, peer + " is this M-Instance");
      return CompletableFuture.completedFuture(checks);
    }
    return line.documents()
        .now(peer)
        .thenCompose(
            document -> {
              long now = ambient.millis() / 1_000;
              found("document", true, "the Resolution Service is at " + document.resolution());
              boolean version = document.versions().contains(Terms.VERSION);
              found("version", version, "it speaks " + String.join(", ", document.versions()));
              Capabilities can = document.capabilities();
              found(
                  "capabilities",
                  true,
                  can.profile().isEmpty()
                      ? "it does not say what it can do"
                      : "Profile " + can.profile() + ", " + can.actions().size() + " Actions");
              keys(document, now);
              long off = document.time() - now;
              found(
                  "clock",
                  Math.abs(off) <= settings.clockSkew().toSeconds(),
                  "its clock is "
                      + off
                      + " s ahead; up to "
                      + settings.clockSkew().toSeconds()
                      + " s is taken (mmm.federation.clock-skew)");
              return ask(peer);
            })
        .exceptionally(
            failure -> {
              found("document", false, Failures.line(failure));
              return checks;
            });
  }

  private void keys(InstanceDocument document, long now) {
    InstanceKey key =
        document.keys().stream()
            .filter(one -> one.validAt(now))
            .max(Comparator.comparingLong(InstanceKey::until))
            .orElse(null);
    found(
        "keys",
        key != null,
        key == null
            ? "none of its keys is valid now"
            : key.id()
                + " is "
                + Ed25519.text(key.key())
                + ", valid until "
                + Instant.ofEpochSecond(key.until())
                + (key.until() - now < SOON.toSeconds() ? ": soon it needs a new one" : ""));
  }

  /** A ticket to a place that there is not: refused there, if all before is in order. */
  private CompletionStage<ArrayNode> ask(InstanceId peer) {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("process", "operator@" + settings.id())
            .put("room", "no place");
    String id = HexFormat.of().formatHex(ambient.random(ID_BYTES));
    return line.ask(peer, "/tickets/" + id, body)
        .thenApply(
            said -> {
              String detail = said.body().path("paStatus").path("detail").asText();
              switch (said.status()) {
                case 401 -> found("signature", false, "it does not take ours: " + detail);
                case 403 -> {
                  found("signature", true, "it takes ours, and its answers are signed");
                  found("allowed there", false, detail);
                }
                default -> {
                  found("signature", true, "it takes ours, and its answers are signed");
                  found("allowed there", true, "it takes what we ask");
                }
              }
              return checks;
            })
        .exceptionally(
            failure -> {
              found("signature", false, Failures.line(failure));
              return checks;
            });
  }

  private void found(String check, boolean fine, String says) {
    checks.addObject().put("check", check).put("fine", fine).put("says", says);
  }
}
