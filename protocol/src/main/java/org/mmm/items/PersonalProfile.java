package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a human says when registering (MMM-TEC V2.2, Personal Profile). The short form has the data
 * flat: {@code {"FirstName": "Anna"}}.
 *
 * @param humanId the human, in the M-Instance's own naming
 * @param data the five personal data
 * @param processes the Processes and Personae that the human asks for; at most 1,000
 * @param unknown other fields inside {@code PersonalProfile}
 * @param envelope IDs and the rest
 */
public record PersonalProfile(
    @Nullable String humanId,
    PersonalData data,
    List<ProfileProcess> processes,
    UnknownFields unknown,
    Envelope envelope)
    implements Item {
  private static final String PROFILE = "PersonalProfile";

  public PersonalProfile {
    TextRule.ID.checkIfAny("PersonalProfile.humanID", humanId);
    processes = Limits.list("PersonalProfile.PersonalProfile.Processes", processes);
  }

  /** A first name alone. */
  public static PersonalProfile of(String firstName) {
    return new PersonalProfile(
        null, PersonalData.of(firstName), List.of(), UnknownFields.NONE, Envelope.NONE);
  }

  static PersonalProfile read(Fields in) {
    String human = in.take("humanID", "HumanID").text(TextRule.ID);
    Fields profile = in.objectOrHere(PROFILE);
    PersonalData data = PersonalData.read(profile);
    List<ProfileProcess> processes = profile.take("Processes").list(ProfileProcess::read);
    // Flat fields share the Item's object: what is left of them belongs to the envelope.
    UnknownFields unknown = profile == in ? UnknownFields.NONE : profile.rest();
    return new PersonalProfile(
        human, data, processes, unknown, in.envelope(ItemType.PERSONAL_PROFILE));
  }

  @Override
  public ItemType type() {
    return ItemType.PERSONAL_PROFILE;
  }

  @Override
  public PersonalProfile with(Envelope newEnvelope) {
    return new PersonalProfile(humanId, data, processes, unknown, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    JsonNode profile =
        FieldWriter.part(unknown)
            .put("Data", FieldWriter.array(List.of(data), PersonalData::json))
            .list("Processes", processes, ProfileProcess::json)
            .done();
    return FieldWriter.item(type(), envelope).put("humanID", humanId).put(PROFILE, profile).done();
  }
}
