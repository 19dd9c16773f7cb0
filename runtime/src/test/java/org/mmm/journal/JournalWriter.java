package org.mmm.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A process on the embedded journal of a directory, or on a Cassandra if settings follow, in which
 * 50 entities write line after line, each printed as soon as it is acknowledged, until it is
 * killed.
 */
final class JournalWriter {
  static final int ENTITIES = 50;

  private JournalWriter() {}

  public static void main(String[] arguments) {
    var data = Path.of(arguments[0]);
    var node =
        arguments.length > 1
            ? CassandraNode.start(data, arguments[1]).node()
            : EmbeddedNode.start(data).node();
    IntStream.range(0, ENTITIES).forEach(i -> write(node, "guest" + i));
  }

  private static void write(JournalNode node, String name) {
    var notebook = node.notebook(name);
    node.system().systemActorOf(author(name, notebook), "author-of-" + name, Props.empty());
  }

  private static Behavior<Integer> author(String name, ActorRef<Notebook.Command> notebook) {
    return Behaviors.setup(
        context -> {
          notebook.tell(new Notebook.Write(List.of(), context.getSelf()));
          return Behaviors.receiveMessage(
              stored -> {
                System.out.println(name + " " + stored);
                notebook.tell(
                    new Notebook.Write(List.of("line " + (stored + 1)), context.getSelf()));
                return Behaviors.same();
              });
        });
  }
}
