package org.mmm.faults;

/** What an Item shows of itself: who owns it, and where it is. */
record Sight(String owner, String place) {}
