package org.mmm.gateway;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorSystem;
import org.jspecify.annotations.Nullable;
import org.mmm.action.Action;
import org.mmm.action.MmmService;
import org.mmm.intent.Intents;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ambient;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Entities;
import org.mmm.kernel.Message;
import org.mmm.kernel.Name;
import org.mmm.kernel.Query;
import org.mmm.kernel.RemoteName;
import org.mmm.kernel.Resend;
import org.mmm.kernel.Response;
import org.mmm.pa.PaStatus;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.Reason;

/**
 * Puts Process Actions and questions to the entities, for whoever speaks with the outside. Every
 * request is answered in bounded time, and at most so many are on their way: one more is refused as
 * Unable, which is surely not performed.
 */
public final class Gateway {
  private static final Name REMOTE = new Name(Address.Kind.PROCESS, "User");

  private final Entities entities;
  private final Ambient ambient;
  private final JournalGate gate;
  private final GatewaySettings settings;
  private final NameBook names;
  private final StoredData data;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger waiting = new AtomicInteger();

  private Gateway(
      Entities entities,
      Ambient ambient,
      JournalGate gate,
      GatewaySettings settings,
      NameBook names,
      StoredData data) {
    this.entities = entities;
    this.ambient = ambient;
    this.gate = gate;
    this.settings = settings;
    this.names = names;
    this.data = data;
  }

  /**
   * Starts the gateway of this node.
   *
   * @param gate the one that the entities' failed writes are told to, see {@link GatedMetrics}
   * @param data where Item data is stored
   * @param node this node's name, unlike every other's
   */
  public static Gateway start(
      ActorSystem<?> system,
      Entities entities,
      Ambient ambient,
      Directory directory,
      JournalGate gate,
      StoredData data,
      String node) {
    var settings = GatewaySettings.of(system.settings().config());
    JournalProbe.start(system, gate, node, settings);
    return new Gateway(
        entities, ambient, gate, settings, new NameBook(entities, directory, settings), data);
  }

  /**
   * Has a Process Action performed.
   *
   * @return never fails; Unable if it was surely not performed, Unknown if nobody knows
   */
  public CompletionStage<Response> perform(Submission submission) {
    return perform(submission, Long.MAX_VALUE, false, Map.of());
  }

  /**
   * Has a Process Action performed that runs out at that time, or earlier. Afterwards its Process
   * is still asked what became of it: if it was not begun, it is not any more.
   *
   * @param expires when nothing is begun for it any more, epoch milliseconds
   * @param brought what is yet to be claimed: Items that come along, by their names
   * @return as {@link #perform}; what the Process itself says has the ID of a Process Action
   */
  public CompletionStage<Response> settle(
      Submission submission, long expires, Map<String, Name> brought) {
    return perform(submission, expires, true, brought);
  }

  private CompletionStage<Response> perform(
      Submission said, long expires, boolean always, Map<String, Name> brought) {
    Submission submission = said.saying(AssetsAbroad.named(said.action()));
    ProcessAction action = submission.action();
    if (!gate.isOpen()) {
      return refused(action, Reason.UNABLE, "the journal takes no writes just now; try again");
    }
    if (inFlight.incrementAndGet() > settings.inFlightAtMost()) {
      inFlight.decrementAndGet();
      return refused(
          action,
          Reason.UNABLE,
          "this node has "
              + settings.inFlightAtMost()
              + " requests on their way already; try again");
    }
    CompletableFuture<Response> answer = new CompletableFuture<>();
    long notAfter = Math.min(expires, ambient.millis() + settings.notAfter().toMillis());
    Runnable whenLost =
        () -> answer.complete(plain(action, Reason.UNKNOWN, "the journal went away meanwhile"));
    gate.entered(whenLost);
    names
        .resolve(Mentioned.in(action))
        .whenComplete(
            (known, failure) ->
                named(submission, notAfter, always, with(known, brought), failure, answer));
    return answer.whenComplete(
        (response, failure) -> {
          gate.left(whenLost);
          inFlight.decrementAndGet();
        });
  }

