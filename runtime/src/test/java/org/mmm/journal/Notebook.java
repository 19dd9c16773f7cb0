package org.mmm.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.mmm.kernel.CborSerializable;

/**
 * An entity that keeps lines: the smallest that shows whether a store keeps what it acknowledged.
 */
final class Notebook
    extends EventSourcedBehavior<Notebook.Command, Notebook.Event, Notebook.Lines> {
  static final int SNAPSHOT_EVERY = 10;

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Write.class, name = "Write"),
    @JsonSubTypes.Type(value = Read.class, name = "Read")
  })
  sealed interface Command extends CborSerializable {}

  /** Writes the lines in one go; answered with the number of lines once they are stored. */
  record Write(List<String> lines, ActorRef<Integer> replyTo) implements Command {}

  record Read(ActorRef<Lines> replyTo) implements Command {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Written.class, name = "Written"),
    @JsonSubTypes.Type(value = Signed.class, name = "Signed")
  })
  sealed interface Event extends CborSerializable {}

  record Written(String line) implements Event {}

  record Signed(Personal by, String at) implements Event {}

  record Lines(List<String> lines) implements CborSerializable {
    Lines {
      lines = List.copyOf(lines);
    }

    Lines with(String line, int most) {
      var more = new ArrayList<>(lines);
      more.add(line);
      return new Lines(more.subList(Math.max(0, more.size() - most), more.size()));
    }
  }

  private final int mostLines;
  private final int snapshotEvery;

  private Notebook(String name, int mostLines, int snapshotEvery) {
    super(PersistenceId.of("notebook", name));
    this.mostLines = mostLines;
    this.snapshotEvery = snapshotEvery;
  }

  static Behavior<Command> create(String name) {
    return new Notebook(name, Integer.MAX_VALUE, SNAPSHOT_EVERY);
  }

  /** Forgets all but the last line, so that its state does not grow. */
  static Behavior<Command> forgetful(String name) {
    return new Notebook(name, 1, 100);
  }

  @Override
  public Lines emptyState() {
    return new Lines(List.of());
  }

  @Override
  public CommandHandler<Command, Event, Lines> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(
            Write.class,
            (state, c) ->
                Effect()
                    .persist(c.lines().stream().map(line -> (Event) new Written(line)).toList())
                    .thenReply(c.replyTo(), after -> after.lines().size()))
        .onCommand(Read.class, (state, c) -> Effect().none().thenReply(c.replyTo(), same -> same))
        .build();
  }

  @Override
  public EventHandler<Lines, Event> eventHandler() {
    return newEventHandlerBuilder()
        .forAnyState()
        .onEvent(Written.class, (state, e) -> state.with(e.line(), mostLines))
        .onEvent(Signed.class, (state, e) -> state.with(e.at(), mostLines))
        .build();
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(snapshotEvery, 2);
  }
}
