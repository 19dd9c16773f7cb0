package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a human asks for in a Personal Profile: Processes, and the Personae of a User.
 *
 * @param processes at most 1,000; by ID alone it is a User
 * @param personae at most 1,000
 * @param unknown all other fields
 */
public record ProfileProcess(
    List<Ref<ProcessItem>> processes, List<Ref<ModelObject>> personae, UnknownFields unknown) {
  private static final String PROCESSES = "ProcessIDOrProcess";
  private static final String PERSONAE = "PersonaIDOrPersona";

  public ProfileProcess {
    processes = Limits.list("PersonalProfile.Processes." + PROCESSES, processes);
    personae = Limits.list("PersonalProfile.Processes." + PERSONAE, personae);
  }

  static ProfileProcess read(Found at) {
    Fields in = at.object();
    return new ProfileProcess(
        in.take(PROCESSES).oneOrList(entry -> Ref.read(entry, "Process", ProcessItem.class)),
        in.take(PERSONAE).oneOrList(entry -> Ref.read(entry, "Persona", ModelObject.class)),
        in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .list(PROCESSES, processes, process -> process.json("Process"))
        .list(PERSONAE, personae, persona -> persona.json("Persona"))
        .done();
  }
}