  private static @Nullable Map<String, Name> with(
      @Nullable Map<String, Name> known, Map<String, Name> brought) {
    if (known == null || brought.isEmpty()) return known;
    Map<String, Name> all = new HashMap<>(brought);
    all.putAll(known);
    return all;
  }

  private void named(
      Submission submission,
      long notAfter,
      boolean always,
      @Nullable Map<String, Name> known,
      @Nullable Throwable failure,
      CompletableFuture<Response> answer) {
    ProcessAction action = submission.action();
    if (known == null || failure != null) {
      answer.complete(plain(action, Reason.UNABLE, "the directory does not answer; try again"));
      return;
    }
    Map<String, Name> all = withRemote(action, known);
    subject(action)
        .whenComplete(
            (subject, lost) -> {
              if (subject == null || lost != null) {
                answer.complete(plain(action, Reason.UNABLE, "the directory does not answer"));
              } else if (subject.isEmpty()) {
                answer.complete(notASubject(action));
              } else {
                submit(submission, notAfter, always, all, subject.get(), answer);
              }
            })
        .exceptionally(
            failed -> {
              answer.complete(plain(action, Reason.UNABLE, String.valueOf(failed.getMessage())));
              return Optional.empty();
            });
  }

  /**
   * A name of another M-Instance that was not claimed here is that of a Process there, unless the
   * sentence gives it to what is new.
   */
  private static Map<String, Name> withRemote(ProcessAction action, Map<String, Name> known) {
    Map<String, Name> all = new HashMap<>(known);
    boolean names = action.action() == Action.MM_SEND || action.action() == Action.UM_CAPTURE;
    for (String name : Mentioned.in(action)) {
      boolean isNew = names && name.equals(action.complements().nil());
      if (!isNew && RemoteName.is(name)) all.putIfAbsent(name, REMOTE);
    }
    return all;
  }

  private void submit(
      Submission submission,
      long notAfter,
      boolean always,
      Map<String, Name> known,
      Address subject,
      CompletableFuture<Response> answer) {
    ProcessAction action = submission.action();
    Ask ask =
        new Ask(
            submission.key(),
            Digest.of(action),
            action,
            known,
            FreshNames.of(action, ambient::fresh),
            notAfter,
            submission.dryRun(),
            submission.tokenId(),
            submission.extra());
    data.keep(ask)
        .whenComplete(
            (refused, failure) -> {
              if (failure != null) {
                answer.complete(
                    plain(action, Reason.UNABLE, "Item data cannot be had just now; try again"));
              } else if (refused.isPresent()) {
                answer.complete(plain(action, refused.get().reason(), refused.get().detail()));
              } else {
                tell(subject, ask, always, answer);
              }
            });
  }

  /**
   * It is sent again by its key until it is answered, or until after {@code notAfter}. Then the
   * subject, if it can be reached, says that it was surely not begun; if not, nobody knows.
   */
  private void tell(Address subject, Ask ask, boolean always, CompletableFuture<Response> answer) {
    long left = Math.max(0, ask.notAfter() - ambient.millis());
    if (left == 0 && !always) {
      answer.complete(
          plain(
              ask.action(),
              Reason.UNABLE,
              "it was not begun within " + settings.notAfter().toMillis() + " ms; try again"));
      return;
    }
    Duration patience = Duration.ofMillis(left).plus(settings.grace());
    // A dry run has no key by which it would be known again, and each counts for its Process.
    Resend resend = ask.dryRun() ? Resend.every(settings.resend().most()) : settings.resend();
    entities
        .ask(subject, new Message.Submit(ask), patience, resend)
        .whenComplete(
            (response, late) ->
                answer.complete(
                    response != null
                        ? response
                        : plain(
                            ask.action(),
                            Reason.UNKNOWN,
                            "no answer came within "
                                + settings.notAfter().plus(settings.grace()).toMillis()
                                + " ms; ask again with the same key")));
  }

