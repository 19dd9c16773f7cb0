package org.mmm.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.action.MmmService;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Call;
import org.mmm.kernel.Moment;
import org.mmm.kernel.Name;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;

/** What Services ask in their own names, put into words. */
public final class ServiceAsk {
  private ServiceAsk() {}

  /**
   * To change the Rights of a User.
   *
   * @param cause the call from which it follows; it makes the key
   * @param names what the names in the Rights were claimed for
   */
  public static Ask change(
      MmmService service,
      Call cause,
      String user,
      ObjectNode rights,
      Map<String, Name> names,
      Moment now) {
    return ask(
        service,
        cause,
        Action.CHANGE,
        Complements.NONE.withOf(user).with(List.of(new With.Inline(rights))),
        names,
        List.of(),
        now);
  }

  /**
   * To send a User something of that name.
   *
   * @param id the Message's ID, fresh
   */
  public static Ask send(
      MmmService service, Call cause, String user, String id, ObjectNode content, Moment now) {
    return ask(
        service,
        cause,
        Action.MM_SEND,
        Complements.nil(id).withTo(user).with(List.of(new With.Inline(content))),
        Map.of(user, new Name(Address.Kind.PROCESS, "User")),
        List.of(id),
        now);
  }

  /**
   * A Rights Item.
   *
   * @param level Internal, Acquired or Granted
   * @param patterns each a verb and its complements as the Process Action Item has them
   */
  public static ObjectNode rights(String id, String level, List<ObjectNode> patterns) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("Header", "MMM-RGT-V2.2").put("RightsID", id);
    ObjectNode entry = item.putArray("RightsData").addObject();
    entry.put("DeonticVerb", "May").put("Level", level);
    var refs = entry.putArray("PAIDOrPA");
    patterns.forEach(p -> refs.addObject().set("ProcessAction", p));
    return item;
  }

  /** A Process Action Item as a pattern: a verb, and one slot for an Item. */
  public static ObjectNode pattern(Action action, String slot, String id) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("Header", "MMM-PAC-V2.2").put("Action", action.title());
    item.putArray("RQ-Complements").addObject().put(slot, id);
    return item;
  }

  private static Ask ask(
      MmmService service,
      Call cause,
      Action action,
      Complements complements,
      Map<String, Name> names,
      List<String> fresh,
      Moment now) {
    Edition edition = cause.action().edition();
    String key = cause.id() + ":" + action.title();
    return new Ask(
        key,
        key,
        new ProcessAction(service.id(edition), action, edition, complements),
        names,
        fresh,
        ServiceMachine.notAfter(now),
        false,
        null,
        null);
  }
}
