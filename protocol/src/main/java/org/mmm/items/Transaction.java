package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rights on Assets for Value (MMM-TEC V2.2, Transaction). The short form has AssetID, SenderID and
 * ReceiverID as texts, and one Value, which goes from the Sender.
 *
 * @param assets what changes hands: Items, or Processes; at most 1,000
 * @param sender who asks for it, gets the Assets and gives the Value
 * @param receiver who owns them and has them on offer
 * @param parentId the Transaction that this one is part of
 * @param status how far it has come
 * @param envelope IDs and the rest; the Service Providers are unknown fields
 */
public record Transaction(
    List<AssetRef> assets,
    @Nullable Party sender,
    @Nullable Party receiver,
    @Nullable String parentId,
    @Nullable TransactionStatus status,
    Envelope envelope)
    implements Item {
  private static final String ASSETS = "AssetID";

  public Transaction {
    assets = Limits.list("Transaction.AssetID", assets);
    TextRule.ID.checkIfAny("Transaction.TransactionParentID", parentId);
  }

  static Transaction read(Fields in) {
    return new Transaction(
        in.take(ASSETS).oneOrList(AssetRef::read),
        Party.SENDER.read(in),
        Party.RECEIVER.read(in),
        in.take("TransactionParentID").text(TextRule.ID),
        in.take("TransactionStatus", "Status").word(TransactionStatus.class),
        in.envelope(ItemType.TRANSACTION));
  }

  /** The same Transaction, come this far. */
  public Transaction with(TransactionStatus newStatus) {
    return new Transaction(assets, sender, receiver, parentId, newStatus, envelope);
  }

  @Override
  public ItemType type() {
    return ItemType.TRANSACTION;
  }

  @Override
  public Transaction with(Envelope newEnvelope) {
    return new Transaction(assets, sender, receiver, parentId, status, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    var out = FieldWriter.item(type(), envelope).list(ASSETS, assets, AssetRef::json);
    Party.SENDER.write(out, sender);
    Party.RECEIVER.write(out, receiver);
    return out.put("TransactionParentID", parentId).put("TransactionStatus", status).done();
  }
}
