package org.mmm.bench;

import java.util.ArrayList;
import java.util.List;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.interpreter.RunState;

/**
 * Who acts, and on what.
 *
 * @param users their real IDs and tokens
 * @param rooms the places of the mix
 */
record Cast(List<Actor> users, List<String> rooms) {
  /** One User, what is its own, and its token. */
  record Actor(String id, String persona, String data, String token) {}

  static Cast of(RunState run, int count, boolean square) {
    List<Actor> users = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String id = bound(run, "User" + i);
      String token =
          run.token(id)
              .orElseThrow(() -> new Failure(ExitCode.FAILED, "the node gave no token of " + id));
      String data = square ? "" : bound(run, "Data" + i);
      users.add(new Actor(id, bound(run, "Persona" + i), data, token));
    }
    List<String> rooms = new ArrayList<>();
    for (int k = 1; k <= Plan.ROOMS && !square; k++) {
      rooms.add(bound(run, "Room" + k));
    }
    return new Cast(users, rooms);
  }

  /** The same with fewer Users. */
  Cast first(int count) {
    return new Cast(List.copyOf(users.subList(0, count)), rooms);
  }

  private static String bound(RunState run, String name) {
    return run.binding(name)
        .orElseThrow(
            () -> new Failure(ExitCode.FAILED, name + " did not come into being; see above"));
  }
}
