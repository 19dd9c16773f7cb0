package org.mmm.bench;

import java.util.List;
import org.mmm.client.Api;
import org.mmm.client.Failure;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.Target;

/**
 * Users, and what they act on: prepared once, for as many as the largest of the measurements needs.
 * It takes one Parcel for each Room.
 */
public final class Scene {
  private final List<Api> nodes;
  private final String name;
  private final Cast cast;
  private int measurements;

  private Scene(List<Api> nodes, String name, Cast cast) {
    this.nodes = nodes;
    this.name = name;
    this.cast = cast;
  }

  /**
   * Registers the Users and, unless all is to happen in MM-Square, furnishes Rooms for them.
   *
   * @param target where it is prepared
   * @param nodes of the M-Instance, at least one; the Users ask them in turns
   * @param users 1 to {@link Plan#MOST_USERS}
   * @param run a new one
   * @throws Failure if a sentence of it fails
   */
  public static Scene prepare(
      Target target, List<Api> nodes, RunState run, int users, boolean square, long seed) {
    Preparation.perform(target, run, script(users, square), seed);
    return new Scene(List.copyOf(nodes), run.name(), Cast.of(run, users, square));
  }

  /** The IDs of its Users. */
  public List<String> users() {
    return cast.users().stream().map(Cast.Actor::id).toList();
  }

  List<Api> nodes() {
    return nodes;
  }

  /** The first of its Users, and all Rooms. */
  Cast cast(int users) {
    return cast.first(users);
  }

  /** Begins the keys of one more measurement; no other has them. */
  String keys() {
    measurements++;
    return name + "-b" + measurements;
  }

  private static String script(int users, boolean square) {
    StringBuilder script = new StringBuilder();
    script.append("for i in 1..").append(users).append(" {\n");
    script.append("human{i} Registers PersonalProfile{} By RegistrationService");
    script.append(" Into User{i}, Device{i}, Persona{i}\n");
    script.append("User{i} MM-Embeds Persona{i} At MM-Square\n");
    if (!square) {
      script.append("User{i} UM-Captures Data{i} At ULocation1\n");
    }
    script.append("}\n");
    if (!square) {
      script.append(rooms(users));
    }
    return script.toString();
  }

  private static String rooms(int users) {
    String grants =
        "together {\nfor i in 2.."
            + users
            + " {\n"
            + "User1 Changes Rights(May Granted MM-Embed Persona{i} At Room{k}) Of User{i}\n"
            + "}\n"
            + "}\n";
    return "for k in 1.."
        + Plan.ROOMS
        + " {\n"
        + "User1 Discovers Parcel By ParcelService Into Parcel{k}\n"
        + "User1 MM-Embeds Persona1 At Parcel{k} By ParcelService\n"
        + "User1 Authors Room{\"Name\": \"Bench\", \"Side\": 8, \"Capacity\": 2000}"
        + " By AuthorService Into Room{k}\n"
        + "User1 MM-Embeds Room{k} At Parcel{k} With SA(0, 0, 0)\n"
        + (users > 1 ? grants : "")
        + "}\n";
  }
}
