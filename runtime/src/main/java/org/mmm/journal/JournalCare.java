package org.mmm.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a journal and mends it, while no node runs on it. What it tells is JSON; personal data
 * stay encrypted.
 */
public final class JournalCare implements AutoCloseable {
  /** The longest summary of an event, in characters. */
  private static final int SUMMARY = 160;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RawJournal journal;
  private final Optional<DataDirectory> held;
  private final EventText text;

  private JournalCare(RawJournal journal, Optional<DataDirectory> held, EventText text) {
    this.journal = journal;
    this.held = held;
    this.text = text;
  }

  /**
   * Opens the journal that {@code mmm.journal.kind} names.
   *
   * @param data the directory of an embedded journal, which is held until this is closed
   * @throws JournalException if it cannot be had
   * @throws DataDirectoryException if a node uses the directory
   */
  public static JournalCare open(Path data, Config root) {
    Optional<DataDirectory> held =
        JournalKind.of(root) == JournalKind.EMBEDDED
            ? Optional.of(DataDirectory.open(existing(data)))
            : Optional.empty();
    try {
      return new JournalCare(
          RawJournal.open(held, root), held, new EventText(SerializationSettings.of(root)));
    } catch (RuntimeException e) {
      held.ifPresent(DataDirectory::close);
      throw e;
    }
  }

  /** To open one would make it. */
  private static Path existing(Path data) {
    if (Files.isDirectory(data)) return data;
    throw new JournalException("there is no directory " + data + ": name another", null);
  }

  /**
   * The entities that have written, each with what is wrong with it.
   *
   * @param after the last one that is known already; empty to begin
   * @param atMost so many
   */
  public ObjectNode list(String after, int atMost) {
    ObjectNode told = JSON.createObjectNode();
    ArrayNode entities = told.putArray("entities");
    List<String> ids = journal.persistenceIds(after, atMost);
    for (String id : ids) {
      List<EventLine> events = journal.events(id);
      ObjectNode one = entities.addObject().put("persistenceID", id).put("events", events.size());
      one.put("writers", events.stream().map(EventLine::writer).distinct().count());
      one.set("findings", json(Findings.of(events, journal.snapshots(id))));
    }
    if (ids.size() == atMost) told.put("next", ids.get(ids.size() - 1));
    return told;
  }

  /**
   * The events of one entity, and what is wrong with them.
   *
   * @param after the last sequence number that is known already; 0 to begin
   * @param atMost so many
   * @throws JournalException if it has written nothing
   */
  public ObjectNode inspect(String persistenceId, long after, int atMost) {
    List<EventLine> all = known(persistenceId);
    List<Long> snapshots = journal.snapshots(persistenceId);
    ObjectNode told = JSON.createObjectNode().put("persistenceID", persistenceId);
    told.set("findings", json(Findings.of(all, snapshots)));
    snapshots.forEach(told.putArray("snapshots")::add);
    ArrayNode events = told.putArray("events");
    List<EventLine> page = all.stream().filter(e -> e.sequenceNr() > after).limit(atMost).toList();
    for (EventLine event : page) {
      byte[] payload = journal.payload(persistenceId, event);
      JsonNode said = text.of(payload);
      ObjectNode one = json(event).put("bytes", payload.length);
      one.put("summary", cut(said.toString()));
      one.set("event", said);
      events.add(one);
    }
    if (page.size() == atMost) told.put("next", page.get(page.size() - 1).sequenceNr());
    return told;
  }

  /**
   * Removes the strays of one entity and the snapshots that may hold them. All of it is kept in a
   * file first.
   *
   * @param dryRun only tells what would be removed
   * @param consent removes also what may have been acknowledged
   * @param beside the directory of the file
   * @throws JournalException if nodes live on the journal, if it has no strays, or if one may have
   *     been acknowledged and nobody consents to that
   */
  public ObjectNode repair(String persistenceId, boolean dryRun, boolean consent, Path beside) {
    Findings findings = Findings.of(known(persistenceId), journal.snapshots(persistenceId));
    ObjectNode told = JSON.createObjectNode().put("persistenceID", persistenceId);
    told.put("dryRun", dryRun);
    told.set("findings", json(findings));
    if (findings.strays().isEmpty()) return told.put("removed", 0);
    if (dryRun) return told.put("removed", 0).put("wouldRemove", findings.strays().size());
    mayBeRemoved(persistenceId, findings, consent);
    Path file = keep(persistenceId, findings, beside);
    long first = findings.strays().get(0).sequenceNr();
    journal.remove(persistenceId, findings.strays(), first);
    return told.put("removed", findings.strays().size()).put("kept", file.toString());
  }

  @Override
  public void close() {
    journal.close();
    held.ifPresent(DataDirectory::close);
  }

  private void mayBeRemoved(String persistenceId, Findings findings, boolean consent) {
    Map<String, String> living = journal.living();
    if (!living.isEmpty()) {
      throw new JournalException(
          "nodes live on this journal ("
              + String.join(", ", living.keySet())
              + "): stop them first; one that was killed counts as living for 10 s",
          null);
    }
    if (!findings.doubts().isEmpty() && !consent) {
      throw new JournalException(
          "what would be removed of "
              + persistenceId
              + " may have been acknowledged: "
              + String.join("; ", findings.doubts())
              + "; look at it with inspect, and repeat with --even-acknowledged if it is to go",
          null);
    }
  }

  private List<EventLine> known(String persistenceId) {
    List<EventLine> all = journal.events(persistenceId);
    if (all.isEmpty()) {
      throw new JournalException(
          "no entity " + persistenceId + " has written: see the list of inspect", null);
    }
    return all;
  }

  /** On the disk before anything is removed. */
  private Path keep(String persistenceId, Findings findings, Path beside) {
    String name = persistenceId.replaceAll("[^A-Za-z0-9_-]", "_");
    String moment = Instant.now().toString().replaceAll("[^0-9TZ]", "");
    Path file = beside.resolve("removed-" + name + "-" + moment + ".json");
    StringBuilder lines = new StringBuilder();
    try {
      for (EventLine stray : findings.strays()) {
        lines.append(JSON.writeValueAsString(journal.row(persistenceId, stray))).append('\n');
      }
      Files.createDirectories(beside);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (var channel = FileChannel.open(file, Set.of(StandardOpenOption.WRITE))) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
        while (bytes.hasRemaining()) channel.write(bytes);
        channel.force(true);
      }
      return file;
    } catch (IOException e) {
      throw new JournalException("what is removed cannot be kept in " + file + ": " + e, e);
    }
  }

  private static ObjectNode json(EventLine event) {
    return JSON.createObjectNode()
        .put("sequenceNr", event.sequenceNr())
        .put("time", Instant.ofEpochMilli(event.written()).toString())
        .put("writer", event.writer())
        .put("type", event.type());
  }

  private static ObjectNode json(Findings findings) {
    ObjectNode json = JSON.createObjectNode().put("sound", findings.sound());
    findings.gaps().forEach(json.putArray("gaps")::add);
    findings.doubled().forEach(json.putArray("doubled")::add);
    ArrayNode strays = json.putArray("strays");
    findings.strays().forEach(stray -> strays.add(json(stray)));
    findings.orphans().forEach(json.putArray("orphanedSnapshots")::add);
    findings.doubts().forEach(json.putArray("doubts")::add);
    return json;
  }

  private static String cut(String text) {
    return text.length() <= SUMMARY ? text : text.substring(0, SUMMARY - 3) + "...";
  }
}
