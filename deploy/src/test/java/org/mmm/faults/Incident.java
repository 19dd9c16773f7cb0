package org.mmm.faults;

import java.util.List;

/**
 * A fault that happened.
 *
 * @param fault its name
 * @param nodes whom it struck; empty for all or none
 * @param loadBefore Process Actions a second before it
 * @param serviceAfterMillis from the fault until every Process, Item and place was served
 * @param wholeAfterMillis from the fault until all nodes were ready again
 */
record Incident(
    String fault,
    List<Integer> nodes,
    long loadBefore,
    long serviceAfterMillis,
    long wholeAfterMillis) {}
