package org.mmm.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to start a node.
 *
 * @param data the directory of its journal
 * @param port of the MMM-API, 1 to 65535; 0 lets the node choose a free one
 * @param world the world file, or null for the default world
 * @param registration open, invite or closed
 * @param more further arguments, as the node takes them
 * @param jvm options of the Java machine, such as -Xmx
 * @param startWithin how long it may take until it is ready
 */
public record NodeOptions(
    Path data,
    int port,
    @Nullable Path world,
    @Nullable String registration,
    List<String> more,
    List<String> jvm,
    Duration startWithin) {
  /** The first start makes a journal and applies a world, on a slow disk too. */
  public static final Duration START_WITHIN = Duration.ofSeconds(120);

  public NodeOptions {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
    if (registration != null && !List.of("open", "invite", "closed").contains(registration)) {
      throw new IllegalArgumentException(
          "registration must be open, invite or closed, was '" + registration + "'");
    }
    more = List.copyOf(more);
    jvm = List.copyOf(jvm);
  }

  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--data", data.toAbsolutePath().toString()));
    arguments.addAll(List.of("--port", String.valueOf(port)));
    if (registration != null) arguments.addAll(List.of("--register", registration));
    if (world != null) {
      // A plain word may be the name of a world that the node brings along.
      boolean word = world.getNameCount() == 1 && !Files.exists(world);
      arguments.addAll(List.of("--world", (word ? world : world.toAbsolutePath()).toString()));
    }
    arguments.addAll(more);
    return arguments;
  }
}
