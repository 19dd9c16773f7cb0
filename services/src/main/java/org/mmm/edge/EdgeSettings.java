package org.mmm.edge;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.mmm.personae.ModelLimits;
import org.mmm.reports.ReportSettings;

/**
 * The settings under {@code mmm.edge}; what each means is said in {@code reference.conf}.
 *
 * @param bodyAtMost bytes of a request's body
 * @param bodyWithin how long the body may take to arrive
 * @param dataAtMost bytes of Item data in one upload; that is {@code mmm.journal.max-blob-size}
 * @param dataWithin how long an upload may take
 * @param dataTransfers Items' data that is uploaded or read at the same time
 * @param uploadRate uploads a second by one Process
 * @param depthAtMost levels of objects and arrays in JSON
 * @param addressRate requests a second from one address
 * @param tokenRate requests a second with one token
 * @param burst seconds of the rate that may come at once
 * @param sessionsPerHour new sessions an hour for one human, and from one address ten times that
 * @param callersRemembered addresses and tokens whose rate is known
 * @param socketsAtMost open WebSockets
 * @param socketRate frames a second that a client may send on one
 * @param absentAfter how long after its last session a Process is absent
 * @param origins pages that may open a WebSocket; empty: none but those of this node; *: any
 * @param tokenLifetime how long a token lives
 * @param registration who may register
 * @param invitations codes, by which one may register
 * @param invitationsFile a file with one code a line; empty: none
 * @param model how large the model of a Persona may be
 * @param reportWords characters of a report; that is {@code mmm.reports.words-at-most}
 * @param tls how connections are encrypted
 */
public record EdgeSettings(
    int bodyAtMost,
    Duration bodyWithin,
    int dataAtMost,
    Duration dataWithin,
    int dataTransfers,
    int uploadRate,
    int depthAtMost,
    int addressRate,
    int tokenRate,
    int burst,
    int sessionsPerHour,
    int callersRemembered,
    int socketsAtMost,
    int socketRate,
    Duration absentAfter,
    List<String> origins,
    Duration tokenLifetime,
    Registration registration,
    List<String> invitations,
    String invitationsFile,
    ModelLimits model,
    int reportWords,
    TlsSettings tls) {

  /** Who may register. */
  public enum Registration {
    /** Any human. */
    OPEN,
    /** Who brings an invitation code. */
    INVITE,
    /** Nobody. */
    CLOSED
  }

  /**
   * @param root a whole configuration, with {@code mmm.edge} in it
   * @throws IllegalArgumentException if a value is out of its bounds
   */
  public static EdgeSettings of(Config root) {
    Bounds in = new Bounds(root, "mmm.edge");
    return new EdgeSettings(
        in.bytes("body-at-most", 1_024, 1 << 20),
        in.time("body-within", Duration.ofMillis(100), Duration.ofSeconds(60)),
        new Bounds(root, "mmm.journal").bytes("max-blob-size", 1, 1 << 30),
        in.time("data-within", Duration.ofMillis(100), Duration.ofSeconds(40)),
        in.whole("data-transfers", 1, 1_000),
        in.whole("upload-rate", 1, 10_000),
        in.whole("depth-at-most", 4, 100),
        in.whole("address-rate", 1, 1_000_000),
        in.whole("token-rate", 1, 1_000_000),
        in.whole("burst", 1, 60),
        in.whole("sessions-per-hour", 1, 10_000),
        in.whole("callers-remembered", 100, 1_000_000),
        in.whole("sockets-at-most", 1, 100_000),
        in.whole("socket-rate", 1, 10_000),
        in.time("absent-after", Duration.ofSeconds(1), Duration.ofHours(1)),
        words(in.text("origins")),
        in.time("token-lifetime", Duration.ofHours(1), Duration.ofDays(3_650)),
        registration(in.text("registration")),
        words(in.text("invitations")),
        in.text("invitations-file"),
        model(new Bounds(root, "mmm.edge.model")),
        ReportSettings.of(root).wordsAtMost(),
        TlsSettings.of(root));
  }

  private static ModelLimits model(Bounds in) {
    return new ModelLimits(
        in.bytes("bytes-at-most", 1_024, 64 << 20),
        in.bytes("json-at-most", 1_024, 4 << 20),
        in.whole("vertices-at-most", 3, 1_000_000),
        in.whole("nodes-at-most", 1, 10_000),
        in.whole("textures-at-most", 0, 64),
        in.whole("texture-side-at-most", 1, 8_192));
  }

  private static Registration registration(String word) {
    return Arrays.stream(Registration.values())
        .filter(r -> r.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "mmm.edge.registration must be open, invite or closed, was " + word));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,]+"));
  }
}
