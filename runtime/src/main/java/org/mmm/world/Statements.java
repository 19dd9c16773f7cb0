package org.mmm.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.items.Envelope;
import org.mmm.items.Item;
import org.mmm.items.MLocation;
import org.mmm.items.Parcel;
import org.mmm.items.ProcessType;
import org.mmm.items.Room;
import org.mmm.items.ULocation;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Name;
import org.mmm.kernel.Offer;

/** What a world file says, one after the other, as it is applied; checked as a whole. */
final class Statements {
  /** How many one file may say. */
  static final int AT_MOST = 10_000;

  private final WorldFile file;
  private final BirthRights birthRights;
  private final Map<String, Statement> all = new LinkedHashMap<>();
  private final Set<String> owners = new HashSet<>();
  private final Map<String, Double> sides = new HashMap<>();
  private final Map<String, Offer> offers = new HashMap<>();

  private Statements(WorldFile file) {
    this.file = file;
    this.birthRights = new BirthRights(file.mInstance(), file.rules());
  }

  /**
   * All of them in order.
   *
   * @throws IllegalArgumentException if the file contradicts itself
   */
  static List<Statement> of(WorldFile file) {
    return new Statements(file).build();
  }

  private List<Statement> build() {
    for (var offer : file.offers()) {
      if (offers.put(offer.asset(), offer.terms().offer()) != null) {
        throw new IllegalArgumentException("offers: " + offer.asset() + " is offered twice");
      }
    }
    process(new WorldFile.ProcessEntry(WorldFile.MANAGER, ProcessType.SERVICE, ""));
    file.processes().forEach(this::process);
    file.places().forEach(this::place);
    for (var grid : file.parcels())
      ParcelGrid.places(grid, sideOf(grid.inside())).forEach(p -> place(p, offer(grid)));
    file.uLocations().forEach(this::uLocation);
    file.items().forEach(this::item);
    if (!offers.isEmpty()) {
      throw new IllegalArgumentException("offers: nothing here is called " + offers.keySet());
    }
    return List.copyOf(all.values());
  }

  private void process(WorldFile.ProcessEntry p) {
    owners.add(p.id());
    var founding =
        new Args.Founding(
            p.type().wireName(),
            p.human(),
            "",
            false,
            false,
            0,
            0,
            null,
            null,
            null,
            null,
            birthRights.of(p.id(), p.type(), 0),
            null);
    add(p.id(), Address.Kind.PROCESS, founding);
  }

  private void place(WorldFile.PlaceEntry p) {
    place(p, offers.remove(p.id()));
  }

  private void place(WorldFile.PlaceEntry p, @Nullable Offer offer) {
    @Nullable String inside = p.inside();
    if (inside != null) {
      double around = sideOf(inside);
      Attitude at = p.at() == null ? Attitude.ORIGIN : p.at();
      double reach = Math.max(Math.abs(at.x()), Math.abs(at.z())) + p.side() / 2;
      if (reach > around / 2) {
        throw new IllegalArgumentException(
            p.id()
                + " reaches "
                + reach
                + " m from the centre of "
                + inside
                + ", which ends at "
                + around / 2
                + " m");
      }
    }
    sides.put(p.id(), p.side());
    add(
        p.id(),
        Address.Kind.PLACE,
        new Args.Founding(
            p.type(),
            owner(p.id(), p.owner()),
            "",
            p.open(),
            Boolean.TRUE.equals(p.perceptible()),
            p.side(),
            p.capacity(),
            data(p),
            offer,
            inside,
            inside == null ? null : p.at() == null ? Attitude.ORIGIN : p.at(),
            List.of(),
            null));
  }

  private static JsonNode data(WorldFile.PlaceEntry p) {
    @Nullable String name = p.name().isEmpty() ? null : p.name();
    Envelope envelope = Envelope.of(p.id());
    Item item =
        switch (p.type()) {
          case "Parcel" -> new Parcel(name, p.side(), envelope);
          case "Room" ->
              new Room(
                  name,
                  p.side(),
                  p.capacity() == 0 ? Room.DEFAULT_CAPACITY : p.capacity(),
                  Boolean.TRUE.equals(p.perceptible()),
                  envelope);
          default -> new MLocation(name, p.side(), envelope);
        };
    return item.json();
  }

  private void uLocation(WorldFile.ULocationEntry u) {
    @Nullable String name = u.name().isEmpty() ? null : u.name();
    add(
        u.id(),
        Address.Kind.ITEM,
        new Args.Founding(
            "ULocation",
            owner(u.id(), u.owner()),
            "",
            u.open(),
            true,
            0,
            0,
            new ULocation(name, Envelope.of(u.id())).json(),
            offers.remove(u.id()),
            null,
            null,
            List.of(),
            null));
  }

  private void item(WorldFile.ItemEntry i) {
    @Nullable String inside = i.inside();
    if (inside != null) sideOf(inside);
    add(
        i.id(),
        Address.Kind.ITEM,
        new Args.Founding(
            i.type(),
            owner(i.id(), i.owner()),
            "",
            i.open(),
            Boolean.TRUE.equals(i.perceptible()),
            i.side(),
            0,
            i.data(),
            offers.remove(i.id()),
            inside,
            inside == null ? null : i.at(),
            List.of(),
            null));
  }

  private void add(String name, Address.Kind kind, Args.Founding founding) {
    var statement = new Statement(name, new Name(kind, founding.dataType()), founding);
    if (all.put(name, statement) != null) {
      throw new IllegalArgumentException(name + " is there twice");
    }
    if (all.size() > AT_MOST) {
      throw new IllegalArgumentException(
          "a world file says at most " + AT_MOST + " things; each Parcel of a grid is one");
    }
  }

  private String owner(String what, String owner) {
    boolean service =
        MmmService.of(owner).filter(s -> s.id(Edition.ARC_1_2).equals(owner)).isPresent();
    if (service || owners.contains(owner)) return owner;
    throw new IllegalArgumentException(
        what
            + ": its owner "
            + owner
            + " is neither a Process of this file nor a Service by its name in MMM-ARC V1.2");
  }

  private double sideOf(String place) {
    Double side = sides.get(place);
    if (side == null) {
      throw new IllegalArgumentException("inside: no place before it is called " + place);
    }
    return side;
  }

  private static @Nullable Offer offer(WorldFile.Grid grid) {
    return grid.offer() == null ? null : grid.offer().offer();
  }
}
