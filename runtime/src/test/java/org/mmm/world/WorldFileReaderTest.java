package org.mmm.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.kernel.Address;
import org.mmm.kernel.Args;
import org.mmm.kernel.Attitude;
import org.mmm.kernel.Name;

@DisplayName("A world file")
class WorldFileReaderTest {
  static final String HEAD = "mInstance: MI1\nmEnvironment: ME1\n";

  @Test
  void isReadWithAllThatItLeavesOut() throws Exception {
    WorldFile file =
        WorldFileReader.read("f", HEAD + "places: [{id: Hall, side: 20, public: true}]");
    assertThat(Statements.of(file))
        .extracting(Statement::name)
        .containsExactly("MInstanceManager", "Hall");
    Args.Founding hall = Statements.of(file).get(1).founding();
    assertThat(hall.owner()).isEqualTo("MInstanceManager");
    assertThat(hall.open()).isTrue();
    assertThat(hall.perceptible()).isTrue();
    assertThat(hall.capacity()).isZero();
  }

  @Test
  void isTheSameAfterItsWayThroughJson() {
    for (String name : List.of("default", "friends-meet")) {
      WorldFile file = WorldFileReader.shipped(name);
      assertThat(WorldFileReader.parse(WorldFileReader.json(file))).isEqualTo(file);
    }
  }

  @Test
  void isTheSameWorldHoweverItIsWritten() throws Exception {
    WorldFile one = WorldFileReader.read("f", HEAD + "places: [{id: Hall, side: 20}]");
    WorldFile same =
        WorldFileReader.read(
            "g", "# a hall\nplaces:\n  - side: 20.0\n    id: Hall\n    type: MLocation\n" + HEAD);
    WorldFile other = WorldFileReader.read("h", HEAD + "places: [{id: Hall, side: 21}]");
    assertThat(WorldFileReader.hash(same)).isEqualTo(WorldFileReader.hash(one));
    assertThat(WorldFileReader.hash(other)).isNotEqualTo(WorldFileReader.hash(one));
  }

  @Test
  void keepsItsHashOverVersions() throws Exception {
    WorldFile one = WorldFileReader.read("f", HEAD + "places: [{id: Hall, side: 20}]");
    assertThat(WorldFileReader.hash(one))
        .isEqualTo("64fcd0e3af836764480f2ba0c8847628dd3a9d22dc2096a72913a7e71794eb8b");
  }

  @Test
  void saysWhereItIsWrong() {
    refused(
        HEAD + "places:\n  - {id: Hall, side: 20, sid: 20}",
        "f, line 4, column",
        "there is no \"sid\" here; known are at, ");
    refused(HEAD + "place: []", "line 3, column", "there is no \"place\"");
    refused(HEAD + "places: [{id: Hall", "f, line 3, column");
    refused(HEAD + "mInstance: MI2", "line 3", "uplicate");
    refused(
        HEAD + "places: [{id: Hall, side: 2000}]",
        "line 3",
        "Hall: side must be from 1 to 1000, was 2000");
    refused(HEAD + "places: [{id: Hall, side: wide}]", "line 3", "wide");
    refused("mEnvironment: ME1", "mInstance must have 1 to 128 characters, was missing");
    refused("", "empty");
  }

  @Test
  void mayNotContradictItself() {
    String hall = HEAD + "places:\n  - {id: Hall, side: 20}\n";
    refused(hall + "  - {id: Hall, side: 4}", "Hall is there twice");
    refused(
        hall + "  - {id: Nook, side: 4, inside: Cellar}", "no place before it is called Cellar");
    refused(hall + "  - {id: Nook, side: 4, inside: Hall, at: {x: 9}}", "Nook reaches 11.0 m");
    refused(hall + "  - {id: Nook, side: 4, owner: Olga}", "its owner Olga is neither");
    refused(hall + "offers: [{asset: Attic}]", "nothing here is called [Attic]");
    refused(hall + "offers: [{asset: Hall, amount: -1}]", "a price must be at least 0, was -1");
    refused(
        hall + "parcels: [{count: 4, side: 12, inside: Hall}]", "parcels: 4 of them reach 12.0 m");
    refused(
        HEAD + "places: [{id: Room-0123456789ab, side: 4}]",
        "form of the names that the M-Instance gives");
    refused(HEAD + "quotas: {rooms: 3}", "no quota is called \"rooms\"");
    refused(HEAD + "quotas: {inFlight: 0}", "inFlight must be from 1");
  }

