package org.mmm.items;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Sender or the Receiver of a Transaction.
 *
 * @param id the Process
 * @param walletId its Wallet; not needed at price 0
 * @param payments what it pays; at most 1,000
 * @param rightsId its Rights afterwards
 * @param unknown all other fields
 */
public record Party(
    String id,
    @Nullable String walletId,
    List<Payment> payments,
    @Nullable String rightsId,
    UnknownFields unknown) {
  /** How the Sender is written. */
  static final Role SENDER = new Role("Sender", "SToSPValues");

  /** How the Receiver is written. */
  static final Role RECEIVER = new Role("Receiver", "RToSValue");

  public Party {
    TextRule.ID.check("Transaction.SenderOrReceiverID", id);
    TextRule.ID.checkIfAny("Transaction.WalletID", walletId);
    TextRule.ID.checkIfAny("Transaction.RightsID", rightsId);
    payments = Limits.list("Transaction.Values", payments);
  }

  /** A Process that pays nothing. */
  public static Party of(String id) {
    return new Party(id, null, List.of(), null, UnknownFields.NONE);
  }

  /**
   * The names of one side's fields.
   *
   * @param name Sender or Receiver
   * @param payments the name of its payments
   */
  record Role(String name, String payments) {

    @Nullable Party read(Fields transaction) {
      String data = name + "Data";
      if (transaction.has(data)) {
        Fields in = transaction.take(data).object();
        return read(in, in.take(payments).oneOrList(Payment::read), true);
      }
      // The short form has one Value, and it is the Sender who pays it.
      Found value = transaction.take(name.equals("Sender") ? "Value" : payments);
      boolean paid = value.node() != null;
      return paid || transaction.has(name + "ID")
          ? read(transaction, value.oneOrList(Payment::bare), false)
          : null;
    }

    private Party read(Fields in, List<Payment> paid, boolean nested) {
      return new Party(
          in.take(name + "ID").needText(TextRule.ID),
          in.take(name + "WalletID").text(TextRule.ID),
          paid,
          in.take(name + "RightsID").text(TextRule.ID),
          nested ? in.rest() : UnknownFields.NONE);
    }

    void write(FieldWriter out, @Nullable Party party) {
      if (party != null) {
        out.put(
            name + "Data",
            FieldWriter.part(party.unknown)
                .put(name + "ID", party.id)
                .put(name + "WalletID", party.walletId)
                .list(payments, party.payments, Payment::json)
                .put(name + "RightsID", party.rightsId)
                .done());
      }
    }
  }
}
