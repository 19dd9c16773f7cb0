package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One human registered with the M-Instance, with profile, Processes and Items (MMM-TEC V2.2,
 * Account).
 *
 * @param humanId the human; missing only while it is being made
 * @param accountLevel which offer of the M-Instance the human took
 * @param personalProfileId the profile
 * @param items the Items of the human, Personae among them; at most 1,000
 * @param processes the Processes of the human; at most 1,000
 * @param envelope IDs and the rest
 */
public record Account(
    @Nullable String humanId,
    @Nullable String accountLevel,
    @Nullable String personalProfileId,
    List<String> items,
    List<AccountProcess> processes,
    Envelope envelope)
    implements Item {
  public Account {
    TextRule.ID.checkIfAny("Account.HumanID", humanId);
    TextRule.ID.checkIfAny("Account.AccountLevel", accountLevel);
    TextRule.ID.checkIfAny("Account.PersonalProfileID", personalProfileId);
    items = TextRule.ID.checkAll("Account.Items", items);
    processes = Limits.list("Account.Processes", processes);
  }

  static Account read(Fields in) {
    return new Account(
        in.take("HumanID", "humanID").text(TextRule.ID),
        in.take("AccountLevel").text(TextRule.ID),
        in.take("PersonalProfileID").text(TextRule.ID),
        in.take("Items").list(entry -> entry.needId("ItemID")),
        in.take("Processes").list(AccountProcess::read),
        in.envelope(ItemType.ACCOUNT));
  }

  @Override
  public ItemType type() {
    return ItemType.ACCOUNT;
  }

  @Override
  public Account with(Envelope newEnvelope) {
    return new Account(humanId, accountLevel, personalProfileId, items, processes, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("AccountLevel", accountLevel)
        .put("HumanID", humanId)
        .put("PersonalProfileID", personalProfileId)
        .list("Items", items, id -> FieldWriter.id("ItemID", id))
        .list("Processes", processes, AccountProcess::json)
        .done();
  }
}
