package org.mmm.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.stream.Materializer;
import org.mmm.gateway.StoredData;
import org.mmm.liveedge.LiveEdge;
import org.mmm.liveedge.LiveEdgeSettings;

/** The MMM-API of one node and its live edge: binds them, and unbinds them again. */
public final class Edge {
  private final HttpPort port;
  private final SecretHashes hashes;
  private final Cancellable rounds;
  private final LiveEdge live;

  private Edge(HttpPort port, SecretHashes hashes, Cancellable rounds, LiveEdge live) {
    this.port = port;
    this.hashes = hashes;
    this.rounds = rounds;
    this.live = live;
  }

  /**
   * Binds the API, and the live edge at its own port.
   *
   * @param others other M-Instances, and what they ask at the address of the API
   * @param port of the API; 0 for any free one
   * @return fails if the address of the API cannot be had
   * @throws IllegalArgumentException if a setting or a file of secrets is wrong
   * @throws UncheckedIOException if the address of the live edge cannot be had
   */
  public static CompletionStage<Edge> bind(
      Support support,
      EdgeSettings settings,
      LiveEdgeSettings liveSettings,
      OtherInstances others,
      String host,
      int port) {
    var random = support.ambient();
    Secrets secrets = support.files().open(random);
    String operator = support.files().readOperatorToken(random);
    Tokens tokens = new Tokens(secrets, settings.tokenLifetime());
    Sessions sessions = new Sessions(support.gateway(), random, settings);
    Callers callers = new Callers(tokens, operator, random, settings, sessions);
    SecretHashes hashes = new SecretHashes();
    EdgeMeters meters = new EdgeMeters(support.registry(), support.figures().actions());
    JsonLimits json = new JsonLimits(settings);
    Materializer materializer = Materializer.matFromSystem(support.system());
    MessageSocket sockets =
        new MessageSocket(support.gateway(), callers, sessions, settings, json, materializer);
    gauges(meters, support, sockets, sessions);
    Transfers transfers = new Transfers(callers, settings);
    Reading seen = new Reading(support.gateway());
    LiveAccess access = new LiveAccess(seen, sessions, others);
    LiveTickets tickets = new LiveTickets(secrets, random, liveSettings.ticketLifetime());
    LiveEdge live = live(support, settings, liveSettings, host, tickets, access);
    LiveUrl liveUrl = new LiveUrl(liveSettings.publicUrl(), live::url);
    LiveRoutes liveRoutes =
        new LiveRoutes(callers, access, tickets, liveUrl, seen, others, random::millis);
    List<Endpoint> beside = new ArrayList<>(others.endpoints(liveRoutes::forVisitor));
    beside.addAll(new DevicePages(liveUrl).endpoints());
    beside.add(liveRoutes.endpoint());
    beside.add(new ReportRoutes(support.gateway(), callers, settings.reportWords()).endpoint());
    ModelChecks models = new ModelChecks(settings.model());
    StoredData stored = support.stored();
    beside.addAll(
        new DataRoutes(support.gateway(), callers, seen, stored, transfers, models).endpoints());
    beside.addAll(new ModelRoutes(callers, access, seen, stored, transfers, models).endpoints());
    List<Endpoint> endpoints =
        endpoints(support, settings, secrets, tokens, callers, hashes, meters, beside);
    Http http =
        new Http(
            new Router(endpoints),
            new ApiStreams(sockets, transfers),
            settings,
            json,
            meters,
            materializer);
    return HttpPort.bind(support, settings, http, host, port)
        .thenApply(bound -> new Edge(bound, hashes, sessions.start(support.system()), live))
        .whenComplete(
            (edge, failure) -> {
              if (failure != null) live.close();
            });
  }

  private static LiveEdge live(
      Support support,
      EdgeSettings settings,
      LiveEdgeSettings liveSettings,
      String host,
      LiveTickets tickets,
      LiveAccess access) {
    try {
      return LiveEdge.bind(
          liveSettings,
          host,
          settings.tls().on() ? Tls.context(settings.tls()) : null,
          new LiveOrigins(settings.origins())::has,
          support.relays(),
          ticket -> tickets.redeem(ticket).map(t -> access.visit(t, support.ambient()::millis)),
          support.registry());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is bound, such as {@code http://127.0.0.1:7070}. */
  public String url() {
    return port.url();
  }

  /** Where its live edge is, such as {@code ws://127.0.0.1:7072/live}. */
  public String liveUrl() {
    return live.url(URI.create(url()).getHost());
  }

  /** Takes no more connections, and lets those that are open finish. */
  public CompletionStage<Void> unbind() {
    live.close();
    rounds.cancel();
    return port.unbind().thenRun(hashes::close);
  }

  static List<Endpoint> endpoints(
      Support support,
      EdgeSettings settings,
      Secrets secrets,
      Tokens tokens,
      Callers callers,
      SecretHashes hashes,
      EdgeMeters meters,
      List<Endpoint> beside) {
    var gateway = support.gateway();
    var ambient = support.ambient();
    Reading reading = new Reading(gateway);
    SignIn signIn = new SignIn(gateway, hashes, settings);
    Registration registration =
        new Registration(
            gateway, ambient, new Invitations(settings), secrets, tokens, hashes, meters);
    List<Endpoint> all = new ArrayList<>();
    all.addAll(new ActionRoutes(gateway, callers, registration, meters).endpoints());
    all.addAll(new ItemRoutes(gateway, callers, reading).endpoints());
    all.addAll(new ProcessRoutes(gateway, callers).endpoints());
    all.addAll(beside);
    all.addAll(new ActivityRoutes(support, callers).endpoints());
    all.addAll(new AccountRoutes(gateway, ambient, callers, tokens, signIn).endpoints());
    all.addAll(new PasswordRoutes(gateway, ambient, signIn, hashes).endpoints());
    var export = new AccountExport(gateway, reading, support.keys(), support.node());
    all.addAll(
        new PersonalRoutes(gateway, callers, export, support.keys(), support.erasures())
            .endpoints());
    all.addAll(new InstanceRoutes(meters, support.node()).endpoints());
    all.addAll(new Pages().endpoints());
    all.add(
        OpenApi.endpoint(
            "node",
            "MMM-API",
            "Process Actions of MMM-TEC V2.2 and MMM-ARC V1.2, and reads. A request is repeated"
                + " with the same Idempotency-Key, and is then performed once.",
            all));
    return List.copyOf(all);
  }

  private static void gauges(
      EdgeMeters meters, Support support, MessageSocket sockets, Sessions sessions) {
    meters.gauge(
        "mmm.actions.in.flight",
        "Process Actions on their way",
        () -> support.gateway().inFlight());
    meters.gauge("mmm.edge.sockets", "Open WebSockets", sockets::open);
    meters.gauge(
        "mmm.edge.frames.waiting", "Messages that wait in open WebSockets", sockets::framesWaiting);
    meters.gauge("mmm.edge.sessions", "Processes in session", sessions::size);
    meters.gauge(
        "mmm.journal.open",
        "1 if the journal takes writes, 0 if not",
        () -> support.gateway().journalOpen() ? 1 : 0);
  }
}