  @Test
  void isBounded() {
    refused(HEAD + "# " + "x".repeat(1 << 20), "at most 1048576 bytes");
    String grid = "{prefix: %s, count: 5001, side: 1, inside: Hall}";
    refused(
        HEAD
            + "places: [{id: Hall, side: 1000}]\nparcels: ["
            + String.format(Locale.ROOT, grid, "A")
            + ", "
            + String.format(Locale.ROOT, grid, "B")
            + "]",
        "at most 10000 things");
  }

  @Test
  void overridesSingleQuotas() throws Exception {
    WorldFile file = WorldFileReader.read("f", HEAD + "quotas: {inFlight: 3}");
    assertThat(file.allQuotas().inFlight()).isEqualTo(3);
    assertThat(file.allQuotas().inbox()).isEqualTo(1_000);
  }

  @Test
  void theDefaultWorldIsASquareWith64ParcelsOnOffer() {
    List<Statement> all = Statements.of(WorldFileReader.shipped("default"));
    assertThat(founding(all, "MM-Square"))
        .matches(f -> f.open() && f.side() >= 40 && f.capacity() == 0 && f.place() == null);
    List<Statement> parcels =
        all.stream().filter(s -> s.as().equals(new Name(Address.Kind.PLACE, "Parcel"))).toList();
    assertThat(parcels).hasSize(64).extracting(Statement::name).contains("Parcel01", "Parcel64");
    assertThat(parcels)
        .allMatch(
            p ->
                p.founding().side() == 12
                    && p.founding().owner().equals("ParcelService")
                    && !p.founding().open())
        .allMatch(
            p ->
                p.founding().offer() != null
                    && p.founding().offer().free()
                    && p.founding().offer().by().equals("ParcelService"));
    assertThat(founding(all, "ParcelService").open()).isTrue();
    assertThat(founding(all, "AuthorService").open()).isTrue();
    assertThat(founding(all, "ULocation1").open()).isTrue();
    // No two Parcels overlap: their centres differ by a side at least, in x or in z.
    for (Statement a : parcels) {
      for (Statement b : parcels) {
        if (a == b) continue;
        Attitude at = Objects.requireNonNull(a.founding().attitude());
        Attitude to = Objects.requireNonNull(b.founding().attitude());
        assertThat(Math.max(Math.abs(at.x() - to.x()), Math.abs(at.z() - to.z())))
            .isGreaterThanOrEqualTo(12);
      }
    }
  }

  @Test
  void friendsMeetOffersWhatTheSellerOwns() {
    List<Statement> all = Statements.of(WorldFileReader.shipped("friends-meet"));
    assertThat(all)
        .extracting(Statement::name)
        .containsExactly(
            "MInstanceManager", "Seller", "MVS", "MLocFriend2", "Parcel1", "Room1", "ULocFriend1");
    Args.Founding room = founding(all, "Room1");
    assertThat(room.owner()).isEqualTo("Seller");
    assertThat(room.perceptible()).isFalse();
    assertThat(room.place()).isNull();
    assertThat(room.offer())
        .matches(o -> o != null && o.free() && o.to().isEmpty() && o.by().isEmpty());
    assertThat(founding(all, "Parcel1").offer()).isEqualTo(room.offer());
    assertThat(founding(all, "Seller").rights())
        .extracting(r -> r.sentence())
        .containsExactly("May Original MM-Embed By ParcelService");
  }

  private static Args.Founding founding(List<Statement> all, String name) {
    return all.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().founding();
  }

  private static void refused(String text, String... says) {
    assertThatThrownBy(() -> WorldFileReader.read("f", text))
        .isInstanceOf(WorldFileException.class)
        .hasMessageContainingAll(says)
        .message()
        .doesNotContain("\n");
  }
}
