package org.mmm.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.action.Performer;
import org.mmm.action.Preposition;
import org.mmm.kernel.Address;
import org.mmm.kernel.MintedName;
import org.mmm.kernel.Name;
import org.mmm.kernel.Reply;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

/** Who performs a sentence: the Action table's natural key, made an address. */
public final class Route {
  private Route() {}

  /**
   * The performer's address.
   *
   * @param names what the names of the sentence were claimed for
   * @param fresh unused names for what it yields
   * @return empty if the sentence names nobody who could perform it: IncID
   */
  public static Optional<Address> of(
      ProcessAction action, Map<String, Name> names, List<String> fresh) {
    Optional<String> abroad = Abroad.of(action);
    if (abroad.isPresent()) return Optional.of(Abroad.lane(abroad.get(), action.source()));
    var complements = action.complements();
    return switch (action.action().performer()) {
      case ITEM -> {
        if (selectsParcel(action)) {
          yield complements.places().stream()
              .findFirst()
              .map(p -> Address.service(MmmService.PARCEL, p));
        }
        if (isNewMessage(action, names)) {
          yield Optional.of(Address.item(newName(complements.nil(), fresh)));
        }
        yield Optional.ofNullable(complements.nil()).flatMap(id -> address(id, names));
      }
      case NEW_ITEM -> {
        String name =
            action.action() == Action.UM_CAPTURE
                ? newName(complements.nil(), fresh)
                : newName(null, fresh);
        yield Optional.of(
            action.action() == Action.AUTHOR
                ? Address.service(MmmService.AUTHOR, name)
                : Address.item(name));
      }
      case HOLDER -> {
        String holder = complements.of() != null ? complements.of() : complements.nil();
        yield Optional.ofNullable(holder)
            .flatMap(id -> address(id, names))
            .filter(a -> a.kind() == Address.Kind.PROCESS);
      }
      case TRANSACTION ->
          Optional.of(Address.service(MmmService.TRANSACTION, newName(null, fresh)));
      case SESSION -> {
        String session = newName(complements.nil(), fresh);
        yield MintedName.light(session).filter(Name::isSession).map(name -> name.address(session));
      }
      case ASKER -> Optional.of(Address.service(MmmService.DISCOVERY, action.source()));
      case HUMAN -> Optional.of(Address.service(MmmService.REGISTRATION, action.source()));
      case PARTS, NOT_OFFERED -> Optional.empty();
    };
  }

  /**
   * Whether the sentence asks the Parcel Service for the Parcel that it names (the paper, 4.1.3).
   */
  public static boolean selectsParcel(ProcessAction action) {
    return (action.action() == Action.MM_EMBED || action.action() == Action.MM_ADD)
        && action.complements().by().stream()
            .anyMatch(by -> MmmService.of(by).filter(s -> s == MmmService.PARCEL).isPresent());
  }

  /** Whether MM-Send carries a Message of its own, rather than an Item that exists. */
  public static boolean isNewMessage(ProcessAction action, Map<String, Name> names) {
    var complements = action.complements();
    return action.action() == Action.MM_SEND
        && complements.has(Preposition.WITH)
        && (complements.nil() == null || !names.containsKey(complements.nil()));
  }

  /** Whether the Action is performed by the subject part by part. */
  public static boolean inParts(ProcessAction action) {
    boolean parts = action.action().performer() == Performer.PARTS || selectsParcel(action);
    return parts && Abroad.of(action).isEmpty();
  }

  /** What the names in a sentence stand for: those that were claimed, and those that say it all. */
  public static Map<String, Name> names(ProcessAction action, Map<String, Name> claimed) {
    Map<String, Name> names = new HashMap<>(claimed);
    // The name of a Message that is yet to be born names nothing, whatever its form says.
    if (!isNewMessage(action, claimed)) {
      action.complements().ids(Preposition.NIL).forEach(id -> learn(id, names));
    }
    action.complements().ids(Preposition.WITH).forEach(id -> learn(id, names));
    return names;
  }

  /** The answer where {@link #of} finds nobody. */
  public static Reply nobody(ProcessAction action) {
    return Intents.plain(
        action,
        PaStatus.err(Reason.INC_ID, "nobody by that name performs " + action.action().title()));
  }

  private static void learn(String id, Map<String, Name> names) {
    if (!names.containsKey(id)) {
      MintedName.light(id).ifPresent(name -> names.put(id, name));
    }
  }

  private static Optional<Address> address(String id, Map<String, Name> names) {
    return Optional.ofNullable(names.get(id)).map(n -> n.address(id));
  }

  private static String newName(@Nullable String chosen, List<String> fresh) {
    if (chosen != null) return chosen;
    if (fresh.isEmpty()) throw new IllegalStateException("no fresh name was given");
    return fresh.get(0);
  }
}
