package org.mmm.journal;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import java.util.Set;
import java.util.stream.Collectors;

/** Which Java types the configuration gives to {@link CborSerializer}. */
record CborBindings(Set<String> classNames) {
  static CborBindings of(Config root) {
    var bindings = root.getConfig("pekko.actor.serialization-bindings");
    return new CborBindings(
        bindings.entrySet().stream()
            .filter(entry -> "mmm-cbor".equals(entry.getValue().unwrapped()))
            .map(entry -> String.join(".", ConfigUtil.splitPath(entry.getKey())))
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean isBound(Class<?> type) {
    if (classNames.contains(type.getName())) {
      return true;
    }
    for (var parent : type.getInterfaces()) {
      if (isBound(parent)) {
        return true;
      }
    }
    return false;
  }
}
