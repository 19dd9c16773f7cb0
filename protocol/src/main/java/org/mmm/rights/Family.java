package org.mmm.rights;

import java.util.List;
import org.mmm.action.Action;

/**
 * Which verbs mean the same to a Right. The two editions cut one deed into different verbs, so
 * verbs are compared by family: a May is narrow, a May Not is wide, and a composite stands for its
 * parts.
 */
public final class Family {
  private static final List<Action> CAPTURE_AND_ADD =
      List.of(Action.UM_CAPTURE, Action.IDENTIFY, Action.MM_ADD);

  private Family() {}

  /**
   * The verb that stands for the family: MM-Embed for MM-Add and MM-Move, Property Change for
   * MM-Enable and MM-Disable, UM-Embed for UM-Actuate; any other verb for itself.
   */
  public static Action head(Action verb) {
    return switch (verb) {
      case MM_ADD, MM_MOVE -> Action.MM_EMBED;
      case MM_ENABLE, MM_DISABLE -> Action.PROPERTY_CHANGE;
      case UM_ACTUATE -> Action.UM_EMBED;
      default -> verb;
    };
  }

  /** The elementary verbs that a composite is performed by, in order; of any other, itself. */
  public static List<Action> parts(Action verb) {
    return switch (verb) {
      case MU_EMBED -> List.of(Action.MM_SEND, Action.MU_ACTUATE);
      case UM_ANIMATE -> List.of(Action.UM_CAPTURE, Action.IDENTIFY, Action.MM_ANIMATE);
      case UM_EMBED, UM_ACTUATE -> CAPTURE_AND_ADD;
      case TRACK ->
          List.of(Action.UM_CAPTURE, Action.IDENTIFY, Action.MM_ANIMATE, Action.MU_ACTUATE);
      default -> List.of(verb);
    };
  }

  /**
   * Whether a May on one verb permits the other: the head permits its family, others themselves.
   */
  static boolean permits(Action may, Action asked) {
    for (Action part : parts(may)) {
      if (part == asked || part == head(asked)) return true;
    }
    return false;
  }

  /** Whether a May Not on one verb forbids the other: any part of either, across the family. */
  static boolean forbids(Action mayNot, Action asked) {
    for (Action forbidden : parts(mayNot)) {
      for (Action part : parts(asked)) {
        if (head(forbidden) == head(part)) return true;
      }
    }
    return false;
  }
}
