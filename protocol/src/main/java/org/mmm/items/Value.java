package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * An amount of a currency (MMM-TEC V2.2, Value).
 *
 * @param amount from 0 to 1,000,000,000,000, with at most 8 decimals; 12.50 is 12.5
 * @param currency what is counted
 * @param envelope IDs and the rest
 */
public record Value(BigDecimal amount, Currency currency, Envelope envelope) implements Item {
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int DECIMALS = 8;
  private static final String RULE =
      "a number from 0 to " + MOST.toPlainString() + " with at most " + DECIMALS + " decimals";

  public Value {
    if (!fits(amount)) {
      throw ItemException.of("Value.Amount", RULE, (Object) amount);
    }
    BigDecimal stripped = amount.stripTrailingZeros();
    amount = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Without IDs.
   *
   * @param currency its letters, for instance EUR
   */
  public static Value of(String amount, String currency) {
    return new Value(new BigDecimal(amount), Currency.of(currency), Envelope.NONE);
  }

  static Value read(Fields in) {
    Found at = in.take("Amount");
    if (at.node() == null || !at.node().isNumber() || !fits(at.node().decimalValue())) {
      throw ItemException.of(at.path(), RULE, at.node());
    }
    return new Value(
        at.node().decimalValue(),
        in.take("Currency").needItem(Currency.class),
        in.envelope(ItemType.VALUE));
  }

  private static boolean fits(BigDecimal amount) {
    return amount.signum() >= 0
        && amount.compareTo(MOST) <= 0
        && amount.stripTrailingZeros().scale() <= DECIMALS;
  }

  @Override
  public ItemType type() {
    return ItemType.VALUE;
  }

  @Override
  public Value with(Envelope newEnvelope) {
    return new Value(amount, currency, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope)
        .put("Amount", amount)
        .put("Currency", currency)
        .done();
  }
}
