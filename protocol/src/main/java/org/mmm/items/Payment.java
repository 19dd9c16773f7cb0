package org.mmm.items;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A Value that changes hands in a Transaction.
 *
 * @param serviceId the Service that gets it or hands it on
 * @param walletId the Wallet it goes to
 * @param value how much
 * @param unknown all other fields
 */
public record Payment(
    @Nullable String serviceId, @Nullable String walletId, Value value, UnknownFields unknown) {
  public Payment {
    TextRule.ID.checkIfAny("Transaction.Value.ServiceID", serviceId);
    TextRule.ID.checkIfAny("Transaction.Value.WalletID", walletId);
  }

  /** A Value to whom the Transaction names. */
  public static Payment of(Value value) {
    return new Payment(null, null, value, UnknownFields.NONE);
  }

  static Payment bare(Found at) {
    return of(at.needItem(Value.class));
  }

  static Payment read(Found at) {
    Fields in = at.object();
    return new Payment(
        in.take("ServiceID").text(TextRule.ID),
        in.take("WalletID").text(TextRule.ID),
        in.take("Value").needItem(Value.class),
        in.rest());
  }

  JsonNode json() {
    return FieldWriter.part(unknown)
        .put("ServiceID", serviceId)
        .put("WalletID", walletId)
        .put("Value", value)
        .done();
  }
}
