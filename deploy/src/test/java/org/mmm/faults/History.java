package org.mmm.faults;

import java.util.List;

/** What a workload began with, what was asked and answered, and what was left in the end. */
record History(Setting setting, List<Op> ops, Aftermath aftermath) {
  History {
    ops = List.copyOf(ops);
  }
}
