package org.mmm.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * What is asked or given for an Asset.
 *
 * @param amount 0 or more
 * @param currency its letters, such as EUR
 */
public record Price(BigDecimal amount, String currency) {
  /** Where no Value is named. */
  public static final Price NOTHING = new Price(BigDecimal.ZERO, "EUR");

  /**
   * That of the Value which an Item is or has in it; {@link #NOTHING} if it has none.
   *
   * @param item a Value, or a Transaction with one
   */
  public static Price of(JsonNode item) {
    JsonNode value = item.findParent("Amount");
    if (value == null || !value.path("Amount").isNumber()) return NOTHING;
    JsonNode currency = value.path("Currency");
    String label =
        currency.isTextual() ? currency.asText() : currency.path("CurrencyData").asText();
    return new Price(
        value.path("Amount").decimalValue(), label.isEmpty() ? NOTHING.currency() : label);
  }
}
