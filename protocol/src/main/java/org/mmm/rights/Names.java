package org.mmm.rights;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;

/** IDs made comparable: a Service has a name in each edition, and both are one Process. */
final class Names {
  private static final Map<String, String> ARC_BY_TEC = new HashMap<>();

  static {
    for (MmmService service : MmmService.values()) {
      ARC_BY_TEC.put(service.id(Edition.TEC_2_2), service.id(Edition.ARC_1_2));
    }
  }

  private Names() {}

  static String one(String id) {
    String arc = ARC_BY_TEC.get(id);
    return arc == null ? id : arc;
  }

  static @Nullable String orNull(@Nullable String id) {
    return id == null ? null : one(id);
  }

  static List<String> all(List<String> ids) {
    return switch (ids.size()) {
      case 0 -> ids;
      case 1 -> List.of(one(ids.get(0)));
      default -> ids.stream().map(Names::one).toList();
    };
  }

  /** Sorted, so that what is equal is also written alike. */
  static Set<String> set(@Nullable Collection<String> ids) {
    if (ids == null || ids.isEmpty()) return Set.of();
    Set<String> sorted = new TreeSet<>();
    for (String id : ids) sorted.add(one(id));
    return Collections.unmodifiableSet(sorted);
  }
}
