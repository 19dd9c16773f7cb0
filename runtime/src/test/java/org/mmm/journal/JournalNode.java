package org.mmm.journal;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.SpawnProtocol;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** An actor system on some store, with notebooks in it. */
record JournalNode(ActorSystem<SpawnProtocol.Command> system) {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  static JournalNode start(Config config, JournalSetup setup) {
    return new JournalNode(
        ActorSystem.create(
            Behaviors.setup(context -> SpawnProtocol.create()),
            "journal-test",
            BootstrapSetup.create(config).and(setup)));
  }

  ActorRef<Notebook.Command> notebook(String name) {
    return spawn(Notebook.create(name));
  }

  ActorRef<Notebook.Command> spawn(Behavior<Notebook.Command> notebook) {
    return await(
        AskPattern.<SpawnProtocol.Command, ActorRef<Notebook.Command>>ask(
            system,
            replyTo -> new SpawnProtocol.Spawn<>(notebook, "", Props.empty(), replyTo),
            PATIENCE,
            system.scheduler()));
  }

  CompletionStage<Integer> write(ActorRef<Notebook.Command> notebook, String... lines) {
    return AskPattern.ask(
        notebook,
        replyTo -> new Notebook.Write(List.of(lines), replyTo),
        PATIENCE,
        system.scheduler());
  }

  List<String> read(String name) {
    var notebook = notebook(name);
    Notebook.Lines lines =
        await(AskPattern.ask(notebook, Notebook.Read::new, PATIENCE, system.scheduler()));
    return lines.lines();
  }

  void stop() {
    system.terminate();
    await(system.getWhenTerminated());
  }

  static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }
}
