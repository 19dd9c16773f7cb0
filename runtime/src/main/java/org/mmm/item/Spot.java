package org.mmm.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Call;
import org.mmm.pa.With;

/** What the complements say of where exactly. */
final class Spot {
  private Spot() {}

  static @Nullable Attitude of(Call call) {
    for (var with : call.action().complements().with()) {
      if (with instanceof With.Inline inline && inline.item().has("Position")) {
        JsonNode p = inline.item().path("Position").path("CartPosition");
        JsonNode o = inline.item().path("Orientation").path("Orientation");
        return new Attitude(
            p.path(0).asDouble(),
            p.path(1).asDouble(),
            p.path(2).asDouble(),
            o.path(0).asDouble(),
            o.path(1).asDouble(),
            o.path(2).asDouble());
      }
    }
    return null;
  }

  static Optional<Boolean> perceptible(Call call) {
    return call.action().complements().with().stream()
        .flatMap(w -> w instanceof With.Inline i ? Stream.of(i.item()) : Stream.empty())
        .filter(item -> !Arriving.isCarried(item))
        .map(i -> i.findValue("PerceptibilityState"))
        .filter(Objects::nonNull)
        .map(v -> v.isBoolean() ? v.asBoolean() : v.asInt() != 0)
        .findFirst();
  }
}
