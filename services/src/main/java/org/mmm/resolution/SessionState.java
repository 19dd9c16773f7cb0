package org.mmm.resolution;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Address;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Name;
import org.mmm.log.LogTail;
import org.mmm.log.Logged;
import org.mmm.service.ServiceState;
import org.pcollections.TreePMap;

/**
 * A session.
 *
 * @param service what was asked of it, and what it asks
 * @param initiator who opened it; empty before that
 * @param account of the initiator
 * @param names what the names in the Rights to be given were claimed for
 * @param expires when it ends by itself, epoch milliseconds
 * @param closed whether it has ended
 * @param members by their names: the initiator, and whom it has invited
 * @param last the number of the newest thing said
 * @param said what not all have who shall have it, by its number
 */
public record SessionState(
    ServiceState service,
    String initiator,
    String account,
    Map<String, Name> names,
    long expires,
    boolean closed,
    TreePMap<String, Member> members,
    long last,
    TreePMap<Long, Saying> said)
    implements CborSerializable, Logged {

  /** How a Process stands in it. */
  public enum Part {
    INVITED,
    JOINED,
    DECLINED,
    LEFT;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One of those who are, were or may be in it.
   *
   * @param since when it came to stand so, epoch milliseconds
   * @param rights that it gets when it joins; null if none, or once it has them
   * @param told up to which number it has all, or never will
   * @param telling the number that it is being told; 0 if none
   * @param from when that began, epoch milliseconds
   * @param trouble why it did not get what it was told last; empty if it did
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Member(
      Part part,
      long since,
      @Nullable ObjectNode rights,
      long told,
      long telling,
      long from,
      String trouble) {
    public Member {
      if (trouble == null) trouble = "";
    }

    Member stands(Part now, long at) {
      return new Member(now, at, rights, told, telling, from, trouble);
    }

    Member granted() {
      return new Member(part, since, null, told, telling, from, trouble);
    }

    Member telling(long number, long at) {
      return new Member(part, since, rights, told, number, at, trouble);
    }

    Member told(long number, String why) {
      return new Member(part, since, rights, number, 0, 0, why);
    }
  }

  /** Something said. */
  public record Saying(ObjectNode content, List<String> to) {}

  static final SessionState EMPTY =
      new SessionState(
          ServiceState.empty(), "", "", Map.of(), 0, false, TreePMap.empty(), 0, TreePMap.empty());

  @JsonCreator
  static SessionState of(
      @JsonProperty("service") ServiceState service,
      @JsonProperty("initiator") String initiator,
      @JsonProperty("account") String account,
      @JsonProperty("names") Map<String, Name> names,
      @JsonProperty("expires") long expires,
      @JsonProperty("closed") boolean closed,
      @JsonProperty("members") Map<String, Member> members,
      @JsonProperty("last") long last,
      @JsonProperty("said") Map<Long, Saying> said) {
    return new SessionState(
        service,
        initiator,
        account,
        names,
        expires,
        closed,
        TreePMap.from(members),
        last,
        TreePMap.from(said));
  }

  @Override
  public LogTail log() {
    return service.log();
  }

  boolean opened() {
    return !initiator.isEmpty();
  }

  boolean over(long now) {
    return closed || now > expires;
  }

  boolean isIn(String process) {
    Member member = members.get(process);
    return member != null && member.part() == Part.JOINED;
  }

  /** The next number that is to be told it; 0 if there is none, or it is being told one. */
  long next(String process) {
    Member member = members.get(process);
    if (member == null || member.telling() != 0) return 0;
    for (var one : said.tailMap(member.told() + 1).entrySet()) {
      if (one.getValue().to().contains(process)) return one.getKey();
    }
    return 0;
  }

  SessionState apply(Address self, SessionEvent event) {
    if (event instanceof SessionEvent.OfService e) {
      return with(service.apply(self, e.of()));
    }
    if (event instanceof SessionEvent.Opened e) return opened(e);
    if (event instanceof SessionEvent.Responded e) {
      Member member = members.get(e.process());
      if (member == null) return this;
      Part part =
          e.joins() ? Part.JOINED : member.part() == Part.INVITED ? Part.DECLINED : Part.LEFT;
      return with(members.plus(e.process(), member.stands(part, e.at().millis())));
    }
    if (event instanceof SessionEvent.Granted e) {
      Member member = members.get(e.process());
      return member == null ? this : with(members.plus(e.process(), member.granted()));
    }
    if (event instanceof SessionEvent.Said e) {
      return new SessionState(
          service,
          initiator,
          account,
          names,
          expires,
          closed,
          members,
          last + 1,
          said.plus(last + 1, new Saying(e.content(), e.to())));
    }
    if (event instanceof SessionEvent.Handed e) {
      Member member = members.get(e.process());
      return member == null
          ? this
          : with(members.plus(e.process(), member.telling(e.number(), e.at().millis())));
    }
    if (event instanceof SessionEvent.Told e) {
      Member member = members.get(e.process());
      return member == null
          ? this
          : with(members.plus(e.process(), member.told(e.number(), e.trouble()))).forgetting();
    }
    return new SessionState(service, initiator, account, names, expires, true, members, last, said);
  }

  private SessionState opened(SessionEvent.Opened e) {
    Map<String, Member> all = new HashMap<>();
    long at = e.at().millis();
    all.put(e.initiator(), new Member(Part.JOINED, at, null, 0, 0, 0, ""));
    for (SessionEvent.Partner partner : e.partners()) {
      all.putIfAbsent(
          partner.process(), new Member(Part.INVITED, at, partner.rights(), 0, 0, 0, ""));
    }
    return new SessionState(
        service,
        e.initiator(),
        e.account(),
        e.names(),
        e.expires(),
        false,
        TreePMap.from(all),
        0,
        TreePMap.empty());
  }

  /** Without what all have who shall have it. */
  private SessionState forgetting() {
    TreePMap<Long, Saying> kept = said;
    for (var one : said.entrySet()) {
      long number = one.getKey();
      boolean all =
          one.getValue().to().stream()
              .allMatch(p -> members.get(p) == null || members.get(p).told() >= number);
      if (all) kept = kept.minus(number);
    }
    return new SessionState(
        service, initiator, account, names, expires, closed, members, last, kept);
  }

  private SessionState with(ServiceState other) {
    return new SessionState(other, initiator, account, names, expires, closed, members, last, said);
  }

  private SessionState with(TreePMap<String, Member> other) {
    return new SessionState(service, initiator, account, names, expires, closed, other, last, said);
  }
}
