package org.mmm.item;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.intent.Answers;
import org.mmm.kernel.Appearance;
import org.mmm.kernel.Args;
import org.mmm.kernel.CallId;
import org.mmm.kernel.CborSerializable;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Offer;
import org.mmm.rights.Facts;

/**
 * An Item as it is now.
 *
 * @param id its own ID
 * @param born how it came into being, with the model that it has now; null before that
 * @param bornBy the Process Action by which it did
 * @param owner the Process that owns it; empty before it is born
 * @param account the Account of the owner
 * @param epoch raised by every change of owner, from 0
 * @param perceptible whether it can be perceived where it stands
 * @param standing where it stands; null if nowhere
 * @param moving where it is on its way to; null if it is not
 * @param leaving places that do not know yet that it has left
 * @param offer on what terms it is to be had; null if not
 * @param reserved for which Transaction it is kept; null if none
 * @param handedOverBy the Service by which the present owner got it; empty if none
 * @param ended the latest Transactions that never will hand it over
 * @param provenance its changes of owner, oldest first
 * @param animatedWith the Stream that animates it; null if none
 * @param answers what it answered
 * @param appearance what it has said of how it appears; null if nothing yet
 * @param shown the number of the newest appearance that the place knows where it stands
 * @param departure how it has left this M-Instance; null if it is here
 */
public record ItemState(
    String id,
    Args.@Nullable Founding born,
    @Nullable CallId bornBy,
    String owner,
    String account,
    long epoch,
    boolean perceptible,
    @Nullable Standing standing,
    ItemEvent.@Nullable MoveBegan moving,
    List<Standing> leaving,
    @Nullable Offer offer,
    ItemEvent.@Nullable Reserved reserved,
    String handedOverBy,
    List<Ended> ended,
    List<Handed> provenance,
    @Nullable String animatedWith,
    Answers answers,
    @Nullable Appearance appearance,
    long shown,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Departure departure)
    implements CborSerializable {

  /**
   * How many Transactions that came to nothing are remembered: more than can be on their way to one
   * Item before they run out.
   */
  static final int ENDED_REMEMBERED = 128;

  /** Where something stands, and by which move it came there. */
  public record Standing(String place, CallId since) {}

  /**
   * One change of owner.
   *
   * @param account the Account of the former owner; null if that was the M-Instance itself
   */
  public record Handed(
      String from,
      String to,
      String transaction,
      Hlc at,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String account) {}

  /**
   * It was handed over to a Process of another M-Instance, and lives on there.
   *
   * @param to that Process
   * @param message by which its M-Instance asked
   * @param settled whether that M-Instance has said that it has it
   */
  public record Departure(String to, String message, Hlc at, boolean settled) {
    Departure confirmed() {
      return new Departure(to, message, at, true);
    }
  }

  public ItemState {
    leaving = List.copyOf(leaving);
    ended = List.copyOf(ended);
    provenance = List.copyOf(provenance);
  }

  public static ItemState unborn(String id) {
    return new ItemState(
        id,
        null,
        null,
        "",
        "",
        0,
        false,
        null,
        null,
        List.of(),
        null,
        null,
        "",
        List.of(),
        List.of(),
        null,
        Answers.none(),
        null,
        0,
        null);
  }

  public boolean exists() {
    return born != null;
  }

  /** What it was born as. */
  public Args.Founding birth() {
    if (born == null) throw new IllegalStateException(id + " is not born");
    return born;
  }

  public String dataType() {
    return birth().dataType();
  }

  /** What it knows of itself, for a decision. */
  public Facts facts() {
    return Facts.of(id, owner, epoch, birth().open());
  }

  /** Whether it takes up room that no other solid Item can take. */
  public boolean solid() {
    return birth().side() > 0 && !dataType().equals("Persona");
  }

  /** How it appears where it stands. */
  public Appearance looks() {
    return appearance == null ? new Appearance(0, perceptible, animatedWith, 0) : appearance;
  }

  /** Whether the place where it stands has still to learn how it appears. */
  public boolean unshown() {
    return standing != null && moving == null && looks().number() > shown;
  }

  /** How that Transaction ended, if it did without handing it over. */
  public Optional<Ended> endedBy(CallId transaction) {
    return ended.stream().filter(e -> e.transaction().equals(transaction)).findFirst();
  }

  public ItemState apply(ItemEvent event) {
    return new ItemEdit(this).apply(event).done();
  }
}
