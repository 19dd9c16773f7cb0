package org.mmm.bench;

import java.util.ArrayList;
import java.util.List;
import org.mmm.client.Api;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.Json;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.Target;

/** The members of live Rooms: each a User of its own, whose Persona stands in its Room. */
public final class RoomScene {
  private final List<Api> nodes;
  private final List<Member> members;

  private RoomScene(List<Api> nodes, List<Member> members) {
    this.nodes = nodes;
    this.members = members;
  }

  /**
   * Who can join a Room.
   *
   * @param room its number, from 0
   * @param place its ID
   */
  record Member(String persona, String token, int room, String place) {}

  /** What lets one in: where to, and with what. */
  record Ticket(String url, String ticket) {}

  /**
   * Registers the members and lets their Personae enter.
   *
   * @param target where that is done; its world has the places of {@link Spread}
   * @param nodes of the M-Instance, at least one; the members join at them in turns
   * @param run a new one
   * @throws Failure if a sentence of it fails
   */
  public static RoomScene prepare(Target target, List<Api> nodes, RunState run, RoomPlan plan) {
    Preparation.perform(target, run, script(plan), plan.seed());
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < plan.people(); i++) {
      int room = i / plan.members();
      String user = bound(run, "User" + (i + 1));
      String token =
          run.token(user)
              .orElseThrow(() -> new Failure(ExitCode.FAILED, "the node gave no token of " + user));
      members.add(
          new Member(bound(run, "Persona" + (i + 1)), token, room, plan.spread().room(room + 1)));
    }
    return new RoomScene(List.copyOf(nodes), List.copyOf(members));
  }

  List<Api> nodes() {
    return nodes;
  }

  List<Member> members() {
    return members;
  }

  /**
   * Asks for a ticket.
   *
   * @param number of the member, from 0
   * @throws Failure if it is refused
   */
  Ticket ticket(int number) {
    Member member = members.get(number);
    var asked = Json.object().put("room", member.place()).put("persona", member.persona());
    var given =
        nodes
            .get(number % nodes.size())
            .call(ApiRequest.post("/api/v2.2/live/tickets", member.token(), asked))
            .orFail("no ticket to " + member.place())
            .body();
    return new Ticket(Json.text(given, "url", ""), Json.text(given, "ticket", ""));
  }

  private static String script(RoomPlan plan) {
    StringBuilder script = new StringBuilder();
    together(
        script,
        1,
        plan.people(),
        "human{i} Registers PersonalProfile{} By RegistrationService"
            + " Into User{i}, Device{i}, Persona{i}");
    double reach = plan.spread().reach();
    String spot = "random(-" + reach + ", " + reach + ")";
    for (int room = 1; room <= plan.rooms(); room++) {
      together(
          script,
          (room - 1) * plan.members() + 1,
          room * plan.members(),
          "User{i} MM-Embeds Persona{i} At "
              + plan.spread().room(room)
              + " With SA("
              + spot
              + ", 0, "
              + spot
              + ")");
    }
    return script.toString();
  }

  private static void together(StringBuilder script, int first, int last, String sentence) {
    script.append("together {\nfor i in ").append(first).append("..").append(last);
    script.append(" {\n").append(sentence).append("\n}\n}\n");
  }

  private static String bound(RunState run, String name) {
    return run.binding(name)
        .orElseThrow(
            () -> new Failure(ExitCode.FAILED, name + " did not come into being; see above"));
  }
}
