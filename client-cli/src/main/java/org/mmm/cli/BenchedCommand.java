package org.mmm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mmm.child.Distribution;
import org.mmm.child.NodeOptions;
import org.mmm.child.NodeProcess;
import org.mmm.client.Api;
import org.mmm.client.ExitCode;
import org.mmm.client.HttpTransport;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.interpreter.Target;
import picocli.CommandLine.Mixin;

/** Measures a node: one that runs, if the options name it, or one of its own. */
abstract class BenchedCommand extends NodeCommand {
  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  /** Measures the node of that session. */
  abstract ExitCode measure(Session session) throws InterruptedException;

  /** Refuses options that make no sense, before a node is started for them. */
  abstract void check();

  @Override
  final ExitCode perform(Session session) throws IOException, InterruptedException {
    check();
    Path temporary = Files.createTempDirectory("mmm-bench-");
    try {
      if (!options.urls.isEmpty() || options.context != null) {
        return measure(session.context(), temporary);
      }
      Distribution distribution =
          Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
      Path data = temporary.resolve("data");
      try (NodeProcess running = NodeProcess.start(distribution, options(data), this::say)) {
        return measure(new Context("bench", running.url(), null), temporary);
      }
    } finally {
      TemporaryFiles.remove(temporary);
    }
  }

  /** Of a world in which no quota is met before the machine's own limits. */
  private NodeOptions options(Path data) {
    if (node.world == null) node.world = Path.of("bench");
    return node.options(data, 0, List.of());
  }

  private ExitCode measure(Context context, Path temporary) throws InterruptedException {
    // Its humans and tokens are of no use afterwards: they are kept apart and thrown away.
    Home home = new Home(temporary.resolve("home"));
    return measure(
        new Session(home, context, Session.api(context, Patience.none()), Patience.none()));
  }

  /** Where the scene is prepared. */
  static Target target(Session session) {
    return new Target(session.context().name(), session.api(), process -> Optional.empty());
  }

  /** Each node by itself; its Api repeats nothing, or waiting would count as acting. */
  static List<Api> nodes(Session session) {
    return session.context().urls().stream()
        .map(url -> new Api(new HttpTransport(url), Patience.none()))
        .toList();
  }
}
