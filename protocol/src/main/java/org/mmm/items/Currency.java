package org.mmm.items;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the Amount of a Value counts (MMM-TEC V2.2, Currency Object). The short form is its letters.
 *
 * @param label three letters of ISO 4217, or the name of a virtual currency; 1 to 32 characters
 * @param envelope IDs and the rest, the Currency Qualifier among them
 */
public record Currency(String label, Envelope envelope) implements Item {
  private static final TextRule LABEL = new TextRule(1, 32);

  public Currency {
    LABEL.check("Currency.CurrencyData", label);
  }

  /** Without IDs. */
  public static Currency of(String label) {
    return new Currency(label, Envelope.NONE);
  }

  static Currency read(Fields in) {
    return new Currency(in.take("CurrencyData").needText(LABEL), in.envelope(ItemType.CURRENCY));
  }

  @Override
  public ItemType type() {
    return ItemType.CURRENCY;
  }

  @Override
  public Currency with(Envelope newEnvelope) {
    return new Currency(label, newEnvelope);
  }

  @Override
  public ObjectNode json() {
    return FieldWriter.item(type(), envelope).put("CurrencyData", label).done();
  }
}
