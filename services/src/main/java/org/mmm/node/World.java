package org.mmm.node;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Entities;
import org.mmm.kernel.Message;
import org.mmm.kernel.Query;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.rights.RuleBook;
import org.mmm.world.WorldAsk;
import org.mmm.world.WorldFile;
import org.mmm.world.WorldFileException;
import org.mmm.world.WorldFileReader;

/** Has the world entity apply what this M-Instance starts with. */
final class World {
  private static final String DEFAULT = "default";
  private static final Set<String> SHIPPED = Set.of(DEFAULT, "friends-meet", "bench");
  private static final Duration ONE_TRY = Duration.ofSeconds(5);

  private World() {}

  /**
   * The file or the shipped world that was named; throws a {@link NodeFailure} if it is not a world
   * file.
   */
  static @Nullable WorldFile read(@Nullable Path file) {
    if (file == null) return null;
    if (!Files.exists(file) && SHIPPED.contains(file.toString())) {
      return WorldFileReader.shipped(file.toString());
    }
    try {
      return WorldFileReader.read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw NodeFailure.usage(
          "--world must name a readable file, or one of " + SHIPPED + ", was " + file);
    } catch (WorldFileException e) {
      throw NodeFailure.usage(e);
    }
  }

  /**
   * Applies the world and waits until it stands; throws a {@link NodeFailure} if it does not, or if
   * this node is put out meanwhile.
   *
   * @param given the file that was named; null for the one the M-Instance has, or the default
   * @param within how long it may take
   */
  static WorldFile apply(
      Entities entities,
      Membership membership,
      Ambient ambient,
      EntityTable table,
      @Nullable WorldFile given,
      boolean add,
      Duration within) {
    long end = ambient.millis() + within.toMillis();
    WorldFile file = given != null ? given : before(entities, membership, ambient, end);
    table.know(new RuleBook(file.mInstance(), 1, file.rules()), file.allQuotas());
    Message.Submit submit = new Message.Submit(new WorldAsk(file, add).ask(end));
    Response response = ask(entities, membership, ambient, submit, end);
    if (response instanceof Response.Performed performed) {
      if (performed.reply().status() instanceof PaStatus.Err err) {
        throw NodeFailure.usage(err.detail());
      }
      return file;
    }
    throw NodeFailure.failed("the world was not applied: " + response, null);
  }

  /** The world that this M-Instance began with; the default one for a new M-Instance. */
  private static WorldFile before(
      Entities entities, Membership membership, Ambient ambient, long end) {
    Message read = new Message.Read(new Query.Profile(null));
    Response profile = ask(entities, membership, ambient, read, end);
    JsonNode world = profile instanceof Response.View view ? view.body().path("World") : null;
    if (world == null || !world.isObject()) return WorldFileReader.shipped(DEFAULT);
    try {
      return WorldFileReader.read("the world of this data directory", world.toString());
    } catch (WorldFileException e) {
      throw NodeFailure.failed(NodeFailure.line(e), e);
    }
  }

  private static Response ask(
      Entities entities, Membership membership, Ambient ambient, Message message, long end) {
    while (true) {
      try {
        return membership.unlessPutOut(entities.ask(WorldAsk.WORLD, message, ONE_TRY));
      } catch (CompletionException late) {
        if (!(late.getCause() instanceof TimeoutException)) throw late;
        if (ambient.millis() >= end) {
          throw NodeFailure.unavailable(
              "the world was not applied in time; start the node again to go on with it", late);
        }
      }
    }
  }
}
