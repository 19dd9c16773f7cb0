package org.mmm.intent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.CallId;
import org.mmm.kernel.Name;
import org.mmm.kernel.Reply;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.rights.Line;

/**
 * What composite Actions are made of. The decomposition is known in intent only (the standard's
 * pages stop before those rows); it is said here once.
 */
public final class Composites {
  private Composites() {}

  /**
   * One part.
   *
   * @param action the elementary sentence
   * @param by whose entity asks for it: the subject's own, or a Device that is told to
   * @param fresh unused names for what it yields
   */
  public record Part(ProcessAction action, Address by, List<String> fresh) {
    /** The same, to be told to the Device that is to do it. */
    public Ask order(CallId id, Map<String, Name> names, long notAfter, boolean dryRun) {
      String key = id.toString();
      return new Ask(key, key, action, names, fresh, notAfter, dryRun, null, null);
    }
  }

  /**
   * The next part of a composite.
   *
   * @param whole the composite as it was asked
   * @param self the subject
   * @param fresh unused names for all that the parts yield
   * @param done the answers to the parts performed so far, all acknowledged
   * @return empty when nothing is left to be done
   */
  public static Optional<Part> next(
      ProcessAction whole,
      Address self,
      Map<String, Name> names,
      List<String> fresh,
      List<Reply> done) {
    Complements c = whole.complements();
    String object = c.nil() == null ? "" : c.nil();
    int part = done.size() + 1;
    return switch (whole.action()) {
      case MM_EMBED, MM_ADD ->
          switch (part) {
            case 1 -> Optional.of(new Part(whole, self, List.of()));
            case 2 -> Optional.of(new Part(whole.with(c.withBy()), self, List.of()));
            default -> Optional.empty();
          };
      case MU_EMBED -> {
        String device = c.to().get(0);
        yield switch (part) {
          case 1 -> own(whole, self, Action.MM_SEND, Complements.nil(object).withTo(device));
          case 2 ->
              Optional.of(
                  new Part(
                      new ProcessAction(
                          device,
                          Action.MU_ACTUATE,
                          whole.edition(),
                          Complements.nil(object).withAt(c.at().get(0)).with(c.with())),
                      names.containsKey(device)
                          ? Objects.requireNonNull(names.get(device)).address(device)
                          : self,
                      fresh));
          default -> Optional.empty();
        };
      }
      case UM_ANIMATE ->
          switch (part) {
            case 1, 2 -> sensed(whole, self, fresh, done);
            case 3 -> animate(whole, self, object, done);
            default -> Optional.empty();
          };
      case TRACK ->
          switch (part) {
            case 1, 2 -> sensed(whole, self, fresh, done);
            case 3 -> animate(whole, self, object, done);
            case 4 ->
                own(
                    whole,
                    self,
                    Action.MU_ACTUATE,
                    Complements.nil(object).withAt(c.at().get(0)),
                    fresh.subList(2, 3));
            default -> Optional.empty();
          };
      case UM_EMBED, UM_ACTUATE ->
          switch (part) {
            case 1, 2 -> sensed(whole, self, fresh, done);
            case 3 ->
                own(
                    whole,
                    self,
                    Action.MM_ADD,
                    Complements.nil(yielded(done, 2)).withAt(c.to().get(0)).with(c.with()));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /**
   * The answer to the whole: that of the last part, with what decided about all of them. A refusal
   * names the part.
   *
   * @param parts the answers to its parts, at least one; all but the last are acknowledged
   */
  public static Reply reply(ProcessAction whole, List<Reply> parts) {
    Reply last = parts.get(parts.size() - 1);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      String part = part(whole, i + 1);
      for (Line line : parts.get(i).derivation()) {
        lines.add(new Line(line.entity(), line.permits(), line.right(), part + line.sentence()));
      }
    }
    PaStatus status =
        last.status() instanceof PaStatus.Err err
            ? PaStatus.err(err.reason(), part(whole, parts.size()) + err.detail())
            : last.status();
    boolean created = last.created() && status.acknowledged();
    return new Reply(status, last.destination(), last.complements(), created, lines);
  }

  private static String part(ProcessAction whole, int part) {
    return "part " + part + " of " + whole.action().title() + ": ";
  }

  /** How many unused names its parts need at most. */
  public static int freshNeeded(Action action) {
    return action == Action.TRACK ? 3 : action.composite() ? 2 : 1;
  }

  private static Optional<Part> sensed(
      ProcessAction whole, Address self, List<String> fresh, List<Reply> done) {
    return done.isEmpty()
        ? own(
            whole,
            self,
            Action.UM_CAPTURE,
            Complements.NONE.withAt(whole.complements().at().get(0)),
            fresh.subList(0, 1))
        : own(whole, self, Action.IDENTIFY, Complements.nil(yielded(done, 1)), fresh.subList(1, 2));
  }

  private static Optional<Part> animate(
      ProcessAction whole, Address self, String object, List<Reply> done) {
    return own(
        whole,
        self,
        Action.MM_ANIMATE,
        Complements.nil(object).with(List.of(new With.Named(yielded(done, 2), false))));
  }

  private static Optional<Part> own(
      ProcessAction whole, Address self, Action action, Complements complements) {
    return own(whole, self, action, complements, List.of());
  }

  private static Optional<Part> own(
      ProcessAction whole,
      Address self,
      Action action,
      Complements complements,
      List<String> fresh) {
    return Optional.of(
        new Part(
            new ProcessAction(whole.source(), action, whole.edition(), complements), self, fresh));
  }

  private static String yielded(List<Reply> done, int part) {
    String id = done.get(part - 1).complements().nil();
    return Objects.requireNonNull(id, "a part that yields an Item names it");
  }
}
