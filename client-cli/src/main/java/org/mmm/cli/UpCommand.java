package org.mmm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mmm.child.Distribution;
import org.mmm.child.LastPort;
import org.mmm.child.NodeOptions;
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
      "  mmm up --world friends-meet.world.yaml --data friends",
      "  mmm up --world friends-meet.world.yaml --data friends --world-apply",
      "  mmm up --host 0.0.0.0 --config node.conf"
    })
final class UpCommand extends LocalCommand {
  @Mixin private NodeOptionsMixin node = new NodeOptionsMixin();

  @Mixin private MemberOptionsMixin member = new MemberOptionsMixin();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the journal is kept (default: ~/.mmm/data).")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "The port of the MMM-API; 0 for any free one, the same again if it can be had"
              + " (default: ${DEFAULT-VALUE}).")
  private int port = Context.DEFAULT_PORT;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "The address to listen at, 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--world-apply",
      description = "Add what is new in --world to the world that is there; removes nothing.")
  private boolean worldApply;

  @Override
  ExitCode perform() throws InterruptedException {
    Home home = surroundings().home();
    Path where = data != null ? data : home.defaultData();
    Distribution distribution =
        Distribution.find(System.getProperty("mmm.dist"), surroundings().environment());
    try (NodeProcess running = NodeProcess.start(distribution, options(where), this::say)) {
      LastPort.keep(where, running.url());
      Context context = NodeOptionsMixin.context(Context.DEFAULT_NAME, running);
      home.contexts().set(context);
      NodeUrls.print(printer(), running.url(), running.operatorUrl(), where);
      int ended = running.await();
      if (ended != 0) {
        throw new Failure(ExitCode.FAILED, "the node ended with code " + ended);
      }
      return ExitCode.OK;
    }
  }

  private NodeOptions options(Path where) {
    List<String> more = new ArrayList<>(List.of("--host", host));
    more.addAll(member.arguments());
    if (worldApply) {
      more.add("--world-apply");
    }
    return node.options(where, port != 0 ? port : LastPort.of(where, host), more);
  }
}
