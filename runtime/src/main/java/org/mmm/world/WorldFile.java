package org.mmm.world;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mmm.items.ProcessType;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Offer;
import org.mmm.rights.Quotas;
import org.mmm.rights.Rule;

/**
 * What an M-Instance starts with, as its operator writes it. Read by {@link WorldFileReader}.
 *
 * @param mInstance the M-Instance's ID
 * @param mEnvironment the ID of its M-Environment
 * @param processes Processes that no human registers
 * @param places where one can stand; an enclosing place comes before what is inside it
 * @param parcels Parcels in rings around the centre of a place
 * @param uLocations regions of the Universe
 * @param items Items that are not places
 * @param offers what is to be had from the start, besides the Parcels of a grid
 * @param rules what classes of Processes may, may not and must do
 * @param quotas how much one Account or Process may have; what is not named has its default
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorldFile(
    String mInstance,
    String mEnvironment,
    List<ProcessEntry> processes,
    List<PlaceEntry> places,
    List<Grid> parcels,
    List<ULocationEntry> uLocations,
    List<ItemEntry> items,
    List<OfferEntry> offers,
    List<Rule> rules,
    Map<String, Integer> quotas) {
  /** The Process that owns what nobody else does. */
  public static final String MANAGER = "MInstanceManager";

  public WorldFile {
    mInstance = Entry.id("mInstance", mInstance);
    mEnvironment = Entry.id("mEnvironment", mEnvironment);
    processes = Entry.list(processes);
    places = Entry.list(places);
    parcels = Entry.list(parcels);
    uLocations = Entry.list(uLocations);
    items = Entry.list(items);
    offers = Entry.list(offers);
    rules = Entry.list(rules);
    quotas = quotas == null ? Map.of() : Map.copyOf(new TreeMap<>(quotas));
    var unused = QuotaSettings.of(quotas);
  }

  /** The quotas, with the defaults of those that are not named. */
  public Quotas allQuotas() {
    return QuotaSettings.of(quotas);
  }

  /**
   * A Process.
   *
   * @param type User unless said otherwise
   * @param human who answers for it; empty for the M-Instance itself
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ProcessEntry(String id, ProcessType type, String human) {
    public ProcessEntry {
      id = Entry.id("processes.id", id);
      type = type == null ? ProcessType.USER : type;
      human = human == null ? "" : human;
    }
  }

  /**
   * A place.
   *
   * @param type MLocation (unless said otherwise), Parcel or Room
   * @param name what people call it; none if empty
   * @param side metres of its square floor, 1 to 1000
   * @param capacity how many Items it takes, to 1,000,000; 0 is unlimited
   * @param open written {@code public}: anyone may enter
   * @param perceptible whether it is shown where it stands; true unless said otherwise
   * @param owner the owning Process or Service
   * @param inside the place around it; none if it stands alone
   * @param at where it stands in that; the centre unless said otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record PlaceEntry(
      String id,
      String type,
      String name,
      double side,
      int capacity,
      @JsonProperty("public") boolean open,
      @Nullable Boolean perceptible,
      String owner,
      @Nullable String inside,
      @Nullable Attitude at) {
    private static final Set<String> TYPES = Set.of("MLocation", "Parcel", "Room");

    public PlaceEntry {
      id = Entry.id("places.id", id);
      type = type == null ? "MLocation" : type;
      if (!TYPES.contains(type)) {
        throw new IllegalArgumentException(
            id + ": type must be MLocation, Parcel or Room, was " + type);
      }
      name = name == null ? "" : name;
      side = Entry.side(id, side);
      capacity = (int) Entry.within(id + ": capacity", capacity, 0, 1_000_000);
      perceptible = perceptible == null || perceptible;
      owner = owner == null ? MANAGER : owner;
    }
  }

  /**
   * Parcels in square rings around the centre of a place, all alike and on offer.
   *
   * @param prefix what their IDs begin with; a number follows
   * @param count how many, 1 to 9,999
   * @param side metres of each, 1 to 1000
   * @param gap metres between them
   * @param clear metres of the side of the square that stays free in the middle
   * @param inside the place in which they lie
   * @param owner who owns them until they are taken
   * @param offer on what terms they are to be had; not on offer if missing
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Grid(
      String prefix,
      int count,
      double side,
      double gap,
      double clear,
      String inside,
      String owner,
      @Nullable Terms offer) {
    public Grid {
      prefix = prefix == null ? "Parcel" : Entry.id("parcels.prefix", prefix);
      count = (int) Entry.within("parcels.count", count, 1, 9_999);
      side = Entry.side("parcels", side);
      gap = Entry.within("parcels.gap", gap, 0, 1_000);
      clear = Entry.within("parcels.clear", clear, 0, 1_000);
      inside = Entry.id("parcels.inside", inside);
      owner = owner == null ? MANAGER : owner;
    }
  }

  /** A region of the Universe; {@code open} is written {@code public}. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ULocationEntry(
      String id, String name, @JsonProperty("public") boolean open, String owner) {
    public ULocationEntry {
      id = Entry.id("uLocations.id", id);
      name = name == null ? "" : name;
      owner = owner == null ? MANAGER : owner;
    }
  }

  /**
   * An Item that is not a place.
   *
   * @param type its data type
   * @param side metres of its footprint; 0 if it is not solid
   * @param data the Item as JSON, with its Header
   * @param inside the place where it stands; none if nowhere
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record ItemEntry(
      String id,
      String type,
      double side,
      @JsonProperty("public") boolean open,
      @Nullable Boolean perceptible,
      String owner,
      @Nullable JsonNode data,
      @Nullable String inside,
      @Nullable Attitude at) {
    public ItemEntry {
      id = Entry.id("items.id", id);
      type = Entry.id(id + ": type", type);
      side = Entry.within(id + ": side", side, 0, 1_000);
      perceptible = perceptible == null || perceptible;
      owner = owner == null ? MANAGER : owner;
    }
  }

  /** What is offered: a place or Item of this file. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record OfferEntry(
      String asset, BigDecimal amount, String currency, Set<String> to, String by) {
    public OfferEntry {
      asset = Entry.id("offers.asset", asset);
      Terms terms = new Terms(amount, currency, to, by);
      amount = terms.amount();
      currency = terms.currency();
      to = terms.to();
      by = terms.by();
    }

    Terms terms() {
      return new Terms(amount, currency, to, by);
    }
  }

  /**
   * On what terms.
   *
   * @param amount the price; 0 unless said otherwise
   * @param currency ISO 4217; EUR unless said otherwise
   * @param to the ProcessIDs that may take it; none means anyone
   * @param by the Service that alone may hand it over; any if empty
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Terms(BigDecimal amount, String currency, Set<String> to, String by) {
    public Terms {
      BigDecimal price = amount == null ? BigDecimal.ZERO : amount.stripTrailingZeros();
      amount = price.scale() < 0 ? price.setScale(0) : price;
      currency = currency == null ? "EUR" : currency;
      to = to == null ? Set.of() : Set.copyOf(to);
      by = by == null ? "" : by;
      var unused = new Offer(amount, currency, to, by);
    }

    Offer offer() {
      return new Offer(amount, currency, to, by);
    }
  }
}
