package org.mmm.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.pa.PaStatus;
import org.mmm.pa.With;
import org.mmm.rights.Right;

/** What a {@link Question} needs besides the call. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "args")
@JsonSubTypes({
  @Type(value = Args.Claiming.class, name = "claiming"),
  @Type(value = Args.Naming.class, name = "naming"),
  @Type(value = Args.Founding.class, name = "founding"),
  @Type(value = Args.Delivery.class, name = "delivery"),
  @Type(value = Args.Admission.class, name = "admission"),
  @Type(value = Args.Reservation.class, name = "reservation"),
  @Type(value = Args.Holding.class, name = "holding"),
  @Type(value = Args.Counting.class, name = "counting")
})
public sealed interface Args {
  /** For CLAIM. */
  record Claiming(String name, Name as) implements Args {}

  /**
   * For NAMES.
   *
   * @param dataTypes none means all
   * @param atMost how many names one bucket tells, the first in the order of the alphabet
   */
  record Naming(List<String> dataTypes, int atMost) implements Args {}

  /**
   * For FOUND. Founding twice by the same call is one founding; by another call it is a Clash.
   *
   * @param dataType Persona, Room, Parcel, MLocation, ULocation, Stream...; User, Device, App for a
   *     Process
   * @param owner the owning Process; for a Process the human
   * @param account whose personal data it is; empty for the M-Instance's own
   * @param open public: anyone may enter or use it
   * @param perceptible whether it can be perceived once placed
   * @param side metres; of a square place, or of the footprint of a solid Item; 0 for what has none
   * @param capacity how many Items a place takes; 0 is unlimited
   * @param data the Item as JSON, or null
   * @param offer on offer from the start, or null
   * @param place where it stands from the start (a place's ID), or null: it is admitted there by
   *     the founder's word
   * @param attitude how it stands there, or null
   * @param rights Rights given at birth, for a Process
   * @param tokenId the first token of a Process, or null
   */
  record Founding(
      String dataType,
      String owner,
      String account,
      boolean open,
      boolean perceptible,
      double side,
      int capacity,
      @Nullable JsonNode data,
      @Nullable Offer offer,
      @Nullable String place,
      @Nullable Attitude attitude,
      List<Right> rights,
      @Nullable String tokenId)
      implements Args {}

  /**
   * For DELIVER.
   *
   * @param item the Message or Item that is sent
   * @param dataType its data type
   * @param owner who owns it
   * @param epoch its ownership epoch, which stamps the Rights that go with it
   * @param content the Message; null when an Item is sent by its ID
   */
  record Delivery(
      String item, String dataType, String owner, long epoch, With.@Nullable Inline content)
      implements Args {}

  /**
   * For ADMIT.
   *
   * @param item who is to stand there
   * @param dataType its data type
   * @param owner its owner
   * @param side metres of its footprint; 0 for a Persona and whatever is not solid
   * @param attitude where it wants to stand; null for a free spot chosen by the place
   * @param putOut true: it was put out of a place inside this one, and needs no Right
   * @param since if it stands there already, the move by which it came: the seat must be of that
   *     move, else it has left meanwhile; null if it comes from elsewhere
   * @param otherwise why it must be refused even if the Rights suffice (a wrong From, say); null if
   *     nothing is against it
   * @param appearance how it appears there; null if it never said
   */
  record Admission(
      String item,
      String dataType,
      String owner,
      double side,
      @Nullable Attitude attitude,
      boolean putOut,
      @Nullable CallId since,
      PaStatus.@Nullable Err otherwise,
      @Nullable Appearance appearance)
      implements Args {}

  /**
   * For RESERVE and TRANSFER.
   *
   * @param buyer the Process that gets the Asset
   * @param account the buyer's Account
   * @param seller the Process named as owner; empty if none was named
   * @param amount the price that is paid
   * @param currency its ISO 4217 code
   * @param by the Service that hands over
   * @param message by which the M-Instance of the buyer asked, if the Asset is to leave this one
   *     for it; null if it stays
   */
  record Reservation(
      String buyer,
      String account,
      String seller,
      BigDecimal amount,
      String currency,
      String by,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String message)
      implements Args {

    /** Of an Asset that stays in this M-Instance. */
    public Reservation(
        String buyer,
        String account,
        String seller,
        BigDecimal amount,
        String currency,
        String by) {
      this(buyer, account, seller, amount, currency, by, null);
    }
  }

  /**
   * For COUNT and UNCOUNT.
   *
   * @param items how many Items, places among them
   * @param places how many of them are places
   * @param handedOver for UNCOUNT: they were counted by other calls, and have another owner now
   */
  record Counting(int items, int places, boolean handedOver) implements Args {
    public Counting {
      if (places < 0 || items < places) {
        throw new IllegalArgumentException(
            "places are counted among Items: were " + places + " of " + items);
      }
    }
  }

  /** For HOLD: for whom and until when, epoch milliseconds. */
  record Holding(String user, long until) implements Args {}
}
