package org.mmm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mmm.bench.Scene;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.interpreter.RunState;
import picocli.CommandLine.Mixin;

/**
 * A command that measures two M-Instances of its own, with the world "bench" and high limits for
 * each other.
 */
abstract class MetaversesCommand extends LocalCommand {
  private static final String LIMITS =
      "mmm.federation { per-minute = 1000000, arrivals-at-most = 100000,"
          + " letters-at-most = 100000, in-flight-per-peer = 10000 }\n";

  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  /** Measures them; they end afterwards. */
  abstract ExitCode measure(Home home, Metaverses two) throws IOException, InterruptedException;

  @Override
  ExitCode perform() throws IOException, InterruptedException {
    check();
    Path directory = Files.createTempDirectory("mmm-federation-");
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    if (node.world == null) node.world = Path.of("bench");
    Path limits = Files.writeString(directory.resolve("limits.conf"), LIMITS);
    try (Metaverses two =
        Metaverses.start(
            distribution, node, directory, List.of("--config", limits.toString()), this::say)) {
      Home home = new Home(directory.resolve("home"));
      two.introduce(home);
      return measure(home, two);
    } finally {
      TemporaryFiles.remove(directory);
    }
  }

  /** Refuses options that are wrong, before anything is started. */
  abstract void check();

  static Session session(Home home, Context context) {
    return new Session(home, context, Session.api(context, Patience.none()), Patience.none());
  }

  static Scene scene(Home home, String name, NodeProcess at, int count) {
    var context = NodeOptionsMixin.context(name, at);
    Session session = session(home, context);
    RunState run = new RunState(Runs.begin(session, 1, List.of()));
    return Scene.prepare(
        BenchedCommand.target(session), BenchedCommand.nodes(session), run, count, true, 1);
  }
}
