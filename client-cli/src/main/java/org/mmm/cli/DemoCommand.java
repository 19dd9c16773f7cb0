package org.mmm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Patience;
import org.mmm.home.Context;
import org.mmm.home.Home;
import org.mmm.interpreter.RunState;
import org.mmm.interpreter.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mmm demo}. */
@Command(
    name = "demo",
    header = "Starts a node, lets two humans meet there, and stops it again.",
    description = {
      "  mmm demo",
      "  mmm demo --keep          leaves the node running, to look around"
    })
final class DemoCommand extends LocalCommand {
  static final String SCRIPT = "/examples/phase0.mmm";

  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  @Option(names = "--keep", description = "Leave the node running and print its URLs.")
  private boolean keep;

  @Override
  ExitCode perform() throws IOException {
    Home home = surroundings().home();
    Path data = Files.createTempDirectory("mmm-demo-");
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    boolean leave = false;
    try (NodeProcess running =
        NodeProcess.start(distribution, node.options(data, 0, List.of()), this::say)) {
      Context context = NodeOptionsMixin.context("demo", running);
      Summary summary = play(home, context);
      leave = keep;
      if (keep) {
        running.keep();
        home.contexts().set(context);
        home.contexts().use(context.name());
        NodeUrls.print(printer(), running.url(), running.operatorUrl(), data);
        say("the node runs on; stop it with: kill " + running.pid());
      }
      return summary.exit();
    } finally {
      if (!leave) {
        TemporaryFiles.remove(data);
      }
    }
  }

  private Summary play(Home home, Context context) throws IOException {
    Session session =
        new Session(
            home,
            context,
            Session.api(context, Patience.of(Patience.DEFAULT_RETRY_FOR)),
            Patience.of(Patience.DEFAULT_RETRY_FOR));
    List<ScriptFile> scripts = List.of(ScriptFile.of(SCRIPT, "phase0.mmm", script()));
    RunState run = new RunState(Runs.begin(session, 0, scripts));
    return ScriptRun.perform(session, run, scripts, 0, printer());
  }

  static String script() throws IOException {
    try (InputStream in = DemoCommand.class.getResourceAsStream(SCRIPT)) {
      return new String(
          Objects.requireNonNull(in, SCRIPT + " is missing").readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }
}
