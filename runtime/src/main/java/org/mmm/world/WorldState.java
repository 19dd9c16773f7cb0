package org.mmm.world;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CborSerializable;
import org.mmm.pa.PaStatus;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** How far a world has come. What the file says is worked out once and kept beside it. */
public final class WorldState implements CborSerializable {
  static final WorldState EMPTY = new WorldState(null, List.of(), HashTreePMap.empty(), 0, null);

  private final @Nullable WorldFile file;
  private final List<Statement> statements;
  private final HashPMap<String, String> done;
  private final long lastSeq;
  private final PaStatus.@Nullable Err stopped;

  private WorldState(
      @Nullable WorldFile file,
      List<Statement> statements,
      HashPMap<String, String> done,
      long lastSeq,
      PaStatus.@Nullable Err stopped) {
    this.file = file;
    this.statements = statements;
    this.done = done;
    this.lastSeq = lastSeq;
    this.stopped = stopped;
  }

  @JsonCreator
  static WorldState of(
      @JsonProperty("file") @Nullable WorldFile file,
      @JsonProperty("done") Map<String, String> done,
      @JsonProperty("lastSeq") long lastSeq,
      @JsonProperty("stopped") PaStatus.@Nullable Err stopped) {
    HashPMap<String, String> before = HashTreePMap.from(done);
    return new WorldState(file, left(file, before), before, lastSeq, stopped);
  }

  WorldState apply(WorldEvent event) {
    if (event instanceof WorldEvent.Began e) {
      return new WorldState(e.file(), left(e.file(), done), done, lastSeq, null);
    }
    if (event instanceof WorldEvent.Applied e) {
      List<Statement> rest = statements.subList(1, statements.size());
      return new WorldState(file, rest, done.plus(e.name(), e.digest()), e.seq(), null);
    }
    WorldEvent.Stopped e = (WorldEvent.Stopped) event;
    return new WorldState(file, statements, done, e.seq(), e.status());
  }

  /** The file that is the world; null before the first. */
  @JsonProperty
  @Nullable WorldFile file() {
    return file;
  }

  /** What has come true, by name, with the hash of what was said of it. */
  @JsonProperty
  Map<String, String> done() {
    return done;
  }

  @JsonProperty
  long lastSeq() {
    return lastSeq;
  }

  /** Why it does not go on; null if nothing was refused. */
  @JsonProperty
  PaStatus.@Nullable Err stopped() {
    return stopped;
  }

  /** What comes next; empty when all is done or something was refused. */
  Optional<Statement> next() {
    return stopped != null || statements.isEmpty()
        ? Optional.empty()
        : Optional.of(statements.get(0));
  }

  /** How many statements are still to come true. */
  int left() {
    return statements.size();
  }

  boolean complete() {
    return file != null && statements.isEmpty();
  }

  private static List<Statement> left(@Nullable WorldFile file, Map<String, String> done) {
    return file == null
        ? List.of()
        : Statements.of(file).stream().filter(s -> !done.containsKey(s.name())).toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WorldState w
        && Objects.equals(file, w.file)
        && done.equals(w.done)
        && lastSeq == w.lastSeq
        && Objects.equals(stopped, w.stopped);
  }

  @Override
  public int hashCode() {
    return Objects.hash(file, done, lastSeq, stopped);
  }
}
