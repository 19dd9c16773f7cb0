package org.mmm.rights;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

/**
 * A Process Action with open slots. An open slot matches anything. To and At are one slot; a
 * Service may be named in either edition, and is kept by its ARC name. With is not compared: what
 * goes along neither permits nor forbids.
 *
 * <p>What a request leaves open is read against it: a May that names a slot does not fit a request
 * that leaves it open, a May Not does. Else a prohibition "At Room1" were passed by not saying At.
 *
 * @param subject the ProcessID that acts
 * @param action the verb
 * @param nil the direct object
 * @param places where, or to whom
 * @param from where it was
 * @param by the Service asked
 * @param of whom it concerns
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Pattern(
    @Nullable String subject,
    Action action,
    @Nullable String nil,
    Set<String> places,
    Set<String> from,
    @Nullable String by,
    @Nullable String of) {
  public Pattern {
    requireNonNull(action, "the action of the pattern is missing");
    subject = Names.orNull(subject);
    nil = Names.orNull(nil);
    places = Names.set(places);
    from = Names.set(from);
    by = Names.orNull(by);
    of = Names.orNull(of);
  }

  /**
   * The pattern of anybody's Action with these complements.
   *
   * @throws IllegalArgumentException if it names more than one Service after By
   */
  public static Pattern of(Action action, Complements said) {
    if (said.by().size() > 1) {
      throw new IllegalArgumentException("a pattern names one Service after By, was " + said.by());
    }
    String by = said.by().isEmpty() ? null : said.by().get(0);
    return new Pattern(
        null,
        action,
        said.nil(),
        Set.copyOf(said.places()),
        Set.copyOf(said.from()),
        by,
        said.of());
  }

  /** The same for one subject alone. */
  public Pattern forSubject(String process) {
    return new Pattern(process, action, nil, places, from, by, of);
  }

  /**
   * Whether a May on this pattern permits the Action as a whole: each part of it when it is a
   * composite.
   */
  public boolean permits(ProcessAction asked) {
    for (Action part : Family.parts(asked.action())) {
      if (!Family.permits(action, part)) return false;
    }
    return permits(Slots.of(asked));
  }

  /** Whether a May Not on this pattern forbids the Action, by its family or any part of it. */
  public boolean forbids(ProcessAction asked) {
    return Family.forbids(action, asked.action()) && forbids(Slots.of(asked));
  }

  boolean permits(Slots asked) {
    return open(subject, asked.subject())
        && (nil == null || nil.equals(asked.nil()))
        && within(asked.places(), places)
        && within(asked.from(), from)
        && (by == null || asked.by().equals(List.of(by)))
        && (action == Action.CHANGE ? concerns(asked) : of == null || of.equals(asked.of()));
  }

  boolean forbids(Slots asked) {
    return open(subject, asked.subject())
        && (action == Action.CHANGE
            ? mayConcern(asked)
            : open(nil, asked.nil()) && open(of, asked.of()))
        && meets(asked.places(), places)
        && meets(asked.from(), from)
        && (by == null || asked.by().isEmpty() || asked.by().contains(by));
  }

  /**
   * The entity whose owner may give Rights on this pattern: for placing verbs the place if there is
   * exactly one, else the object; for the others the object, else the only place.
   */
  public Optional<String> target() {
    String place = places.size() == 1 ? places.iterator().next() : null;
    boolean placing = Family.head(action) == Action.MM_EMBED;
    String first = placing ? place : nil;
    return Optional.ofNullable(first != null ? first : placing ? nil : place);
  }

  /** The pattern with the head of its family as verb: equal for all that are one register. */
  public Pattern canonical() {
    Action head = Family.head(action);
    boolean onlyNil = head == Action.CHANGE && of == null;
    return onlyNil
        ? new Pattern(subject, head, null, places, from, by, nil)
        : new Pattern(subject, head, nil, places, from, by, of);
  }

  /** In MMM-Script: {@code MM-Embed Persona2 At Room1}. */
  public String sentence() {
    StringBuilder text = new StringBuilder();
    if (subject != null) text.append(subject).append(' ');
    text.append(action.title());
    if (nil != null) text.append(' ').append(nil);
    say(text, " At ", places);
    say(text, " From ", from);
    if (by != null) text.append(" By ").append(by);
    if (of != null) text.append(" Of ").append(of);
    return text.toString();
  }

  private static void say(StringBuilder text, String preposition, Collection<String> ids) {
    if (!ids.isEmpty()) text.append(preposition).append(String.join(", ", ids));
  }

  /** Of Rights Change: whether the request names whom this pattern names, in whichever slot. */
  private boolean concerns(Slots asked) {
    return (nil == null || nil.equals(asked.nil()) || nil.equals(asked.of()))
        && (of == null || of.equals(asked.nil()) || of.equals(asked.of()));
  }

  /** The same, or the request leaves some of it open. */
  private boolean mayConcern(Slots asked) {
    return concerns(asked) || (among(asked.nil()) && among(asked.of()));
  }

  private boolean among(@Nullable String asked) {
    return asked == null || asked.equals(nil) || asked.equals(of);
  }

  /** Whether one of the two says nothing, or both say the same. */
  private static boolean open(@Nullable String said, @Nullable String asked) {
    return said == null || asked == null || said.equals(asked);
  }

  private static boolean within(List<String> asked, Set<String> said) {
    return said.isEmpty() || (!asked.isEmpty() && said.containsAll(asked));
  }

  private static boolean meets(List<String> asked, Set<String> said) {
    if (said.isEmpty() || asked.isEmpty()) return true;
    for (String id : asked) {
      if (said.contains(id)) return true;
    }
    return false;
  }
}
