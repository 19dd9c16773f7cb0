package org.mmm.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** {@code mmm federation demo}. */
@Command(
    name = "demo",
    header = "Starts two M-Instances, introduces them, and lets their Users meet; then stops both.",
    description = {
      "  mmm federation demo",
      "  mmm federation demo --keep     leaves both running, as the contexts alpha and beta"
    })
final class FederationDemoCommand extends LocalCommand {
  private static final List<String> SCRIPTS = List.of("cross-metaverse.mmm", "cav-to-cav.mmm");

  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  @Option(names = "--keep", description = "Leave both running and print their URLs.")
  private boolean keep;

  @Override
  ExitCode perform() throws IOException {
    Path directory = Files.createTempDirectory("mmm-federation-");
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    boolean leave = false;
    try (Metaverses two = Metaverses.start(distribution, node, directory, List.of(), this::say)) {
      NodeProcess alpha = two.alpha();
      NodeProcess beta = two.beta();
      // Both are known by name here alone, unless they stay.
      Home home = keep ? surroundings().home() : new Home(directory.resolve("home"));
      two.introduce(home);
      Session session = session(home, NodeOptionsMixin.context("alpha", alpha));
      List<ScriptFile> scripts = new ArrayList<>();
      for (String name : SCRIPTS) {
        scripts.add(ScriptFile.of("/examples/" + name, name, script(name)));
      }
      RunState run = new RunState(Runs.begin(session, 0, scripts));
      Summary summary = ScriptRun.perform(session, run, scripts, 0, printer());
      leave = keep;
      if (keep) {
        alpha.keep();
        beta.keep();
        say("alpha is at " + alpha.url() + ", beta at " + beta.url());
        say("both run on; stop them with: kill " + alpha.pid() + " " + beta.pid());
      }
      return summary.exit();
    } finally {
      if (!leave) TemporaryFiles.remove(directory);
    }
  }

  private static Session session(Home home, Context context) {
    Patience patience = Patience.of(Patience.DEFAULT_RETRY_FOR);
    return new Session(home, context, Session.api(context, patience), patience);
  }

  private static String script(String name) throws IOException {
    try (InputStream in = FederationDemoCommand.class.getResourceAsStream("/examples/" + name)) {
      return new String(
          Objects.requireNonNull(in, name + " is missing").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
