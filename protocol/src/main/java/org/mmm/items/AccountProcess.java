package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Process of an Account. V2.2 has the ID alone; the Personae are of V2.0, the type is of this
 * project: a client must know its User from its Device.
 *
 * @param id the Process
 * @param processType what kind of Process it is
 * @param personae the Personae of a User, at most 1,000
 * @param unknown all other fields
 */
public record AccountProcess(
    String id, @Nullable ProcessType processType, List<String> personae, UnknownFields unknown) {
  public AccountProcess {
    TextRule.ID.check("Account.Processes.ProcessID", id);
    personae = TextRule.ID.checkAll("Account.Processes.Personae", personae);
  }

  static AccountProcess read(Found at) {
    JsonNode node = at.node();
    if (node != null && node.isTextual()) {
      return new AccountProcess(at.needText(TextRule.ID), null, List.of(), UnknownFields.NONE);
    }
    Fields in = at.object();
    return new AccountProcess(
        in.take("ProcessID").needText(TextRule.ID),
        in.take("ProcessType").word(ProcessType.class),
        in.take("Personae").list(entry -> entry.needId("PersonaID")),
        in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("ProcessID", id)
        .put("ProcessType", processType)
        .list("Personae", personae, persona -> FieldWriter.id("PersonaID", persona))
        .done();
  }
}
