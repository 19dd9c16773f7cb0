package org.mmm.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mmm.child.Distribution;
import org.mmm.child.NodeProcess;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.home.Context;
import org.mmm.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mmm up}. */
@Command(
    name = "up",
    header = "Starts a node; Ctrl-C stops it.",
    description = {
      "  mmm up",
      "  mmm up --data /var/lib/mmm --port 7070",
      "  mmm up --world friends-meet.world.yaml --data friends"
    })
final class UpCommand extends LocalCommand {
  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the journal is kept (default: ~/.mmm/data).")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port of the MMM-API; 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port = Context.DEFAULT_PORT;

  @Override
  ExitCode perform() throws InterruptedException {
    Home home = surroundings().home();
    Path where = data != null ? data : home.defaultData();
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    try (NodeProcess running =
        NodeProcess.start(distribution, node.options(where, port), this::say)) {
      Context context =
          NodeOptionsMixin.context(Context.DEFAULT_NAME, running.url(), running.operatorToken());
      home.contexts().set(context);
      NodeUrls.print(printer(), running.url(), where);
      int ended = running.await();
      if (ended != 0) {
        throw new Failure(ExitCode.FAILED, "the node ended with code " + ended);
      }
      return ExitCode.OK;
    }
  }
}
