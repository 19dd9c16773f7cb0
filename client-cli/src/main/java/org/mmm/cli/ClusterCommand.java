package org.mmm.cli;

import picocli.CommandLine.Command;

/** {@code mmm cluster}. */
@Command(
    name = "cluster",
    header = "Runs several nodes on this machine, and looks after them.",
    description = {
      "  mmm cluster start --nodes 3            until Ctrl-C; with a Cassandra of its own",
      "  mmm cluster start --nodes 3 --detach   in the background",
      "  mmm cluster status",
      "  mmm cluster kill 2                     comes back by itself",
      "  mmm cluster add",
      "  mmm cluster stop"
    },
    subcommands = {
      ClusterStartCommand.class,
      ClusterStatusCommand.class,
      ClusterAddCommand.class,
      ClusterKillCommand.class,
      ClusterStopCommand.class
    })
final class ClusterCommand extends GroupCommand {}
