package org.mmm.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.mmm.client.Json;

/** What there is to know of a data type before one writes it in a script. */
final class ItemGuide {
  private record Entry(String name, String purpose, String example) {}

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              "Personal Profile",
              "what a human says when registering",
              "PersonalProfile{\"FirstName\": \"Anna\"}"),
          new Entry("Account", "one human with profile, Processes and Personae", "Into Account1"),
          new Entry("Message", "what MM-Send carries", "MM-Sends \"hello\" To User2"),
          new Entry(
              "Rights",
              "what a Process may, may not or must do",
              "Rights(May Granted MM-Embed Persona2 At Room1)"),
          new Entry("M-Location", "a place in the M-Instance, such as MM-Square", "At MM-Square"),
          new Entry("U-Location", "a place in the Universe", "At ULocation1"),
          new Entry(
              "Spatial Attitude",
              "position in metres and orientation in degrees: SA(x, y, z [, yaw [, pitch, roll]])",
              "With SA(1, 0, 2, 90)"),
          new Entry(
              "3D Model Object",
              "a shape; a Persona is one by which a User is rendered",
              "Persona1"),
          new Entry("Stream", "Data identified as an Item; animates a Persona", "Into Stream1"),
          new Entry(
              "Room",
              "a place that a User owns and lets others into; side in metres",
              "Room{\"Name\": \"Loft\", \"Side\": 8, \"Capacity\": 8}"),
          new Entry("Parcel", "land for Rooms; offered by the Parcel Service", "Discovers Parcel"),
          new Entry(
              "Transaction",
              "hands an Asset over for Value; the client writes it from the sentence",
              "User1 Transacts Parcel1 From Seller With Value(0 EUR)"),
          new Entry("Value", "an amount of a currency", "Value(12.50 EUR)"),
          new Entry(
              "Activity Data", "what a Process did and what was refused", "mmm log --of User1"),
          new Entry("Discovery", "what a User looks for", "User1 Discovers Parcel Into Parcel1"),
          new Entry(
              "Process Action",
              "a sentence as an Item: a request, a record or a Right",
              "(in Rights)"));

  private ItemGuide() {}

  static List<String> names() {
    return ENTRIES.stream().map(Entry::name).toList();
  }

  /** The guide to the data type called so, with or without blanks, in any case. */
  static Optional<ObjectNode> find(String wanted) {
    return ENTRIES.stream()
        .filter(entry -> plain(entry.name()).equals(plain(wanted)))
        .findFirst()
        .map(
            entry ->
                Json.object()
                    .put("item", entry.name())
                    .put("purpose", entry.purpose())
                    .put("in a script", entry.example()));
  }

  private static String plain(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[ _-]", "");
  }
}
