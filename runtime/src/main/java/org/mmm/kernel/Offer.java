package org.mmm.kernel;

import java.math.BigDecimal;
import java.util.Set;

/**
 * A standing offer: the owner hands the Asset over to whoever fits and pays.
 *
 * @param amount the price, 0 or more
 * @param currency ISO 4217 code, such as EUR
 * @param to the ProcessIDs that may take it; none means anyone
 * @param by the Service that alone may hand it over (the Parcel Service's own stock); empty means
 *     any
 */
public record Offer(BigDecimal amount, String currency, Set<String> to, String by) {
  public Offer {
    if (amount.signum() < 0)
      throw new IllegalArgumentException("a price must be at least 0, was " + amount);
    to = Set.copyOf(to);
  }

  public boolean free() {
    return amount.signum() == 0;
  }
}
