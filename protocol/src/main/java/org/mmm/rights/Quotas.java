package org.mmm.rights;

/**
 * How much one Account or Process may have and do: Rules in numbers, each at least 1. What exceeds
 * one is refused.
 *
 * @param itemsPerAccount Items that one human's Processes own; default 10,000
 * @param placesPerAccount places (Rooms, Parcels, M-Locations) among them; default 100
 * @param processesPerAccount Processes of one human; default 16
 * @param rightsHeld Rights that one Process holds, and May Nots apart; default 10,000
 * @param actionsPerMinute Process Actions that one Process asks for in a minute; default 6,000
 * @param refusalsPerMinute refusals after which a Process is throttled for the rest of the minute;
 *     default 600
 * @param inFlight Process Actions of one Process that wait for their answers; default 64
 * @param keyRecords answers kept per Process for repeats; default 10,000
 * @param keyHours how long they are kept, in hours; default 24
 * @param inbox unacknowledged IPP messages kept for one Process, and received Items, acknowledged
 *     or not, whose Rights it holds; default 1,000
 * @throws IllegalArgumentException if one is less than 1 or more than its bound
 */
public record Quotas(
    int itemsPerAccount,
    int placesPerAccount,
    int processesPerAccount,
    int rightsHeld,
    int actionsPerMinute,
    int refusalsPerMinute,
    int inFlight,
    int keyRecords,
    int keyHours,
    int inbox) {
  public static final Quotas DEFAULT =
      new Quotas(10_000, 100, 16, 10_000, 6_000, 600, 64, 10_000, 24, 1_000);

  // The upper bounds keep what one entity holds in memory below some tens of megabytes.
  public Quotas {
    check("itemsPerAccount", itemsPerAccount, 1_000_000);
    check("placesPerAccount", placesPerAccount, 100_000);
    check("processesPerAccount", processesPerAccount, 1_000);
    check("rightsHeld", rightsHeld, 100_000);
    check("actionsPerMinute", actionsPerMinute, 1_000_000);
    check("refusalsPerMinute", refusalsPerMinute, 1_000_000);
    check("inFlight", inFlight, 10_000);
    check("keyRecords", keyRecords, 100_000);
    check("keyHours", keyHours, 168);
    check("inbox", inbox, 10_000);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must be from 1 to " + most + ", was " + value);
    }
  }
}
