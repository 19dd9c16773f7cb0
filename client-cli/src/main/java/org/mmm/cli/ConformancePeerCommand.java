package org.mmm.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mmm.client.ApiAnswer;
import org.mmm.client.ApiRequest;
import org.mmm.client.ExitCode;
import org.mmm.client.Failure;
import org.mmm.client.HttpTransport;
import org.mmm.client.Json;
import org.mmm.client.Pause;
import org.mmm.conformance.CaseResult;
import org.mmm.conformance.CaseResult.Verdict;
import org.mmm.conformance.FaultyPeer;
import org.mmm.conformance.Flood;
import org.mmm.conformance.PeerAnswer;
import org.mmm.conformance.PeerSuite;
import org.mmm.ipp.InstanceDocument;
import org.mmm.ipp.InstanceId;
import org.mmm.ipp.Terms;
import org.mmm.print.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mmm conformance peer}. */
@Command(
    name = "peer",
    header = "Asks an M-Instance as a faulty peer would, and says which rules it keeps.",
    description = {
      "  mmm conformance peer http://127.0.0.1:7272 --to User2 --wait 60s",
      "  mmm conformance peer https://meet.example --to User2 --listen 0.0.0.0:8080 --id"
          + " me.example",
      "It publishes itself as an M-Instance of its own, which the other's operator has to allow",
      "(there: mmm peer allow ID). It sends Messages to one Process, and changes nothing else.",
      "Over HTTPS the other fetches https://ID/.well-known/mmm-instance: have that led to --listen."
    })
final class ConformancePeerCommand extends LocalCommand {
  private static final Pattern PLACE = Pattern.compile("https?://([^/?#@\\s]+)/?");
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  @Parameters(paramLabel = "URL", description = "Where the M-Instance is: scheme, host and port.")
  private String url = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "PROCESS",
      description = "A Process there to which anybody may send Messages.")
  private String to = "";

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS:PORT",
      description = "Where it publishes itself, over HTTP (default: a free port of 127.0.0.1).")
  private @Nullable String listen;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Its own ID, under which that is reached (default: the address and port).")
  private @Nullable String id;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "0",
      converter = Options.DurationConverter.class,
      description = "How long to wait until it is allowed there (default: not at all).")
  private Duration patience = Duration.ZERO;

  @Option(
      names = "--flood",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Flood it with so many requests at last, 1 to 100000 (default: no). Only where its"
              + " operator knows.")
  private int flood;

  @Override
  ExitCode perform() throws IOException, InterruptedException {
    if (flood < 0 || flood > Flood.AT_MOST) {
      throw usage("--flood must be 1 to " + Flood.AT_MOST + ", was " + flood);
    }
    InstanceDocument target = target();
    try (FaultyPeer peer = peer()) {
      PeerSuite suite = new PeerSuite(peer, target, to);
      say("asks " + target.id() + " as " + peer.id());
      admitted(suite, peer, target);
      List<CaseResult> results =
          new ArrayList<>(suite.run(done -> say(word(done) + "  " + done.rule())));
      if (flood > 0) results.add(suite.flood(flood));
      printer().print(report(target, results), ConformancePeerCommand::table);
      boolean fine = results.stream().noneMatch(done -> done.verdict() == Verdict.BROKEN);
      return fine ? ExitCode.OK : ExitCode.FAILED;
    }
  }

  private void admitted(PeerSuite suite, FaultyPeer peer, InstanceDocument target)
      throws IOException, InterruptedException {
    Instant until = Instant.now().plus(patience);
    boolean told = false;
    while (true) {
      PeerAnswer no = suite.admitted();
      if (no == null) return;
      boolean pending = no.status() == 403;
      if (!pending || Instant.now().isAfter(until)) {
        throw new Failure(
            pending ? ExitCode.REFUSED : ExitCode.FAILED,
            target.id()
                + " takes no Message of "
                + peer.id()
                + ": "
                + suite.performed(no)
                + (pending
                    ? "; let it be allowed there: mmm peer allow " + peer.id()
                    : "; --to must be a Process there to which anybody may send Messages"));
      }
      if (!told) say("waits to be allowed: mmm peer allow " + peer.id());
      told = true;
      Pause.of(ASK_AGAIN);
    }
  }

  private InstanceDocument target() throws IOException, InterruptedException {
    Matcher parts = PLACE.matcher(url);
    if (!parts.matches()) {
      throw usage("the URL must be http(s)://HOST or http(s)://HOST:PORT, was " + url);
    }
    String authority = parts.group(1);
    InstanceDocument document;
    try {
      URI base = URI.create(url);
      ApiAnswer answer = new HttpTransport(base).send(ApiRequest.get(InstanceDocument.PATH, null));
      if (answer.status() != 200) {
        throw new Failure(
            ExitCode.FAILED,
            base + InstanceDocument.PATH + " answers HTTP " + answer.status() + ": no M-Instance");
      }
      document = InstanceDocument.of(answer.body(), new InstanceId(authority));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, url + " publishes no M-Instance: " + e.getMessage(), e);
    }
    if (!document.versions().contains(Terms.VERSION)) {
      throw new Failure(
          ExitCode.FAILED, url + " speaks " + document.versions() + ", not " + Terms.VERSION);
    }
    return document;
  }

  private FaultyPeer peer() {
    String at = listen;
    String own = id;
    if (at == null && own == null) return new FaultyPeer();
    try {
      InstanceId name = own == null ? null : new InstanceId(own);
      if (at == null) throw usage("--id needs --listen: where that ID is led to");
      int colon = at.lastIndexOf(':');
      InetSocketAddress address =
          new InetSocketAddress(
              at.substring(0, Math.max(0, colon)), Integer.parseInt(at.substring(colon + 1)));
      return new FaultyPeer(address, name);
    } catch (NumberFormatException e) {
      throw usage("--listen must be ADDRESS:PORT, was " + at);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private static Failure usage(String what) {
    return new Failure(ExitCode.USAGE, what);
  }

  private static ObjectNode report(InstanceDocument target, List<CaseResult> results) {
    ObjectNode report = Json.object().put("M-Instance", target.id().name());
    ArrayNode all = report.putArray("rules");
    for (CaseResult one : results) {
      all.addObject().put("rule", one.rule()).put("verdict", word(one)).put("found", one.found());
    }
    return report;
  }

  private static String word(CaseResult one) {
    return one.verdict().name().toLowerCase(Locale.ROOT);
  }

  private static Table table(JsonNode report) {
    Table table = new Table("THE M-INSTANCE", "", "FOUND");
    for (JsonNode one : Json.list(report, "rules")) {
      table.row(
          Json.text(one, "rule", ""), Json.text(one, "verdict", ""), Json.text(one, "found", ""));
    }
    return table;
  }
}