  /** The entity that asks: empty if the source names no Process, or a Service. */
  private CompletionStage<Optional<Address>> subject(ProcessAction action) {
    if (action.action() == Action.REGISTER) {
      return CompletableFuture.completedFuture(
          Optional.of(Address.service(MmmService.REGISTRATION, action.source())));
    }
    if (RemoteName.is(action.source())) {
      return CompletableFuture.completedFuture(Optional.of(REMOTE.address(action.source())));
    }
    return lookup(action.source())
        .thenApply(
            name ->
                name.filter(n -> n.kind() == Address.Kind.PROCESS)
                    .map(n -> n.address(action.source())));
  }

  /** What that name was claimed for; fails if the directory does not answer. */
  public CompletionStage<Optional<Name>> lookup(String name) {
    return names
        .resolve(List.of(name))
        .thenApply(
            found ->
                Optional.ofNullable(found.get(name))
                    .or(() -> RemoteName.is(name) ? Optional.of(REMOTE) : Optional.empty()));
  }

  /** What these names were claimed for; a name that is missing names nothing. */
  public CompletionStage<Map<String, Name>> lookup(Collection<String> some) {
    return names.resolve(some);
  }

  /**
   * Every name of these data types; none means all. Names of frequent, short-lived Items are not
   * among them.
   */
  public CompletionStage<Map<String, Name>> listing(List<String> dataTypes) {
    return names.listing(dataTypes);
  }

  /**
   * Asks an entity to tell, again and again while it moves or its node is lost.
   *
   * @return never fails; refused as Unable if no answer came in time
   */
  public CompletionStage<Response> read(Address entity, Query query) {
    return ask(entity, query, settings.readTimeout());
  }

  /**
   * Asks an entity that may wait until it has something to tell. It is told from time to time that
   * somebody waits, since an entity that moves, or lives on after its node was lost, has forgotten.
   *
   * @param patience how long it may wait; after that the answer is empty
   */
  public CompletionStage<Optional<Response>> await(Address entity, Query query, Duration patience) {
    if (waiting.incrementAndGet() > settings.waitingAtMost()) {
      waiting.decrementAndGet();
      return CompletableFuture.completedFuture(
          Optional.of(
              new Response.Refused(
                  new PaStatus.Err(
                      Reason.UNABLE,
                      settings.waitingAtMost() + " readers wait at this node already"))));
    }
    return entities
        .ask(entity, new Message.Read(query), patience, Resend.every(settings.waitAgain()))
        .handle((response, late) -> Optional.ofNullable(response))
        .whenComplete((response, failure) -> waiting.decrementAndGet());
  }

  /** Whether the journal takes writes, as far as this node knows. */
  public boolean journalOpen() {
    return gate.isOpen();
  }

  /** How many Process Actions are on their way. */
  public int inFlight() {
    return inFlight.get();
  }

  private CompletionStage<Response> ask(Address entity, Query query, Duration timeout) {
    var message = new Message.Read(query);
    return (query.repeatable()
            ? entities.ask(entity, message, timeout, settings.resend())
            : entities.ask(entity, message, timeout))
        .exceptionally(
            late ->
                new Response.Refused(
                    PaStatus.err(
                        Reason.UNABLE,
                        entity
                            + " did not answer within "
                            + timeout.toMillis()
                            + " ms; try again")));
  }

  private static Response notASubject(ProcessAction action) {
    return MmmService.of(action.source()).isPresent()
        ? plain(action, Reason.INS_RIGHTS, action.source() + " is a Service, which acts by itself")
        : plain(action, Reason.INC_ID, "no Process is called \"" + action.source() + "\"");
  }

  private static CompletionStage<Response> refused(
      ProcessAction action, Reason reason, String detail) {
    return CompletableFuture.completedFuture(plain(action, reason, detail));
  }

  private static Response plain(ProcessAction action, Reason reason, String detail) {
    return new Response.Performed("", Intents.plain(action, PaStatus.err(reason, detail)));
  }
}
