package org.mmm.federation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.mmm.edge.OtherInstances;
import org.mmm.gateway.Gateway;
import org.mmm.ipp.InstanceId;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Companion;
import org.mmm.resolution.Resolution;

/** What of a node speaks with other M-Instances; nothing if its M-Instance has no ID. */
public final class Federation {
  private static final String KEY_FILE = "federation.keys";

  private final FederationSettings settings;
  private final Ambient ambient;
  private final @Nullable OwnKeys keys;
  private final @Nullable PeerLine line;

  private Federation(
      FederationSettings settings,
      Ambient ambient,
      @Nullable OwnKeys keys,
      @Nullable PeerLine line) {
    this.settings = settings;
    this.ambient = ambient;
    this.keys = keys;
    this.line = line;
  }

  /**
   * @param data the data directory
   * @throws IllegalArgumentException if the file of the keys is wrong
   */
  public static Federation of(FederationSettings settings, Path data, Ambient ambient) {
    if (!settings.on()) return new Federation(settings, ambient, null, null);
    Path file = settings.keyFile().isBlank() ? data.resolve(KEY_FILE) : Path.of(settings.keyFile());
    OwnKeys keys = OwnKeys.of(file, ambient.millis() / 1_000);
    return new Federation(settings, ambient, keys, new PeerLine(settings, keys, ambient));
  }

  /** What carries the letters of that entity; null if it keeps none. */
  public @Nullable Companion<?> courier(Address entity) {
    PeerLine own = line;
    if (own == null) return null;
    return Resolution.letters(entity)
        .flatMap(Federation::named)
        .map(peer -> new Courier(peer, own, ambient))
        .orElse(null);
  }

  /**
   * Other M-Instances, as the edge knows them.
   *
   * @param bodyAtMost bytes of a request, as the edge takes them
   * @param encrypted whether this node is reached by HTTPS
   */
  public OtherInstances others(Gateway gateway, int bodyAtMost, boolean encrypted) {
    OwnKeys own = keys;
    PeerLine way = line;
    if (own == null || way == null)
      return new TicketsAbroad(settings, ambient, gateway, null, none -> List.of());
    return new TicketsAbroad(
        settings,
        ambient,
        gateway,
        way,
        visitors ->
            new FederationRoutes(
                    settings, own, way, gateway, ambient, visitors, bodyAtMost, encrypted)
                .endpoints());
  }

  /** Its ID among others; empty if it speaks with none. */
  public String self() {
    return settings.id();
  }

  /** Why that M-Instance does not answer this node; empty if it does, or was not asked. */
  public String trouble(String peer) {
    return line == null ? "" : named(peer).map(line::trouble).orElse("");
  }

  /**
   * Looks whether that M-Instance can be spoken with.
   *
   * @return one entry for each check: {@code check, fine, says}; never fails
   */
  public CompletionStage<ArrayNode> examine(InstanceId peer) {
    PeerLine way = line;
    if (way != null) return new Examination(settings, way, ambient).of(peer);
    ArrayNode checks = JsonNodeFactory.instance.arrayNode();
    checks
        .addObject()
        .put("check", "federation")
        .put("fine", false)
        .put("says", "this M-Instance speaks with no other: set mmm.federation.id");
    return CompletableFuture.completedFuture(checks);
  }

  private static Optional<InstanceId> named(String peer) {
    try {
      return Optional.of(new InstanceId(peer));
    } catch (IllegalArgumentException noInstance) {
      return Optional.empty();
    }
  }
}
