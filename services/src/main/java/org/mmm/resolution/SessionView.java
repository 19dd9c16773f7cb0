package org.mmm.resolution;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;

/** What a session shows to those who are in it, or are invited, and to the operator. */
final class SessionView {
  /** Who has not answered for so long cannot be reached. */
  static final long UNREACHABLE_AFTER_MILLIS = 5_000;

  private SessionView() {}

  static ObjectNode of(String id, SessionState session, Moment now) {
    ObjectNode view = JsonNodeFactory.instance.objectNode();
    view.put("itemID", id).put("dataType", Name.SESSION).put("owner", session.initiator());
    view.put("expires", Instant.ofEpochMilli(session.expires()).toString());
    view.put("over", session.over(now.millis())).put("said", session.last());
    ArrayNode members = view.putArray("members");
    session
        .members()
        .forEach(
            (process, member) -> {
              ObjectNode one = members.addObject().put("process", process);
              one.put("part", member.part().word());
              one.put("since", Instant.ofEpochMilli(member.since()).toString());
              @Nullable String away = unreachable(member, now);
              if (away != null) one.put("unreachableSince", away);
              if (!member.trouble().isEmpty()) one.put("trouble", member.trouble());
              one.put("waiting", waiting(session, process, member));
            });
    return view;
  }

  private static @Nullable String unreachable(SessionState.Member member, Moment now) {
    return member.telling() != 0 && now.millis() - member.from() > UNREACHABLE_AFTER_MILLIS
        ? Instant.ofEpochMilli(member.from()).toString()
        : null;
  }

  private static long waiting(SessionState session, String process, SessionState.Member member) {
    return session.said().tailMap(member.told() + 1).values().stream()
        .filter(saying -> saying.to().contains(process))
        .count();
  }
}
