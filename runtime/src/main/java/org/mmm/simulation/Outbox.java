package org.mmm.simulation;

import java.util.ArrayList;
import java.util.List;
import org.mmm.kernel.Response;

/** What leaves an entity in one step of a {@link Simulation}. */
final class Outbox {
  /** A client gets an answer. */
  record Told(int caller, Response response) {}

  final List<Flight> sent = new ArrayList<>();
  final List<Told> told = new ArrayList<>();
}
