package org.mmm.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;

/**
 * What a node tells the world entity: be this world.
 *
 * @param file the world
 * @param add whether an M-Instance that has begun from another file gets what is new in this one;
 *     nothing is ever taken away
 */
public record WorldAsk(WorldFile file, boolean add) {
  /** Who applies world files. */
  public static final Address WORLD = new Address(Address.Kind.WORLD, "world");

  private static final String FILE = "world";
  private static final String ADD = "add";

  /**
   * As a request: to be submitted to {@link #WORLD}, and again until it is answered.
   *
   * @param notAfter epoch milliseconds
   */
  public Ask ask(long notAfter) {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    extra.set(FILE, WorldFileReader.json(file));
    extra.put(ADD, add);
    String hash = WorldFileReader.hash(file);
    ProcessAction action =
        new ProcessAction(
            WorldFile.MANAGER, Action.IDENTIFY, Edition.ARC_1_2, Complements.nil(file.mInstance()));
    return new Ask(hash, hash, action, Map.of(), List.of(), notAfter, false, null, extra);
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException if it is none
   */
  static WorldAsk of(@Nullable JsonNode extra) {
    JsonNode world = extra == null ? null : extra.get(FILE);
    if (extra == null || world == null) throw new IllegalArgumentException("no world was given");
    return new WorldAsk(WorldFileReader.parse(world), extra.path(ADD).asBoolean());
  }
}
